"""CN307 balance."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Finding, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import blank
from gxlint_national.tables.faults import Fault, request_faults
from gxlint_national.tables.naming import named, signed
from gxlint_national.tables.wording import also_out, reported_elsewhere, shown, side, unmade


class Balance(Rule):
    """表三每列:第一项加第二项之和,等于第三项((七)总计)加第四项之和。

    这是表头左上角注明的勾稽关系。几列因同一原因不平只报一条;(七)总计本身与各办理结果不符、改正后本式也成立的,
    由 CN306 报;错在一行一列交叉的一格时由 CN305 在该格报。哪个数错不能由本式判断,不提供修改。

    Wrong:
        | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        | 四、结转下年度继续办理 | ⟦0⟧ | 0 | 0 | 0 | 0 | 0 | 0 |
    Right:
        | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        | 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
    """

    code, name, severity = "CN307", "balance", Severity.ERROR
    reach = "nowhere"
    source = article(FORMAT_2021, "附件 表三")
    wants = Table
    table = "table_requests"
    messages = {
        "default": Message(
            "“{column}”列:{left} ≠ {right},差 {gap}{also}",
            "column {column}: {left} ≠ {right}, difference {gap}{also}",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the columns that do not balance, those with one cause together."""
        faults = report.once(request_faults)
        if faults is None:
            yield blank(self, table)
            return
        yield from unmade(self, faults.equations, "balance")
        yield from reported_elsewhere(self, faults, "balance")
        for fault in faults.columns:
            if fault.equation.identity.key == "balance":
                yield self._column(fault, table)

    def _column(self, fault: Fault, table: Table) -> Finding:
        equation, form = fault.equation, table.form
        others = [cell for cell in equation.cells if cell is not fault.cell]
        alike = [other.right[-1] for other in fault.alike]
        return self.at(
            fault.cell,
            related=shown(form, [*others, *alike]),
            held_back=len(fault.alike),
            column=named(form, equation.along),
            left=side(form, equation.left, equation.left_sum),
            right=side(form, equation.right, equation.right_sum),
            gap=signed(equation.gap),
            also=also_out(form, fault.alike),
        )
