"""CN311 blank-table."""

import re
from collections.abc import Iterator

from gxlint.model import Label, Report, Row, Table
from gxlint.rules import Message, Outcome, Rule, Severity, Where
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import UNREAD, cut_off, ends_early, has_blank_line, is_blank, unread
from gxlint_national.tables.zeros import with_zeros


class BlankTable(Rule):
    """表二、表三、表四填有数字,没有的填 0,不能整表空白。

    整表没有一个数字时只报这一条,该表的其他检查都不再作出。正文到表中为止、数字可能在抽取中丢失的不报。
    表四连数据行也没有的由 CN401 报。

    Wrong:
        | ⟦规章⟧ |  |  |  |
        | 行政规范性文件 |  |  |  |
        | 行政许可 |  |
        | 行政处罚 |  |
        | 行政强制 |  |
        | 行政事业性收费 |  |
    Right:
        | 规章 | 0 | 0 | 0 |
        | 行政规范性文件 | 0 | 0 | 0 |
    """

    code, name, severity = "CN311", "blank-table", Severity.WARNING
    reach = "nowhere"
    fix = "suggested"
    source = article(FORMAT_2021, "附件 表二", "附件 表三", "附件 表四")
    wants = Table
    messages = {
        "default": Message(
            "{table}整表空白,应填数字,没有的填 0",
            "{table} is blank throughout; write 0 where there is nothing",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report a table without a single figure."""
        if not is_blank(table) or _lacks_its_row(table, report):
            return
        if ends_early(report, table):
            yield cut_off(self, table)
            return
        if re.search(r"\d", unread(table, report)):
            yield self.undecided(table, UNREAD, table=table.form.name)
            return
        cells = sum(len(table.form.columns_of(row.key)) for row in table.form.rows)
        places: tuple[Row | Label | Table, ...] = (*table.rows.values(), *table.labels, table)
        found = self.at(places[0], where=Where(table=table.key), held_back=cells, table=table.form.name)
        yield with_zeros(found, [*table.rows.values()], [*table.cells()], report)


def _lacks_its_row(table: Table, report: Report) -> bool:
    """Whether the one row of a table such as 表四 is not even there: CN401 says so."""
    return table.form.side_by_side and not table.rows and not has_blank_line(table, report)
