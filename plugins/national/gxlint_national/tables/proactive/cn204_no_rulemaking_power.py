"""CN204 no-rulemaking-power."""

import re
from collections.abc import Iterator

from gxlint.model import Report, Row
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import LEGISLATION_LAW, article
from gxlint_national.tables.bodies import lacks_rulemaking_power
from gxlint_national.tables.naming import figure
from gxlint_national.tables.wording import shown

_SELF = r"我(?:局|委|办|镇|乡|街道|县|区|厅)"
_MAY_STAND_FOR_OTHERS = r"司法[局厅]|总局|国务院"


class NoRulemakingPower(Rule):
    """没有规章制定权的机关,表二规章各格为 0。

    规章由国务院部门,省级、设区的市和自治州人民政府制定;县级政府、乡镇街道和地方各部门(局、委、办)无权。“市人民政府”
    是不是设区的市从名称看不出来,不报;政府办公室代表政府;市司法局可能代填,也不报。

    Wrong:
        | ⟦规章⟧ | 4 | 0 | 4 |
    Right:
        | 规章 | 0 | 0 | 0 |
    """

    code, name, severity = "CN204", "no-rulemaking-power", Severity.WARNING
    source = article(LEGISLATION_LAW, "第九十一条", "第九十三条")
    wants = Row
    table = "table_proactive"
    messages = {
        "default": Message(
            "{body}没有规章制定权,规章应为 0,现填 {numbers}",
            "{body} has no power to make 规章; expected 0, found {numbers}",
        ),
    }

    def check(self, row: Row, report: Report) -> Iterator[Outcome]:
        """Look at the row of 规章 in the report of a body without the power to make them."""
        if row.key != "regulations":
            return
        cells = [cell for cell in row.cells if cell.value]
        body = _powerless(report) if cells else None
        if body is not None:
            numbers = "、".join(figure(cell.value or 0) for cell in cells)
            yield self.at(row, related=shown(row.form, cells), body=body, numbers=numbers)


def _powerless(report: Report) -> str | None:
    """The name (or what it calls itself) of a body that certainly has no power to make 规章; else none."""
    if report.organisation is not None:
        return report.organisation if lacks_rulemaking_power(report.organisation) else None
    prose = "".join(paragraph.text for paragraph in report.prose())
    own = re.search(_SELF, prose)
    return own[0] if own and not re.search(_MAY_STAND_FOR_OTHERS, prose) else None
