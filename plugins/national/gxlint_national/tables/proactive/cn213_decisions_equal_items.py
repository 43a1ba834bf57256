"""CN213 decisions-equal-items."""

from collections.abc import Iterator

from gxlint.model import Report, Row, Table
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2019, article
from gxlint_national.tables.naming import figure, rows_named, signed
from gxlint_national.tables.wording import shown

_COLUMNS = ("items_last_year", "items_delta", "decisions")
_AT_LEAST = 2


class DecisionsEqualItems(Rule):
    """2019 年格式表二:处理决定数量不是项目数量的推算结果。

    “上一年项目数量”“本年增/减”数的是事项,“处理决定数量”数的是决定。两行以上的决定数恰好等于项目数加增减,
    多半是把事项数当决定数填了,提示核对。决定数为 0 的行不算。

    Wrong:
        | 行政处罚 | 62 | +1 | ⟦63⟧ |
        | 行政强制 | 5 | 0 | 5 |
    Right:
        | 行政处罚 | 62 | +1 | 118 |
        | 行政强制 | 5 | 0 | 5 |
    """

    code, name, severity = "CN213", "decisions-equal-items", Severity.INFO
    reach = "nowhere"
    source = article(FORMAT_2019, "附件 表二")
    formats = ("2019",)
    wants = Table
    table = "table_proactive"
    messages = {
        "default": Message(
            "{rows}行的处理决定数量都等于项目数加增减(如 {items} {delta} = {decisions}),"
            "请核对是否把事项数当决定数填了",
            "rows {rows}: decisions equal items plus change (as {items} {delta} = {decisions}); "
            "were items counted as decisions?",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Look for several rows whose decisions are items plus change."""
        rows = [row for row in table.rows.values() if _equal(row)]
        if len(rows) < _AT_LEAST:
            return
        items, delta, decisions = (rows[0][column] for column in _COLUMNS)
        yield self.at(
            decisions,
            related=shown(table.form, [row["decisions"] for row in rows[1:]]),
            rows=rows_named(table.form, [row.key for row in rows]),
            items=figure(items.value or 0),
            delta=signed(delta.value) if delta.value else "+0",
            decisions=figure(decisions.value or 0),
        )


def _equal(row: Row) -> bool:
    cells = {cell.column: cell.value for cell in row.cells if cell.column in _COLUMNS}
    if len(cells) < len(_COLUMNS) or not cells["decisions"]:
        return False
    items, delta = cells["items_last_year"], cells["items_delta"]
    return items is not None and delta is not None and items + delta == cells["decisions"]
