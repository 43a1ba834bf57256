"""CN811 announced-measures."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.sources import FORMAT_2021
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.numerals import number_of
from gxlint_national.wording.prose import Prose, prose
from gxlint_national.wording.series import Item, items

_LAST = Message("列到“{got}”为止", "“{got}” is the last one")
_MORE = re.compile("此外|另外|最后|与此同时|同时,|还要|还需")
_AND_SO_ON = re.compile("等(?:方面|问题|工作|情况|不足|措施|内容)?[。;]?$")
_FEWEST = 2


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
    source = FORMAT_2021
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
            listed = _listed(found, match.end())
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


def _listed(found: Sequence[Item], start: int) -> list[Item]:
    """The items of the list that begins right there; nothing where it does not count 1, 2, 3."""
    first = next((item for item in found if item.start >= start), None)
    if first is None or first.ordinal != 1 or first.start - start > 1:
        return []
    listed = [first]
    for item in found:
        if item.start <= first.start or item.family != first.family:
            continue
        if item.section != first.section or item.ordinal == 1:
            break
        if item.ordinal != listed[-1].ordinal + 1:
            return []
        listed.append(item)
    return listed


def _is_open(text: Prose, listed: Sequence[Item], found: Sequence[Item], number: int, report: Report) -> bool:
    """Whether the list may go on: in other words, after 等, or beyond the end of the text."""
    last = listed[-1]
    index = text.index_at(last.start)
    following = text.starts[index + 1] if index + 1 < len(text.starts) else len(text.text)
    rest = text.text[last.end : following].rstrip()
    first_sentence = rest.partition("。")[0]
    if any(_AND_SO_ON.search(part) for part in (first_sentence, rest)):
        return True
    if len(listed) == number - 1 and _MORE.search(rest):
        return True
    goes_on = any(
        item.start > last.start and item.section == last.section and item.ordinal == last.ordinal + 1
        for item in found
    )
    return goes_on or (not rest.endswith(("。", ";", "!", "”", ")")) and breaks_off(report))


@cache
def _announcement() -> re.Pattern[str]:
    item = r"[:。,;]?\n?(?=一[是要、]|\(一\)|第一[,、是:]|1[、.]|\(1\)|①)"
    return re.compile(
        r"(?P<number>[两二三四五六七八九十\d])(?<![第等余多约\d.一二三四五六七八九十].)"
        r"(?P<said>(?:个|大|项|点|条|方面|类|种)?"
        r"(?:方面|问题|不足|短板|弱项|措施|举措|工作|任务|内容|环节|重点|原因|困难|点|项|条)|(?<=有[两二三四五六七八九\d])个)"
        rf"(?:的?[^。;:,\n一二三四五六七八九十\d]{{0,20}})?{item}"
    )
