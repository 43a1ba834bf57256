"""All facts of one report."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gxlint.facts.fact import (
    Change,
    Citation,
    Count,
    DateFact,
    Decree,
    DocumentNumber,
    Enumeration,
    Fact,
    PeriodFact,
    Ratio,
    Statement,
    YearOpening,
)


@dataclass(slots=True)
class Facts:
    """Facts by kind, each list in text order."""

    counts: list[Count] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    ratios: list[Ratio] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    dates: list[DateFact] = field(default_factory=list)
    periods: list[PeriodFact] = field(default_factory=list)
    openings: list[YearOpening] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    numbers: list[DocumentNumber] = field(default_factory=list)
    decrees: list[Decree] = field(default_factory=list)
    enumerations: list[Enumeration] = field(default_factory=list)

    def of(self, *subjects: str, limited: bool = False) -> list[Count]:
        """Counts of these subjects, in text order; those of a portion only on request."""
        return [
            count for count in self.counts if count.subject in subjects and (limited or not count.limited)
        ]

    def __iter__(self) -> Iterator[Fact]:
        """Every fact, kind by kind."""
        yield from self.counts
        yield from self.statements
        yield from self.ratios
        yield from self.changes
        yield from self.dates
        yield from self.periods
        yield from self.openings
        yield from self.citations
        yield from self.numbers
        yield from self.decrees
        yield from self.enumerations
