"""A cell, row or column of a table: where it stands in the form, what belongs there, and the sums that it is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.equations import equations
from gxlint.reporters.pages.law import provision_line
from gxlint.reporters.pages.page import Page, Part
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.formats import ColumnForm, TableForm
    from gxlint.model import Cell, Label, Report
    from gxlint.rules.law_book import LawBook

_BETWEEN = " · "
_VALUES = {
    "count": ("非负整数,单位:{unit}", "A whole number, 0 or more; unit: {unit}"),
    "delta": ("整数,可带正负号,单位:{unit}", "A whole number, with a sign where needed; unit: {unit}"),
    "amount": ("金额,可有小数,单位:{unit}", "An amount, decimals allowed; unit: {unit}"),
}


def cell_page(report: Report, cell: Cell, book: LawBook, lang: str = "zh", also: Iterable[str] = ()) -> Page:
    """A cell of figures.

    Args:
        report: the report.
        cell: the cell.
        book: where articles are looked up.
        lang: the language.
        also: lines on what else the report says of it.
    """
    form = report.format.table_forms[cell.table]
    facts = (_value(form.column_forms[cell.column], lang), *_row(form, cell.row, book, lang))
    sums = tuple(
        equation.text(lang) for equation in equations(report.tables[cell.table], cell.row, cell.column)
    )
    parts = (
        Part(say(lang, "勾稽", "Sums"), "facts", sums),
        Part(say(lang, "正文", "Prose"), "facts", tuple(also)),
        Part(say(lang, "填写", "What belongs here"), "facts", facts),
    )
    title = _BETWEEN.join((*_path(form, cell.row), form.short_label(cell.column)))
    return Page(title, tuple(part for part in parts if part.lines))


def label_page(report: Report, table: str, label: Label, book: LawBook, lang: str = "zh") -> Page | None:
    """A label of a table; none for those that only frame it."""
    form = report.format.table_forms[table]
    if label.role == "row" and label.key in form.row_forms:
        return Page(_BETWEEN.join(_path(form, label.key)), _facts(_row(form, label.key, book, lang)))
    if label.role == "row" or label.role == "group":
        return Page(
            _BETWEEN.join((form.name, form.short_label(label.key))), _facts(_members(form, label.key, lang))
        )
    if label.role == "column" and label.key in form.column_forms:
        lines = (_value(form.column_forms[label.key], lang),)
        return Page(_BETWEEN.join((form.name, form.short_label(label.key))), _facts(lines))
    if label.role == "block":
        return Page(
            _BETWEEN.join((form.name, label.official)), _facts(_named(_article(label.official), book, lang))
        )
    return None


def _facts(lines: Iterable[str]) -> tuple[Part, ...]:
    told = tuple(lines)
    return (Part("", "facts", told),) if told else ()


def _path(form: TableForm, row: str) -> tuple[str, ...]:
    """``表三``, ``(三)不予公开``, ``1.属于国家秘密``."""
    group, dot, _ = row.rpartition(".")
    return form.name, *((form.short_label(group),) if dot else ()), form.short_label(row)


def _row(form: TableForm, key: str, book: LawBook, lang: str) -> Iterator[str]:
    """What belongs in a row, and on which articles it rests."""
    row = form.row_forms.get(key)
    if row is None:
        yield from _members(form, key, lang)
        return
    if row.label != form.short_label(key):
        yield row.label
    if row.note:
        yield say(lang, row.note, row.note_en or row.note)
    block = form.block_of[key]
    yield from _named(_article(block.label), book, lang)
    if row.law:
        yield say(
            lang,
            "对应条文(推断,表格未注明):{law}",
            "Goes back to (inferred, the form does not say so): {law}",
            law=row.law,
        )
        yield from dict.fromkeys(
            provision_line(title + said.source.article, said, lang) for title, _, said in book.basis(row.law)
        )


def _members(form: TableForm, key: str, lang: str) -> Iterator[str]:
    """The rows of a group."""
    if children := form.children(key):
        names = "、".join(form.short_label(child) for child in children)
        yield say(lang, "包括:{names}", "Rows: {names}", names=names)


def _article(label: str) -> str:
    """第二十条第(一)项 over a block is an article of the regulation."""
    return f"条例{label}" if label.startswith("第") else ""


def _named(law: str, book: LawBook, lang: str) -> Iterator[str]:
    for title, article, said in book.basis(law):
        yield provision_line(title + article, said, lang)


def _value(column: ColumnForm, lang: str) -> str:
    return say(lang, *_VALUES[column.type], unit=column.unit)
