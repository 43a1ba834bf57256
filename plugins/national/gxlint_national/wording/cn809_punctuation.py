"""CN809 punctuation."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gxlint.model import Report
from gxlint.rules import Edit, Message, Outcome, Related, Rule, Severity
from gxlint.source import Span
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.structure.ending import breaks_off
from gxlint_national.wording.marks import (
    CLOSING,
    Mark,
    all_paired,
    doubled_marks,
    straight_quotes,
    strongest,
    unpaired,
)
from gxlint_national.wording.noise import lost_full_width
from gxlint_national.wording.prose import Prose, around, clean_text, one_paragraph, prose, without_addresses

_ALSO = Message("这里也是:“{got}”", "“{got}” here as well")
_TITLES = {
    "quotes": Message("直引号改为“”", "Use curly quotation marks"),
    "doubled": Message("删去重复的标点", "Drop the doubled marks"),
    "mixed": Message("改为“{new}”", "Replace with “{new}”"),
    "unpaired": Message("删去多出的一半", "Drop the surplus half"),
    "width": Message("改为全角标点", "Use full-width punctuation"),
}
_WIDE = str.maketrans(",;?!", "，；？！")
_MOST = 20
_NARROW = ",;?!"
_NEXT_PARAGRAPHS = 3
_SPARSE = 4  # a sentence has fewer commas than one in so many characters
_A_FEW = 4  # for one narrow mark that many wide ones make it the odd one out


class Punctuation(Rule):
    """标点成对、不重复,引号用“”,同一份文本里不混用半角标点。

    每种问题合并成一条:直引号、重复或并列的标点(。。、,。)、缺一半的括号和引号、全角文本里夹着的半角标点。全文全角标点在
    转存时变成半角的(网页镜像常见),不查半角,也不查直引号;省略号、序号“1)”、跨段的引号、网址里的标点不算。

    Wrong:
        一、总体情况
        云泽县财政局落实《条例》规定⟦。。⟧全年公开信息120条。
    Right:
        一、总体情况
        云泽县财政局落实《条例》规定。全年公开信息120条。
    """

    code, name, severity = "CN809", "punctuation", Severity.HINT
    fix = "safe"
    reach = "noticed"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "quotes": Message("直引号应为“”,共 {count} 处", "Straight quotation marks, {count} places"),
        "doubled": Message("标点重复:“{got}”", "“{got}”: a mark stands there twice"),
        "mixed": Message("两个标点连用:“{got}”", "“{got}”: two marks in a row"),
        "unpaired": Message("“{got}”没有成对", "The other half of “{got}” is not there"),
        "width": Message("全角文本中夹有半角标点:“{got}”", "A half-width “{got}” in a full-width text"),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Report each kind of problem once."""
        text = prose(report)
        clean = clean_text(report)
        doubled = [
            mark
            for mark in doubled_marks(clean)
            if not _is_row(clean[slice(*around(clean, mark.start, mark.end, "\n"))])
        ]
        yield from self._one(text, "doubled", [mark for mark in doubled if mark.fixed is not None], safe=True)
        mixed = [mark._replace(fixed=strongest(mark.text)) for mark in doubled if mark.fixed is None]
        yield from self._one(text, "mixed", mixed, safe=False)
        yield from self._one(text, "unpaired", list(_unpaired(clean, report)), safe=False)
        yield from self._quotes(text, clean, report)
        yield from self._width(report)

    def notices(self, report: Report) -> bool:
        """What is missing a half may find it in another paragraph; which width is usual is told by all of them."""
        text = without_addresses(one_paragraph(report))
        return (
            "勾稽" in text
            or '"' in report.text
            or bool(unpaired(text))
            or any(True for _ in doubled_marks(text))
            or any(True for _ in _anywhere_narrow(report))
        )

    def _one(self, text: Prose, message: str, marks: Sequence[Mark], *, safe: bool) -> Iterator[Outcome]:
        places = [text.place(mark.start, mark.end) for mark in marks]
        yield from self._finding(message, marks, places, safe=safe)

    def _quotes(self, text: Prose, clean: str, report: Report) -> Iterator[Outcome]:
        if '"' not in clean or (lost_full_width(report) and "“" not in clean):
            return
        lines = _lines(clean)
        marks = [_moved(mark, start) for start, line in lines for mark in straight_quotes(line)]
        yield from self._one(text, "quotes", marks, safe=True)

    def _width(self, report: Report) -> Iterator[Outcome]:
        marks = list(_narrow(report))
        yield from self._finding("width", marks, [Span(mark.start, mark.end) for mark in marks], safe=True)

    def _finding(
        self, message: str, marks: Sequence[Mark], places: Sequence[Span], *, safe: bool
    ) -> Iterator[Outcome]:
        if not marks:
            return
        related = [
            Related(place, _ALSO, {"got": mark.text})
            for mark, place in zip(marks[1:_MOST], places[1:_MOST], strict=False)
        ]
        finding = self.at(places[0], message, related=related, got=marks[0].text, count=len(marks))
        edits = [
            Edit(place, mark.fixed)
            for mark, place in zip(marks, places, strict=True)
            if mark.fixed is not None
        ]
        if edits and len(edits) == len(marks):
            finding = finding.with_fix(edits, _TITLES[message], safe=safe, new=edits[0].new_text)
        yield finding


def _lines(text: str) -> list[tuple[int, str]]:
    """The paragraphs with their offsets."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def _moved(mark: Mark, by: int) -> Mark:
    return mark._replace(start=mark.start + by, end=mark.end + by)


def _unpaired(text: str, report: Report) -> Iterator[Mark]:
    """Halves whose partner is in none of the next paragraphs either."""
    if all_paired(text):
        return
    lines = [(start, line) for start, line in _lines(text) if _is_running_text(line)]
    alone = [
        (index, _moved(mark, start)) for index, (start, line) in enumerate(lines) for mark in unpaired(line)
    ]
    matched: set[int] = set()
    for at, (index, mark) in enumerate(alone):
        for later in range(at + 1, min(len(alone), at + _MOST)):
            if alone[later][0] > index + _NEXT_PARAGRAPHS:
                break
            if later not in matched and alone[later][1].text == CLOSING.get(mark.text):
                matched |= {at, later}
                break
    last = len(lines) - 1
    for at, (index, mark) in enumerate(alone):
        cut_off = index == last and mark.text in CLOSING and breaks_off(report)
        if at not in matched and not cut_off and not _of_a_number(text, mark):
            yield mark


def _of_a_number(text: str, mark: Mark) -> bool:
    """Whether this is half of the brackets of a document number: CN602 or CN904 says so."""
    year = text[mark.end : mark.end + 4] if mark.text == "〔" else text[max(0, mark.start - 4) : mark.start]
    return mark.text in "〔〕" and year.isdecimal()


def _is_running_text(line: str) -> bool:
    return "。" in line and "|" not in line and "勾稽" not in line


def _is_row(line: str) -> bool:
    """Whether a line is what is left of a table's row."""
    return "|" in line or line.count(",") * _SPARSE > len(line)


def _narrow(report: Report) -> Iterator[Mark]:
    """Half-width marks between Chinese characters of a text that has full-width ones."""
    source = report.document.source.text
    places = list(_anywhere_narrow(report))
    if not places:
        return
    spans = [paragraph.span for paragraph in report.prose()]
    found = [at for at in places if _in_prose(at, spans)]
    wide = sum(map(source.count, "，；："))
    if found and len(found) * _A_FEW <= wide:
        for at in sorted(found):
            yield Mark(source[at], at, at + 1, source[at].translate(_WIDE))


def _anywhere_narrow(report: Report) -> Iterator[int]:
    """Where such marks stand, in prose or not; nowhere in a text that writes all its marks alike."""
    document = report.document
    source = document.source.text
    if "，" in source and len(document.view.starts) == 1 and document.view.shifts == (0,):
        for mark in _NARROW:
            yield from _places_of(mark, source)


def _places_of(mark: str, source: str) -> Iterator[int]:
    """Where a half-width mark stands between Chinese characters."""
    at = source.find(mark)
    while at >= 0:
        if _is_chinese(source[at - 1 : at], "》”）") and _is_chinese(source[at + 1 : at + 2], "《“（"):
            yield at
        at = source.find(mark, at + 1)


def _is_chinese(char: str, marks: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or (char != "" and char in marks)


def _in_prose(at: int, spans: Sequence[Span]) -> bool:
    index = bisect_right(spans, (at, len(spans) and spans[-1].end)) - 1
    return index >= 0 and at < spans[index].end
