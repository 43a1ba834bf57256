"""重庆市政府信息公开工作年度报告的检查规则。"""

from collections.abc import Sequence
from pathlib import Path

from gxlint.rules import Rule, hookimpl

GXLINT_SPEC = (1, 1)
GXLINT_PREFIX = "CQ"


@hookimpl
def gxlint_packs() -> Sequence[Path]:
    """适用地区和不用程序写的规则。"""
    return (Path(__file__).with_name("chongqing.toml"),)


@hookimpl
def gxlint_rules() -> Sequence[type[Rule]]:
    """用程序写的规则,一条一个文件。"""
    from gxlint_chongqing.cq102_own_and_system import OwnAndSystem

    return (OwnAndSystem,)
