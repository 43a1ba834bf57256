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
_WHERE = (
    "修改写回文本、Markdown、网页、Word(作为修订)和 Excel 文件;PDF 和要经 LibreOffice 转换的文件不能改。",
    "Fixes are written to text, Markdown, web pages, Word documents (as tracked changes) and workbooks; PDF, and what "
    "LibreOffice has to convert, stays as it is.",
)
_TOOL_FIX = (
    "这是 gxlint 对文件或规则本身的说明,提示里写明了解决办法。",
    "This is what gxlint says of files and rules themselves; the message tells the cure.",
)
_ACCEPT = (
    "确有理由而不改的,在报告所在文件夹的 gxlint.toml 中写一项 [[accept]]:code 写 {code},file、address 或 text "
    "指明是哪一处,reason 写明原因。Markdown 草稿也可在该行末尾写 <!-- gxlint: ignore {code} 原因 -->。",
    "Where it has to stay as it is, write an [[accept]] into gxlint.toml in the report's folder: code is {code}, file, "
    "address or text say which place, reason says why. In a Markdown draft <!-- gxlint: ignore {code} why --> at the end "
    "of the line does, too.",
)
_IGNORE = (
    "整条规则都不用的:gxlint check --ignore {code} 报告.txt,或写入 gxlint.toml 的 ignore。",
    "To do without the whole rule: gxlint check --ignore {code} report.txt, or ignore in gxlint.toml.",
)


def fix_advice(rule: RuleInfo, lang: str) -> Iterator[str]:
    """How a finding can be mended, a paragraph each."""
    if rule.code.startswith(TOOL_PREFIX):
        yield say(lang, *_TOOL_FIX)
        return
    paragraphs = _FIXES[rule.fix]
    if rule.fix != "none":
        paragraphs = (*paragraphs, _WHERE)
    for number, words in enumerate(paragraphs):
        if number:
            yield ""
        yield say(lang, *words)


def exception_advice(rule: RuleInfo, lang: str) -> Iterator[str]:
    """What can be done where a finding has to stand."""
    if not rule.code.startswith(TOOL_PREFIX):
        yield say(lang, *_ACCEPT, code=rule.code)
        yield ""
    yield say(lang, *_IGNORE, code=rule.code)
