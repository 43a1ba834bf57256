"""Sums in words: ``32(自然人 28 + 商业企业 4)``, and why some of them were not checked."""

from collections.abc import Iterator, Sequence

from gxlint.formats import TableForm
from gxlint.model import Cell
from gxlint.rules import Message, Related, Rule, Undecided, Where
from gxlint_national.tables.faults import Faults, folded
from gxlint_national.tables.naming import figure, listed, named, numbered, rows_named, signed, written
from gxlint_national.tables.sums import Equation, Equations, Obstacle

_FOLDED = Message(
    "{table}{columns}列的出入已由 {code} 报告,改正后再核对",
    "{table}, columns {columns}: the difference is reported by {code}; check again once that is corrected",
)
_CELL = Message("{row}·{column}:{raw}", "{row}, {column}: {raw}")
_MOST_TERMS = 6


def operands(form: TableForm, cells: Sequence[Cell], *, by: str) -> str:
    """The cells that are not 0, named, in brackets: ``(自然人 28 + 商业企业 4)``; empty when all are 0.

    ``by`` says what tells the operands apart: their ``column`` (a sum along a row) or their ``row``.
    """
    shown = [
        f"{named(form, cell.column if by == 'column' else cell.row)} {figure(cell.number)}"
        for cell in cells
        if cell.number
    ]
    if not shown:
        return ""
    more = f" + 另 {len(shown) - _MOST_TERMS} 项" if len(shown) > _MOST_TERMS else ""
    return f"({' + '.join(shown[:_MOST_TERMS])}{more})"


def side(form: TableForm, cells: Sequence[Cell], total: int | float) -> str:
    """One side of a column's equation: ``一、本年新收 4 + 二、上年结转 0 = 4``."""
    text = " + ".join(f"{numbered(form, cell.row)} {figure(cell.number or 0)}" for cell in cells)
    return f"{text} = {figure(total)}" if len(cells) > 1 else text


def also_out(form: TableForm, alike: Sequence[Equation]) -> str:
    """``;“总计”列也差 -4`` for further columns that are out for the same reason."""
    if not alike:
        return ""
    gaps = {signed(equation.gap) for equation in alike}
    if len(gaps) == 1:
        return f";{listed(form, [equation.along for equation in alike])}列也差 {gaps.pop()}"
    return ";" + "、".join(
        f"“{named(form, equation.along)}”列差 {signed(equation.gap)}" for equation in alike
    )


def unmade(rule: Rule, equations: Equations, identity: str) -> Iterator[Undecided]:
    """The sums of one identity that could not be made, each reason once."""
    groups: dict[tuple[object, ...], list[Obstacle]] = {}
    for obstacle in equations.obstacles_of(identity):
        same = tuple(
            value
            for key, value in obstacle.params.items()
            if key != "rows" and f"{{{key}}}" in obstacle.reason.zh
        )
        groups.setdefault((obstacle.reason.zh, *same), []).append(obstacle)
    for obstacles in groups.values():
        first = obstacles[0]
        rows = list(dict.fromkeys(obstacle.row for obstacle in obstacles))
        params = {**first.params, "rows": rows_named(equations.table.form, rows)}
        yield rule.undecided(equations.table.rows.get(first.row, equations.table), first.reason, **params)


def reported_elsewhere(rule: Rule, faults: Faults, identity: str) -> Iterator[Undecided]:
    """That broken sums of this identity are reported by another rule, in the cell that is to blame."""
    form = faults.equations.table.form
    for code, group in (
        ("CN305", (*faults.crossings, *faults.shifted, *faults.unknown)),
        ("CN306", faults.columns),
    ):
        equations = folded(group, identity)
        if equations:
            columns = listed(form, [equation.along for equation in equations])
            where = Where(table=form.key, column=equations[0].along)
            yield Undecided(rule, _FOLDED, {"table": form.name, "columns": columns, "code": code}, where)


def shown(form: TableForm, cells: Sequence[Cell]) -> tuple[Related, ...]:
    """Cells as related places, each with the names of its row and column and what stands in it."""
    return tuple(
        Related(
            cell.span,
            _CELL,
            {"row": named(form, cell.row), "column": named(form, cell.column), "raw": written(cell)},
        )
        for cell in cells
        if cell.state != "missing"
    )
