"""CN804 placeholder."""

from collections.abc import Iterator

from gxlint.model import Report
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, REGULATION, article
from gxlint_national.wording.placeholders import gaps_in
from gxlint_national.wording.prose import clean_text, prose


class Placeholder(Rule):
    """模板里的占位符都已填写:没有“XX”“××年”“X条”“[具体地名]”“____”“(此处填写)”之类。

    隐去的人名、公司名(张××、××公司诉)、引号里举例用的“××”、尺寸中的乘号、“1+N”、网址和网页的“【字体】”“【打印】”不算。

    Wrong:
        现公布⟦XX⟧县财政局2024年政府信息公开工作年度报告。
    Right:
        现公布云泽县财政局2024年政府信息公开工作年度报告。
    """

    code, name, severity = "CN804", "placeholder", Severity.ERROR
    reach = "paragraph"
    source = (article(REGULATION, "第五十条"), article(FORMAT_2021, "正文 末条"))
    messages = {"default": Message("占位符没有填写:“{got}”", "Placeholder not filled in: “{got}”")}

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Report every place that was left open."""
        text = prose(report)
        for gap in gaps_in(clean_text(report), text.words):
            yield self.at(text.place(gap.start, gap.end), where=text.where(gap.start), got=gap.text)
