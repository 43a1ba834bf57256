"""江苏省政府信息公开工作年度报告的检查规则。"""

from collections.abc import Sequence

from gxlint.rules import Profile, Rule, hookimpl

GXLINT_SPEC = (1, 1)
GXLINT_PREFIX = "JS"


@hookimpl
def gxlint_profiles() -> Sequence[Profile]:
    """适用地区。"""
    return (Profile("CN-JS", "江苏省"),)


@hookimpl
def gxlint_rules() -> Sequence[type[Rule]]:
    """用程序写的规则,一条一个文件。"""
    from gxlint_jiangsu.js101_notice_year import NoticeYear

    return (NoticeYear,)
