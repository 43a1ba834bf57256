"""Every count of the prose held against the tables, once for all rules."""

from gxlint.facts import Count, facts_of
from gxlint.model import Report
from gxlint.rules import Severity
from gxlint.source.record import Record, made
from gxlint_national.figures.agreement import agrees
from gxlint_national.figures.certainty import sentence_around, weight
from gxlint_national.figures.expectations import Books
from gxlint_national.figures.ledger import Answer, Figure, Ledger, Unread


class Disagreement(Record, frozen=True):
    """A count that is not what the tables say, and how sure that is."""

    count: Count
    figure: Figure
    severity: Severity


class Agreement(Record, frozen=True):
    """A count that is what the tables say; ``figure`` may be so with one of its doubts alone."""

    count: Count
    figure: Figure


class Silence(Record, frozen=True):
    """A count that could not be compared."""

    count: Count
    why: Unread


class Comparison(Record):
    """What came of holding the prose against the tables."""

    counts: list[Count] = made(default_factory=list)  # all that some table should tell of
    agreements: list[Agreement] = made(default_factory=list)
    disagreements: list[Disagreement] = made(default_factory=list)
    silences: list[Silence] = made(default_factory=list)
    settled: set[int] = made(default_factory=set)  # ids of the counts on which a table has spoken

    def agree(self, count: Count, figure: Figure) -> None:
        """Take in that a count is what a table says."""
        self.settled.add(id(count))
        self.agreements.append(Agreement(count, figure))

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
        answers = []
        for answer in books.readings(count):
            answers.append(answer)
            if isinstance(answer, Figure) and _fits(count, answer):
                result.agree(count, answer)
                break
        else:
            if answers:
                _look_closer(count, answers, books.ledger, report, result)
        if answers:
            result.counts.append(count)
    return result


def _look_closer(
    count: Count, answers: list[Answer], ledger: Ledger, report: Report, result: Comparison
) -> None:
    """A count that agrees with no figure: find out whether that says anything."""
    severity = weight(count, report)
    if severity is None or _is_told_beside(count, answers, report):
        return
    answers = [ledger.confirmed(answer) for answer in answers]
    figures = [answer for answer in answers if isinstance(answer, Figure)]
    if (fitting := next((item for item in figures if _fits(count, item)), None)) is not None:
        result.agree(count, fitting)
        return
    for answer in answers:
        if isinstance(answer, Unread):
            result.silences.append(Silence(count, answer))
            return
    if any(agrees(count, value) for item in figures for value in item.balances):
        severity = Severity.INFO  # the table does not come out, and with this number it would
    elif any(item.doubts or item.balances or item.blank for item in figures):
        severity = max(severity, Severity.WARNING, key=lambda item: item.rank)
    result.settled.add(id(count))
    result.disagreements.append(Disagreement(count, figures[0], severity))


def _is_told_beside(count: Count, answers: list[Answer], report: Report) -> bool:
    """Whether the same sentence gives the right number too: 近三年累计45件、今年12件, or in two parts that add up."""
    begin, end = sentence_around(count)
    beside = [
        other
        for other in facts_of(report).beside(count)
        if begin <= other.start < end
        and (other.subject == count.subject or (other.subject == "other" and other.unit == count.unit))
        and other.measure == count.measure
        and not other.channel
    ]
    together = {sum(other.value for other in beside if other.subject == count.subject)}
    if count.subject == "closed":  # 10件在法定期限内办结,2件延长期限后办结
        together |= {count.value + other.value for other in beside if other.subject == "other"}
    return len(beside) > 1 and any(
        isinstance(answer, Figure)
        and (answer.value in together or any(_fits(other, answer) for other in beside))
        for answer in answers
    )


def _fits(count: Count, figure: Figure) -> bool:
    return any(agrees(count, value) for value in (figure.value, *figure.doubts))
