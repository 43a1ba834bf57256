"""CN312 blank-and-zero."""

from collections.abc import Iterator, Sequence

from gxlint.model import Cell, Report, Row, Table
from gxlint.rules import Finding, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import (
    ends_early,
    is_blank,
    is_empty,
    is_scattered,
    is_shifted,
)
from gxlint_national.tables.naming import rows_named
from gxlint_national.tables.sums import Equation, equations, is_only_total
from gxlint_national.tables.zeros import with_zeros

_SCATTERED = Message(
    "{table}有数字未能归到行上,空白格没有核对",
    "{table}: some figures belong to no row; blank cells were not checked",
)
_NOTHING = ("blank", "missing")


class BlankAndZero(Rule):
    """同一张表里没有的一律填 0,不空白与数字混用。

    空白按 0 参与合计,但看的人分不清是没有还是漏填。每张表只报一条;行尾用来补齐的空格不算,整表空白由 CN311 报,
    只填总计而总计大于 0 的行、总计空白而各列有数的行由 CN305、CN402 报。

    Wrong:
        | ⟦规章⟧ |  |  |  |
        | 行政规范性文件 | 1 | 0 | 1 |
    Right:
        | 规章 | 0 | 0 | 0 |
        | 行政规范性文件 | 1 | 0 | 1 |
    """

    code, name, severity = "CN312", "blank-and-zero", Severity.HINT
    reach = "nowhere"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表二", "附件 表三", "附件 表四")
    wants = Table
    messages = {
        "default": Message(
            "{table}空白与数字混用:{rows}行共 {count} 格空白,没有的填 0",
            "{table} mixes blank cells and figures: {count} cells blank in row {rows}; write 0 for none",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report a table that has both figures and blank cells."""
        if is_blank(table):
            return
        blanks = _blanks(table, report)
        if not blanks:
            return
        if is_scattered(table):
            yield self.undecided(table, _SCATTERED, table=table.form.name)
        else:
            yield self._finding(table, report, blanks)

    def _finding(self, table: Table, report: Report, blanks: Sequence[tuple[Row, list[Cell]]]) -> Finding:
        rows = [row for row, _ in blanks]
        cells = [cell for _, cells in blanks for cell in cells]
        found = self.at(
            rows[0],
            related=rows[1:],
            held_back=len(cells) - 1,
            table=table.form.name,
            rows=rows_named(table.form, [row.key for row in rows]),
            count=len(cells),
        )
        return with_zeros(found, rows, cells, report)


def _blanks(table: Table, report: Report) -> list[tuple[Row, list[Cell]]]:
    """Rows with the cells in them that were left blank, those left out that another rule speaks of."""
    if not table.once(_has_blanks):
        return []
    rows = [row for row in table.rows.values() if is_empty(row) or (row.complete and not is_shifted(row))]
    if rows and is_empty(rows[-1]) and ends_early(report, table):
        rows.pop()  # its figures may be what was cut off
    blanks = [(row, [cell for cell in row.cells if cell.state in _NOTHING]) for row in rows]
    if not any(cells for _, cells in blanks):
        return []
    elsewhere = {cell.address for equation in equations(table).broken for cell in _reported(equation)}
    kept = [(row, [cell for cell in cells if cell.address not in elsewhere]) for row, cells in blanks]
    return [(row, cells) for row, cells in kept if cells]


def _has_blanks(table: Table) -> bool:
    return any(cell.state in _NOTHING for cell in table.cells())


def _reported(equation: Equation) -> tuple[Cell, ...]:
    if is_only_total(equation):
        return equation.left
    return equation.right if equation.identity.each == "row" else ()
