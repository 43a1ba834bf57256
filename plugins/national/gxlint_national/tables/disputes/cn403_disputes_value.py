"""CN403 disputes-value."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.values import MESSAGES, check_values


class DisputesValue(Rule):
    """表四各格都是件数:非负整数。

    负数、小数、约数、带“件”字的数都不是件数。没有的填 0,不填“/”“—”“无”(填了的按 0 参与合计,全表合成一条)。
    全角数字和千分位读得出来,只提示改写。

    Wrong:
        | 0 | 0 | 0 | 0 | 0 | ⟦2件⟧ | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 |
    Right:
        | 0 | 0 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN403", "disputes-value", Severity.ERROR
    reach = "nowhere"
    fix = "safe"
    source = article(FORMAT_2021, "附件 表四")
    wants = Table
    table = "table_disputes"
    messages = MESSAGES

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the cells that hold no count."""
        yield from check_values(self, table, not_applicable=Severity.WARNING)
