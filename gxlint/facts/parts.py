"""Parts of a whole: 其中网上申请 17 件,信函申请 15 件."""

from collections.abc import Sequence
from typing import Final

from gxlint.facts.fact import Count

_PEERS = frozenset(("件", "例", "宗", "份", "起", "条", "件次", ""))
_WHOLES = frozenset(
    ("received", "handled", "carried_over", "reconsideration", "litigation", "disputes", "normative_documents", "trainings")
)
_PROCESS = frozenset(("closed", "carried_forward"))
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
    return "outcome" if subject not in ("proposals", "licensing", "penalties", "compulsory_measures") else "free"


class Listing:
    """A list of parts being read, and the numbers before it that may be their whole."""

    def __init__(self, candidates: Sequence[Count], *, bracket: bool = False) -> None:
        self._candidates = [count for count in candidates if count.whole is None]
        self.parts: list[Count] = []
        self.kind = ""
        self.open_ended = False
        self.bracket = bracket

    def takes(self, count: Count) -> bool:
        """Whether a count is one more part; if so it is taken in."""
        kind = kind_of_part(count)
        if not self._candidates or count.period != "this_year":
            return False
        if not self.parts:
            self.kind = "free" if kind == "whole" else kind
            if not any(_same_unit(count, whole) for whole in self._candidates):
                return False
        elif not (kind == self.kind or (self.kind == "free" and kind == "outcome")):
            return False
        elif not _same_unit(count, self.parts[0]):
            return False
        self.parts.append(count)
        return True

    def close(self) -> None:
        """The list is over: give the parts to their whole."""
        whole = self._whole()
        if whole is None:
            return
        whole.parts += self.parts
        whole.open_ended |= self.open_ended
        for part in self.parts:
            part.whole = whole

    def _whole(self) -> Count | None:
        if not self.parts:
            return None
        total = sum(part.value for part in self.parts)
        fitting = [
            whole
            for whole in reversed(self._candidates)
            if _same_unit(whole, self.parts[0]) and not whole.parts and whole not in self.parts
        ]
        likely = [whole for whole in fitting if whole.subject in _LIKELY.get(self.kind, (whole.subject,))] or fitting
        exact = [whole for whole in likely if whole.value == total]
        return next(iter(exact or likely), None)


def _same_unit(one: Count, other: Count) -> bool:
    return one.unit == other.unit or (one.unit in _PEERS and other.unit in _PEERS)
