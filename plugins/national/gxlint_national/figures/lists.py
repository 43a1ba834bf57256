"""Lists of parts in the prose and the total they belong to, however the writer sets them out."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from typing import Literal

from gxlint.facts import Count, facts_of
from gxlint.model import Report
from gxlint.source.pattern import Pattern
from gxlint.source.record import Record

How = Literal["portion", "whole", "channel", "outcome", "items", "sum"]
"""其中 (perhaps not all), a list said to be all, channels, outcomes, numbered paragraphs, parts that are summed up behind."""

_PEERS = (
    frozenset(("条", "篇", "则", "件", "份", "条次", "篇次")),
    frozenset(("件", "例", "宗", "起", "份", "条")),
    frozenset(("次", "场", "期", "场次")),
)
_OUTCOMES = frozenset(
    ("granted", "partially_granted", "denied", "unavailable", "not_processed", "other_processing")
)
_FATES = _OUTCOMES | {"closed", "carried_forward"}
_TAKEN = frozenset(("received", "handled", "closed", "outcomes_total"))
_STOPS = frozenset("。!?\n")
_TOTALS = ("合计", "总计", "共计", "总共", "一共")
_LONGEST_TOTAL = 10


class Parts(Record, frozen=True):
    """A total and the parts that are listed for it."""

    whole: Count
    parts: tuple[Count, ...]
    how: How

    @property
    def sum(self) -> int | float:
        """What the parts add up to."""
        return sum(part.value for part in self.parts)


def lists_of(report: Report) -> list[Parts]:
    """All lists of a report that can be added up. For ``report.once``."""
    counts = [count for count in facts_of(report).counts if not count.zero_statement]
    found = [
        Parts(count, tuple(parts), _how(count, parts))
        for count in counts
        if count.parts
        for parts in _by_view(count.parts)
    ]
    runs = [list(run) for _, run in groupby(counts, key=lambda count: id(count.paragraph))]
    for run in runs:
        for sentence in _sentences(run):
            loose = [count for count in sentence if count.whole is None]
            if len(loose) > 1:
                found += _in_sentence(loose)
    found += _numbered(runs)
    return [
        item
        for item in found
        if _can_be_added(item)
        and not _rest_is_pending(item, counts)
        and not _is_of_last_years_too(item, counts)
    ]


def _by_view(parts: Sequence[Count]) -> Iterator[list[Count]]:
    """Parts cut where the writer looks at the whole from another side: 从申请方式看,…;从申请人看,…."""
    current = [parts[0]]
    for first, second in pairwise(parts):
        if _VIEW.search(_between(first, second)):
            yield current
            current = []
        current.append(second)
    yield current


_VIEW = Pattern("[从按以][^,;。]{1,8}(?:[看分计]|划分|统计)", "看", "分", "计")


def _how(whole: Count, parts: Sequence[Count]) -> How:
    if all(part.channel.startswith("channel_") for part in parts):
        return "channel"
    if all(part.subject.partition(".")[0] in _OUTCOMES for part in parts):
        return "outcome"
    if whole.start > parts[0].start:
        return "sum"
    lead = _between(whole, parts[0])
    return "whole" if _VIEW.search(lead) or ("其中" not in lead and "包" in lead) else "portion"


def _can_be_added(item: Parts) -> bool:
    """Whether the parts are of one kind with their total, are more than one, and are said to be all of them."""
    whole = item.whole
    if item.how == "channel" and whole.subject not in ("received", "handled"):
        return False
    if len(item.parts) < 2 or whole.period != "this_year":
        return False
    units = {whole.unit, *(part.unit for part in item.parts)}
    if len(units) > 1 and not any(units <= peers for peers in _PEERS):
        return False
    if any(part.period != "this_year" for part in item.parts):
        return False
    first, *others = _gaps(item)
    return not _SOME_ONLY.search(first) and not any(_AND_MORE.search(text) for text in (first, *others))


# In front of a list that is not complete.
_SOME_ONLY = Pattern(
    "主要|重点(?!领域)|例如|比如|但不限于|部分|典型|涉及",
    *("主要", "重点", "例如", "比如", "但不限于", "部分", "典型", "涉及"),
)
# There is more, or the same things are counted twice.
_AND_MORE = Pattern("^等|同步|同时|以及其他|截至|累计", "等", "同步", "同时", "以及其他", "截至", "累计")


def _rest_is_pending(item: Parts, counts: Sequence[Count]) -> bool:
    """Whether outcomes come to less than what came in because the rest is carried forward, as the text says."""
    rest = item.whole.value - item.sum
    return item.how == "outcome" and any(
        count.subject == "carried_forward" and count.value == rest and count.section == item.whole.section
        for count in counts
    )


def _is_of_last_years_too(item: Parts, counts: Sequence[Count]) -> bool:
    """Whether last year's are told beside what came in, so that the outcomes listed are those of both."""
    whole = item.whole
    fates = {part.subject.partition(".")[0] for part in item.parts}
    if whole.subject not in _TAKEN or whole.includes_last_year or fates.isdisjoint(_FATES):
        return False
    return any(
        count.subject == "carried_over" and count.value and count.paragraph is whole.paragraph
        for count in counts
    )


def _gaps(item: Parts) -> Iterator[str]:
    """The words between the numbers of a list, and those right behind it."""
    members = sorted(
        (item.whole, *item.parts), key=lambda count: (count.paragraph.span.start, count.number_start)
    )
    for first, second in pairwise(members):
        yield _between(first, second)
    last = members[-1]
    yield last.paragraph.text[_end(last) : _end(last) + 2]


def _end(count: Count) -> int:
    text, end = count.paragraph.text, count.number_end
    while text[end : end + 1] in ("余", "多"):
        end += 1
    return end + len(count.unit) if text.startswith(count.unit, end) else end


def _between(first: Count, second: Count) -> str:
    if first.paragraph is not second.paragraph:
        return ""
    return first.paragraph.text[_end(first) : second.number_start]


def _sentences(run: Sequence[Count]) -> Iterator[list[Count]]:
    """The counts of a paragraph, sentence by sentence."""
    current: list[Count] = []
    for count in run:
        if current and not _STOPS.isdisjoint(_between(current[-1], count)):
            yield current
            current = []
        current.append(count)
    if current:
        yield current


def _in_sentence(counts: Sequence[Count]) -> Iterator[Parts]:
    """Lists without 其中: behind a colon or 分别为, before a 合计, or told by their kind."""
    for at, count in enumerate(counts):
        if count.parts:
            continue
        following = counts[at + 1 :]
        lead = _INTRODUCED.match(_between(count, following[0])) if following else None
        if lead is not None and not (
            count.channel and _VIEW.search(lead[0])
        ):  # 企业申请6件;从申请方式看,网上25件
            listed = (
                _inside_bracket(following) if lead[0].startswith("(") and ")" not in lead[0] else following
            )
            yield Parts(count, tuple(_series(listed)), "portion" if lead["some"] else "whole")
        elif at > 1 and (count.label.startswith(_TOTALS) or _is_total_of_several(count.label)):
            yield Parts(count, tuple(_series(counts[:at])), "sum")
    yield from _by_kind(counts)


def _is_total_of_several(label: str) -> bool:
    """三个平台合计, 以上各类信息共计."""
    return len(label) <= _LONGEST_TOTAL and label.endswith(_TOTALS)


_INTRODUCED = Pattern(
    r"(?:\([^()]*\))?[,。;(]?(?::|(?P<some>其中|涵盖了?|(?<!\()含(?!上|结转|跨))|[从按以][^,;。]{1,8}(?:[看分]|划分|统计)[,:]?|分别[为是有]?|包括|包含|具体[为是]|即)(?![^、]*[;。])",
    *(":", "其中", "涵盖", "含", "看", "分", "统计", "包括", "包含", "具体", "即"),
)


def _inside_bracket(counts: Sequence[Count]) -> list[Count]:
    """The counts up to the end of the bracket that they stand in."""
    found = [counts[0]]
    for first, second in pairwise(counts):
        if ")" in _between(first, second):
            break
        found.append(second)
    return found


def _series(counts: Sequence[Count]) -> list[Count]:
    """The counts up to the first that is set apart."""
    found: list[Count] = []
    for count in counts:
        if found and (";" in _between(found[-1], count) or count.unit != found[-1].unit):
            break
        found.append(count)
    return found


def _by_kind(counts: Sequence[Count]) -> Iterator[Parts]:
    """Channels or outcomes that are listed behind what came in or was closed."""
    for kind, run in groupby(counts, key=_kind):
        members = _without_reasons(list(run))
        if kind not in ("channel", "outcome") or len(members) < 2:
            continue
        wholes = [
            count
            for count in counts[: counts.index(members[0])]
            if count.subject in _TAKEN and not count.channel
        ]
        wanted = ("received", "handled") if kind == "channel" else ("closed", "received", "handled")
        wholes = [count for count in wholes if count.subject in wanted and not count.parts]
        fitting = [whole for whole in wholes if whole.value == sum(member.value for member in members)]
        if wholes:
            yield Parts((fitting or wholes)[-1], tuple(members), kind)  # type: ignore[arg-type]


def _kind(count: Count) -> str:
    if count.channel.startswith("channel_"):
        return "channel"
    if count.channel:
        return "applicant"
    return "outcome" if count.subject.partition(".")[0] in _OUTCOMES else ""


def _without_reasons(members: list[Count]) -> list[Count]:
    """The counts without the reasons for an outcome that is counted among them: 不予公开3件,其中涉及国家秘密1件."""
    whole = {count.subject for count in members}
    return [
        count for count in members if "." not in count.subject or count.subject.partition(".")[0] not in whole
    ]


def _numbered(runs: Sequence[Sequence[Count]]) -> Iterator[Parts]:
    """A total before a colon that ends its paragraph, and the first number of each numbered paragraph behind it."""
    for at, run in enumerate(runs):
        whole = run[-1]
        tail = whole.paragraph.text[_end(whole) :]
        if whole.parts or not _ANNOUNCES.fullmatch(tail):
            continue
        items = list(_items(runs[at + 1 :]))
        if len(items) > 1:
            yield Parts(whole, tuple(items), "items")


_ANNOUNCES = Pattern(
    r"(?:\([^()]*\))?[,。]?(?:其中|包括|包含|分别[为是]|具体(?:情况)?(?:如下|为|是)?|如下):", ":"
)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(r"(?:(\d{1,2})[.、]|\((\d{1,2})\)|\(([一二三四五六七八九十])\))")


def _items(runs: Sequence[Sequence[Count]]) -> Iterator[Count]:
    """The first count of each paragraph that continues the list 1. 2. 3."""
    for number, run in enumerate(runs, 1):
        match = _mark().match(run[0].paragraph.text)
        if match is None or (
            match[1] or match[2] or str("一二三四五六七八九十".find(match[3] or "") + 1)
        ) != str(number):
            return
        yield run[0]
