"""``gxlint convert``: a report in another kind of file, in the official form."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from gxlint.cli.console import complain, use_utf8
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session, plugin_problems
from gxlint.cli.options import config_option, stdin_option, year_option
from gxlint.cli.output import output_file
from gxlint.cli.parser import Parser
from gxlint.cli.targets import STDIN
from gxlint.cli.written import refuse_to_overwrite, writer_named
from gxlint.readers import ReadError, read_bytes, read_path
from gxlint.reporters.leftovers import leftover_notes
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.parser import Options
    from gxlint.lint.session import Session
    from gxlint.model import Report
    from gxlint.readers import Document

_STDOUT = "-"
# What the option --all is for.
_LEFT_OUT = (
    "网页上报告以外的内容,没有写入(要写入请加 --all)",
    "part of the web page and not of the report: left out (--all keeps it)",
)


def run(words: Sequence[str], lang: str) -> int:
    """Convert the file that the command line names.

    Returns:
        0, or 2 when it cannot be read or is no report.

    Raises:
        UsageError: it cannot be, or must not be, written.
    """
    options, paths = convert_parser(lang).read(words)
    source, target = _paths(paths, options.lang)
    if target != _STDOUT:
        writer_named(target, options.lang)
        _refuse_itself(source, target, options.lang)
        refuse_to_overwrite(target, options.lang, force=options.force)
    session = open_session(options)
    for problem in plugin_problems(session, options.lang):
        complain(problem)
    try:
        document = _read(source, options)
    except ReadError as error:
        complain(error.text(options.lang))
        return 2
    report = _report(session, document)
    if report.kind == "other":
        complain(_no_report(document, options.lang))
        return 2
    _convert(report, target, options)
    return 0


def _paths(paths: Sequence[str], lang: str) -> tuple[str, str]:
    if len(paths) == 2:
        return paths[0], paths[1]
    raise UsageError(
        say(
            lang,
            "请给出两个文件:要转换的和要写出的(- 表示标准输入、标准输出)",
            "name two files: the one to convert and the one to write (-: standard input, standard output)",
        )
    )


def _refuse_itself(source: str, target: str, lang: str) -> None:
    if source != STDIN and os.path.exists(target) and os.path.samefile(source, target):
        text = say(
            lang,
            "{path} 不能转换成它自己,请写到另一个文件",
            "{path} cannot be converted into itself: name another file to write",
            path=target,
        )
        raise UsageError(text, show_help=False)


def _read(source: str, options: Options) -> Document:
    if source == STDIN:
        return read_bytes(sys.stdin.buffer.read(), options.stdin_filename or STDIN)
    return read_path(source)


def _report(session: Session, document: Document) -> Report:
    from gxlint.model.build import build_report

    scope = session.scope(document.path) or session.scopes.default
    return build_report(document, scope.catalogue, year=scope.year)


def _convert(report: Report, target: str, options: Options) -> None:
    from gxlint.forms.converting import converted
    from gxlint.forms.writers import markdown

    lang = options.lang
    made = converted(report, furniture=options.all)
    if target == _STDOUT:
        if not sys.stdout.isatty():
            use_utf8(sys.stdout)
        print(markdown(made.pieces).decode(), end="")
        sys.stdout.flush()
    else:
        with output_file(target, lang, binary=True) as file:
            file.write(writer_named(target, lang)(made.pieces))
    for note in leftover_notes(report, made, lang, furniture=_LEFT_OUT):
        print(note, file=sys.stderr)
    if target != _STDOUT:
        print(say(lang, "已写出 {path}", "wrote {path}", path=target), file=sys.stderr)


def _no_report(document: Document, lang: str) -> str:
    return say(
        lang,
        "未转换 {path}:不像政府信息公开工作年度报告",
        "{path} was not converted: it does not look like an annual report",
        path=document.path,
    )


def convert_parser(lang: str) -> Parser:
    """The options of the command."""
    parser = Parser(
        "gxlint convert",
        lang,
        (
            "把报告转成另一种文件:标题、各部分、段落照原样,三张表用统一格式,数字一个不改。",
            "Turn a report into another kind of file: all its words, the tables in the official form, figures as written.",
        ),
        ("原文件 新文件 [选项]", "IN OUT [options]"),
    )
    parser.positional(
        "IN", ("能读取的任何报告,或 - 表示标准输入", "any report that can be read, or - for standard input")
    )
    parser.positional(
        "OUT",
        (
            "写出的文件,结尾决定写成什么:.md、.txt、.docx、.xlsx 或 .html;- 表示以 Markdown 写到标准输出",
            "the file to write; its ending says what it becomes: .md, .txt, .docx, .xlsx or .html; -: Markdown to stdout",
        ),
    )
    parser.option("--force", action="store_true", text=("覆盖已有的文件", "overwrite a file that is there"))
    parser.option(
        "--all",
        action="store_true",
        text=(
            "网页上报告以外的内容(导航、页脚等)也写入",
            "keep what surrounds the report on a web page, too",
        ),
    )
    year_option(parser)
    config_option(parser)
    stdin_option(parser)
    parser.common()
    parser.notes.append(
        (
            "退出码:0 已写出,2 用法错误、文件无法读写或不是报告。",
            "Exit code: 0 written, 2 wrong usage, a file that cannot be read or written, or no report.",
        )
    )
    return parser
