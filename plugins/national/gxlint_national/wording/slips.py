"""Certain slips: a stretch that no correct sentence has, and what it was meant to be.

A stretch is looked for as it stands. Chinese has no word boundaries, so many a slip is also a piece of something correct
(在的工作中 in 现在的工作中): what may stand before or after it then, or what has to, is written down beside it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from gxlint.source.record import Record
from gxlint_national.wording.presence import Presence, pair_number


class Slip(Record, frozen=True):
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
    """A slip in a text, and where it begins and ends."""

    slip: Slip
    start: int
    end: int


class SlipTable:
    """Slips to look for together. Each is known by two neighbouring characters that correct text hardly has."""

    def __init__(self, slips: Sequence[Slip]) -> None:
        self.slips = tuple(slips)

    @cached_property
    def _by_pair(self) -> dict[int, list[Slip]]:
        correct = Counter(pair for slip in self.slips for pair in pairwise(slip.right))
        known: dict[int, list[Slip]] = {}
        for slip in self.slips:
            pairs = reversed([*pairwise(slip.wrong)])
            known.setdefault(pair_number(*min(pairs, key=lambda pair: correct[pair])), []).append(slip)
        return known

    @cached_property
    def _pairs(self) -> frozenset[int]:
        return frozenset(self._by_pair)

    def slips_in(self, words: Presence) -> list[Found]:
        """Every slip in a text, in text order; of two that overlap, the first."""
        possible = [slip for pair in self._pairs & words.pairs for slip in self._by_pair[pair]]
        candidates = [found for slip in possible if words.has(slip.wrong) for found in _all(slip, words.text)]
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
            yield Found(slip, at, at + len(wrong))
        at = text.find(wrong, at + len(wrong))
