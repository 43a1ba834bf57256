"""From the few figures an entry gives to whole tables: all other counts 0, all totals what they have to be."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from gxlint.formats import Format, TableForm
from gxlint.testing.forms import Figures


def full_tables(form: Format, given: Mapping[str, Mapping[str, Any]]) -> dict[str, Figures]:
    """The text of every cell of all tables.

    ``given`` has for some rows a list of figures in the order of the columns, totals left out; a single figure
    may stand alone. The rows 办理结果总计 and 结转下年度 are worked out.
    """
    tables: dict[str, Figures] = {}
    for table in form.tables:
        rows = {row.key: _row(table, row.key, given.get(table.key, {})) for row in table.rows}
        if unknown := given.get(table.key, {}).keys() - rows.keys():
            raise ValueError(f"{table.key} has no rows {sorted(unknown)}")
        _close(table, rows)
        tables[table.key] = {
            key: {column: str(value) for column, value in row.items()} for key, row in rows.items()
        }
    return tables


def _row(table: TableForm, key: str, given: Mapping[str, Any]) -> dict[str, Any]:
    columns = table.columns_of(key)
    figures: Sequence[Any] = given.get(key, [])
    figures = figures if isinstance(figures, list) else [figures]
    if len(figures) > len(columns):
        raise ValueError(f"{table.key}.{key}: {len(figures)} figures for {len(columns)} columns")
    return dict(zip(columns, [*figures, *[0] * (len(columns) - len(figures))], strict=True))


def _close(table: TableForm, rows: dict[str, dict[str, Any]]) -> None:
    for identity in table.identities:
        if identity.each == "column":
            _close_column(table, identity.sum, identity.equals, rows)
    for identity in table.identities:
        if identity.each == "row":
            for cells in rows.values():
                cells[identity.equals[0]] = sum(cells[term] for term in identity.sum)


def _close_column(
    table: TableForm, sums: Sequence[str], equals: Sequence[str], rows: dict[str, dict[str, Any]]
) -> None:
    """The last row on the right side takes up what is open."""
    left = [row for term in sums for row in (table.children(term) or (term,))]
    *known, last = equals
    for column in table.columns_of(last):
        value = sum(rows[row][column] for row in left) - sum(rows[row][column] for row in known)
        if value < 0:
            raise ValueError(f"{table.key}.{last}.{column} would be {value}")
        rows[last][column] = value


def number(text: str) -> Decimal:
    """The value of a cell."""
    return Decimal(text.removesuffix("万元").replace("+", "") or 0)
