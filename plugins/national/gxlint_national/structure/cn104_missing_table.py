"""CN104 missing-table."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report, Section
from gxlint.rules import Message, Outcome, Related, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.outline import outline

_CUT = Message(
    "文本在这一部分中断,未检查有没有{table}", "The text breaks off here; {table} could not be looked for"
)
_DEBRIS = Message(
    "这一部分有表格残片,认不出{table}", "There are remains of a table here that cannot be read as {table}"
)
_ALSO = Message("也没有{table}", "No {table} either")
_FIGURES_OF_A_TABLE = 8


class MissingTable(Rule):
    """二、三、四部分各有一张表。

    统一格式在这三部分各附一张固定的表,没有发生的也要填 0。表是图片、附件或链接时只作提示;三张表都不见,多半是
    抽取文字时丢失,合成一条提示。表放在别的部分之下仍算有表。

    Wrong:
        # 望川市商务局2024年政府信息公开工作年度报告
        三、收到和处理政府信息公开申请情况
        | 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        ⟦四、政府信息公开行政复议、行政诉讼情况⟧
        本年度没有被申请行政复议,没有被提起行政诉讼。
        五、存在的主要问题及改进情况
    Right:
        # 望川市商务局2024年政府信息公开工作年度报告
        三、收到和处理政府信息公开申请情况
        | 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        四、政府信息公开行政复议、行政诉讼情况
        | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
        | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        五、存在的主要问题及改进情况
    """

    code, name, severity = "CN104", "missing-table", Severity.ERROR
    source = article(FORMAT_2021, "附件 表二", "附件 表三", "附件 表四")
    messages = {
        "default": Message("“{title}”没有{table}", "“{title}” has no {table}"),
        "elsewhere": Message(
            "“{title}”没有{table},可能是图片或附件,未检查",
            "“{title}” has no {table} as text; it may be an image or an attachment and was not checked",
        ),
        "empty": Message(
            "“{title}”标题之下没有内容,缺{table}", "Nothing stands under “{title}”; {table} is missing"
        ),
        "none": Message(
            "二、三、四部分的表一张也没有,可能是图片、附件,或在抽取文字时丢失",
            "None of the three tables is there; they may be images, attachments, or lost on the way",
        ),
    }

    def check(self, node: Report, report: Report) -> Iterator[Outcome]:
        """Look for each table that a present part calls for."""
        parts = outline(report).parts.values()
        with_table = [section for section in parts if section.form.table is not None]
        lacking = [section for section in with_table if report.table(str(section.form.table)) is None]
        if not report.tables and len(lacking) > 1:
            first, *others = lacking
            related = [
                Related(section.heading.span, _ALSO, {"table": _table(section, report)}) for section in others
            ]
            yield self.at(first, "none", severity=Severity.INFO, related=related, held_back=len(others))
            return
        for section in lacking:
            yield self._missing(section, report)

    def _missing(self, section: Section, report: Report) -> Outcome:
        title, table = section.heading.title, _table(section, report)
        prose = section.text
        if section is report.sections[-1] and breaks_off(report):
            return self.undecided(section, _CUT, table=table)
        if len(_figure().findall(report.document.slice(section.body))) >= _FIGURES_OF_A_TABLE:
            return self.undecided(section, _DEBRIS, table=table)
        if not report.tables or _is_elsewhere(section, prose, report):
            return self.at(section, "elsewhere", severity=Severity.INFO, title=title, table=table)
        if not prose:
            return self.at(section, "empty", severity=Severity.WARNING, title=title, table=table)
        return self.at(section, title=title, table=table)


def _table(section: Section, report: Report) -> str:
    return report.format.table_forms[str(section.form.table)].name


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"(?:^|[\s|])\d+(?=[\s|]|$)")


@cache
def _pointer() -> re.Pattern[str]:
    return re.compile(
        r"附件|附表|附后|图片|[见如下附]表|下载|链接|另附|如下图|见下图|点击|!\[|\.(?:xlsx?|docx?|pdf|jpe?g|png|gif)"
    )


@cache
def _picture() -> re.Pattern[str]:
    return re.compile(r"\ufffc|<img|<object|<embed|\.(?:xlsx?|docx?|pdf|jpe?g|png|gif)\b", re.IGNORECASE)


def _is_elsewhere(section: Section, prose: str, report: Report) -> bool:
    """Whether the section, or the end of the document, points at an image or a file."""
    if _pointer().search(prose):
        return True
    if report.document.kind != "text" and _picture().search(report.document.raw(section.span)):
        return True
    closing = report.sections[-1].text[-200:]
    lines = [closing, *(line.text for line in report.furniture)]
    return any("附件" in line or "附表" in line for line in lines)
