"""Every count of the prose held against the tables, once for all rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gxlint.facts import Count, facts_of
from gxlint.model import Report
from gxlint.rules import Severity
from gxlint_national.figures.agreement import agrees
from gxlint_national.figures.certainty import weight
from gxlint_national.figures.expectations import Books, Expectation
from gxlint_national.figures.ledger import Figure, Unread


class Disagreement(NamedTuple):
    """A count that is not what the tables say, and how sure that is."""

    count: Count
    figure: Figure
    severity: Severity


class Silence(NamedTuple):
    """A count that could not be compared."""

    count: Count
    why: Unread


@dataclass(slots=True)
class Comparison:
    """What came of holding the prose against the tables."""

    counts: list[Count] = field(default_factory=list)  # all that some table should tell of
    disagreements: list[Disagreement] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)
    settled: set[int] = field(default_factory=set)  # ids of the counts on which a table has spoken

    def is_wrong(self, *counts: Count) -> bool:
        """Whether one of these counts disagrees with a table, which another rule reports."""
        return any(item.count is count for item in self.disagreements for count in counts)


def comparison(report: Report) -> Comparison:
    """For ``report.once``."""
    result = Comparison()
    books = report.once(Books)
    for count in facts_of(report).counts:
        expectation = books.expectation(count)
        if expectation is not None:
            result.counts.append(count)
            _compare(count, expectation, report, result)
    return result


def _compare(count: Count, expectation: Expectation, report: Report, result: Comparison) -> None:
    answers = (expectation.figure, *expectation.others)
    figures = [answer for answer in answers if isinstance(answer, Figure)]
    if any(agrees(count, value) for figure in figures for value in figure.values):
        result.settled.add(id(count))
        return
    severity = weight(count, report)
    if severity is None:
        return
    unread = next((answer for answer in answers if isinstance(answer, Unread)), None)
    if unread is not None:
        result.silences.append(Silence(count, unread))
        return
    figure = figures[0]
    if any(item.doubts or item.blank for item in figures):
        severity = max(severity, Severity.WARNING, key=lambda item: item.rank)
    result.settled.add(id(count))
    result.disagreements.append(Disagreement(count, figure, severity))
