"""Parts of a whole: 其中网上申请 17 件,信函申请 15 件."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from gxlint.facts.fact import Count

_PEERS = frozenset(("件", "例", "宗", "份", "起", "条", "件次", ""))
_WHOLES = frozenset(("received", "handled", "carried_over", "reconsideration", "litigation", "disputes"))
_OUTCOMES = frozenset(
    ("granted", "partially_granted", "denied", "unavailable", "not_processed", "other_processing")
)
_REQUESTS = frozenset(("received", "handled", "closed"))
_PROCESS = frozenset(("closed", "carried_forward"))
_OPEN = ("包", "含", "主要", "部分")
_ACTED_ON = frozenset(("received", "handled", "closed", "carried_over", "carried_forward"))
_LONGEST_LABEL = 10
_SHORTEST_WAY = 2
_GIVEN = ("公开", "已公开", "主动公开")
_REST = ("其他", "其它", "其他情形", "其他情况", "其他原因")
_TOLD_TO_THE_PUBLIC = ("disclosed", "gazette", "policy_", "public_", "trainings")
# Which wholes parts of a kind rather belong to, where several numbers stand before them.
_LIKELY: Final[dict[str, tuple[str, ...]]] = {
    "channel": ("received", "handled", "closed"),
    "applicant": ("received", "handled", "closed"),
    "outcome": ("closed", "received", "handled", "outcomes_total"),
    "process": ("received", "handled"),
}


def kind_of_part(count: Count) -> str:
    """What sort of part a count can be; parts of one list are of one sort."""
    if count.channel:
        return "channel" if count.channel.startswith("channel_") else "applicant"
    subject = count.subject
    if "." in subject and subject.split(".")[0] in ("reconsideration", "litigation", "disputes"):
        return "result"
    if subject in _PROCESS:
        return "process"
    if subject in _WHOLES:
        return "whole"
    return "outcome" if subject.partition(".")[0] in _OUTCOMES else "free"


class Listing:
    """A list of parts being read, and the numbers before it that may be their whole."""

    def __init__(self, candidates: Sequence[Count], opened_by: str) -> None:
        known = [count for count in candidates if count.period != "other_year"]
        self._candidates = [count for count in known if not count.parts]
        self._listed = {count.subject for count in known if count.parts}
        self._act = ""
        self._stops = False
        self._total: Count | None = None
        self._sure = 0  # how many parts are certain to be of the list, where it may have ended at a semicolon
        self._kind = ""
        self._opened_by = opened_by
        self.parts: list[Count] = []
        self.open_ended = any(word in opened_by for word in _OPEN)

    def takes(self, count: Count, act: str) -> bool:
        """Whether a count is one more part; if so it is taken in. ``act`` is the key of its verb."""
        kind = kind_of_part(count)
        if not self._candidates or count.period != "this_year":
            return False
        if not self.parts:
            if not any(_same_unit(count, whole) for whole in self._candidates):
                return False
            if kind == "whole" and self._is_by_some_way(count):
                kind, count.channel = "channel", "channel_other"
            self._kind, self._act = "free" if kind == "whole" else kind, act
        elif self._kind == "free" and len(self.parts) > 1 and _sums_up(count.label):
            self._total = count  # 组织机构4条、部门文件22条,共发布26条
            return False
        elif (self._is_complete() and count.value) or not self._continues(count, kind, act):
            return False
        self.parts.append(count)
        return True

    def _is_complete(self) -> bool:
        """Whether the parts have come to their whole, so that what follows tells of it from another side."""
        whole = self._whole() if len(self.parts) > 1 else None
        return whole is not None and sum(part.value for part in self.parts) == whole.value

    def _continues(self, count: Count, kind: str, act: str) -> bool:
        if self._kind == "free":
            alike = count.unit == self.parts[0].unit and act in ("", self._act)
            return alike and count.subject not in _ACTED_ON
        if self._kind == "channel" and kind == "whole" and self._is_by_some_way(count):
            count.channel = "channel_other"
            return _same_unit(count, self.parts[0])
        # Among outcomes and channels there may be one that the form has no word for: 信息不存在2件, 其他3件.
        other = count.subject == "other" and not act and len(count.label) <= _LONGEST_LABEL
        return (kind == self._kind or other) and _same_unit(count, self.parts[0])

    def _is_by_some_way(self, count: Count) -> bool:
        """Whether these are requests among requests, called by a way that has no word of its own: 书面申请件1件."""
        return (
            count.subject in _REQUESTS
            and not count.verb
            and "申请" in count.label[_SHORTEST_WAY:]
            and any(whole.subject in _REQUESTS for whole in self._candidates)
        )

    def stop(self) -> bool:
        """A semicolon has been read. Whether the list may go on behind it.

        One with commas inside does so only where its parts come to less than their whole; what stands behind is part of
        it if all comes to the whole then.
        """
        if self._kind == "free" and len(self.parts) > 1 and not self._stops and not self._sure:
            whole = self._whole()
            if whole is None or sum(part.value for part in self.parts) >= whole.value:
                return False
            self._sure = len(self.parts)
            return True
        self._stops |= bool(self.parts)
        return True

    def refuse(self, count: Count) -> None:
        """The list ends at a count that may have been meant as one more part: then it is not known to be whole."""
        if (
            self.parts
            and self._total is None
            and not self._is_complete()
            and count.unit == self.parts[0].unit
            and kind_of_part(count) in ("free", "outcome", "channel", "applicant")
        ):
            self.open_ended = True

    def close(self) -> None:
        """The list is over: give the parts to their whole."""
        whole = self._total or self._whole()
        if whole is None:
            return
        if 0 < self._sure < len(self.parts) and sum(part.value for part in self.parts) != whole.value:
            del self.parts[self._sure :]
        whole.parts += self.parts
        whole.open_ended = self.open_ended
        whole.listed_by = self._opened_by
        for part in self.parts:
            part.whole = whole
            if part.subject == "other":
                self._name(part, whole)

    def _name(self, part: Count, whole: Count) -> None:
        """What 其他 and a bare 公开 mean among outcomes."""
        if part.label in _REST and whole.subject == "other_processing":
            part.subject, part.topic = "other_processing.other", whole.topic
        elif part.label in _GIVEN and any(kind_of_part(other) == "outcome" for other in self.parts):
            part.subject, part.topic = "granted", whole.topic

    def _whole(self) -> Count | None:
        if not self.parts:
            return None
        total = sum(part.value for part in self.parts)
        fitting = [whole for whole in reversed(self._candidates) if _same_unit(whole, self.parts[0])]
        if self._kind in ("outcome", "process"):
            fitting = [whole for whole in fitting if not whole.subject.startswith(_TOLD_TO_THE_PUBLIC)]
        if self._kind != "free":
            fitting = [whole for whole in fitting if not whole.channel]
        wanted = _LIKELY.get(self._kind, ())
        if not self._listed.isdisjoint(wanted) and not any(whole.subject in wanted for whole in fitting):
            return None  # 其中网上8件、信函35件;其中予以公开14件: listed once already
        likely = [whole for whole in fitting if whole.subject in wanted and not whole.limited] or fitting
        exact = [whole for whole in likely if whole.value == total]
        # Where no number fits, the one that such parts belong to by their nature; of several the nearest.
        natural = sorted(
            likely, key=lambda whole: wanted.index(whole.subject) if whole.subject in wanted else 0
        )
        whole = next(iter(exact or natural), None)
        return None if whole is not None and not exact and self._is_of_two(whole) else whole

    def _is_of_two(self, whole: Count) -> bool:
        """Whether the parts may be those of last year's, too, which stand beside: 新收78件,上年结转3件。其中办结75件,结转6件."""
        return (
            self._kind in ("outcome", "process")
            and whole.subject in ("received", "handled")
            and any(count.subject == "carried_over" and count.value for count in self._candidates)
        )


def _sums_up(label: str) -> bool:
    """Whether a number is called the sum of those before it: 共发布26条."""
    return label.startswith(("共", "合计", "总", "小计", "累计")) and _sum().fullmatch(label) is not None


@cache
def _sum() -> re.Pattern[str]:
    return re.compile(
        "(?:共计?|合计|总[计共]|小计|累计)(?:主动)?(?:公开|发布|公布|推送|编发)?(?:各类|政府|政务)*(?:信息)?"
    )


def summed_up(total: Count, counts: Sequence[Count], word: str) -> None:
    """Make the numbers before 合计 the parts of the number behind it, if they are of one sort."""
    parts: list[Count] = []
    for count in reversed(counts):
        if (
            count.unit != total.unit
            or count.whole is not None
            or (parts and kind_of_part(count) != kind_of_part(parts[0]))
        ):
            break
        parts.insert(0, count)
    if len(parts) > 1 and not any(part.parts for part in parts):
        total.parts, total.listed_by = parts, word
        for part in parts:
            part.whole = total
        subjects = {part.subject: part.topic for part in parts}
        if subjects.keys() == {"received", "carried_over"}:
            total.subject, total.includes_last_year, total.topic = "received", True, subjects["received"]
        elif len(subjects) == 1 and all(part.channel for part in parts):
            total.subject, total.topic = parts[0].subject, parts[0].topic
        elif all(subject.startswith("disclosed_") for subject in subjects):
            total.subject, total.topic = "disclosed_total", "disclosure"


def _same_unit(one: Count, other: Count) -> bool:
    return one.unit == other.unit or (one.unit in _PEERS and other.unit in _PEERS)
