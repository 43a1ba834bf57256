"""``gxlint format``: tables in columns, labels in official wording."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, NamedTuple

from gxlint.cli.console import complain, use_utf8
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session, plugin_problems, without_excluded
from gxlint.cli.options import config_option, stdin_option
from gxlint.cli.parser import Parser
from gxlint.cli.targets import STDIN, collect
from gxlint.formatting.documents import tidy_document
from gxlint.lint.writing import WriteError, encoded, unified_diff, write_mended
from gxlint.readers import ReadError, read_bytes, read_path
from gxlint.reporters.words import say
from gxlint.rules.crash import describe
from gxlint.source import SourceText
from gxlint.source.width import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.parser import Options
    from gxlint.cli.targets import Target
    from gxlint.lint.session import Session
    from gxlint.readers import Document


class _Outcome(NamedTuple):
    """What came of a file. ``text`` is what has to be said of it, apart from its own text and that in order."""

    what: Literal["changed", "tidy", "left", "failed"]
    text: str = ""


def run(words: Sequence[str], lang: str) -> int:
    """Tidy what the command line names.

    Returns:
        0, 1 with ``--check`` where something would change, 2 when something could not be read or written.
    """
    options, paths = _parser(lang).read(words)
    if not paths:
        raise UsageError(
            say(
                options.lang,
                "请给出文件或文件夹(或 - 表示标准输入)",
                "name files or folders, or - for standard input",
            )
        )
    session = open_session(options)
    targets = without_excluded(session, collect(paths, options.lang))
    for problem in plugin_problems(session, options.lang):
        _complain(problem)
    outcomes = [_one(session, options, target) for target in targets]
    if not options.quiet:
        _sum_up(outcomes, options)
    if any(outcome.what == "failed" for outcome in outcomes):
        return 2
    return int(options.check and any(outcome.what == "changed" for outcome in outcomes))


def _one(session: Session, options: Options, target: Target) -> _Outcome:
    try:
        outcome = _tidied(session, options, target)
    except (ReadError, WriteError) as error:
        outcome = _Outcome("failed", error.text(options.lang))
    except Exception as error:  # one file must not end the run over all the others
        outcome = _Outcome("failed", _crashed(target.path, error, options.lang))
    if outcome.text:
        _complain(outcome.text)
    return outcome


def _tidied(session: Session, options: Options, target: Target) -> _Outcome:
    if target.problem is not None:
        return _Outcome("failed", target.problem)
    data = sys.stdin.buffer.read() if target.path == STDIN else b""
    name = options.stdin_filename or STDIN
    document = read_bytes(data, name) if target.path == STDIN else read_path(target.path)
    scope = session.scope(document.path) or session.scopes.default
    after = tidy_document(document, scope.catalogue, year=scope.year)
    if after is None:
        if target.path == STDIN and not (options.check or options.diff):
            _write_out(data)
        return _Outcome("left", "" if target.root else _left(document, options.lang))
    _put(options, target, document, data, after)
    return _Outcome("changed" if after != document.source.text else "tidy")


def _put(options: Options, target: Target, document: Document, data: bytes, after: str) -> None:
    """Show or write the text that came of a document."""
    before = document.source
    if options.diff:
        if difference := unified_diff(document.path, before, SourceText(after, before.encoding)):
            use_utf8(sys.stdout)
            print(difference, end="")
    elif options.check:
        if after != before.text:
            print(say(options.lang, "需要整理:{path}", "would tidy {path}", path=visible(document.path)))
    elif target.path == STDIN:
        _write_out(encoded(after, before.encoding, data, STDIN))
    elif after != before.text:
        write_mended(target.path, before, after)
        print(say(options.lang, "已整理:{path}", "tidied {path}", path=visible(document.path)))


def _write_out(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def _sum_up(outcomes: list[_Outcome], options: Options) -> None:
    """One line at the end, on the error stream, which no text or difference comes through."""
    would = options.check or options.diff
    parts = [
        (
            "changed",
            ("{n} 份需要整理", "{n} would be tidied") if would else ("{n} 份已整理", "{n} tidied"),
        ),
        ("tidy", ("{n} 份无需整理", "{n} already tidy")),
        ("left", ("{n} 份不属整理范围", "{n} left as they are")),
        ("failed", ("{n} 份未能处理", "{n} failed")),
    ]
    counts = [(sum(outcome.what == what for outcome in outcomes), words) for what, words in parts]
    said = [say(options.lang, *words, n=count) for count, words in counts if count]
    if said:
        sys.stdout.flush()
        print(say(options.lang, ",", ", ").join(said), file=sys.stderr)


def _left(document: Document, lang: str) -> str:
    if document.kind != "text":
        return say(
            lang,
            "未整理 {path}:只整理纯文本和 Markdown 写的报告",
            "{path} is left as it is: only reports in plain text and Markdown are tidied",
            path=document.path,
        )
    return say(
        lang,
        "未整理 {path}:不像政府信息公开工作年度报告",
        "{path} is left as it is: it does not look like an annual report",
        path=document.path,
    )


def _crashed(path: str, error: Exception, lang: str) -> str:
    return say(
        lang,
        "整理 {path} 时程序出错({why}),文件未改动;请把这份文件附在问题报告里",
        "tidying {path} failed ({why}), the file is as it was; please report it with this file",
        path=path,
        why=describe(error),
    )


def _complain(text: str) -> None:
    sys.stdout.flush()
    complain(text)


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint format",
        lang,
        (
            "整理年度报告:表格按显示宽度对齐,行名、列名改成官方写法。数字和文字的意思不变,再运行一次不会再变。",
            "Tidy annual reports: tables aligned by display width, labels in official wording. What they say stays.",
        ),
        ("路径 … [选项]", "PATH ... [options]"),
    )
    parser.positional(
        "PATH",
        (
            "文件、文件夹(其中的报告)、通配符,或 - 表示标准输入(结果写到标准输出)",
            "files, folders (the reports inside), patterns, or - for stdin (the result goes to stdout)",
        ),
    )
    parser.option(
        "--check",
        action="store_true",
        text=("只列出需要整理的文件,不写入;有则退出 1", "write nothing, list what would change; then exit 1"),
    )
    parser.option(
        "--diff",
        action="store_true",
        text=("只显示会作的修改,不写入", "show what would change, write nothing"),
    )
    parser.option("-q", "--quiet", action="store_true", text=("不显示汇总", "no summary"))
    config_option(parser)
    stdin_option(parser)
    parser.common()
    parser.notes.append(
        (
            "退出码:0 正常,1 用了 --check 而有文件需要整理,2 用法错误或有文件无法读写。",
            "Exit code: 0 well, 1 with --check where something would change, 2 wrong usage or a file that failed.",
        )
    )
    return parser
