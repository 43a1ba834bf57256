"""CN212 proactive-label."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2019, FORMAT_2021, article
from gxlint_national.tables.labels import MESSAGES, wrong_labels
from gxlint_national.tables.unknown_labels import unknown_labels


class ProactiveLabel(Rule):
    """表二的行名、列名和各块标题用官方表式的写法。

    只比较文字:空格、断行、引号、括号不算,标签后面的本地说明不算。标签完整地写在一处的,可以直接改为官方写法。

    Wrong:
        | ⟦规范性文件⟧ | 0 | 0 | 0 |
    Right:
        | 行政规范性文件 | 0 | 0 | 0 |
    """

    code, name, severity = "CN212", "proactive-label", Severity.HINT
    reach = "nowhere"
    fix = "safe"
    source = (article(FORMAT_2021, "附件 表二"), article(FORMAT_2019, "附件 表二"))
    wants = Table
    table = "table_proactive"
    messages = MESSAGES

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the labels whose wording is not the official one."""
        yield from wrong_labels(self, table, report)
        yield from unknown_labels(self, table)
