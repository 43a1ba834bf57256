"""Who reports: the issuing body, what kind of body it is, and whether the report speaks for others too."""

from gxlint.model.report import BodyType, Scope
from gxlint.source.pattern import Pattern

_TOWNSHIP = Pattern(
    r"(?:乡|镇|街道|苏木)(?:人民政府|办事处|政府|党政(?:综合)?办公室|党政办)?(?:办公室)?$|街道办$"
)
_GOVERNMENT = Pattern(
    r"(?:[省市县区旗州盟]|自治区)(?:人民)?政府(?:办公[厅室]|办)?$|人民政府(?:办公[厅室])?$|(?<=..)(?:[省县旗州]|(?<!联)盟)$|(?<=..)[市区]$|行政公署$|新区$"
)
# What the names of other bodies end with, and which of the two kinds above no such name can be.
_DEPARTMENTS = (*"局委办厅院队站处所馆会社部署", "办公室", "中心", "公司", "学校", "大学", "银行", "海关")
_NO_GOVERNMENT = (*"局委院队站所馆会社部", "中心", "公司", "学校", "大学", "银行", "海关")
_AGGREGATE = Pattern(
    r"汇总|综合(?:各|全|所属)|(?:涵盖|包括|含).{0,12}(?:各|所属|下属|所辖).{0,8}(?:部门|乡镇|镇|街道|单位|县)"
    r"|由.{0,30}(?:综合|汇总)|(?:全[省市县区旗州]).{0,14}(?:各级|各乡镇|各部门|行政机关).{0,14}(?:数据|编制|统计|年度报告)",
    *("汇总", "综合", "涵盖", "包括", "含", "各级", "各乡镇", "各部门", "行政机关"),
)
_NO_BEGINNING = (
    *("关于", "本", "我", "现将", "公布", "发布", "的", "年度", "政府信息", "政务公开", "信息公开", "工作"),
    *("及", "与", "由"),
)
_NOT_IN_A_NAME = (*",。;:《》", "报告", "条例", "规定", "要求")


def body_type(organisation: str | None) -> BodyType | None:
    """What kind of body a name is. The office of a government reports for that government."""
    if organisation is None:
        return None
    if not organisation.endswith(_NO_GOVERNMENT):
        if _TOWNSHIP.search(organisation):
            return "township"
        if _GOVERNMENT.search(organisation):
            return "government"
    return "department" if organisation.endswith(_DEPARTMENTS) else None


def scope(opening: str) -> Scope:
    """Whether the opening says that figures of other bodies are added in."""
    return "aggregate" if _AGGREGATE.search(opening) else "own"


def as_organisation(text: str) -> str | None:
    """A text as the name of a body, if it can be one."""
    text = "".join(text.split()).strip("·-—:,、()“”《》")
    if not 2 <= len(text) <= 40 or text.startswith(_NO_BEGINNING) or text.isdigit():
        return None
    if any(word in text for word in _NOT_IN_A_NAME):
        return None
    return text


def is_body_name(text: str) -> bool:
    """Whether a line is the name of a body and nothing else."""
    name = as_organisation(text)
    return name is not None and body_type(name) is not None and not any(map(str.isdecimal, name))
