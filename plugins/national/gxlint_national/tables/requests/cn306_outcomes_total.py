"""CN306 outcomes-total."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Edit, Finding, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import blank
from gxlint_national.tables.faults import Fault, request_faults
from gxlint_national.tables.naming import figure, named, numbered, signed, written
from gxlint_national.tables.wording import also_out, operands, reported_elsewhere, shown, unmade


class OutcomesTotal(Rule):
    """表三每列:各办理结果之和等于(七)总计。

    (一)(二)两行,(三)(四)(五)各子行和(六)其他处理相加,应等于(七)总计;(六)填成一行的,按该行计。几列因同一原因
    不平(如(七)整行为 0)只报一条;与一行的合计同差、错在交叉一格的,由 CN305 在该格报。缺行或格数不对时不核对。

    Wrong:
        | (一)予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        | (七)总计 | ⟦1⟧ | 0 | 0 | 0 | 0 | 0 | 1 |
    Right:
        | (一)予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        | (七)总计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN306", "outcomes-total", Severity.ERROR
    reach = "nowhere"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表三")
    wants = Table
    table = "table_requests"
    messages = {
        "default": Message(
            "“{column}”列{row} {got} ≠ 各办理结果之和 {sum}{terms},差 {gap}{also}",
            "column {column}: {row} {got} ≠ sum of the outcomes {sum}{terms}, difference {gap}{also}",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the columns whose outcomes do not add up, those with one cause together."""
        faults = report.once(request_faults)
        if faults is None:
            yield blank(self, table)
            return
        yield from unmade(self, faults.equations, "outcomes-total")
        yield from reported_elsewhere(self, faults, "outcomes-total")
        for fault in faults.columns:
            if fault.equation.identity.key == "outcomes-total":
                yield self._column(fault, table)

    def _column(self, fault: Fault, table: Table) -> Finding:
        equation, form = fault.equation, table.form
        parts = [cell for cell in equation.left if cell.number]
        totals = [other.right[-1] for other in (equation, *fault.alike)]
        found = self.at(
            totals[0],
            related=shown(form, [*parts, *totals[1:]]),
            held_back=len(fault.alike) + len(fault.folded),
            column=named(form, equation.along),
            row=numbered(form, totals[0].row),
            got=written(totals[0]),
            sum=figure(equation.left_sum),
            terms=operands(form, equation.left, by="row"),
            gap=signed(equation.gap),
            also=also_out(form, fault.alike),
        )
        edits = [Edit(other.right[-1].span, figure(other.left_sum)) for other in (equation, *fault.alike)]
        return found.with_fix(edits, _FIX, safe=False, row=numbered(form, totals[0].row))


_FIX = Message("按各办理结果之和改写{row}", "Set {row} to the sum of the outcomes")
