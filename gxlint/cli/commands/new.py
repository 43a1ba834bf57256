"""``gxlint new``: a blank report in the official form."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from gxlint.cli.console import complain, use_utf8
from gxlint.cli.errors import UsageError, unknown
from gxlint.cli.opening import open_session, plugin_problems
from gxlint.cli.options import config_option, region_option, year_option
from gxlint.cli.output import output_file
from gxlint.cli.parser import Parser
from gxlint.cli.written import refuse_to_overwrite, writer_named
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gxlint.cli.parser import Options
    from gxlint.forms.writers import Writer
    from gxlint.lint.session import Session


def run(words: Sequence[str], lang: str) -> int:
    """Write a blank report.

    Returns:
        0.

    Raises:
        UsageError: there is no form for that year, or the file cannot be or must not be written.
    """
    from gxlint.forms.writers import markdown

    options, _ = new_parser(lang).read(words)
    writer = markdown if options.output is None else writer_named(options.output, lang)
    if options.output is not None:
        refuse_to_overwrite(options.output, lang, force=options.force)
    session = open_session(options)
    for problem in plugin_problems(session, lang):
        complain(problem)
    contents = _contents(session, options, writer)
    if options.output is None:
        if not sys.stdout.isatty():
            use_utf8(sys.stdout)
        print(contents.decode(), end="")
        return 0
    with output_file(options.output, lang, binary=True) as file:
        file.write(contents)
    print(
        say(
            lang,
            "已写出 {path}。“____”处和表中的空格由编写人填写,填写后可用 gxlint check 检查",
            "wrote {path}. Fill in what reads ____ and the blank cells, then run gxlint check",
            path=options.output,
        ),
        file=sys.stderr,
    )
    return 0


def _contents(session: Session, options: Options, writer: Writer) -> bytes:
    from gxlint.lint.blank import NoForm, blank_for

    given = {"year": options.year, "organisation": options.org, "level": options.level}
    try:
        return writer(blank_for(session, os.getcwd(), **given))
    except NoForm as error:
        raise UsageError(error.text(options.lang), show_help=False) from error


def _level(lang: str) -> Callable[[str], str]:
    from gxlint.formats import LEVELS
    from gxlint.forms.levels import NAMES, level_named

    def read(value: str) -> str:
        level = level_named(value)
        if level is None:
            known = LEVELS if lang == "en" else [NAMES[name][0] for name in LEVELS]
            raise unknown(lang, ("层级", "level"), value, known)
        return level

    return read


def new_parser(lang: str) -> Parser:
    """The options of the command."""
    parser = Parser(
        "gxlint new",
        lang,
        (
            "生成一份空白报告:统一格式的标题、六个部分和三张表,带有常用句子和填写说明。",
            "Make a blank report: the six parts and three tables of the official form, usual sentences, advice.",
        ),
        ("[选项]", "[options]"),
    )
    year_option(parser, ("报告年度,默认是上一年", "fiscal year; last year by default"))
    parser.option(
        "--org",
        metavar="NAME",
        default="",
        text=(
            "机关全称,默认是配置中的 body",
            "full name of the body that reports; by default the one in the configuration",
        ),
    )
    parser.option(
        "--level",
        metavar="LEVEL",
        type=_level(lang),
        text=(
            "层级:乡镇、县级、市级、省级或部门;默认按机关名称判断",
            "township, county, city, province or department; by default by the body's name",
        ),
    )
    region_option(
        parser,
        (
            "写入这个省、市、县的要求:代码或名称,如 GS、甘肃、武威市;CN 为只按全国;默认按机关名称判断",
            "put in what this province, city or county asks for: code or name; CN: none; default: by the body's name",
        ),
    )
    parser.option(
        "--output",
        metavar="FILE",
        text=(
            "写入这个文件,如 2025.gxr.md;默认写到标准输出。文件名的结尾决定写成什么:.md、.txt、.docx、.xlsx 或 .html",
            "write to this file, as in 2025.gxr.md; default: standard output. Its ending says what it becomes: "
            ".md, .txt, .docx, .xlsx or .html",
        ),
    )
    parser.option("--force", action="store_true", text=("覆盖已有的文件", "overwrite a file that is there"))
    config_option(parser)
    parser.common()
    return parser
