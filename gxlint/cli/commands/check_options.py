"""The options of ``gxlint check``."""

from __future__ import annotations

from gxlint.cli.options import config_option, region_option, stdin_option, year_option
from gxlint.cli.outputs import output_choice
from gxlint.cli.parser import Parser, choice, codes, number
from gxlint.reporters import REPORTERS

SEVERITIES = ("error", "warning", "info", "hint")
COLORS = ("auto", "always", "never")
_MOST_JOBS = 1024


def check_parser(lang: str) -> Parser:
    """The parser, its help included."""
    parser = Parser(
        "gxlint check",
        lang,
        (
            "检查年度报告,列出问题及其位置、依据和改法。",
            "Check annual reports: what is wrong, where, and how to mend it.",
        ),
        ("[路径 …] [选项]", "[PATH ...] [options]"),
    )
    parser.positional(
        "PATH",
        (
            "文件、文件夹(查看其中的文本、网页、Word、Excel 和 PDF)、通配符,或 - 表示标准输入;默认为当前文件夹",
            "files, folders (texts, pages, Word, Excel and PDF inside), patterns, or - for stdin; default: this folder",
        ),
    )
    _output_options(parser, lang)
    rule_options(parser, lang)
    _verdict_options(parser)
    _fix_options(parser)
    _run_options(parser, lang)
    parser.common()
    parser.notes.append(
        (
            "退出码:0 没有问题,1 有达到 --fail-level 的问题,2 用法错误或有文件无法读取。",
            "Exit code: 0 clean, 1 findings at or above --fail-level, 2 wrong usage or unreadable input.",
        )
    )
    return parser


def _output_options(parser: Parser, lang: str) -> None:
    parser.option(
        "--output-format",
        metavar="FORMAT[=FILE]",
        action="extend",
        type=output_choice(lang),
        values=tuple(REPORTERS),
        text=(
            f"输出格式:{'、'.join(REPORTERS)},默认 text;写上文件的可以用几次,如 html=结果.html",
            f"{', '.join(REPORTERS)}; text by default; with a file any number of times: html=out.html",
        ),
    )
    parser.option("-o", "--output", metavar="FILE", text=("把结果写入文件", "write the report to a file"))
    parser.option(
        "--receipt",
        metavar="FILE",
        text=(
            "另写一份回执:各文件的 SHA-256、版本、结论和已接受的问题,供 gxlint verify 核对",
            "write a receipt as well: SHA-256 of each file, versions, verdicts; gxlint verify reads it",
        ),
    )
    parser.option("--statistics", action="store_true", text=("按规则统计次数", "count findings by rule"))
    parser.option(
        "--color",
        metavar="|".join(COLORS),
        default="auto",
        type=choice(lang, ("颜色设置", "colour setting"), COLORS),
        text=("是否着色,默认 auto(终端上着色,尊重 NO_COLOR)", "colours; auto honours NO_COLOR"),
    )
    parser.option(
        "-q",
        "--quiet",
        action="store_true",
        text=("只列问题,不显示汇总、说明和进度", "findings only: no summary, notes or progress"),
    )


def rule_options(parser: Parser, lang: str) -> None:
    """Which rules run, what makes a report fail, and what a configuration may say besides."""
    for name, text in (
        (
            "--select",
            (
                "只用这些规则:编号、编号开头或名称,逗号分隔,如 CN3,row-total",
                "only these rules: codes, prefixes, names",
            ),
        ),
        ("--ignore", ("不用这些规则", "leave these rules out")),
        ("--extend-select", ("另加这些规则", "these rules as well")),
    ):
        parser.option(name, metavar="CODES", action="extend", type=codes, default=[], text=text)
    region_option(parser)
    year_option(parser)
    config_option(parser)
    parser.option(
        "--baseline",
        metavar="FILE",
        text=("基线文件:其中记下的问题不再报告", "known findings: those in this file are not reported"),
    )
    parser.option(
        "--fail-level",
        metavar="|".join(SEVERITIES),
        type=choice(lang, ("级别", "level"), SEVERITIES),
        text=(
            "达到这一级别即算未通过,默认 error",
            "findings from this level on fail a report, error by default",
        ),
    )


def _verdict_options(parser: Parser) -> None:
    parser.option(
        "--fail-on-undecided",
        action="store_true",
        text=("有错误级规则未能核对时也退出 1", "exit 1 also when an error rule could not be decided"),
    )
    parser.option(
        "--write-baseline",
        metavar="FILE",
        text=(
            "把现有的问题全部记入基线文件(.json 或 .toml),不报告",
            "write all findings to a baseline (.json or .toml) in place of reporting them",
        ),
    )
    parser.option(
        "--show-accepted",
        action="store_true",
        text=("也列出已接受的问题及其原因", "list accepted findings, too, and why"),
    )


def _fix_options(parser: Parser) -> None:
    parser.option("--fix", action="store_true", text=("自动修改有把握的问题", "apply safe fixes"))
    parser.option(
        "--unsafe-fixes",
        action="store_true",
        text=(
            "与 --fix 或 --diff 合用,连同建议一并修改(请复核)",
            "with --fix or --diff: suggestions too (review them)",
        ),
    )
    parser.option(
        "--diff",
        action="store_true",
        text=("只显示会作的修改,不写入文件", "show what --fix would change, write nothing"),
    )


def _run_options(parser: Parser, lang: str) -> None:
    parser.option(
        "-j",
        "--jobs",
        metavar="N",
        type=number(lang, ("进程数", "the number of processes"), 0, _MOST_JOBS),
        text=(
            "并行进程数,0 为每核一个;默认按文件多少决定",
            "processes, 0: one a core; by default as the files require",
        ),
    )
    parser.option(
        "--previous",
        metavar="PATH",
        action="extend",
        type=_alone,
        default=[],
        text=(
            "上年的报告(文件或文件夹),供与上年比较的规则使用",
            "last year's reports (a file or folder), for rules that compare with them",
        ),
    )
    parser.option(
        "--watch",
        action="store_true",
        text=("文件保存后重新检查,直到按 Ctrl+C", "check again whenever a file is saved, until Ctrl+C"),
    )
    stdin_option(parser)


def _alone(path: str) -> list[str]:
    return [path]
