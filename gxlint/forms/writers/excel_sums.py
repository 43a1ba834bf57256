"""Totals that a workbook works out by itself, and what may be filled into its cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from gxlint.formats import Identity, TableForm
from gxlint.formats.form import ColumnType
from gxlint.forms.grid import GridCell

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NOTES: dict[ColumnType, str] = {
    "count": "这里填写不小于 0 的整数,没有的填 0",
    "delta": "这里填写整数,减少的为负数,没有的填 0",
    "amount": "这里填写不小于 0 的数,单位与表头相同,没有的填 0",
}
Figures = Sequence[tuple[GridCell, str]]
_Addresses = Mapping[tuple[str, str], str]


def fill_totals(sheet: "Worksheet", form: TableForm, figures: Figures) -> set[str]:
    """Put a formula into each cell that is the sum of others; returns where.

    A total stays blank until one of its terms is filled in.
    """
    addresses = dict(_addresses(form, figures))
    totals: dict[str, list[str]] = {}
    for identity in form.identities:
        if len(identity.equals) == 1:
            for total, terms in _sums(form, identity, addresses):
                totals.setdefault(total, terms)
    for total, terms in totals.items():
        listed = ",".join(terms)
        sheet[total] = f'=IF(COUNT({listed})=0,"",SUM({listed}))'
    return set(totals)


def demand_figures(sheet: "Worksheet", form: TableForm, figures: Figures) -> None:
    """Have the program say so where something else than a number is filled in; it may be kept all the same."""
    addresses = {place: column for (_, column), place in _addresses(form, figures)}
    for kind, note in _NOTES.items():
        places = [place for place, column in addresses.items() if form.column_forms[column].type == kind]
        if not places:
            continue
        rule = DataValidation(
            type="decimal" if kind == "amount" else "whole",
            operator="between" if kind == "delta" else "greaterThanOrEqual",
            formula1="-999999999" if kind == "delta" else "0",
            formula2="999999999" if kind == "delta" else None,
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="warning",
            errorTitle="请填写数字",
            error=note,
        )
        for place in places:
            rule.add(place)
        sheet.add_data_validation(rule)


def _addresses(form: TableForm, figures: Figures) -> Iterator[tuple[tuple[str, str], str]]:
    """Where the cell of each row and column stands: the figures of a row come in the order of its columns."""
    seen: dict[str, int] = {}
    for cell, place in figures:
        row = (cell.owner or "").removeprefix(f"{form.key}.")
        columns = form.columns_of(row)
        at = seen.get(row, 0)
        seen[row] = at + 1
        if at < len(columns):
            yield (row, columns[at]), place


def _sums(form: TableForm, identity: Identity, addresses: _Addresses) -> Iterator[tuple[str, list[str]]]:
    """The place of each total and those of its terms, where all of them are there."""
    for (row, column), place in addresses.items():
        if identity.each == "row" and column == identity.equals[0]:
            terms = [(row, term) for term in identity.sum]
        elif identity.each == "column" and row == identity.equals[0]:
            terms = [(term, column) for term in _rows(form, identity.sum)]
        else:
            continue
        if all(term in addresses for term in terms):
            yield place, _ranges([addresses[term] for term in terms])


def _rows(form: TableForm, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield from form.children(key) or (key,)


def _ranges(places: list[str]) -> list[str]:
    """Neighbouring cells as ranges: ``C5``, ``C6``, ``C7`` → ``C5:C7``."""
    from openpyxl.utils.cell import coordinate_to_tuple

    runs: list[list[str]] = []
    for place in places:
        if runs:
            (row, column), (last_row, last_column) = (
                coordinate_to_tuple(place),
                coordinate_to_tuple(runs[-1][-1]),
            )
            step = (row - last_row, column - last_column)
            straight = len(runs[-1]) == 1 or _step(runs[-1]) == step
            if step in ((0, 1), (1, 0)) and straight:
                runs[-1].append(place)
                continue
        runs.append([place])
    return [run[0] if len(run) == 1 else f"{run[0]}:{run[-1]}" for run in runs]


def _step(run: list[str]) -> tuple[int, int]:
    from openpyxl.utils.cell import coordinate_to_tuple

    (first_row, first_column), (row, column) = map(coordinate_to_tuple, run[:2])
    return row - first_row, column - first_column
