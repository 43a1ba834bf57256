"""CN211 disclosed-total-too-small."""

from collections.abc import Iterator

from gxlint.model import Report, Row
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2019, article
from gxlint_national.tables.naming import figure
from gxlint_national.tables.wording import shown


class DisclosedTotalTooSmall(Rule):
    """2019 年格式表二:对外公开总数量不少于本年新公开数量。

    本年新公开的包含在对外公开总数里。总数空白的不算。

    Wrong:
        | 规范性文件 | 3 | 3 | ⟦1⟧ |
    Right:
        | 规范性文件 | 3 | 3 | 9 |
    """

    code, name, severity = "CN211", "disclosed-total-too-small", Severity.WARNING
    reach = "nowhere"
    source = article(FORMAT_2019, "附件 表二")
    formats = ("2019",)
    wants = Row
    table = "table_proactive"
    messages = {
        "default": Message(
            "对外公开总数 {total} < 本年新公开 {new}", "total disclosed {total} < newly disclosed {new}"
        ),
    }

    def check(self, row: Row, report: Report) -> Iterator[Outcome]:
        """Compare the two figures of a row that has them."""
        cells = {cell.column: cell for cell in row.cells}
        new, total = cells.get("newly_disclosed"), cells.get("total_disclosed")
        if new is None or total is None or new.value is None or total.value is None:
            return
        if total.value < new.value:
            yield self.at(
                total, related=shown(row.form, (new,)), total=figure(total.value), new=figure(new.value)
            )
