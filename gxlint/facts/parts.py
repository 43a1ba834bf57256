"""Parts of a whole: 其中网上申请 17 件,信函申请 15 件."""

from collections.abc import Sequence
from typing import Final

from gxlint.facts.fact import Count

_PEERS = frozenset(("件", "例", "宗", "份", "起", "条", "件次", ""))
_WHOLES = frozenset(
    (
        "received",
        "handled",
        "carried_over",
        "reconsideration",
        "litigation",
        "disputes",
        "normative_documents",
        "trainings",
    )
)
_PROCESS = frozenset(("closed", "carried_forward"))
_OPEN = ("包", "含", "主要", "部分")
_ACTED_ON = frozenset(("received", "handled", "closed", "carried_over", "carried_forward"))
_LONGEST_LABEL = 10
_GIVEN = ("公开", "已公开", "主动公开")
_REST = ("其他", "其它", "其他情形", "其他情况", "其他原因")
_TOLD_TO_THE_PUBLIC = ("disclosed", "gazette", "policy_", "public_", "trainings")
_PUBLISHED = ("disclosed_", "policy_", "public_", "gazette")
# Which wholes parts of a kind rather belong to, where several numbers stand before them.
_LIKELY: Final[dict[str, tuple[str, ...]]] = {
    "channel": ("received", "handled", "closed"),
    "outcome": ("closed", "received", "handled", "outcomes_total"),
    "process": ("received", "handled"),
}


def kind_of_part(count: Count) -> str:
    """What sort of part a count can be; parts of one list are of one sort."""
    if count.channel:
        return "channel"
    subject = count.subject
    if "." in subject and subject.split(".")[0] in ("reconsideration", "litigation", "disputes"):
        return "result"
    if subject in _PROCESS:
        return "process"
    if subject in _WHOLES:
        return "whole"
    if subject == "other" or subject.startswith(_PUBLISHED):
        return "free"
    return (
        "outcome" if subject not in ("proposals", "licensing", "penalties", "compulsory_measures") else "free"
    )


class Listing:
    """A list of parts being read, and the numbers before it that may be their whole."""

    def __init__(self, candidates: Sequence[Count], opened_by: str) -> None:
        self._candidates = [count for count in candidates if not count.parts and count.period != "other_year"]
        self._act = ""
        self._stops = False
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
            self._kind, self._act = "free" if kind == "whole" else kind, act
        elif not self._continues(count, kind, act):
            return False
        self.parts.append(count)
        return True

    def _continues(self, count: Count, kind: str, act: str) -> bool:
        if self._kind == "free":
            alike = count.unit == self.parts[0].unit and act in ("", self._act)
            return alike and count.subject not in _ACTED_ON
        # Among outcomes and channels there may be one that the form has no word for: 信息不存在2件, 其他3件.
        other = count.subject == "other" and not act and len(count.label) <= _LONGEST_LABEL
        return (kind == self._kind or other) and _same_unit(count, self.parts[0])

    def stop(self) -> bool:
        """A semicolon has been read. Whether the list may go on behind it: one with commas inside does not."""
        if self._kind == "free" and len(self.parts) > 1 and not self._stops:
            return False
        self._stops |= bool(self.parts)
        return True

    def refuse(self, count: Count) -> None:
        """The list ends at a count that may have been meant as one more part: then it is not known to be whole."""
        if (
            self.parts
            and count.unit == self.parts[0].unit
            and kind_of_part(count) in ("free", "outcome", "channel")
        ):
            self.open_ended = True

    def close(self) -> None:
        """The list is over: give the parts to their whole."""
        whole = self._whole()
        if whole is None:
            return
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
        wanted = _LIKELY.get(self._kind, ())
        likely = [whole for whole in fitting if whole.subject in wanted and not whole.limited] or fitting
        exact = [whole for whole in likely if whole.value == total]
        # Where no number fits, the one that such parts belong to by their nature; of several the nearest.
        natural = sorted(
            likely, key=lambda whole: wanted.index(whole.subject) if whole.subject in wanted else 0
        )
        return next(iter(exact or natural), None)


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
