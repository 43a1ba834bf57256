"""``inspect --output-format json``. The shape is fixed; keys may be added."""

from __future__ import annotations

from json import dumps
from typing import TYPE_CHECKING, Any

from gxlint.cli.console import use_utf8
from gxlint.cli.views.asserted import fact_objects
from gxlint.cli.views.dates import iso
from gxlint.reporters.json import range_object, standing
from gxlint.reporters.record import range_of

if TYPE_CHECKING:
    from gxlint.model import Cell, Report, Row, Section, Stray, Table
    from gxlint.source import Span


def show(report: Report, lang: str) -> None:
    """Write the object to standard output. The keys are the same in every language."""
    import sys

    use_utf8(sys.stdout)
    print(dumps(report_object(report), ensure_ascii=False, indent=1))


def report_object(report: Report) -> dict[str, Any]:
    """All that was read, as JSON values."""
    return {
        "format": report.format.key if report.kind in ("report", "template") else None,
        "year": report.year,
        "organisation": report.organisation,
        "title": report.title.text if report.title else None,
        "period": _period(report),
        "kind": report.kind,
        "body_type": report.body_type,
        "scope": report.scope,
        "encoding": report.document.encoding,
        "published": _dated(report, *(report.published or (None, None))),
        "signature": _signature(report),
        "evidence": [
            {
                "about": item.about,
                "value": item.value,
                "reason": item.reason,
                "range": _range(report, item.span),
            }
            for item in report.evidence
        ],
        "sections": [_section(report, section) for section in report.sections],
        "tables": {key: _table(report, table) for key, table in report.tables.items()},
        "facts": fact_objects(report),
    }


def _range(report: Report, span: Span | None) -> dict[str, Any] | None:
    if span is None or report.document.places is not None:
        return None
    return range_object(range_of(report.document, span))


def _standing(report: Report, span: Span) -> dict[str, Any]:
    """``range``, or ``place`` in a file without lines."""
    return standing(range_of(report.document, span), report.document.place(span))


def _period(report: Report) -> dict[str, Any] | None:
    if (period := report.period) is None:
        return None
    return {"start": iso(period.start), "end": iso(period.end), "range": _range(report, period.span)}


def _dated(report: Report, date: tuple[int, int, int] | None, span: Span | None) -> dict[str, Any] | None:
    return None if date is None else {"date": iso(date), "range": _range(report, span)}


def _signature(report: Report) -> dict[str, Any]:
    signed = report.signature
    return {
        "name": signed.name,
        "name_range": _range(report, signed.name_span),
        "date": iso(signed.date) if signed.date else None,
        "date_range": _range(report, signed.date_span),
    }


def _section(report: Report, section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": report.document.slice(section.heading.span),
        "match": section.match,
        **_standing(report, section.span),
    }


def _table(report: Report, table: Table) -> dict[str, Any]:
    return {
        **_standing(report, table.span),
        "cells": {
            key: {cell.column: _cell(report, cell) for cell in row.cells} for key, row in table.rows.items()
        },
        "problems": {key: row.problem for key, row in table.rows.items() if row.problem},
        "duplicates": [_duplicate(report, row) for row in table.duplicates],
        "strays": [_stray(report, stray) for stray in table.strays],
    }


def _cell(report: Report, cell: Cell) -> dict[str, Any]:
    made = {"raw": cell.raw, "value": cell.value, **_standing(report, cell.span)}
    if cell.value is None:
        made["state"] = cell.state
    return made


def _duplicate(report: Report, row: Row) -> dict[str, Any]:
    return {"row": row.key, "raw": [cell.raw for cell in row.cells], **_standing(report, row.span)}


def _stray(report: Report, stray: Stray) -> dict[str, Any]:
    return {"kind": stray.kind, "text": stray.text, **_standing(report, stray.span)}
