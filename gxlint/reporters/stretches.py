"""What the stretches of a report are: headings, labels, numbers, what is cited, dates, blanks to be filled in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from gxlint.facts import facts_of
from gxlint.model.sums import totals
from gxlint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.facts import Facts
    from gxlint.model import Report, Table

Kind: TypeAlias = Literal[
    "heading", "label", "column", "number", "citation", "document_number", "date", "blank"
]


class Stretch(NamedTuple):
    """A stretch of a report's text. ``main`` marks headings of parts, ``total`` cells that are sums of others."""

    span: Span
    kind: Kind
    main: bool = False
    total: bool = False


def stretches(report: Report) -> list[Stretch]:
    """What is recognised in a report, in text order, without overlaps: of two the inner one counts."""
    found = [item for item in _all(report) if item.span.length > 0]
    return list(_apart(sorted(found, key=lambda item: (item.span.start, -item.span.end))))


def _all(report: Report) -> Iterator[Stretch]:
    yield from _headings(report)
    for table in report.tables.values():
        yield from _table(table)
    facts = facts_of(report)
    yield from _numbers(facts)
    yield from _cited(facts)
    yield from _dates(report, facts)
    yield from _blanks(report)


def _headings(report: Report) -> Iterator[Stretch]:
    if report.title is not None:
        yield Stretch(report.title.span, "heading", main=True)
    for section in report.sections:
        yield Stretch(section.heading.span, "heading", main=True)
        for heading in section.subheadings:
            yield Stretch(heading.span, "heading")


def _table(table: Table) -> Iterator[Stretch]:
    for label in table.labels:
        yield Stretch(label.span, "column" if label.role == "column" else "label")
    sums = {total.address for total in totals(table)}
    for cell in table.cells():
        if cell.value is not None:
            yield Stretch(cell.span, "number", total=(cell.row, cell.column) in sums)


def _numbers(facts: Facts) -> Iterator[Stretch]:
    for count in facts.counts:
        if not count.zero_statement:
            yield Stretch(count.number_span, "number")
    for ratio in facts.ratios:
        yield Stretch(ratio.number_span, "number")
    for change in facts.changes:
        yield Stretch(change.place(change.percent_start, change.percent_end), "number")
        yield Stretch(change.place(change.amount_start, change.amount_end), "number")


def _cited(facts: Facts) -> Iterator[Stretch]:
    for citation in facts.citations:
        yield Stretch(citation.span, "citation")
        for article in citation.articles:
            yield Stretch(article.span, "citation")
    for number in (*facts.numbers, *facts.decrees):
        yield Stretch(number.span, "document_number")


def _dates(report: Report, facts: Facts) -> Iterator[Stretch]:
    for date in facts.dates:
        yield Stretch(date.span, "date")
    for period in facts.periods:
        yield Stretch(period.span, "date")
    for span in (report.signature.date_span, report.published[1] if report.published else None):
        if span is not None:
            yield Stretch(span, "date")


def _blanks(report: Report) -> Iterator[Stretch]:
    text = report.text
    if any(sign in text for sign in ("__", "××", "XX", "xx")):
        for match in _blank().finditer(text):
            yield Stretch(Span(*match.span()), "blank")


@cache
def _blank() -> re.Pattern[str]:
    """What a form leaves to be filled in: ____, ××县, 20XX年."""
    return re.compile(r"_{2,}|(?<![A-Za-z0-9])(?:20\d?)?(?:×{2,}|X{2,}|x{2,})(?![A-Za-z0-9])")


def _apart(items: Iterable[Stretch]) -> Iterator[Stretch]:
    """The same without overlaps, given in order of their beginnings, of those the longest first."""
    around: list[Stretch] = []  # those that are still open, the inner ones last
    done = 0

    def close(until: int) -> Iterator[Stretch]:
        nonlocal done
        while around and around[-1].span.start < until:
            item = around[-1]
            end = min(item.span.end, until)
            if done < end:
                yield item._replace(span=Span(max(done, item.span.start), end))
                done = end
            if item.span.end > until:
                return
            around.pop()

    for item in items:
        yield from close(item.span.start)
        around.append(item)
    yield from close(max((item.span.end for item in around), default=0))
