"""CN402 disputes-total."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Finding, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import blank, is_blank
from gxlint_national.tables.naming import figure, named, signed
from gxlint_national.tables.sums import Equation, equations, is_only_total
from gxlint_national.tables.wording import operands, shown, unmade


class DisputesTotal(Rule):
    """表四每组:结果维持、结果纠正、其他结果、尚未审结之和等于总计。

    行政复议、未经复议直接起诉、复议后起诉三组各算各的。格数不对、有格不是件数的组不核对。

    Wrong:
        | 1 | 0 | 0 | 0 | ⟦2⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    Right:
        | 1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN402", "disputes-total", Severity.ERROR
    reach = "nowhere"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表四")
    wants = Table
    table = "table_disputes"
    messages = {
        "default": Message(
            "{group}:总计 {got} ≠ 各项之和 {sum}{terms},差 {gap}",
            "{group}: total {got} ≠ sum {sum}{terms}, difference {gap}",
        ),
        "blank": Message(
            "{group}:总计空白,各项之和为 {sum}{terms}", "{group}: the total is blank, the sum is {sum}{terms}"
        ),
        "unclassified": Message(
            "{group}:只填总计 {got},各项全空,没有分结果", "{group}: total {got} with all results blank"
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report every group whose total is not the sum of its results."""
        if is_blank(table):
            yield blank(self, table)
            return
        result = equations(table)
        yield from unmade(self, result, "disputes-total")
        for equation in result.of("disputes-total"):
            yield self._group(equation, table)

    def _group(self, equation: Equation, table: Table) -> Finding:
        total = equation.right[0]
        only_total = is_only_total(equation)
        message = "unclassified" if only_total else "blank" if total.state == "blank" else "default"
        found = self.at(
            total,
            message,
            related=shown(table.form, [cell for cell in equation.left if cell.number]),
            group=named(table.form, equation.along),
            got=figure(equation.right_sum),
            sum=figure(equation.left_sum),
            terms=operands(table.form, equation.left, by="column"),
            gap=signed(equation.gap),
        )
        return found if only_total else found.suggest(figure(equation.left_sum))
