"""The totals of a table worked out anew."""

from gxlint.formatting.cells import with_text
from gxlint.model import Report, Table
from gxlint.model.sums import Number, Total, figure, number_at, totals
from gxlint.readers.edits import SourceEdit


def recomputed(report: Report, table: Table) -> list[SourceEdit]:
    """What puts right the totals of a table that are blank or not what their terms come to.

    Only cells that are totals change, and only where all their terms can be read. A total that is to be the sum of a row and
    of a column stays as it is where these do not agree.
    """
    if report.document.kind != "text":
        return []
    edits = []
    for (row, column), number in _settled(table).items():
        cell = table.cell(row, column)
        if cell is None or cell.state == "missing" or cell.number == number:
            continue
        edit = with_text(report, cell, figure(number))
        if edit is not None:
            edits.append(edit)
    return edits


def _settled(table: Table) -> dict[tuple[str, str], Number]:
    """What each total comes to once all others are put right."""
    demands = list(totals(table))
    found: dict[tuple[str, str], Number] = {}
    for _ in demands:  # a total may be a term of others; nothing goes round in circles
        before = dict(found)
        found = _once(table, demands, before)
        if found == before:
            break
    return found


def _once(
    table: Table, demands: list[Total], known: dict[tuple[str, str], Number]
) -> dict[tuple[str, str], Number]:
    sums: dict[tuple[str, str], set[Number]] = {}
    for demand in demands:
        terms = [known.get(term, number_at(table, term)) for term in demand.terms]
        numbers = [term for term in terms if term is not None]
        if len(numbers) == len(terms):
            sums.setdefault(demand.address, set()).add(round(sum(numbers), 6))
    return {address: of.pop() for address, of in sums.items() if len(of) == 1}
