"""Who reports: the issuing body, what kind of body it is, and whether the report speaks for others too."""

import re

from gxlint.model.report import BodyType, Scope

_TOWNSHIP = re.compile(
    r"(?:乡|镇|街道|苏木)(?:人民政府|办事处|政府|党政(?:综合)?办公室|党政办)?(?:办公室)?$|街道办$"
)
_GOVERNMENT = re.compile(
    r"(?:[省市县区旗州盟]|自治区)(?:人民)?政府(?:办公[厅室]|办)?$|人民政府(?:办公[厅室])?$|(?<=..)[省县旗州]$|(?<=..)[市区]$|行政公署$|新区$"
)
_DEPARTMENT = re.compile(
    r"(?:局|委员会|委|办公室|办|厅|院|中心|大队|支队|总队|队|站|处|所|馆|会|社|公司|学校|大学|学院|医院|银行|海关|部|署|分局|管委会)$"
)
_AGGREGATE = re.compile(
    r"汇总|综合(?:各|全|所属)|(?:涵盖|包括|含).{0,12}(?:各|所属|下属|所辖).{0,8}(?:部门|乡镇|镇|街道|单位|县)"
    r"|由.{0,30}(?:综合|汇总)|(?:全[省市县区旗州]).{0,14}(?:各级|各乡镇|各部门|行政机关).{0,14}(?:数据|编制|统计|年度报告)"
)
_NOT_A_NAME = re.compile(
    r"^(?:关于|本|我|现将|公布|发布|的|年度|政府信息|政务公开|信息公开|工作|及|与|由)|报告|[,。;:《》]|条例|规定|要求"
)


def body_type(organisation: str | None) -> BodyType | None:
    """What kind of body a name is. The office of a government reports for that government."""
    if organisation is None:
        return None
    if _TOWNSHIP.search(organisation):
        return "township"
    if _GOVERNMENT.search(organisation):
        return "government"
    return "department" if _DEPARTMENT.search(organisation) else None


def scope(opening: str) -> Scope:
    """Whether the opening says that figures of other bodies are added in."""
    return "aggregate" if _AGGREGATE.search(opening) else "own"


def as_organisation(text: str) -> str | None:
    """A text as the name of a body, if it can be one."""
    text = "".join(text.split()).strip("·-—:,、()“”《》")
    if not 2 <= len(text) <= 40 or _NOT_A_NAME.search(text) or text.isdigit():
        return None
    return text


def is_body_name(text: str) -> bool:
    """Whether a line is the name of a body and nothing else."""
    name = as_organisation(text)
    return name is not None and body_type(name) is not None and not re.search(r"\d", name)
