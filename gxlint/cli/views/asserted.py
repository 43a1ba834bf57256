"""What the prose asserts, as JSON values for ``inspect``."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from gxlint.cli.views.dates import iso
from gxlint.facts import (
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
    facts_of,
)
from gxlint.reporters.json import standing
from gxlint.reporters.record import range_of

if TYPE_CHECKING:
    from gxlint.model import Report


def fact_objects(report: Report) -> list[dict[str, Any]]:
    """Every fact in text order; keys beyond the fixed ones depend on its kind."""
    facts = sorted(facts_of(report), key=lambda fact: (fact.span.start, fact.span.end))
    return [_object(report, fact) for fact in facts]


def _object(report: Report, fact: Fact) -> dict[str, Any]:
    subject, value, unit, more = _told(fact)
    return {
        "kind": fact.kind,
        "subject": subject,
        "value": value,
        "unit": unit or None,
        "text": fact.text,
        **standing(range_of(report.document, fact.span), report.document.place(fact.span)),
        "section": fact.section,
        **more,
    }


_Told = tuple[str, int | float | str | None, str, dict[str, Any]]


@singledispatch
def _told(fact: Fact) -> _Told:
    """Subject, value and unit of a fact, and what else its kind has to tell."""
    raise TypeError(fact)


@_told.register
def _(fact: Count) -> _Told:
    more = {
        "label": fact.label,
        "measure": fact.measure or None,
        "channel": fact.channel or None,
        "bound": fact.bound or "exact",
        "scope": fact.scope,
        "period": fact.period,
        "topic": fact.topic,
        "said_in_words": fact.zero_statement,
        "includes_last_year": fact.includes_last_year,
        "whole": fact.whole.value if fact.whole is not None else None,
    }
    return fact.subject, fact.value, fact.unit, more


@_told.register
def _(fact: Statement) -> _Told:
    return fact.subject, None, "", {"scope": fact.scope, "period": fact.period, "topic": fact.topic}


@_told.register
def _(fact: Ratio) -> _Told:
    numerator, denominator = fact.numerator, fact.denominator
    more = {
        "name": fact.name,
        "bound": fact.bound or "exact",
        "numerator": numerator.value if numerator is not None else None,
        "denominator": denominator.value if denominator is not None else None,
    }
    return fact.subject, fact.value, "%", more


@_told.register
def _(fact: Change) -> _Told:
    sign = -1 if fact.direction < 0 else 1
    percent = None if fact.percent is None else sign * fact.percent
    amount = None if fact.amount is None else sign * fact.amount
    more = {
        "percent": percent,
        "amount": amount,
        "basis": fact.basis,
        "now": fact.now.value if fact.now is not None else None,
        "before": fact.before.value if fact.before is not None else None,
    }
    if percent is not None:
        return fact.subject, percent, "%", more
    return fact.subject, amount if amount is not None else 0, fact.unit, more


@_told.register
def _(fact: DateFact) -> _Told:
    return "date", _date(fact), "", {"valid": fact.valid}


@_told.register
def _(fact: PeriodFact) -> _Told:
    return "period", f"{_date(fact.first)}/{_date(fact.last)}", "", {}


@_told.register
def _(fact: YearOpening) -> _Told:
    return "year", fact.year, "", {"since": fact.since}


@_told.register
def _(fact: Citation) -> _Told:
    more = {
        "inner": list(fact.inner),
        "number": fact.number.text if fact.number is not None else None,
        "decree": fact.decree.serial if fact.decree is not None else None,
        "articles": [article.article for article in fact.articles],
        "defines": fact.defines or None,
    }
    return "title", fact.title, "", more


@_told.register
def _(fact: DocumentNumber) -> _Told:
    return "document_number", fact.official, "", {"year": fact.year, "serial": fact.serial}


@_told.register
def _(fact: Decree) -> _Told:
    return "decree", fact.serial, "号", {"issuer": fact.issuer or None}


@_told.register
def _(fact: Enumeration) -> _Told:
    return "enumeration", fact.announced, fact.noun, {"items": [item.ordinal for item in fact.items]}


def _date(date: DateFact) -> str:
    """As much of a date as is written: ``2024-01-31``, ``2024``, ``--01-31``."""
    if date.year is not None and date.month is not None and date.day is not None:
        return iso((date.year, date.month, date.day))
    parts = [f"{date.year:04}" if date.year is not None else "-"]
    parts += [f"{part:02}" for part in (date.month, date.day) if part is not None]
    return "-".join(parts)
