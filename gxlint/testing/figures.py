"""Random figures that satisfy every identity of a format, and what a careful reader takes a cell to say."""

from dataclasses import replace
from random import Random

from gxlint.formats import ColumnForm, Identity, TableForm
from gxlint.testing.forms import Draft, Figures

Numbers = dict[str, dict[str, float]]


def with_figures(draft: Draft, rng: Random, *, limit: int | None = None) -> Draft:
    """The draft with random figures in all tables, all identities holding.

    ``limit`` keeps every count between 0 and it (9 for layouts without separators), unsigned and whole.
    """
    return replace(
        draft,
        tables={
            table.key: _written(_balanced(table, rng, limit), table, rng, plain=limit is not None)
            for table in draft.form.tables
            if table.key in draft.tables
        },
    )


def with_blanks(draft: Draft, rng: Random) -> Draft:
    """The draft with some zeros left blank and ``/`` in an all-zero first row, as offices hand it in."""
    tables = {
        key: {row: _blanked(cells, rng) for row, cells in rows.items()} for key, rows in draft.tables.items()
    }
    first = next(
        (table for table in draft.form.tables if len(table.blocks) > 1 and table.key in tables), None
    )
    if first is not None and first.rows[0].key in tables[first.key] and rng.random() < 0.5:
        tables[first.key][first.rows[0].key] = dict.fromkeys(first.columns_of(first.rows[0].key), "/")
    return replace(draft, tables=tables)


def reading(text: str) -> tuple[float | None, str]:
    """Value and state of a cell as the drafts write them."""
    if not text.strip():
        return None, "blank"
    if text == "/":
        return None, "not_applicable"
    number = text.removesuffix("万元").replace(",", "")
    return (float(number), "decimal") if "." in number else (int(number), "integer")


def holds(table: TableForm, identity: Identity, figures: Figures) -> bool:
    """Whether an identity holds over the written figures; blank and not applicable count as nothing."""
    numbers = {
        row: {key: reading(text)[0] or 0 for key, text in cells.items()} for row, cells in figures.items()
    }
    if identity.each == "row":
        return all(
            sum(cells[term] for term in identity.sum) == sum(cells[term] for term in identity.equals)
            for cells in numbers.values()
        )
    left, right = _rows_of(table, identity.sum), _rows_of(table, identity.equals)
    return all(
        sum(numbers[row][column] for row in left) == sum(numbers[row][column] for row in right)
        for column in table.columns_of(left[0])
    )


def _rows_of(table: TableForm, terms: tuple[str, ...]) -> list[str]:
    return [row for term in terms for row in (table.children(term) or (term,))]


def _balanced(table: TableForm, rng: Random, limit: int | None) -> Numbers:
    numbers: Numbers = {row.key: dict.fromkeys(table.columns_of(row.key), 0.0) for row in table.rows}
    sums = [identity for identity in table.identities if identity.each == "row"]
    derived = {identity.equals[0] for identity in sums}
    free = [(row, column) for row, cells in numbers.items() for column in cells if column not in derived]
    if limit is None or not sums:
        for row, column in free:
            numbers[row][column] = _count(rng, limit)
    else:
        _sprinkle(numbers, free, rng, limit, whole_table=len(sums) < len(table.identities))
    for identity in table.identities:
        if identity.each == "column":
            _close_columns(table, identity, numbers)
    for identity in sums:
        for cells in numbers.values():
            cells[identity.equals[0]] = sum(cells[term] for term in identity.sum)
    return numbers


def _sprinkle(
    numbers: Numbers, free: list[tuple[str, str]], rng: Random, limit: int, *, whole_table: bool
) -> None:
    # Sums must stay below the limit: single units, few enough for the whole table or for each row.
    by_row = [[place for place in free if place[0] == row] for row in numbers]
    for places in [free] if whole_table else by_row:
        for row, column in rng.choices(places, k=rng.randint(0, limit)):
            numbers[row][column] += 1


def _count(rng: Random, limit: int | None) -> int:
    if limit is not None:
        return rng.randint(0, limit)
    return rng.choice((0, 0, 0, rng.randint(1, 9), rng.randint(10, 99), rng.randint(100, 12000)))


def _close_columns(table: TableForm, identity: Identity, numbers: Numbers) -> None:
    sums, equals = _rows_of(table, identity.sum), _rows_of(table, identity.equals)
    for column in table.columns_of(sums[0]):
        if len(equals) == 1:
            numbers[equals[0]][column] = sum(numbers[row][column] for row in sums)
            continue
        # Two sides of several terms: the first term takes up what is open, the other terms shrink to fit.
        target = sum(numbers[row][column] for row in equals)
        for row in sums[1:]:
            numbers[row][column] = min(numbers[row][column], target)
            target -= numbers[row][column]
        numbers[sums[0]][column] = target


def _written(numbers: Numbers, table: TableForm, rng: Random, *, plain: bool) -> Figures:
    forms = table.column_forms
    return {
        row: {
            key: str(int(value)) if plain else _text(value, forms[key], rng) for key, value in cells.items()
        }
        for row, cells in numbers.items()
    }


def _text(value: float, column: ColumnForm, rng: Random) -> str:
    whole = int(value)
    if column.type == "delta":
        return rng.choice((f"+{whole}", f"-{whole}", f"{whole}")) if whole else "0"
    if column.type == "amount" and whole:
        # The unit goes with the figure where the column's label does not name it.
        unit = "" if column.unit in column.label else rng.choice(("", column.unit))
        return f"{whole}{rng.choice(('', '.5', f'.{rng.randint(1, 9999):04}'))}{unit}"
    return str(whole)


def _blanked(cells: dict[str, str], rng: Random) -> dict[str, str]:
    zeros = [key for key, text in cells.items() if text == "0"]
    way = rng.randint(0, 3)
    if way == 0:
        chosen = set(zeros)
    elif way == 1:  # all columns but the total
        chosen = set(zeros[:-1])
    elif way == 2:
        chosen = {key for key in zeros if rng.random() < 0.5}
    else:
        chosen = set()
    return {key: "" if key in chosen else text for key, text in cells.items()}
