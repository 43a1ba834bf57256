"""``gxlint inspect``: what was read from one report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gxlint.cli.console import complain
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session
from gxlint.cli.options import format_option, stdin_option, year_option
from gxlint.cli.parser import Parser
from gxlint.cli.targets import STDIN
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.parser import Options
    from gxlint.lint.session import FileResult

_VIEWS = ("text", "json", "tree")


def run(words: Sequence[str], lang: str) -> int:
    """Show one report.

    Returns:
        0, or 2 when it could not be read.
    """
    options, paths = _parser(lang).read(words)
    if len(paths) != 1:
        raise UsageError(
            say(lang, "请给出一个文件(或 - 表示标准输入)", "name one file, or - for standard input")
        )
    result = _read(options, paths[0])
    if result.report is None:
        text = result.error.text(options.lang) if result.error else result.path
        complain(text)
        return 2
    from importlib import import_module

    import_module(f"gxlint.cli.views.{options.output_format}").show(result.report, options.lang)
    return 0


def _read(options: Options, path: str) -> FileResult:
    session = open_session(options)
    if path == STDIN:
        return session.check_bytes(sys.stdin.buffer.read(), options.stdin_filename or STDIN)
    return session.check_path(path)


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint inspect",
        lang,
        (
            "显示从一份报告中读出的内容:标题、机关、年度、各部分和三张表的每一格。",
            "Show what was read from one report: title, body, year, sections and every cell of the tables.",
        ),
        ("文件 [选项]", "FILE [options]"),
    )
    parser.positional("FILE", ("报告文件,或 - 表示标准输入", "the report, or - for standard input"))
    format_option(parser, _VIEWS)
    year_option(parser)
    stdin_option(parser)
    parser.common()
    return parser
