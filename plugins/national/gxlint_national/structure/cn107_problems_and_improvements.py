"""CN107 problems-and-improvements."""

from collections.abc import Iterator

from gxlint.model import Report, Section
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import REGULATION, article
from gxlint_national.structure.ending import breaks_off, is_closed
from gxlint_national.structure.outline import is_part
from gxlint_national.structure.words import has_content, speaks_of_improvement, speaks_of_problems
from gxlint_national.structure.written import written

_CUT = Message("文本在这一部分中断,未检查", "The text breaks off in this part; not checked")


class ProblemsAndImprovements(Rule):
    """第五部分既写问题,也写改进。

    《条例》第五十条第一款第四项要求写“政府信息公开工作存在的主要问题及改进情况”。分别找问题类和改进类的词,两类都有
    即可,不要求逐条对应;“有待进一步加强”说的是问题,不算改进。

    Wrong:
        ⟦五、存在的主要问题及改进情况⟧
        政策解读形式还不够丰富,公开时效有待进一步提高。
    Right:
        五、存在的主要问题及改进情况
        政策解读形式还不够丰富,公开时效有待进一步提高。下一步将增加图解、视频解读,及时更新栏目。
    """

    code, name, severity = "CN107", "problems-and-improvements", Severity.WARNING
    source = article(REGULATION, "第五十条第一款第四项")
    wants = Section
    section = "problems"
    messages = {
        "default": Message(
            "“{title}”只写了问题,没有写改进情况", "“{title}” names problems but says nothing of improvement"
        ),
        "problems": Message("“{title}”没有写存在的问题", "“{title}” names no problems"),
        "empty": Message("“{title}”没有内容", "“{title}” is empty"),
    }

    def check(self, node: Section, report: Report) -> Iterator[Outcome]:
        """Look for words of both kinds in the part's prose."""
        if not is_part(node, report):
            return
        text = written(node, report)
        if node is report.sections[-1] and (breaks_off(report) or not is_closed(report)):
            yield self.undecided(node, _CUT)
        elif not has_content(text):
            yield self.at(node, "empty", title=node.heading.title)
        elif not speaks_of_problems(text):
            yield self.at(node, "problems", title=node.heading.title)
        elif not speaks_of_improvement(text):
            yield self.at(node, title=node.heading.title)
