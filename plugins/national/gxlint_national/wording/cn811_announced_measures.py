"""CN811 announced-measures."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.numerals import chinese, number_of
from gxlint_national.wording.prose import Prose, one_paragraph, prose
from gxlint_national.wording.series import Item, items, numbers_in

_LAST = Message("列到“{got}”为止", "“{got}” is the last one")
_MORE = ("此外", "另外", "最后", "与此同时", "同时,", "还要", "还需")
_FEWEST = 2
_NEAR = 40
_MOST_SKIPPED = 3
_LONGEST_ITEM = 600


class _Ending(NamedTuple):
    """Whether a list goes on behind an item: as 等 says, as a word for something more says, for want of a closing mark."""

    and_so_on: bool
    more: bool
    is_open: bool


class AnnouncedMeasures(Rule):
    """“以下三个方面”说几条,后面就列几条。

    说出条数、紧接着从“一是”“(一)”“1.”列起的才数;列举以“等”收尾、后面换了写法接着列、正文到此为止的不报。

    Wrong:
        五、存在的主要问题及改进情况
        公开内容不够丰富。下一步做好以下⟦三个方面⟧工作:一是加强政策解读;二是加强业务培训。
    Right:
        五、存在的主要问题及改进情况
        公开内容不够丰富。下一步做好以下两个方面工作:一是加强政策解读;二是加强业务培训。
    """

    code, name, severity = "CN811", "announced-measures", Severity.WARNING
    reach = "noticed"
    source = article(FORMAT_2021, "正文 末条")
    messages = {
        "default": Message("说“{said}”,实际列出 {count} 条", "“{said}” is announced, {count} are listed")
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Hold each announcement against the list right behind it."""
        text = prose(report)
        announced = list(_announcement().finditer(text.text))
        found = items(report) if announced else ()
        for match in announced:
            number = number_of(match["number"])
            listed = _listed(text.text, found, match.end())
            if number is None or number < _FEWEST or not listed or len(listed) == number:
                continue
            if len(listed) < number and _is_open(text, listed, found, number, report):
                continue
            last = listed[-1]
            shown = {"got": text.text[last.start : last.end]}
            related = (Related(text.place(last.start, last.end), _LAST, shown),)
            place = text.place(match.start("number"), match.end("said"))
            said = match["number"] + match["said"]
            where = text.where(match.start())
            yield self.at(place, where=where, related=related, said=said, count=len(listed))

    def notices(self, report: Report) -> object:
        """A list may stand in the next paragraphs, and its announcement in the one before."""
        text = one_paragraph(report)
        if _announcement().search(f"{text}\n一是"):
            return True
        numbers = numbers_in(text)
        ends = [_ending(text[end : end + _LONGEST_ITEM].rstrip()) for _, end in numbers]
        return [number for number, _ in numbers], _counting().findall(text), ends


def _listed(text: str, found: Sequence[Item], start: int) -> list[Item]:
    """The items of the list that begins right there; nothing where it does not count upwards from 1.

    An item may be gone from the middle (一是, 三是), as long as it is not there in some other way of writing.
    """
    index = bisect_left(found, start, key=lambda item: item.start)
    first = found[index] if index < len(found) else None
    if first is None or first.ordinal != 1 or first.start - start > 1:
        return []
    listed = [first]
    for position in range(index + 1, len(found)):
        item = found[position]
        if item.section != first.section or (item.family == first.family and item.ordinal == 1):
            break
        if item.family == first.family:
            if not _goes_on(text, listed[-1], item):
                return []
            listed.append(item)
    return listed


def _goes_on(text: str, before: Item, item: Item) -> bool:
    skipped = range(before.ordinal + 1, item.ordinal)
    if item.ordinal <= before.ordinal or len(skipped) > _MOST_SKIPPED:
        return False
    written = "|".join(f"{number}|{chinese(number)}" for number in skipped)
    return not skipped or re.search(f"(?:{written})[是要、.),]", text[before.end : item.start]) is None


def _is_open(text: Prose, listed: Sequence[Item], found: Sequence[Item], number: int, report: Report) -> bool:
    """Whether the list may go on: in other words, after 等, or beyond the end of the text."""
    last = listed[-1]
    index = text.index_at(last.start)
    following = text.starts[index + 1] if index + 1 < len(text.starts) else len(text.text)
    ending = _ending(text.text[last.end : min(following, last.end + _LONGEST_ITEM)].rstrip())
    if ending.and_so_on or (ending.more and len(listed) == number - 1):
        return True
    behind = bisect_left(found, last.end, key=lambda item: item.start)
    goes_on = any(
        item.section == last.section and item.ordinal == last.ordinal + 1
        for item in found[behind : behind + _NEAR]
    )
    return goes_on or (ending.is_open and breaks_off(report))


def _ending(rest: str) -> _Ending:
    """What the rest of an item tells, up to the end of its paragraph."""
    parts = rest.partition("。")[0], rest
    return _Ending(
        any(_and_so_on().search(part) for part in parts),
        any(word in rest for word in _MORE),
        not rest.endswith(("。", ";", "!", "”", ")")),
    )


@cache
def _counting() -> re.Pattern[str]:
    """Whatever may be the number of an item that was skipped."""
    return re.compile(r"[\d一二三四五六七八九十]+[是要、.),]")


@cache
def _announcement() -> re.Pattern[str]:
    item = r"[:。,;]?\n?(?=一[是要、]|\(一\)|第一[,、是:]|1[、.]|\(1\)|①|首先[,是要])"
    return re.compile(
        r"(?P<number>[两二三四五六七八九十\d])(?<![第等余多约\d.一二三四五六七八九十百千零〇].)"
        r"(?P<said>(?:个|大|项|点|条|方面|类|种)?"
        r"(?:方面|问题|不足|短板|弱项|措施|举措|工作|任务|内容|环节|重点|原因|困难|点|项|条)|(?<=有[两二三四五六七八九\d])个)"
        rf"(?:的?[^。;:,\n一二三四五六七八九十\d]{{0,20}})?{item}"
    )


@cache
def _and_so_on() -> re.Pattern[str]:
    return re.compile("等(?:方面|问题|工作|情况|不足|措施|内容)?[。;]?$")
