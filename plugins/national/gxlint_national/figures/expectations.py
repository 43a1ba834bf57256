"""Which figures of the tables a count in the prose may agree with."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from gxlint.facts import Count
from gxlint.model import Report
from gxlint_national.figures.ledger import Answer, Figure, Ledger, Unread, less, together

_ANSWERING = ("答复", "回复", "复函", "办复")
_CHANGING = ("修订", "修改", "起草")
_RESULTS = ("", "upheld", "corrected", "other_result", "pending")
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
    "disclosed": ("issued", "newly_disclosed", "in_force"),
}

Readings: TypeAlias = Iterator[Answer]
"""The figure that a count should be, then the figures that it may be as well; none when no table tells of it."""


class Books:
    """The tables of a report with the knowledge of what prose means by its subjects."""

    def __init__(self, report: Report) -> None:
        self.ledger = Ledger(report)

    def readings(self, count: Count) -> Readings:
        """The figures that a count may be, the likeliest first, each looked up when it is asked for."""
        subject, _, result = count.subject.partition(".")
        if subject in _DISPUTES:
            return self._disputes(subject, result)
        if count.channel:
            return iter(())
        if (special := _REQUESTS.get(count.subject)) is not None:
            return special(self, count)
        form = self.ledger.form("table_requests")
        if count.subject in form.row_forms or count.subject in form.group_forms:
            return iter((self.request(count.subject),))
        return self._of_table_two(count)

    def request(self, row: str) -> Answer:
        """A row or group of 表三, its total."""
        return self.ledger.group("table_requests", row, "total")

    def _disputes(self, subject: str, result: str) -> Readings:
        if result in _RESULTS:
            rows = _DISPUTES[subject]
            yield together([self.ledger.cell("table_disputes", row, result or "total") for row in rows])

    def _of_table_two(self, count: Count) -> Readings:
        columns = self.ledger.form("table_proactive").columns_of(count.subject)
        if (count.unit == "项" and "decisions" in columns) or count.verb in _CHANGING:
            return  # 行政许可事项36项 are kinds of licences; a revised document is not a new one
        wanted = _DOCUMENT_COLUMNS.get(count.measure, ()) if "decisions" not in columns else ("decisions",)
        for column in wanted:
            if column in columns:
                yield self.ledger.cell("table_proactive", count.subject, column)

    def _received(self, count: Count) -> Readings:
        """新收; with last year's where the sentence includes them, which it does not always say."""
        new = self.request("received")
        if count.includes_last_year:
            yield self._with_last_year()
            yield new
            return
        yield new
        if isinstance(new, Unread) or count.value > new.value:
            yield self._with_last_year()

    def _with_last_year(self) -> Answer:
        return together([self.request("received"), self.request("carried_over")])

    def _handled(self, count: Count) -> Readings:
        """办理: what came in, with or without last year's, or what was finished."""
        yield from self._received(count)
        yield self.request("outcomes_total")

    def _closed(self, count: Count) -> Readings:
        """办结: the total of outcomes; or what came in this year, less what is carried forward."""
        total, new = self.request("outcomes_total"), self.request("received")
        yield total
        yield less(new, self.request("carried_forward"))
        over = self.request("carried_over")
        if isinstance(over, Figure) and over.value:
            yield new
        if count.verb.endswith(_ANSWERING):
            # An answer is not given to what was not processed.
            unanswered = [self.request(row) for row in ("not_processed", "other_processing")]
            yield less(total, *unanswered)
            for part in unanswered:
                yield less(total, part)


_REQUESTS: Final[dict[str, Callable[[Books, Count], Readings]]] = {
    "received": Books._received,
    "handled": Books._handled,
    "closed": Books._closed,
}
