"""湖南省政府信息公开工作年度报告的检查规则。"""

from collections.abc import Sequence
from pathlib import Path

from gxlint.rules import Rule, hookimpl

GXLINT_SPEC = (1, 1)
GXLINT_PREFIX = "HN"


@hookimpl
def gxlint_packs() -> Sequence[Path]:
    """适用地区和不用程序写的规则。"""
    return (Path(__file__).with_name("hunan.toml"),)


@hookimpl
def gxlint_rules() -> Sequence[type[Rule]]:
    """县(市、区)人民政府的公布期限。"""
    from gxlint_hunan.county_deadlines import HuaihuaCountyDeadline, YueyangCountyDeadline

    return (HuaihuaCountyDeadline, YueyangCountyDeadline)
