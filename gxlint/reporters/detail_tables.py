"""The tables of a report as a person reads them, with the sums that its form demands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gxlint.model.sums import balances, computed
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gxlint.formats import BlockForm
    from gxlint.model import Cell, Row, Table
    from gxlint.model.sums import Balance
    from gxlint.rules import Finding
    from gxlint.source import Span

_PROBLEMS = {
    "missing": ("没有找到这一行", "this row was not found"),
    "short": ("格数不足,未与各列对应", "too few cells to tell the columns"),
    "long": ("格数过多,未与各列对应", "too many cells to tell the columns"),
    "detached": ("数字与行标分离", "figures apart from the label"),
    "glued": ("各格连在一起", "cells run together"),
}


def row_problem(problem: str, lang: str) -> str:
    """Why the cells of a row are not to be had, in words."""
    return say(lang, *_PROBLEMS[problem])


class CellDetail(NamedTuple):
    """A cell as it stands in the text; ``computed`` is the sum it should hold, where it is one and can be told."""

    text: str
    findings: tuple[int, ...] = ()
    computed: int | float | None = None
    agrees: bool = True


class RowDetail(NamedTuple):
    """A row. ``problem`` tells that its cells could not be told apart, or that it was not found (``missing``)."""

    label: str
    group: str
    cells: tuple[CellDetail, ...]
    findings: tuple[int, ...]
    problem: str | None = None
    key: str = ""


class BlockDetail(NamedTuple):
    """Rows that share their columns. ``label`` is that of the block and of the corner."""

    label: str
    columns: tuple[str, ...]
    rows: tuple[RowDetail, ...]


class TableDetail(NamedTuple):
    """A table. ``findings`` are those of no single row, ``strays`` what belongs to no row."""

    name: str
    blocks: tuple[BlockDetail, ...]
    balances: tuple[Balance, ...]
    strays: tuple[str, ...]
    findings: tuple[int, ...]

    def all_findings(self) -> tuple[int, ...]:
        """Every finding in the table, in the order of its number."""
        rows = [row for block in self.blocks for row in block.rows]
        inside = (number for row in rows for cell in row.cells for number in cell.findings)
        return tuple(sorted({*self.findings, *inside, *(number for row in rows for number in row.findings)}))


def table_detail(
    table: Table, findings: Mapping[int, Finding], *, is_own: Span
) -> tuple[TableDetail, list[int]]:
    """A table, and the findings that were placed in it.

    Args:
        table: the table.
        findings: those that have no place yet, by number.
        is_own: the stretch of the text that belongs to this table alone.
    """
    ours = {
        number: finding
        for number, finding in findings.items()
        if is_own.start <= finding.span.start < is_own.end
    }
    in_cells = _in_cells(table, ours)
    placed = {number for numbers in in_cells.values() for number in numbers}
    in_rows = _in_rows(table, {number: finding for number, finding in ours.items() if number not in placed})
    placed |= {number for numbers in in_rows.values() for number in numbers}
    sums = computed(table)
    blocks = tuple(
        BlockDetail(
            " ".join(filter(None, (block.label, *table.form.corner))),
            tuple(table.form.label_of(key) for key in block.columns),
            tuple(_rows(table, block, in_cells, in_rows, sums)),
        )
        for block in table.form.blocks
    )
    strays = tuple(filter(None, (_line(stray.text) for stray in table.strays)))
    rest = tuple(number for number in ours if number not in placed)
    return TableDetail(table.form.name, blocks, balances(table), strays, rest), list(ours)


def _in_cells(table: Table, findings: Mapping[int, Finding]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for number, finding in findings.items():
        where = finding.where
        address = (where.row or "", where.column or "")
        cell = table.cell(*address)
        if cell is None or cell.state == "missing":
            cell = next((cell for cell in table.cells() if _stands_in(finding, cell)), None)
        if cell is not None and cell.state != "missing":
            found.setdefault((cell.row, cell.column), []).append(number)
    return found


def _stands_in(finding: Finding, cell: Cell) -> bool:
    return cell.state != "missing" and cell.span == finding.span and cell.span.start < cell.span.end


def _in_rows(table: Table, findings: Mapping[int, Finding]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, finding in findings.items():
        place = finding.span.start
        row = finding.where.row
        if row not in table.rows:
            row = next(
                (key for key, row in table.rows.items() if row.span.start <= place < row.span.end), None
            )
        if row is not None:
            found.setdefault(row, []).append(number)
    return found


def _rows(
    table: Table,
    block: BlockForm,
    in_cells: Mapping[tuple[str, str], list[int]],
    in_rows: Mapping[str, list[int]],
    sums: Mapping[tuple[str, str], int | float],
) -> Iterator[RowDetail]:
    for key in _keys(table, block):
        row = table.rows.get(key)
        group = key.partition(".")[0]
        under = table.form.label_of(group) if group != key else ""
        if row is None:
            yield RowDetail(table.form.short_label(key), under, (), (), "missing", key)
            continue
        cells = tuple(
            _cell(cell, in_cells.get((key, cell.column), ()), sums.get((key, cell.column)))
            for cell in row.cells
        )
        yield RowDetail(_label(row), under, cells, tuple(in_rows.get(key, ())), row.problem, key)


def _keys(table: Table, block: BlockForm) -> Iterator[str]:
    """The rows of the form in their order; a group that is filled in as one row stands for the rows in it."""
    told = set()
    for key in block.rows:
        group = key.partition(".")[0]
        alone = (
            group != key
            and group in table.rows
            and not any(child in table.rows for child in table.form.children(group))
        )
        shown = group if alone else key
        if shown not in told:
            told.add(shown)
            yield shown


def _label(row: Row) -> str:
    return _line(row.label.text) or row.official


def _cell(cell: Cell, findings: tuple[int, ...] | list[int], total: int | float | None) -> CellDetail:
    text = _line(cell.raw) if cell.state != "missing" else ""
    agrees = total is None or cell.number == total
    return CellDetail(text, tuple(findings), total, agrees)


def _line(text: str) -> str:
    """The text in one line, without blanks at its ends."""
    return " ".join(text.split())
