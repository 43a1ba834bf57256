"""Whether the identities of a table hold, and nothing more: for nearly every report the whole answer."""

from functools import cache

from gxlint.formats import Identity, TableForm
from gxlint.model import Row, Table
from gxlint_national.tables.condition import children


def all_hold(table: Table) -> bool:
    """Whether every identity can be computed and holds, as in most tables; nothing is written out."""
    return table.once(_all_hold)


def _all_hold(table: Table) -> bool:
    if table.duplicates:
        return False
    numbers: dict[str, list[int | float]] = {}
    for row in table.rows.values():
        values = _plain_numbers(row)
        if values is None:
            return False
        numbers[row.key] = values
    return all(
        _rows_hold(table, identity, numbers)
        if identity.each == "row"
        else _columns_hold(table, identity, numbers)
        for identity in table.form.identities
    )


def _plain_numbers(row: Row) -> list[int | float] | None:
    """The figures of a row, blank as 0; none when one of them is no count."""
    if row.problem is not None:
        return None
    values = [cell.value for cell in row.cells]
    if None in values:
        values = [cell.number for cell in row.cells]
    numbers = [value for value in values if value is not None and value >= 0]
    return numbers if len(numbers) == len(values) else None


def _rows_hold(table: Table, identity: Identity, numbers: dict[str, list[int | float]]) -> bool:
    left, right = _positions(table.form, identity.sum), _positions(table.form, identity.equals)
    return all(sum(row[at] for at in left) == sum(row[at] for at in right) for row in numbers.values())


def _columns_hold(table: Table, identity: Identity, numbers: dict[str, list[int | float]]) -> bool:
    sides = []
    for side in (identity.sum, identity.equals):
        keys = [key for term in side for key in term_rows(table, term)]
        if any(key not in numbers for key in keys):
            return False
        sides.append([sum(column) for column in zip(*(numbers[key] for key in keys), strict=True)])
    return sides[0] == sides[1]


@cache
def _positions(form: TableForm, terms: tuple[str, ...]) -> tuple[int, ...]:
    """Where columns stand in the rows of a table whose identities run along rows: these have one block."""
    return tuple(form.blocks[0].columns.index(term) for term in terms)


def term_rows(table: Table, term: str) -> tuple[str, ...]:
    """The rows a term stands for: a group's children, or the group itself if filled in as one row."""
    rows = children(table.form, term)
    if not rows or (term in table.rows and not any(child in table.rows for child in rows)):
        return (term,)
    return rows
