"""What to do about a finding: mend it, or let it stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.rules import RuleInfo

TOOL_PREFIX = "GXL"

_FIXES = {
    "safe": (
        (
            "能确定原意的写法可以自动改正:gxlint check --fix 报告.txt。先加 --diff 可以只看会作哪些修改。",
            "What was certainly meant is restored automatically: gxlint check --fix report.txt. "
            "With --diff it only shows what it would change.",
        ),
        (
            "不能确定原意的只给建议或说明,不会自动改动;要连同建议一并采用,另加 --unsafe-fixes,改后请逐处复核。",
            "Anything less certain is a suggestion at most and left alone; "
            "add --unsafe-fixes to take suggestions too, and review each.",
        ),
    ),
    "suggested": (
        (
            "不会自动改动。有把握给出改法时附有建议,由人确认后再改。",
            "Nothing is changed automatically. Where a correction can be named it is offered for a person to confirm.",
        ),
        (
            "要采用全部建议:gxlint check --fix --unsafe-fixes 报告.txt。先加 --diff 可以只看会作哪些修改,改后请逐处复核。",
            "To take all suggestions: gxlint check --fix --unsafe-fixes report.txt. "
            "With --diff it only shows what it would change; review each.",
        ),
    ),
    "none": (
        (
            "没有自动修改,也没有改法建议:怎样改要由编写人核对原始数据和文件后决定。",
            "There is no automatic fix and no suggestion: the author has to look into the records and decide.",
        ),
    ),
}
_ONLY_TEXT = (
    "自动修改只写回文本和 Markdown 文件。",
    "Fixes are written to text and Markdown files only.",
)
_TOOL_FIX = (
    "这是 gxlint 对文件或规则本身的说明,提示里写明了解决办法。",
    "This is what gxlint says of files and rules themselves; the message tells the cure.",
)
_IGNORE = (
    "确有理由而不改的,可以在检查时停用整条规则:gxlint check --ignore {code} 报告.txt。",
    "Where it has to stay as it is, turn the rule off for a run: gxlint check --ignore {code} report.txt.",
)
_WHOLE_RULE = (
    "停用对这次检查的所有文件、所有位置都有效;目前还不能只接受某一处并写明理由。",
    "That holds for all files and places of the run; a single place cannot be accepted with a reason yet.",
)


def fix_advice(rule: RuleInfo, lang: str) -> Iterator[str]:
    """How a finding can be mended, a paragraph each."""
    if rule.code.startswith(TOOL_PREFIX):
        yield say(lang, *_TOOL_FIX)
        return
    paragraphs = _FIXES[rule.fix]
    if rule.fix != "none":
        paragraphs = (*paragraphs, _ONLY_TEXT)
    for number, words in enumerate(paragraphs):
        if number:
            yield ""
        yield say(lang, *words)


def exception_advice(rule: RuleInfo, lang: str) -> Iterator[str]:
    """What can be done where a finding has to stand."""
    yield say(lang, *_IGNORE, code=rule.code)
    yield ""
    yield say(lang, *_WHOLE_RULE)
