"""Certain slips: a stretch that no correct sentence has, and what it was meant to be.

A stretch is looked for as it stands. Chinese has no word boundaries, so many a slip is also a piece of something correct
(在的工作中 in 现在的工作中): what may stand before or after it then, or what has to, is written down beside it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gxlint_national.wording.presence import Presence


class Slip(NamedTuple):
    """A wrong stretch and its correction.

    ``unless_after`` and ``unless_before`` are what excuses it when it stands right in front of or right behind it;
    ``after`` and ``before`` are what has to stand there, when given. The names read from the slip's point of view:
    在的工作中 is a slip unless it comes *after* 现.
    """

    wrong: str
    right: str
    unless_after: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()

    def holds(self, text: str, start: int) -> bool:
        """Whether the stretch at this offset is the slip, by what stands around it."""
        end = start + len(self.wrong)
        if self.unless_before and text.startswith(self.unless_before, end):
            return False
        if self.unless_after and text.endswith(self.unless_after, 0, start):
            return False
        if self.before and not text.startswith(self.before, end):
            return False
        return not self.after or text.endswith(self.after, 0, start)


class Found(NamedTuple):
    """A slip in a text."""

    slip: Slip
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.slip.wrong)


def slips_in(words: Presence, slips: Iterable[Slip]) -> list[Found]:
    """Every slip in a text, in text order; of two that overlap, the first."""
    candidates = [found for slip in slips if words.has(slip.wrong) for found in _all(slip, words.text)]
    kept: list[Found] = []
    for found in sorted(candidates, key=lambda found: (found.start, -found.end)):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
    return kept


def _all(slip: Slip, text: str) -> Iterator[Found]:
    wrong = slip.wrong
    at = text.find(wrong)
    while at >= 0:
        if slip.holds(text, at):
            yield Found(slip, at)
        at = text.find(wrong, at + len(wrong))
