# ruff: noqa: D415, RUF012 - summaries end in a Chinese full stop; the head of a rule is plain data
"""The tool's own rules GXL001 to GXL006: what it says about files and rules, not about a report's contents.

They have no ``check``: the reader, the linter and the suppressions speak through them.
"""

from gxlint.rules import Message, Severity, Source, SpeakingRule

_MANUAL = Source("gxlint 使用说明")


class UnreadableFile(SpeakingRule):
    """文件应能读出文字。

    文件不存在、没有权限、编码无法辨认、内容是二进制、格式不支持或过大时,说明原因,文件不作检查。

    Wrong:
        把扫描件图片改名为 report.txt
    Right:
        以 UTF-8、GB18030 或 UTF-16 保存的文本,或 HTML 网页
    """

    code, name, severity = "GXL001", "unreadable-file", Severity.ERROR
    source = _MANUAL
    messages = {"default": Message("{reason}", "{reason}")}


class RuleCrashed(SpeakingRule):
    """规则应能在任何报告上运行完毕。

    某条规则的程序出错,或对一份报告运行 10 秒仍未结束时,该规则记为未核对,其余规则照常运行。请升级提供该规则的软件包,
    或停用该规则。时限可用环境变量 GXLINT_RULE_SECONDS 调整,0 为不限;Windows 上没有时限。

    Wrong:
        规则在缺少“总计”格的行上抛出 KeyError
    Right:
        规则在缺少“总计”格的行上说明未核对及其原因
    """

    code, name, severity = "GXL002", "rule-crashed", Severity.WARNING
    source = _MANUAL
    messages = {
        "default": Message(
            "规则 {code} {name}({origin})运行出错,未作核对:{error}。"
            "请升级 {package};仍出错时可用 --ignore {code} 停用,并告知其维护者",
            "rule {code} {name} ({origin}) crashed and was not decided: {error}. "
            "Upgrade {package}; if it still fails, turn it off with --ignore {code} and tell its maintainer",
        ),
        "endless": Message(
            "规则 {code} {name}({origin})运行 {seconds:g} 秒仍未结束,已停止,未作核对。"
            "请升级 {package};仍如此时可用 --ignore {code} 停用,并告知其维护者",
            "rule {code} {name} ({origin}) did not end within {seconds:g} s; it was stopped and is not decided. "
            "Upgrade {package}; if it stays so, turn it off with --ignore {code} and tell its maintainer",
        ),
        "several": Message(
            "{number} 条规则({codes};{origin})因同一处出错,均未作核对:{error}。"
            "请升级 {package};仍出错时可用 --ignore {ignored} 停用,并告知其维护者",
            "{number} rules ({codes_en}; {origin}) crashed on the same error and were not decided: {error}. "
            "Upgrade {package}; if it still fails, turn them off with --ignore {ignored} and tell its maintainer",
        ),
    }


class UnknownSuppression(SpeakingRule):
    """忽略标记和接受的例外所写的编号应是已有规则的编号。

    Wrong:
        <!-- gxlint: ignore CN3O5 因口径不同 -->
    Right:
        <!-- gxlint: ignore CN305 因口径不同 -->
    """

    code, name, severity = "GXL003", "unknown-suppression", Severity.WARNING
    source = _MANUAL
    messages = {
        "default": Message(
            "忽略标记中的编号 {got} 不是已有规则", "the suppression names an unknown rule {got}"
        ),
        "close": Message(
            "忽略标记中的编号 {got} 不是已有规则,是否指 {close}?",
            "the suppression names an unknown rule {got}; is {close} meant?",
        ),
        "nothing": Message(
            "忽略标记没有写明规则编号,如 <!-- gxlint: ignore CN305 因… -->",
            "the suppression names no rule; write for example <!-- gxlint: ignore CN305 because … -->",
        ),
        "entry": Message(
            "接受的例外中的编号 {got} 不是已有规则", "the accepted exception names an unknown rule {got}"
        ),
        "entry_close": Message(
            "接受的例外中的编号 {got} 不是已有规则,是否指 {close}?",
            "the accepted exception names an unknown rule {got}; is {close} meant?",
        ),
    }


class UnusedSuppression(SpeakingRule):
    """忽略标记和接受的例外应确有所指,问题改好后应删去;到期的例外不再生效。

    Wrong:
        合计已改正,行末仍留有 <!-- gxlint: ignore CN305 因口径不同 -->
    Right:
        合计已改正,标记已删去
    """

    code, name, severity = "GXL004", "unused-suppression", Severity.WARNING
    source = _MANUAL
    messages = {
        "default": Message(
            "忽略标记 {got} 没有忽略任何问题,请删去", "the suppression of {got} suppresses nothing; delete it"
        ),
        "entry": Message(
            "接受的例外 {got}({reason})没有遇到任何问题,请删去",
            "the accepted exception {got} ({reason}) met no finding; delete it",
        ),
        "expired": Message(
            "接受的例外 {got}({reason})已于 {until} 到期,不再生效;请改正报告,或重新确认后延长 until",
            "the accepted exception {got} ({reason}) ended on {until} and holds no more; mend the report, or confirm "
            "the exception and set until anew",
        ),
    }


class LegacyReport(SpeakingRule):
    """报告应使用现有格式之一;更早的旧制式报告不作检查。

    2018 年度及以前的报告没有统一表式,逐项检查只会误报,因此只作说明。

    Wrong:
        2016 年度的报告
    Right:
        2019 年度及以后的报告
    """

    code, name, severity = "GXL005", "legacy-report", Severity.INFO
    source = _MANUAL
    messages = {
        "default": Message(
            "这是 {before} 年及以前的旧制式报告,未检查",
            "this report is of the old kind, of {before} or earlier; it was not checked",
        )
    }


class NotAReport(SpeakingRule):
    """文件应是一份填写了的政府信息公开工作年度报告。

    找不到标题、各部分标题和表格的文件,以及空白的官方样表,不作检查。

    Wrong:
        会议通知、信息公开指南,或没有填写的样表
    Right:
        填写完整的年度报告
    """

    code, name, severity = "GXL006", "not-a-report", Severity.WARNING
    source = _MANUAL
    messages = {
        "default": Message(
            "这不像政府信息公开工作年度报告,未检查:"
            "找过报告标题、{sections} 个部分的标题和{tables},{found_zh}。请核对是否选错了文件",
            "this does not look like an annual report on open government information and was not checked: "
            "looked for its title, the headings of {sections} parts and {tables}, {found_en}. "
            "See whether it is the right file",
        ),
        "template": Message(
            "这是没有填写的官方样表或通知,未检查",
            "this is a blank official form or notice; it was not checked",
        ),
    }


UNREADABLE = UnreadableFile()
CRASHED = RuleCrashed()
UNKNOWN_SUPPRESSION = UnknownSuppression()
UNUSED_SUPPRESSION = UnusedSuppression()
LEGACY = LegacyReport()
NOT_A_REPORT = NotAReport()
TOOL_RULES: tuple[SpeakingRule, ...] = (
    UNREADABLE,
    CRASHED,
    UNKNOWN_SUPPRESSION,
    UNUSED_SUPPRESSION,
    LEGACY,
    NOT_A_REPORT,
)
