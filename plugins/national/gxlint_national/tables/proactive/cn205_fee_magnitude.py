"""CN205 fee-magnitude."""

from collections.abc import Iterator

from gxlint.model import Report, Row
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.bodies import Level, level_of
from gxlint_national.tables.naming import figure, written

# What no body of the level takes in in a year, in 万元: 1 亿元 for a township, 50 亿元 for a county …
_CEILING = {"township": 10_000, "county": 500_000, "city": 5_000_000, "province": 20_000_000}


class FeeMagnitude(Rule):
    """表二行政事业性收费以万元计,金额与机关的层级相称。

    远超同级机关一年收费的,多半是把元当万元填了。乡镇达到 1 亿元、县级达到 50 亿元、市级达到 500 亿元、
    省级达到 2000 亿元的提示核对;看不出层级的按省级。
    参数 township、county、city、province:各层级的金额,单位万元。

    Wrong:
        | 行政事业性收费 | ⟦316441000⟧ |
    Right:
        | 行政事业性收费 | 31644.1 |
    """

    code, name, severity = "CN205", "fee-magnitude", Severity.INFO
    reach = "nowhere"
    source = article(FORMAT_2021, "附件 表二")
    formats = ("2021+",)
    wants = Row
    table = "table_proactive"
    parameters = _CEILING
    messages = {
        "default": Message(
            "收费金额 {raw} 按万元计合 {yi} 亿元,请核对是否把元当万元填了",
            "{raw} in units of 10,000 yuan makes {yi} hundred million yuan; were yuan written?",
        ),
    }

    def check(self, row: Row, report: Report) -> Iterator[Outcome]:
        """Hold the amount against the ceiling of the body's level."""
        cell = next((cell for cell in row.cells if cell.column == "fee_amount_wan"), None)
        if cell is None or cell.value is None:
            return
        level = level_of(report.organisation or "") or Level.PROVINCE
        if cell.value >= self.parameter(level.name.lower()):
            yield self.at(cell, raw=written(cell), yi=figure(round(cell.value / 10_000, 2)))
