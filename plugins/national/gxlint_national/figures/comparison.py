"""Every count of the prose held against the tables, once for all rules."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from gxlint.facts import Count, facts_of
from gxlint.model import Report
from gxlint.rules import Severity
from gxlint_national.figures.agreement import agrees
from gxlint_national.figures.certainty import weight
from gxlint_national.figures.expectations import Books, Expectation
from gxlint_national.figures.ledger import Answer, Figure, Ledger, Unread


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A count that is not what the tables say, and how sure that is."""

    count: Count
    figure: Figure
    severity: Severity


@dataclass(frozen=True, slots=True)
class Silence:
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
        """Whether one of these counts disagrees with 表三 or 表四, which another rule reports."""
        return any(
            item.count is count and item.figure.terms[0].cell.table != "table_proactive"
            for item in self.disagreements
            for count in counts
        )


def comparison(report: Report) -> Comparison:
    """For ``report.once``."""
    result = Comparison()
    books = report.once(Books)
    for count in facts_of(report).counts:
        expectation = books.expectation(count)
        if expectation is not None:
            result.counts.append(count)
            _compare(count, expectation, books.ledger, report, result)
    return result


def _compare(
    count: Count, expectation: Expectation, ledger: Ledger, report: Report, result: Comparison
) -> None:
    answers = (expectation.figure, *expectation.others)
    if _is_one_of(count, answers):
        result.settled.add(id(count))
        return
    severity = weight(count, report)
    if severity is None:
        return
    answers = tuple(map(ledger.confirmed, answers))
    if _is_one_of(count, answers):
        result.settled.add(id(count))
        return
    figures = []
    for answer in answers:
        if isinstance(answer, Unread):
            result.silences.append(Silence(count, answer))
            return
        figures.append(answer)
    if any(item.doubts or item.blank for item in figures):
        severity = max(severity, Severity.WARNING, key=lambda item: item.rank)
    result.settled.add(id(count))
    result.disagreements.append(Disagreement(count, figures[0], severity))


def _is_one_of(count: Count, answers: Iterable[Answer]) -> bool:
    return any(
        isinstance(answer, Figure) and any(agrees(count, value) for value in (answer.value, *answer.doubts))
        for answer in answers
    )
