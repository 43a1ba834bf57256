"""甘肃省政府信息公开工作年度报告的检查规则。"""

from collections.abc import Sequence
from pathlib import Path

from gxlint.rules import Rule, hookimpl

GXLINT_SPEC = (1, 1)
GXLINT_PREFIX = "GS"


@hookimpl
def gxlint_packs() -> Sequence[Path]:
    """武威市的要求和适用地区,不用程序写的规则都在这个文件里。"""
    return (Path(__file__).with_name("wuwei.toml"),)


@hookimpl
def gxlint_rules() -> Sequence[type[Rule]]:
    """用程序写的规则,一条一个文件。"""
    from gxlint_gansu.gs107_published_decisions import PublishedDecisions

    return (PublishedDecisions,)
