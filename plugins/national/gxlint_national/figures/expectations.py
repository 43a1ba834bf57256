"""Which figure of the tables a count in the prose has to agree with."""

from collections.abc import Callable
from typing import Final, NamedTuple

from gxlint.facts import Count
from gxlint.model import Report
from gxlint_national.figures.ledger import Answer, Figure, Ledger, less, together

_ANSWERING = ("答复", "回复", "复函", "办复")
_RESULTS = ("upheld", "corrected", "other_result", "pending")
_LITIGATION = ("litigation_direct", "litigation_after_reconsideration")
_DISPUTES: Final[dict[str, tuple[str, ...]]] = {
    "reconsideration": ("reconsideration",),
    "litigation": _LITIGATION,
    "litigation_direct": _LITIGATION[:1],
    "litigation_after_reconsideration": _LITIGATION[1:],
    "disputes": ("reconsideration", *_LITIGATION),
}
# Columns of 表二 by measure; the format of 2019 names other ones.
_DOCUMENT_COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "issued": ("issued", "newly_made"),
    "repealed": ("repealed",),
    "in_force": ("in_force",),
    "disclosed": ("issued", "newly_disclosed"),
}


class Expectation(NamedTuple):
    """The figure that a count should be, and the figures that it may be as well."""

    figure: Answer
    others: tuple[Answer, ...] = ()


class Books:
    """The tables of a report with the knowledge of what prose means by its subjects."""

    def __init__(self, report: Report) -> None:
        self.ledger = Ledger(report)
        self._known: dict[tuple[str, ...], Expectation | None] = {}

    def expectation(self, count: Count) -> Expectation | None:
        """What a count should be; none when no table tells of its subject."""
        key = (
            count.subject,
            count.measure,
            count.channel,
            "last" if count.includes_last_year else "",
            count.verb,
        )
        if key not in self._known:
            self._known[key] = self._expected(count)
        return self._known[key]

    def request(self, row: str) -> Answer:
        """A row or group of 表三, its total."""
        return self.ledger.group("table_requests", row, "total")

    def _expected(self, count: Count) -> Expectation | None:
        subject, _, result = count.subject.partition(".")
        if subject in _DISPUTES:
            return self._dispute(subject, result)
        if count.channel:
            return None
        if (special := _REQUESTS.get(count.subject)) is not None:
            return special(self, count)
        form = self.ledger.form("table_requests")
        if count.subject in form.row_forms or count.subject in form.group_forms:
            return Expectation(self.request(count.subject))
        return self._of_table_two(count)

    def _dispute(self, subject: str, result: str) -> Expectation | None:
        if result and result not in _RESULTS:
            return None
        cells = [self.ledger.cell("table_disputes", row, result or "total") for row in _DISPUTES[subject]]
        return Expectation(together(cells))

    def _of_table_two(self, count: Count) -> Expectation | None:
        form = self.ledger.form("table_proactive")
        columns = form.columns_of(count.subject)
        if count.subject in ("normative_documents", "regulations"):
            wanted = next(
                (column for column in _DOCUMENT_COLUMNS.get(count.measure, ()) if column in columns), None
            )
        else:
            wanted = "decisions" if "decisions" in columns else None
        if wanted is None:
            return None
        answer = self.ledger.cell("table_proactive", count.subject, wanted)
        if count.measure == "disclosed" and "in_force" in columns:
            return Expectation(answer, (self.ledger.cell("table_proactive", count.subject, "in_force"),))
        return Expectation(answer)

    def _received(self, count: Count) -> Expectation:
        """新收; with last year's where the sentence includes them, which it does not always say."""
        new, both = self.request("received"), self._with_last_year()
        return Expectation(both, (new,)) if count.includes_last_year else Expectation(new, (both,))

    def _with_last_year(self) -> Answer:
        return together([self.request("received"), self.request("carried_over")])

    def _handled(self, count: Count) -> Expectation:
        """办理: what came in, with or without last year's, or what was finished."""
        expected = self._received(count)
        return Expectation(expected.figure, (*expected.others, self.request("outcomes_total")))

    def _closed(self, count: Count) -> Expectation:
        """办结: the total of outcomes; or what came in this year, less what is carried forward."""
        total = self.request("outcomes_total")
        new, forward = self.request("received"), self.request("carried_forward")
        others = [less(new, forward)]
        over = self.request("carried_over")
        if isinstance(over, Figure) and over.value:
            others.append(new)
        if count.verb.endswith(_ANSWERING):
            # An answer is not given to what was not processed.
            unanswered = [self.request(row) for row in ("not_processed", "other_processing")]
            others += [less(total, *unanswered), less(total, unanswered[1]), less(total, unanswered[0])]
        return Expectation(total, tuple(others))


_REQUESTS: Final[dict[str, Callable[[Books, Count], Expectation]]] = {
    "received": Books._received,
    "handled": Books._handled,
    "closed": Books._closed,
}
