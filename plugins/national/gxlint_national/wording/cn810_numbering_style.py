"""CN810 numbering-style."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gxlint.model import Report
from gxlint.rules import Edit, Message, Outcome, Related, Rule, Severity
from gxlint_national.sources import LEVELS
from gxlint_national.structure.numerals import chinese
from gxlint_national.wording.prose import Prose, one_paragraph, prose
from gxlint_national.wording.series import Item, items, numbers_in, series_of

_ALSO = Message("这里也写“{got}”", "“{got}” here as well")
_UNIFY = Message("统一为“{wanted}”", "Write “{wanted}” throughout")
_DROP = Message("删去括号后的“、”", "Drop the mark behind the bracket")
_POINTS = ("、", ".")
_OTHER_MARKS = ("二、", "三、", "四、", "第二,", "第三,", "其二,", "其三,", "2.", "2、", "3.", "3、")
_MARKED = (")、", ").")
_WITH_COMMA, _WITH_POINT = ("1、", "2、", "3、"), ("1.", "2.", "3.")
_WORTH_A_LOOK = ("一是", *_OTHER_MARKS, *_MARKED, *_WITH_COMMA, *_WITH_POINT)
_IN_SENTENCES = ("word", "chinese", "ordinal", "arabic")


class NumberingStyle(Rule):
    """同一列编号写法一致:不混用“1、”和“1.”,“(一)”“(1)”后面不加“、”,“一是”之后不接“二、”。

    按连续的序号归成一列,嵌套的另一列不比;不同部分各用各的写法不算混用。

    Wrong:
        一、总体情况
        1、主动公开。全年公开信息120条。
        2、依申请公开。全年收到申请3件。
        ⟦3.⟧政府信息管理。落实发布前保密审查。
    Right:
        一、总体情况
        1、主动公开。全年公开信息120条。
        2、依申请公开。全年收到申请3件。
        3、政府信息管理。落实发布前保密审查。
    """

    code, name, severity = "CN810", "numbering-style", Severity.HINT
    fix = "safe"
    reach = "noticed"
    source = LEVELS
    messages = {
        "default": Message(
            "编号样式混用:这一列多写“{wanted}”,此处写“{got}”",
            "Mixed numbering: “{got}” in a series that writes “{wanted}”",
        ),
        "bracket": Message("“{got}”:括号后面不用再加标点", "“{got}”: no mark behind a bracketed number"),
        "word": Message(
            "前面是“{before}”,此处写“{got}”,编号样式不一", "“{got}” goes on with a series begun as “{before}”"
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look at brackets with marks, at series in Arabic figures and at series in words."""
        text = prose(report)
        if not _may_mix(text.text):
            return
        found = items(report)
        yield from self._brackets(text, found)
        for section in dict.fromkeys(item.section for item in found):
            inside = [item for item in found if item.section == section]
            for series in series_of([item for item in inside if item.family == "arabic"]):
                yield from self._figures(text, series)
            yield from self._words(text, [item for item in inside if item.family in _IN_SENTENCES])

    def notices(self, report: Report) -> object:
        """Items are compared with those of other paragraphs."""
        text = one_paragraph(report)
        numbers = [number for number, _ in numbers_in(text)]
        return numbers, [word for word in _WORTH_A_LOOK if word in text]

    def _brackets(self, text: Prose, found: Sequence[Item]) -> Iterator[Outcome]:
        marked = [item for item in found if item.family in ("bracketed", "parenthesised") and item.mark]
        if marked:
            places = [text.place(item.start - 1, item.end) for item in marked]
            got = text.text[marked[0].start - 1 : marked[0].end]
            related = [
                Related(place, _ALSO, {"got": text.text[item.start - 1 : item.end]})
                for item, place in zip(marked[1:], places[1:], strict=True)
            ]
            edits = [Edit(text.place(item.mark_start, item.end), "") for item in marked]
            finding = self.at(
                places[0], "bracket", where=text.where(marked[0].start), related=related, got=got
            )
            yield finding.with_fix(edits, _DROP, safe=True)

    def _figures(self, text: Prose, series: Sequence[Item]) -> Iterator[Outcome]:
        counts = Counter(item.mark for item in series if item.mark in _POINTS)
        if len(counts) < len(_POINTS):
            return
        wanted = counts.most_common(1)[0][0]
        odd = [item for item in series if item.mark in _POINTS and item.mark != wanted]
        first, *more = odd
        related = [
            Related(text.place(item.start, item.end), _ALSO, {"got": text.text[item.start : item.end]})
            for item in more
        ]
        finding = self.at(
            text.place(first.start, first.end),
            where=text.where(first.start),
            related=related,
            got=text.text[first.start : first.end],
            wanted=f"{first.ordinal}{wanted}",
        )
        edits = [Edit(text.place(item.mark_start, item.end), wanted) for item in odd]
        yield finding.with_fix(edits, _UNIFY, safe=True, wanted=f"1{wanted}")

    def _words(self, text: Prose, found: Sequence[Item]) -> Iterator[Outcome]:
        """一是……二、……三是: 二、 is no heading there, since no 一、 has opened a series of them."""
        seen: set[tuple[str, int]] = set()
        for before, item in pairwise(found):
            seen.add((before.family, before.ordinal))
            goes_on = before.family == "word" != item.family and item.ordinal == before.ordinal + 1
            if goes_on and (item.family, item.ordinal - 1) not in seen:
                finding = self.at(
                    text.place(item.start, item.end),
                    "word",
                    where=text.where(item.start),
                    got=text.text[item.start : item.end],
                    before=text.text[before.start : before.end],
                )
                yield finding.suggest(f"{chinese(item.ordinal)}{before.mark}")


def _may_mix(text: str) -> bool:
    """Whether two ways of writing numbers occur at all: a look that spares most reports the rest."""
    if _any_in(text, _MARKED) or ("一是" in text and _any_in(text, _OTHER_MARKS)):
        return True
    return _any_in(text, _WITH_COMMA) and _any_in(text, _WITH_POINT)


def _any_in(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
