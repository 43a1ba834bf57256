"""CN303 row-cells."""

from collections.abc import Iterator
from typing import Any

from gxlint.model import Report, Row, Table
from gxlint.rules import Finding, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.columns import missing_columns
from gxlint_national.tables.condition import blank, is_blank, is_shifted, rows_undecided
from gxlint_national.tables.naming import rows_named, written
from gxlint_national.tables.widths import Defect, wrong_widths
from gxlint_national.tables.wording import shown


class RowCells(Rule):
    """表三每个数据行恰好七格:自然人、五类法人或其他组织、总计。

    少一格或多一格,后面的数就错了位,本行和各列的合计都不再核对,只报这一条;格数相同的各行合成一条。总计空白而
    前一个数等于其余各格之和的,也是少了一格。行尾用来补齐的空格不算,整行空白的不算。数字与行名分开、数字粘在一起的是抽取所致,只说明没有核对。

    Wrong:
        | ⟦(一)予以公开⟧ | 0 | 0 | 4 | 0 | 4 |
    Right:
        | (一)予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |
    """

    code, name, severity = "CN303", "row-cells", Severity.ERROR
    reach = "nowhere"
    source = article(FORMAT_2021, "附件 表三")
    wants = Table
    table = "table_requests"
    messages = {
        "short": Message(
            "{rows}行只有 {found} 格,应为 {expected} 格,未核对合计",
            "row {rows}: only {found} cells instead of {expected}; sums not checked",
        ),
        "long": Message(
            "{rows}行有 {found} 格,应为 {expected} 格,未核对合计",
            "row {rows}: {found} cells instead of {expected}; sums not checked",
        ),
        "shifted": Message(
            "{rows}行末格空白,前面的 {last} 等于其余各格之和,疑少填一格、各数错位,未核对合计",
            "row {rows}: the last cell is blank and {last} before it is the sum of the others; "
            "a cell seems to be missing, sums not checked",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the rows that do not have one cell for every column."""
        if is_blank(table):
            yield blank(self, table)
            return
        columns = _column_sums(table)
        for defect in wrong_widths(report, table):
            if defect.verdict == "unknown" or missing_columns(report, table, defect.block):
                yield rows_undecided(self, defect.rows, "格数", "their number")
            else:
                yield self._finding(defect, columns)
                columns = 0  # said once
        for row in table.rows.values():
            if is_shifted(row):
                yield self._shifted(row)

    def _finding(self, defect: Defect, columns: int) -> Finding:
        first, *others = defect.rows
        return self.at(
            first,
            first.problem or "short",
            severity=Severity.ERROR if defect.verdict == "certain" else Severity.WARNING,
            related=others,
            held_back=len(defect.rows) + columns,
            rows=rows_named(first.form, [row.key for row in defect.rows]),
            found=first.found,
            expected=defect.expected,
        )

    def _shifted(self, row: Row) -> Finding:
        before = [cell for cell in row.cells if cell.value][-1]
        params: dict[str, Any] = {"rows": rows_named(row.form, [row.key]), "last": written(before)}
        return self.at(row, "shifted", related=shown(row.form, [before]), held_back=1, **params)


def _column_sums(table: Table) -> int:
    """How many sums run down the columns: none of them can be made for want of one row."""
    return sum(identity.each == "column" for identity in table.form.identities) * table.form.width
