"""``gxlint annotate``: the findings as remarks in a copy of the document."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from gxlint.cli.commands.check_options import rule_options
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session, plugin_problems
from gxlint.cli.parser import Parser
from gxlint.readers import ReadError, data_of, modern
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.parser import Options
    from gxlint.lint.session import Session

_MARK = ".gxlint"
_WRITTEN_AS_DOCX = (".doc", ".wps", ".odt", ".rtf")


def run(words: Sequence[str], lang: str) -> int:
    """Write the annotated copies of the files that the command line names.

    Returns:
        0, or 2 when a file could not be read, annotated or written.
    """
    options, paths = _parser(lang).read(words)
    if not paths:
        raise UsageError(say(options.lang, "请给出要加批注的文件", "name the file to annotate"))
    if options.output and len(paths) > 1:
        raise UsageError(say(options.lang, "--output 只能与一个文件合用", "--output goes with one file only"))
    session = open_session(options)
    for problem in plugin_problems(session, options.lang):
        _complain(problem)
    return 2 if [path for path in paths if not _one(session, options, path)] else 0


def _one(session: Session, options: Options, path: str) -> bool:
    """Whether the copy was written."""
    target = options.output or _beside(path)
    try:
        number = _write(session, options.lang, path, target)
    except ReadError as error:
        _complain(error.text(options.lang))
        return False
    except OSError as error:
        _complain(
            say(
                options.lang,
                "无法写入 {path}:{why}。请检查文件夹权限,或先关闭正打开它的程序",
                "cannot write {path}: {why}. Check the folder's permissions, or close the program that has it open",
                path=target,
                why=error.strerror or error,
            )
        )
        return False
    print(
        say(options.lang, "已写入 {path}:{n} 条批注", "written to {path}: {n} remarks", path=target, n=number)
    )
    return True


def _write(session: Session, lang: str, path: str, target: str) -> int:
    """Write the copy of one file; returns the number of remarks.

    Raises:
        ReadError: it cannot be read or annotated.
        OSError: the copy cannot be written.
    """
    from datetime import UTC, datetime

    from gxlint.cli.files import atomic_bytes
    from gxlint.reporters.record import record
    from gxlint.writeback.copies import annotated, without_ours
    from gxlint.writeback.remarks import remarks_of

    data = without_ours(modern(data_of(path), path))
    result = session.check_bytes(data, path)
    if result.report is None:
        assert result.error is not None
        raise result.error
    remarks = remarks_of(record(result, lang), result.report, session.heads(), lang)
    copy = annotated(data, result.report.document, remarks, datetime.now(UTC))
    with atomic_bytes(target) as stream:
        stream.write(copy)
    return len(remarks)


def _beside(path: str) -> str:
    """``报告.docx`` → ``报告.gxlint.docx``, ``报告.doc`` too; what is annotated already is written anew."""
    stem, ending = os.path.splitext(path)
    ending = ".docx" if ending.lower() in _WRITTEN_AS_DOCX else ending
    return path if stem.endswith(_MARK) else f"{stem}{_MARK}{ending}"


def _complain(text: str) -> None:
    print(f"gxlint: {text}", file=sys.stderr)


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint annotate",
        lang,
        (
            "把检查结果写成批注,放进文档的副本:Word 文档加批注,网页加标注。原文件不变。",
            "Write the findings into a copy of the document: as comments in Word, as notes in a web page.",
        ),
        ("文件 … [选项]", "FILE ... [options]"),
    )
    parser.positional(
        "FILE", ("Word 文档(.docx)或网页(.html)", "a Word document (.docx) or web page (.html)")
    )
    parser.option(
        "-o",
        "--output",
        metavar="FILE",
        text=(
            "写入这个文件;默认在原文件旁,如 报告.gxlint.docx",
            "write to this file; by default beside the document: report.gxlint.docx",
        ),
    )
    rule_options(parser, lang)
    parser.common()
    parser.notes.append(
        (
            "再次运行时,先去掉以前由 gxlint 加的批注(作者“政务公开校对”),其他人的批注不动。",
            "Run again, it takes out the comments that gxlint wrote before; those of others are never touched.",
        )
    )
    return parser
