"""CN118 subheading-numbering."""

import re
from collections.abc import Iterator, Sequence

from gxlint.model import Heading, Report, Section
from gxlint.rules import Edit, Message, Outcome, Related, Rule, Severity, Where
from gxlint.source import Span
from gxlint.source.pattern import Pattern
from gxlint_national.sources import LEVELS
from gxlint_national.structure.numerals import chinese
from gxlint_national.structure.outline import inner_headings

_BEFORE = Message("前一个小标题“{number}{title}”", "The subheading before it: “{number}{title}”")
_RENUMBER = Message("序号改为“{new}”,其后顺次改", "Number it “{new}”, and those behind it accordingly")
_HIGHEST = 30
_TORN = Pattern(r"\s+(?=[)、.])|(?<=\()\s+")  # ( 二 ), as lines were wrapped
_NUMERAL = Pattern(r"\d+|[一二三四五六七八九十]+")


class SubheadingNumbering(Rule):
    """同一层小标题的序号连续,不重复、不颠倒。

    同一部分、同一层、同一写法的小标题逐个比较;进入新的上一层小标题后重新从头数,从“1”重新开始的另起一列。表内序号和句内的
    “一是、二是”不查;缺的序号若在行内或换了写法出现,不算断裂。

    Wrong:
        一、总体情况
        (一)主动公开。全年公开信息120条。
        (二)依申请公开。全年收到申请3件。
        ⟦(四)政府信息管理⟧。落实发布前保密审查。
        (五)平台建设。维护政务公开栏目。
        (六)监督保障。纳入年度考核。
    Right:
        一、总体情况
        (一)主动公开。全年公开信息120条。
        (二)依申请公开。全年收到申请3件。
        (三)政府信息管理。落实发布前保密审查。
        (四)平台建设。维护政务公开栏目。
        (五)监督保障。纳入年度考核。
    """

    code, name, severity = "CN118", "subheading-numbering", Severity.WARNING
    reach = "nowhere"
    fix = "suggested"
    source = LEVELS
    wants = Section
    messages = {
        "default": Message("小标题序号重复:“{number}”", "The subheading number “{number}” stands twice"),
        "gap": Message(
            "小标题序号断裂:“{before}”之后是“{number}”",
            "Subheading numbers jump from “{before}” to “{number}”",
        ),
        "order": Message(
            "小标题序号次序颠倒:“{before}”之后是“{number}”",
            "Subheading numbers are out of order: “{number}” after “{before}”",
        ),
    }

    def check(self, node: Section, report: Report) -> Iterator[Outcome]:
        """Go through the subheadings with one counter for each level and style."""
        last: dict[tuple[int, str], Heading] = {}
        spoken: set[tuple[int, str]] = set()
        headings = inner_headings(node, report)
        for at, heading in enumerate(headings):
            level = (heading.level, heading.style)
            if heading.level < 2 or not 0 < heading.ordinal <= _HIGHEST:
                continue
            last = {key: known for key, known in last.items() if key[0] <= heading.level}
            spoken = {key for key in spoken if key[0] <= heading.level}
            before = last.get(level)
            last[level] = heading
            if before is None or heading.ordinal == 1:
                spoken.discard(level)
                continue
            message = _problem(before, heading, report)
            if message is not None and level not in spoken:
                spoken.add(level)  # what follows in the same list is the same slip
                yield self._finding(message, headings[at:], before, node)

    def _finding(
        self, message: str, headings: Sequence[Heading], before: Heading, section: Section
    ) -> Outcome:
        heading = headings[0]
        related = (Related(before.span, _BEFORE, {"number": before.number, "title": before.title}),)
        where = Where(section=section.key)
        finding = self.at(
            heading, message, where=where, related=related, number=heading.number, before=before.number
        )
        edits = tuple(_renumbered(headings, before.ordinal + 1))
        return finding.with_fix(edits, _RENUMBER, safe=False, new=edits[0].new_text)


def _renumbered(headings: Sequence[Heading], expected: int) -> Iterator[Edit]:
    """Edits that let the first heading, and those of its list that count on from it, count from this number."""
    first, last = headings[0], headings[0].ordinal - 1
    for heading in headings:
        if heading.level < first.level:
            return
        if (heading.level, heading.style) != (first.level, first.style):
            continue
        if heading.ordinal in (expected, 1) or heading.ordinal != last + 1:
            return
        numeral = _NUMERAL.search(heading.number)
        if numeral is not None:
            new = str(expected) if numeral[0].isdecimal() else chinese(expected)
            start = heading.span.start
            yield Edit(Span(start + numeral.start(), start + numeral.end()), new)
        last, expected = heading.ordinal, expected + 1


def _problem(before: Heading, heading: Heading, report: Report) -> str | None:
    if heading.ordinal == before.ordinal + 1:
        return None
    if heading.ordinal == before.ordinal:
        return "default"
    if heading.ordinal < before.ordinal:
        return "order"
    between = report.text[before.span.start + len(before.number) : heading.span.start]
    skipped = range(before.ordinal + 1, heading.ordinal)
    return None if _stand_elsewhere(skipped, between) else "gap"


def _stand_elsewhere(numbers: Sequence[int], text: str) -> bool:
    """Whether one of the skipped numbers stands in the text between after all, written in some other way."""
    written = "|".join(f"{number}|{chinese(number)}" for number in numbers)
    text = _TORN.sub("", text)
    return (
        re.search(rf"(?:^|[\s(。;|])(?:{written})[)、.]|\((?:{written})(?=[^\d年月日件条])", text) is not None
    )
