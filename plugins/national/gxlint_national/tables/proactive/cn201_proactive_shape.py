"""CN201 proactive-shape."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Finding, Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2019, FORMAT_2021, article
from gxlint_national.tables.columns import missing_columns
from gxlint_national.tables.condition import is_blank, rows_undecided
from gxlint_national.tables.naming import rows_named
from gxlint_national.tables.shape import MESSAGES, check_shape
from gxlint_national.tables.widths import Defect, wrong_widths


class ProactiveShape(Rule):
    """表二行列齐全、次序正确,各块格数正确。

    行、列和各块以官方表式为准,缺的行合成一条,报在它应在位置的前一行;格数不对的行各按原因合成一条。合并单元格展开后
    重复的数、行尾补齐的空格不算。标签写法不同由 CN212 报。

    Wrong:
        | ⟦规章⟧ | 0 | 0 |
    Right:
        | 规章 | 0 | 0 | 0 |
    """

    code, name, severity = "CN201", "proactive-shape", Severity.ERROR
    reach = "nowhere"
    source = (article(FORMAT_2021, "附件 表二"), article(FORMAT_2019, "附件 表二"))
    wants = Table
    table = "table_proactive"
    messages = {
        **MESSAGES,
        "short": Message(
            "{rows}行只有 {found} 格,应为 {expected} 格",
            "row {rows}: only {found} cells instead of {expected}",
        ),
        "long": Message(
            "{rows}行有 {found} 格,应为 {expected} 格",
            "row {rows}: {found} cells instead of {expected}",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Compare rows, columns and the number of cells with the official ones."""
        yield from check_shape(self, table, report)
        if is_blank(table):
            return
        for defect in wrong_widths(report, table):
            if defect.verdict == "unknown" or missing_columns(report, table, defect.block):
                yield rows_undecided(self, defect.rows, "格数", "their number")
            else:
                yield self._width(defect)

    def _width(self, defect: Defect) -> Finding:
        first, *others = defect.rows
        return self.at(
            first,
            first.problem or "short",
            severity=Severity.ERROR if defect.verdict == "certain" else Severity.WARNING,
            related=others,
            held_back=len(others),
            rows=rows_named(first.form, [row.key for row in defect.rows]),
            found=first.found,
            expected=defect.expected,
        )
