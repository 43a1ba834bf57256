"""CN305 row-total."""

from collections.abc import Iterator, Sequence
from typing import Any

from gxlint.model import Report, Table
from gxlint.rules import Edit, Finding, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import blank
from gxlint_national.tables.faults import Fault, request_faults
from gxlint_national.tables.naming import figure, listed, named, rows_named, signed, written
from gxlint_national.tables.sums import Equation
from gxlint_national.tables.wording import operands, shown, unmade

_FIX = Message("按各列的勾稽关系改写本行", "Rewrite the row so that all columns agree")


class RowTotal(Rule):
    """表三每行:自然人与五类法人或其他组织之和等于总计。

    表头把申请人分为自然人和法人或其他组织两类,后者又分五类,总计是这六列之和。一格写错时行和与列和差同一个数,
    两者交叉的那一格就是错处,只在该格报一次。只填总计、六列全空的,没有按申请人分类,各行合报一条。

    Wrong:
        | (一)予以公开 | 31 | 0 | 0 | 0 | 0 | 0 | ⟦30⟧ |
    Right:
        | (一)予以公开 | 31 | 0 | 0 | 0 | 0 | 0 | 31 |
    """

    code, name, severity = "CN305", "row-total", Severity.ERROR
    reach = "nowhere"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表三")
    wants = Table
    table = "table_requests"
    messages = {
        "default": Message(
            "总计 {got} ≠ 各列之和 {sum}{terms},差 {gap}",
            "total {got} ≠ sum of the columns {sum}{terms}, difference {gap}",
        ),
        "blank": Message(
            "总计空白,各列之和为 {sum}{terms}", "the total is blank, the columns add up to {sum}{terms}"
        ),
        "crossing": Message(
            "总计 {got} ≠ 各列之和 {sum}{terms},差 {gap};“{column}”列也差同一个数,本格 {raw} 应为 {value}",
            "total {got} ≠ sum of the columns {sum}{terms}, difference {gap}; "
            "column {column} is out by the same amount: {raw} here should be {value}",
        ),
        "shifted": Message(
            "总计 {got} ≠ 各列之和 {sum}{terms},差 {gap};{columns}列也因本行不平,疑各数错位或漏填",
            "total {got} ≠ sum of the columns {sum}{terms}, difference {gap}; the columns {columns} are "
            "out because of this row too: figures may be missing or in the wrong places",
        ),
        "unclassified": Message(
            "{rows}行只填总计 {got},六列全空,没有按申请人分类",
            "row {rows}: total {got} with all other columns blank, not broken down by applicant",
        ),
        "forgotten": Message(
            "{rows}行没有填总计(空白或 0),本行各列之和为 {sum}{terms}",
            "row {rows}: no total (blank or 0), the columns of this row add up to {sum}{terms}",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report every row whose total is not the sum of its columns."""
        faults = report.once(request_faults)
        if faults is None:
            yield blank(self, table)
            return
        yield from unmade(self, faults.equations, "row-total")
        if faults.only_total:
            yield self._folded("unclassified", faults.only_total, table)
        if faults.total_forgotten:
            yield self._folded("forgotten", faults.total_forgotten, table)
        for fault in faults.crossings:
            yield self._crossing(fault, table)
        for fault in faults.shifted:
            yield self._shifted(fault, table)
        for equation in faults.rows:
            yield self._row(equation, table)

    def _row(self, equation: Equation, table: Table) -> Finding:
        total = equation.right[0]
        parts = [cell for cell in equation.left if cell.number]
        message = "blank" if total.state == "blank" else "default"
        found = self.at(total, message, related=shown(table.form, parts), **_sums(equation, table))
        return found.suggest(figure(equation.left_sum))

    def _crossing(self, fault: Fault, table: Table) -> Finding:
        cell, row, value = fault.cell, fault.equation, figure(fault.changes[0][1])
        places = (*row.cells, *(equation.right[-1] for equation in fault.folded))
        others = {other.address: other for other in places if other.number and other is not cell}
        found = self.at(
            cell,
            "crossing",
            related=shown(table.form, tuple(others.values())),
            held_back=len(fault.folded),
            column=named(table.form, cell.column),
            raw=written(cell),
            value=value,
            **_sums(row, table),
        )
        return found.suggest(value)

    def _shifted(self, fault: Fault, table: Table) -> Finding:
        columns = list(dict.fromkeys(equation.along for equation in fault.folded))
        found = self.at(
            fault.cell,
            "shifted",
            related=shown(table.form, [equation.right[-1] for equation in fault.folded]),
            held_back=len(fault.folded),
            columns=listed(table.form, columns),
            **_sums(fault.equation, table),
        )
        edits = [Edit(cell.span, figure(value)) for cell, value in fault.changes]
        return found.with_fix(edits, _FIX, safe=False)

    def _folded(self, message: str, equations: Sequence[Equation], table: Table) -> Finding:
        first, *others = equations
        return self.at(
            first.right[0],
            message,
            related=shown(table.form, [equation.right[0] for equation in others]),
            held_back=len(others),
            rows=rows_named(table.form, [equation.along for equation in equations]),
            **_sums(first, table),
        )


def _sums(equation: Equation, table: Table) -> dict[str, Any]:
    return {
        "got": figure(equation.right_sum),
        "sum": figure(equation.left_sum),
        "terms": operands(table.form, equation.left, by="column"),
        "gap": signed(equation.gap),
    }
