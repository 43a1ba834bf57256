"""CN105 overview-aspects."""

from collections.abc import Iterator

from gxlint.model import Report, Section
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.structure.aspects import covered
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.outline import is_part

_CUT = Message("文本在总体情况部分中断,未检查", "The text breaks off in the overview; not checked")


class OverviewAspects(Rule):
    """总体情况覆盖五个方面:主动公开、依申请公开、政府信息管理、平台建设、监督保障。

    小标题不必逐字一致,但每一方面应有内容可找:小标题点明,或有一句话专门讲到。只在各部分名称、文件名或
    “围绕……依申请公开及平台建设等工作”这样的并列里带过,不算写到;
    已有三个以上小标题按五方面分列的,没有小标题的方面就是缺。缺几方面合成一条。
    参数 optional:可以不写的方面(proactive、on_request、information_management、platform、supervision)。

    Wrong:
        ⟦一、总体情况⟧
        (一)主动公开。全年通过门户网站公开信息120条。
        (二)监督保障。把政务公开纳入年度考核,组织业务培训2次。
    Right:
        一、总体情况
        (一)主动公开。全年通过门户网站公开信息120条。
        (二)依申请公开。全年收到申请3件,均已按期答复。
        (三)政府信息管理。清理规范性文件,落实发布前保密审查。
        (四)平台建设。维护政务公开栏目和微信公众号。
        (五)监督保障。把政务公开纳入年度考核,组织业务培训2次。
    """

    code, name, severity = "CN105", "overview-aspects", Severity.WARNING
    source = article(FORMAT_2021, "附件 总体情况")
    wants = Section
    section = "overview"
    parameters = {"optional": ()}
    messages = {"default": Message("总体情况没有写到{names}", "The overview does not cover {names}")}

    def check(self, node: Section, report: Report) -> Iterator[Outcome]:
        """Name all aspects that are missing in one finding."""
        if not node.form.aspects or not is_part(node, report):
            return
        if node is report.sections[-1] and breaks_off(report):
            yield self.undecided(node, _CUT)
            return
        found = covered(node, report)
        optional = self.parameter("optional")
        missing = [
            aspect.title
            for aspect in node.form.aspects
            if aspect.key not in found and aspect.key not in optional
        ]
        if missing:
            yield self.at(node, names="、".join(missing))
