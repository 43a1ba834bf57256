"""Which cells are to blame for the sums of 表三 that do not agree: one cause, one fault.

A wrong cell breaks its row's sum and its column's sum by the same amount; where exactly one cell
explains both, it is the one to name. Several columns that are out for one reason are one fault, and so are
several rows.
"""

from collections import Counter
from collections.abc import Iterable

from gxlint.model import Cell, Report
from gxlint.source.record import Record, made
from gxlint_national.tables.sums import Equation, Equations, is_only_total, requests

_MANY = 3


class Fault(Record, frozen=True):
    """A broken identity as it is reported.

    ``cell`` is the place, ``changes`` the values that cells would have to have (none: not said). ``alike``
    are broken equations of the same identity that share the cause, ``folded`` those of other identities.
    """

    equation: Equation
    cell: Cell
    changes: tuple[tuple[Cell, int | float], ...] = ()
    alike: tuple[Equation, ...] = ()
    folded: tuple[Equation, ...] = ()


class Faults(Record):
    """All faults of 表三, by the rule that reports them.

    ``unknown`` are columns of which nobody can tell whether they add up, since a row has its total only.
    """

    equations: Equations
    crossings: list[Fault] = made(default_factory=list)
    shifted: list[Fault] = made(default_factory=list)
    only_total: list[Equation] = made(default_factory=list)
    unknown: list[Fault] = made(default_factory=list)
    total_forgotten: list[Equation] = made(default_factory=list)
    rows: list[Equation] = made(default_factory=list)
    columns: list[Fault] = made(default_factory=list)


def request_faults(report: Report) -> Faults | None:
    """The faults of 表三; none when there is nothing to add up. For ``report.once``."""
    result = report.once(requests)
    if result is None:
        return None
    faults = Faults(result)
    if not result.broken:
        return faults
    faults.only_total = [equation for equation in result.broken if is_only_total(equation)]
    rest = [equation for equation in result.broken if equation not in faults.only_total]
    faults.unknown = _unknown(faults.only_total, rest)
    rest = _without(rest, faults.unknown)
    if (shifted := _shifted_row(rest)) is not None:
        faults.shifted = [shifted]
        return faults
    faults.crossings = _crossings(rest, result.held)
    rest = _without(rest, faults.crossings)
    if (shifted := _shifted_row(rest)) is not None:
        faults.shifted = [shifted]
        return faults
    rows = [equation for equation in rest if equation.identity.each == "row"]
    forgotten = [equation for equation in rows if all(not cell.number for cell in equation.right)]
    faults.total_forgotten = forgotten if len(forgotten) >= _MANY else []
    faults.rows = [equation for equation in rows if equation not in faults.total_forgotten]
    faults.columns = _columns([equation for equation in rest if equation.identity.each == "column"], result)
    return faults


def folded(faults: Iterable[Fault], identity: str) -> list[Equation]:
    """Broken equations of this identity that are reported with a fault of another one."""
    return [equation for fault in faults for equation in fault.folded if equation.identity.key == identity]


def _without(broken: list[Equation], faults: Iterable[Fault]) -> list[Equation]:
    """The broken equations that these faults do not explain."""
    explained = {id(equation) for fault in faults for equation in (fault.equation, *fault.folded)}
    return [equation for equation in broken if id(equation) not in explained]


def _unknown(only_total: list[Equation], broken: list[Equation]) -> list[Fault]:
    """Columns through a blank cell of a row that has its total only."""
    if not only_total:
        return []
    rows = {equation.along for equation in only_total}
    columns = tuple(
        equation
        for equation in broken
        if equation.identity.each == "column"
        and any(cell.row in rows and cell.value is None for cell in equation.cells)
    )
    return [Fault(only_total[0], only_total[0].right[0], folded=columns)] if columns else []


def _crossings(broken: list[Equation], held: list[Equation]) -> list[Fault]:
    """Cells whose one change repairs a row, all its broken columns, and breaks nothing."""
    through: dict[str, list[tuple[Equation, Cell]]] = {}
    for equation in broken:
        for cell in equation.cells:
            through.setdefault(cell.address, []).append((equation, cell))
    sound = {cell.address for equation in held for cell in equation.cells}
    candidates = []
    for address, uses in through.items():
        if address in sound or {equation.identity.each for equation, _ in uses} != {"row", "column"}:
            continue
        cell = uses[0][1]
        changes = {equation.repair(cell) for equation, cell in uses}
        value = (cell.number or 0) + min(changes)
        if len(changes) == 1 and value >= 0:
            candidates.append((cell, value, [equation for equation, _ in uses]))
    claims = Counter(id(equation) for _, _, equations in candidates for equation in equations)
    return [
        _crossing(cell, value, equations)
        for cell, value, equations in candidates
        if all(claims[id(equation)] == 1 for equation in equations)
    ]


def _crossing(cell: Cell, value: int | float, equations: list[Equation]) -> Fault:
    row = next(equation for equation in equations if equation.identity.each == "row")
    return Fault(
        row, cell, ((cell, value),), folded=tuple(equation for equation in equations if equation is not row)
    )


def _shifted_row(broken: list[Equation]) -> Fault | None:
    """The one row that is out, if its figures, moved to other columns, repair every column that is."""
    rows = [equation for equation in broken if equation.identity.each == "row"]
    columns = [equation for equation in broken if equation.identity.each == "column"]
    if len(rows) != 1 or len({equation.along for equation in columns}) < _MANY:
        return None
    changes: dict[str, tuple[Cell, int | float]] = {}
    for equation in columns:
        cell = next((cell for cell in equation.cells if cell.row == rows[0].along), None)
        if cell is None:
            return None
        value = (cell.number or 0) + equation.repair(cell)
        if value < 0 or changes.setdefault(cell.column, (cell, value))[1] != value:
            return None
    figures = Counter(cell.number for cell in rows[0].cells if cell.number)
    repaired = Counter(changes.get(cell.column, (cell, cell.number or 0))[1] for cell in rows[0].cells)
    if figures - repaired:
        return None  # figures that have no place in the repaired row were not merely moved
    return Fault(rows[0], rows[0].right[-1], tuple(changes.values()), folded=tuple(columns))


def _columns(broken: list[Equation], result: Equations) -> list[Fault]:
    faults: list[Fault] = []
    identities = dict.fromkeys(equation.identity.key for equation in broken)
    for key in identities:
        mine = [equation for equation in broken if equation.identity.key == key]
        if _one_cause(mine, result):
            lead = _lead(mine, result)
            faults.append(_fault(lead, tuple(equation for equation in mine if equation is not lead)))
        else:
            faults += [_fault(equation, ()) for equation in mine]
    return _merged(faults)


def _total_columns(result: Equations) -> set[str]:
    return {
        term
        for identity in result.table.form.identities
        if identity.each == "row"
        for term in identity.equals
    }


def _one_cause(broken: list[Equation], result: Equations) -> bool:
    """Whether the columns of an identity are out by amounts that add up to that of the total column."""
    totals = _total_columns(result)
    if len(broken) == 1 or not totals:
        return False
    identity = broken[0].identity
    known = {equation.along for equation in (*broken, *result.held) if equation.identity is identity}
    if not totals <= known:
        return False
    parts = sum(equation.gap for equation in broken if equation.along not in totals)
    return parts == sum(equation.gap for equation in broken if equation.along in totals)


def _lead(broken: list[Equation], result: Equations) -> Equation:
    """The column to report at: the only one that is out beside the total, else the total."""
    totals = _total_columns(result)
    parts = [equation for equation in broken if equation.along not in totals]
    if len(parts) == 1 or len(parts) == len(broken):
        return parts[0]
    return next(equation for equation in broken if equation.along in totals)


def _fault(equation: Equation, alike: tuple[Equation, ...]) -> Fault:
    """A column fault at its sum, or at its first operand where the sum would have to turn negative."""
    last = equation.right[-1]
    value = (last.number or 0) + equation.repair(last)
    if value < 0:
        return Fault(equation, equation.left[0], alike=alike)
    return Fault(equation, last, alike=alike)


def _merged(faults: list[Fault]) -> list[Fault]:
    """Faults of two column identities that one change of the cells they share would repair: one fault."""
    kept: list[Fault] = []
    for fault in faults:
        host = next((other for other in kept if _same_cells_out(other, fault)), None)
        if host is None:
            kept.append(fault)
        else:
            folded = (*host.folded, fault.equation, *fault.alike)
            kept[kept.index(host)] = Fault(host.equation, host.cell, alike=host.alike, folded=folded)
    return kept


def _same_cells_out(host: Fault, fault: Fault) -> bool:
    mine, other = (host.equation, *host.alike), (fault.equation, *fault.alike)
    return {equation.along for equation in mine} == {equation.along for equation in other} and all(
        _shared_change(equation, next(peer for peer in other if peer.along == equation.along))
        for equation in mine
    )


def _shared_change(one: Equation, other: Equation) -> bool:
    shared = {cell.address for cell in one.cells} & {cell.address for cell in other.cells}
    if len(one.right) != 1 or one.right[0].address not in shared:
        return False
    cell = one.right[0]
    return one.repair(cell) == other.repair(cell)
