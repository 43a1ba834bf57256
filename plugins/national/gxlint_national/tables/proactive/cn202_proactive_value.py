"""CN202 proactive-value."""

from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2019, FORMAT_2021, article
from gxlint_national.tables.values import INEXACT, MESSAGES, check_values


class ProactiveValue(Rule):
    """表二各格的值合法:数量为非负整数,金额为非负的数。

    2019 年格式的“本年增/减”可带正负号或“增”“减”字,金额格内可带“万元”。负数、小数件数、约数和带单位字的数
    给警告,不是数字的文字给错误。规章一行填“/”表示不适用,只提示。全角数字和千分位读得出来,只提示改写。

    Wrong:
        | 行政许可 | ⟦约120⟧ |
    Right:
        | 行政许可 | 120 |
    """

    code, name, severity = "CN202", "proactive-value", Severity.ERROR
    reach = "nowhere"
    fix = "safe"
    source = (article(FORMAT_2021, "附件 表二"), article(FORMAT_2019, "附件 表二"))
    wants = Table
    table = "table_proactive"
    messages = MESSAGES

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Report the cells that hold no legal figure."""
        yield from check_values(self, table, lenient=INEXACT, not_applicable=Severity.HINT)
