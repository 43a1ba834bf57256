"""AH101 measures-per-problem."""

from collections.abc import Iterator

from gxlint.facts import facts_of
from gxlint.model import Report, Section
from gxlint.rules import Message, Outcome, Related, Rule, Severity, Source

_PROBLEMS = Message("问题", "the problems")


class MeasuresPerProblem(Rule):
    """第五部分逐条提出改进措施:列出几条问题,就列出几条措施。

    只在这一部分恰好有两组“一是……二是……”时比较,前一组当作问题,后一组当作措施。

    Wrong:
        五、存在的主要问题及改进情况
        存在的问题:一是公开不及时;二是解读形式单一;三是培训不够。
        改进措施:⟦一是⟧明确责任;二是加强培训。
    Right:
        五、存在的主要问题及改进情况
        存在的问题:一是公开不及时;二是解读形式单一。
        改进措施:一是明确责任;二是用好图表解读。
    """

    code, name, severity = "AH101", "measures-per-problem", Severity.INFO
    source = Source(
        "固镇县2023年度政府信息公开工作年度报告编制部署会",
        "",
        "2024-01-09",
        "https://www.guzhen.gov.cn/zfxxgk/public/29641/51305266.html",
    )
    url = "https://www.guzhen.gov.cn/zfxxgk/public/29641/51305266.html"
    wants = Section
    section = "problems"
    messages = {
        "default": Message(
            "列出 {problems} 条问题、{measures} 条措施,固镇县要求逐条提出改进措施",
            "{problems} problems and {measures} measures: Guzhen asks for a measure per problem",
        )
    }

    def check(self, node: Section, report: Report) -> Iterator[Outcome]:
        """Compare the two lists of the part."""
        lists = [item for item in facts_of(report).enumerations if item.section == node.key and item.items]
        if len(lists) != 2:
            yield self.not_applicable()
            return
        problems, measures = lists
        if len(problems.items) != len(measures.items):
            yield self.at(
                measures.items[0].span,
                related=[Related(problems.items[0].span, _PROBLEMS)],
                problems=len(problems.items),
                measures=len(measures.items),
            )
