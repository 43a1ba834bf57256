"""The index of all rules by topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.pages.markdown import escaped, marked_as_generated
from gxlint.reporters.pages.topics import by_topic
from gxlint.reporters.words import severity_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.rules import RuleInfo

_OPENING = (
    "# 规则一览",
    "每条规则一页:要求什么、依据什么、错误和正确的写法、怎样修改。终端里用 `gxlint explain CN305` 看同一页,"
    "用 `gxlint rules --by-source` 按法规和通知的条款查找。",
    "级别:错误是统一格式或法规确定不允许的;警告是通常应改的;信息和提示供编写人斟酌。",
    "“改法”一栏:自动指 `--fix` 能直接改正其中有把握的部分,建议指给出改法由人确认,人工指只指出问题。",
)
_OPENING_OF_PLUGIN = (
    "每条规则一页:要求什么、依据什么、错误和正确的写法、怎样修改。终端里用 `gxlint explain {code}` 看同一页。"
)
_FIXES = {"safe": "自动", "suggested": "建议", "none": "人工"}
_TABLE = ("| 规则 | 名称 | 级别 | 改法 | 要求 |", "| --- | --- | --- | --- | --- |")


def index(rules: Sequence[RuleInfo], package: str = "") -> str:
    """The index as Markdown, each rule linked to its page; ``package`` is the plugin it is for."""
    blocks = list(_OPENING)
    if package:
        blocks = [blocks[0], _OPENING_OF_PLUGIN.format(code=rules[0].code), *blocks[2:]]
    for topic, members in by_topic(rules):
        lines = "\n".join((*_TABLE, *map(_line, members)))
        blocks += [lines] if package else [f"## {topic}", lines]
    return marked_as_generated(blocks, package)


def _line(rule: RuleInfo) -> str:
    cells = (
        f"[{rule.code}]({rule.code}.md)",
        rule.name,
        severity_word(rule.severity, "zh"),
        _FIXES[rule.fix],
        escaped(rule.summary),
    )
    return f"| {' | '.join(cells)} |"
