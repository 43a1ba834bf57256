"""What stands before the first section and after the last: title, dates, signature, web furniture."""

import re
from collections.abc import Sequence

from gxlint.model.body import as_organisation, is_body_name
from gxlint.model.dates import YearMonthDay, find_date
from gxlint.model.report import Signature, Title
from gxlint.readers.document import Document
from gxlint.source import Span
from gxlint.source.pattern import Pattern
from gxlint.source.record import Record
from gxlint.syntax import Token

_YEAR = re.compile(r"(?<!\d)(20\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})\s*年?")
_TITLE = re.compile(r"(?:信息|政务)公开.{0,14}(?:报告|总结)|(?:信息|政务)公开(?:工作)?年报")
_TITLE_TAIL = re.compile(r"^(?:工作)?(?:年度)?(?:工作)?报告$|^年度报告$")
_SUBJECTS = ("政府信息公开", "政务公开", "政务信息公开", "信息公开")
_REPORTS = (
    "工作年度报告",
    "年度报告",
    "工作报告",
    "工作情况报告",
    "情况报告",
    "工作总结",
    "工作年报",
    "年报",
)
_TAILS = frozenset(
    stem[at:]
    for subject in _SUBJECTS
    for report in _REPORTS
    for stem in (subject + report,)
    for at in range(1, len(stem))
)
# The beginning of a title that goes on in the next line, in the middle of a word too: 云泽县财政局2024年政府
_HEAD = re.compile(
    r"(?:[^\W\d]{2,30}(?:关于)?)?(?:20\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})年?度?的?"
    r"(?:(?P<stem>[政府信息务公开工作年度报]{0,9})|(?P<name>[^\W\d]{2,30}))"
)
_NO_BEGINNING = ("根据", "按照", "依据", "依照", "本", "现将", "为", "遵照")
_NOT_IN_A_TITLE = (*"。;!?", "通知", "要求")
_NO_END = ("如下", "公布", "发布", "如下:", "公布:", "发布:")
_RULED = Pattern("条例.{0,6}规定", "条例")
_TITLE_WORDS = re.compile(r"(?:政府|政务)?(?:信息|政务)公开|(?:年度|工作)+报告|年报")
_YEAR_BELOW = re.compile(r"\(?20\d{2}年?度?\)?")
_PLACE = re.compile(r"[^\W\d]{1,10}[省市县区州旗盟乡镇]")
_LONGEST_TITLE = 70
_SHORTEST_NAME = 3
_PUBLISHED = re.compile(r"(?:发布|公开|发文|成文|生成|更新|信息)?\s*(?:时间|日期)\s*:?")
_CHINESE_YEAR = {
    **{char: str(value) for value, char in enumerate("〇一二三四五六七八九")},
    "零": "0",
    "○": "0",
    "O": "0",
}
_SIGNATURE_LINES = 6
_LONGEST_SIGNATURE_LINE = 40


class Front(Record, frozen=True):
    """Title and dates found before the first section; ``used`` are the tokens they were made of."""

    title: Title | None
    published: tuple[YearMonthDay, Span] | None
    used: frozenset[int]


class Back(Record, frozen=True):
    """The closing lines; ``used`` are the tokens they were made of."""

    signature: Signature
    used: frozenset[int]


def years_in(text: str) -> tuple[int, ...]:
    """All years named in a text, as numbers, in order, each once."""
    found = (match[1] for match in _YEAR.finditer(text))
    return tuple(
        dict.fromkeys(int("".join(_CHINESE_YEAR.get(char, char) for char in year)) for year in found)
    )


def read_front(document: Document, tokens: Sequence[Token]) -> Front:
    """Title, publication date and what they were read from."""
    lines = ["".join(document.text[token.start : token.end].split()) for token in tokens]
    titles = [
        index
        for index, line in enumerate(lines)
        if tokens[index].type != "FURNITURE" and _begins_title(lines, index)
    ]
    used: set[int] = set()
    title = None
    if titles:
        first = titles[0]
        begin, end = _title_extent(lines, tokens, first)
        used.update(id(token) for token in tokens[begin:end])
        repeated = [index for index in titles if index >= end and lines[index] == lines[first]]
        used.update(id(tokens[index]) for index in repeated)
        title = _title(document, tokens[begin:end], [tokens[index] for index in repeated])
    published = _published(document, tokens, used)
    return Front(title, published, frozenset(used))


def read_back(document: Document, tokens: Sequence[Token]) -> Back:
    """The signature among the last lines of the last section."""
    name_span = date_span = None
    name: str | None = None
    date: YearMonthDay | None = None
    used: set[int] = set()
    for token in [token for token in tokens if token.type != "FURNITURE"][: -_SIGNATURE_LINES - 1 : -1]:
        text = document.text[token.start : token.end]
        if len(text) > _LONGEST_SIGNATURE_LINE or "。" in text:
            continue
        found = find_date(text)
        rest = text if found is None else text[: found[1]] + text[found[2] :]
        rest = rest.strip(" \t()")
        if found is not None and (not rest or is_body_name(rest)) and date is None:
            date, date_span = found[0], Span(token.start + found[1], token.start + found[2])
            used.add(id(token))
        if rest and name is None and is_body_name(rest):
            name = as_organisation(rest)
            begin = document.text.index(rest, token.start)
            name_span = Span(begin, begin + len(rest))
            used.add(id(token))
    return Back(Signature(name, name_span, date, date_span), frozenset(used))


def _begins_title(lines: Sequence[str], index: int) -> bool:
    if _is_title(lines[index]):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else ""
    if _is_title(below):
        return _goes_on(lines[index], below)
    return _is_tail(below) and _is_title(lines[index] + below)


def _is_tail(line: str) -> bool:
    """Whether a line is the rest of a title, which may have been cut in the middle of a word."""
    return line in _TAILS or _TITLE_TAIL.match(line) is not None


def _goes_on(above: str, below: str) -> bool:
    """Whether a line is the beginning of the title that goes on below: up to the year or up to some word of it."""
    head = _HEAD.fullmatch(above)
    if head is None or years_in(below) or not _is_title(above + below):
        return False
    if head["name"]:
        return is_body_name(head["name"]) and not _organisation(below)
    return not head["stem"] or (head["stem"] + below).startswith(_SUBJECTS)


def _is_title(line: str) -> bool:
    return 4 <= len(line) <= _LONGEST_TITLE and _TITLE.search(line) is not None and not _says_more(line)


def is_no_title(text: str) -> bool:
    """Whether a line is no part of a title, whatever stands above and below it."""
    line = "".join(text.split())
    return _is_sentence(line) and not is_body_name(line) and not _TITLE_TAIL.match(line)


def _says_more(line: str) -> bool:
    """Whether a line with the words of a title is a sentence, or names a document and goes on."""
    return line.endswith(_NO_END) or _is_sentence(line)


def _is_sentence(line: str) -> bool:
    if line.startswith(_NO_BEGINNING) or any(word in line for word in _NOT_IN_A_TITLE):
        return True
    goes_on = line.startswith("《") and 0 < line.find("》") < len(line) - 1
    return goes_on or _RULED.search(line) is not None


def _title_extent(lines: Sequence[str], tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """A title may be cut over lines: the body's name and the year above it, 年度报告 below it."""
    begin, end = index, index + 1
    if end < len(lines) and _is_more(lines[index], lines[end]):
        end += 1
    while _above(tokens, begin) and _is_name_of(
        lines[begin - 1], _organisation("".join(lines[begin:end])) or ""
    ):
        begin -= 1
    return begin, end


def _is_more(line: str, below: str) -> bool:
    """Whether a title goes on in the next line: with its rest, or with the year in brackets."""
    if line.endswith("报告"):
        return not years_in(line) and _YEAR_BELOW.fullmatch(below) is not None
    return _is_tail(below) or _goes_on(line, below)


def _is_name_of(above: str, name: str) -> bool:
    """Whether the line above a title names the body that the title does not, or the place that it is of."""
    above = above.removesuffix("关于")
    if len(name) >= _SHORTEST_NAME and _PLACE.fullmatch(above) is None:
        return False
    return is_body_name(above) and not name.startswith(above) and (not name or is_body_name(above + name))


def _above(tokens: Sequence[Token], index: int) -> bool:
    """Whether prose stands above."""
    return index > 0 and tokens[index - 1].type == "PROSE"


def _title(document: Document, tokens: Sequence[Token], repeated: Sequence[Token]) -> Title:
    span = Span(tokens[0].start, tokens[-1].end)
    text = "".join(document.slice(span).split()).strip("#*《》")
    return Title(
        text=text,
        span=span,
        years=years_in(text),
        organisation=_organisation(text),
        repeated=tuple(Span(token.start, token.end) for token in repeated),
    )


def _organisation(title: str) -> str | None:
    """The body named in a title: before the year, or between the year and 政府信息公开."""
    title = re.sub(r"\.(?:docx?|pdf|wps|txt)$", "", title)
    words = _TITLE_WORDS.search(title)
    head = title[: words.start()] if words else title
    year = _YEAR.search(head)
    for part in (head[: year.start()], head[year.end() :]) if year else (head,):
        name = as_organisation(re.sub(r"^度|^关于|(?:的|关于)$", "", part))
        if name is not None:
            return name
    return None


def _published(
    document: Document, tokens: Sequence[Token], used: set[int]
) -> tuple[YearMonthDay, Span] | None:
    for token in tokens:
        text = document.text[token.start : token.end]
        label = _PUBLISHED.search(text)
        found = find_date(text[label.end() :]) if label and len(text) < 120 else None
        offset = label.end() if label else 0
        alone = find_date(text) if len(text) < 24 else None
        if (
            found is None
            and alone is not None
            and not text[: alone[1]].strip(" ()")
            and not text[alone[2] :].strip(" ()日")
        ):
            found, offset = alone, 0
            used.add(id(token))
        if found is not None:
            return found[0], Span(token.start + offset + found[1], token.start + offset + found[2])
    return None
