"""CN301 requests-shape."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2019, FORMAT_2021, article
from gxlint_national.tables.condition import groups_as_rows
from gxlint_national.tables.naming import numbered
from gxlint_national.tables.shape import MESSAGES, check_shape


class RequestsShape(Rule):
    """表三七个数据列齐全,数据行齐全(2021 年格式 25 行,2019 年格式 23 行)且次序正确。

    行和列以官方表式为准,缺的行合成一条,报在它应在位置的前一行。表头在抽取中丢失而各行七格齐全的不算缺列;
    有数字未能归行、或正文到表中为止的,只说明没有核对。(六)其他处理填成一行的由 CN309 报,标签写法由 CN302 报。

    Wrong:
        | 3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        | ⟦2.重复申请⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    Right:
        | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        | 3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN301", "requests-shape", Severity.ERROR
    reach = "nowhere"
    source = (article(FORMAT_2021, "附件 表三"), article(FORMAT_2019, "附件 表三"))
    wants = Table
    table = "table_requests"
    messages = {
        **MESSAGES,
        "group": Message(
            "“{row}”应分 {count} 行填写,现只填了一行",
            "“{row}” is to be filled in as {count} rows, not as one",
        ),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Compare the rows and columns found with the official ones."""
        yield from check_shape(self, table, report)
        for row in groups_as_rows(table):
            if row.complete and row.key != "other_processing":  # that one is CN309's
                count = len(table.form.children(row.key))
                yield self.at(row, "group", row=numbered(table.form, row.key), count=count)
