"""``gxlint annotate``: the findings as remarks in a copy of the document."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.cli.commands.check_options import rule_options
from gxlint.cli.console import complain
from gxlint.cli.errors import UsageError
from gxlint.cli.opening import open_session, plugin_problems, without_excluded
from gxlint.cli.output import cannot_write
from gxlint.cli.parser import Parser
from gxlint.cli.targets import collect
from gxlint.readers import ReadError, data_of, modern
from gxlint.reporters.words import say
from gxlint.source.refusals import refusal
from gxlint.source.width import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.cli.parser import Options
    from gxlint.cli.targets import Target
    from gxlint.lint.session import Session

_MARK = ".gxlint"
_WRITTEN_AS_DOCX = (".doc", ".wps", ".odt", ".rtf")
_ANNOTATED = (".docx", ".html", ".htm", *_WRITTEN_AS_DOCX)


def run(words: Sequence[str], lang: str) -> int:
    """Write the annotated copies of the files that the command line names.

    Returns:
        0, or 2 when a file could not be read, annotated or written.
    """
    options, paths = _parser(lang).read(words)
    if not paths:
        raise UsageError(say(options.lang, "请给出要加批注的文件", "name the file to annotate"))
    session = open_session(options)
    targets = without_excluded(session, collect(paths, options.lang))
    if options.output and len(targets) > 1:
        raise UsageError(say(options.lang, "--output 只能与一个文件合用", "--output goes with one file only"))
    for problem in plugin_problems(session, options.lang):
        complain(problem)
    asked = [target for target in targets if target.root is None or target.path.lower().endswith(_ANNOTATED)]
    if others := len(targets) - len(asked):
        complain(
            say(
                options.lang,
                "文件夹中另有 {n} 个文件不能加批注:只支持 Word 文档和网页",
                "{n} more files in the folder are not annotated: only Word documents and web pages are",
                n=others,
            )
        )
    return 2 if [target for target in asked if not _one(session, options, target)] else 0


def _one(session: Session, options: Options, target: Target) -> bool:
    """Whether the copy was written, or none is called for."""
    copy = options.output or _beside(target.path)
    try:
        if target.problem is not None:
            raise UsageError(target.problem)
        number = _write(session, options, target, copy)
    except ReadError as error:
        complain(error.text(options.lang))
        return False
    except UsageError as error:
        complain(str(error))
        return False
    except OSError as error:
        complain(str(cannot_write(copy, say(options.lang, *refusal(error)), options.lang)))
        return False
    if number is not None:
        text = say(
            options.lang,
            "已写入 {path}:{n} 条批注",
            "written to {path}, remarks: {n}",
            path=visible(copy),
            n=number,
        )
        print(text)
    return True


def _write(session: Session, options: Options, target: Target, copy: str) -> int | None:
    """Write the copy of one file; returns the number of remarks, or None for what no report is in a folder.

    Raises:
        ReadError: it cannot be read or annotated.
        UsageError: the copy may not be written there.
        OSError: the copy cannot be written.
    """
    from datetime import UTC, datetime

    from gxlint.cli.files import atomic_bytes
    from gxlint.reporters.record import record
    from gxlint.writeback.copies import annotated, without_ours
    from gxlint.writeback.remarks import remarks_of

    path = target.path
    data = without_ours(modern(data_of(path), path))
    result = session.check_bytes(data, path)
    if result.report is None:
        assert result.error is not None
        raise result.error
    if target.root is not None and result.report.kind == "other":
        return None
    document = result.report.document
    if not options.force:
        _refuse_to_overwrite(path, data, copy, options.lang)
    remarks = remarks_of(record(result, options.lang), result.report, session.heads(), options.lang)
    made = annotated(data, document, remarks, datetime.now(UTC))
    with atomic_bytes(copy) as stream:
        stream.write(made)
    return len(remarks)


def _refuse_to_overwrite(path: str, data: bytes, copy: str, lang: str) -> None:
    """Refuse to write over what is no copy of ours, or one that somebody has worked on since.

    Raises:
        UsageError: so it is.
    """
    from gxlint.writeback.copies import is_copy, worked_on

    if not os.path.isfile(copy) or _is_marked(path):
        return
    there = data_of(copy)
    if not _is_marked(copy) and (os.path.samefile(path, copy) or not is_copy(there, copy)):
        zh, en = (
            "{copy} 已经存在,不是 gxlint 写的批注副本,没有改动它。请换一个文件名;要覆盖请加 --force",
            "{copy} is there already and is no annotated copy of gxlint's: it was left as it is. Choose another name, "
            "or add --force to overwrite it",
        )
    elif os.path.getmtime(copy) > os.path.getmtime(path) and worked_on(there, data, copy):
        zh, en = (
            "{copy} 加批注以后有人改过,没有覆盖它。要接着用它,请运行 gxlint annotate {copy};不要其中的改动,请加 --force",
            "{copy} was changed after it had been annotated, and was left as it is. To go on with it run gxlint annotate "
            "{copy}; to do without those changes add --force",
        )
    else:
        return
    raise UsageError(say(lang, zh, en, copy=visible(copy)), show_help=False)


def _is_marked(path: str) -> bool:
    return os.path.splitext(path)[0].endswith(_MARK)


def _beside(path: str) -> str:
    """``报告.docx`` → ``报告.gxlint.docx``, ``报告.doc`` too; what is annotated already is written anew."""
    stem, ending = os.path.splitext(path)
    ending = ".docx" if ending.lower() in _WRITTEN_AS_DOCX else ending
    return path if _is_marked(path) else f"{stem}{_MARK}{ending}"


def _parser(lang: str) -> Parser:
    parser = Parser(
        "gxlint annotate",
        lang,
        (
            "把检查结果写成批注,放进文档的副本:Word 文档加批注,网页加标注。原文件不变。",
            "Write the findings into a copy of the document: as comments in Word, as notes in a web page.",
        ),
        ("文件或文件夹 … [选项]", "FILE_OR_FOLDER ... [options]"),
    )
    parser.positional(
        "FILE",
        (
            "Word 文档(.docx)或网页(.html);文件夹指其中的 Word 文档和网页",
            "a Word document (.docx) or web page (.html); a folder stands for those in it",
        ),
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
    parser.option(
        "--force",
        action="store_true",
        text=("覆盖别的文件或改过的副本", "overwrite another file, or a copy that was changed"),
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
