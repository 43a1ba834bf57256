"""``--output-format``: which reports a run writes, and where."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from gxlint.cli.errors import UsageError, unknown
from gxlint.reporters import REPORTERS, RESULT_BOOK, RESULT_PAGE
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gxlint.cli.targets import Target

_STDOUT = "-"
_HEAD = 1024  # bytes of a page within which its maker is named
_DEFAULT = "text"


class Output(NamedTuple):
    """A report to write; to the standard output where there is no path."""

    format: str
    path: str | None = None


def output_choice(lang: str) -> Callable[[str], list[Output]]:
    """Reads ``html`` or ``html=out.html``."""

    def read(value: str) -> list[Output]:
        name, equals, path = value.partition("=")
        if name not in REPORTERS:
            raise unknown(lang, ("输出格式", "output format"), name, REPORTERS)
        if equals and not path:
            raise UsageError(
                say(
                    lang,
                    "输出格式 {name}= 后面缺少文件名",
                    "output format {name}= needs the name of a file",
                    name=name,
                )
            )
        return [Output(name, _path(path))]

    return read


def chosen_outputs(asked: list[Output], file: str | None, lang: str) -> list[Output]:
    """The reports to write, each to a place of its own.

    Args:
        asked: what ``--output-format`` says, once or several times.
        file: what ``--output`` says: where the format without a file goes.
        lang: language of the messages.

    Raises:
        UsageError: two reports would go to one place, or a file has no report to go there.
    """
    plain = [output for output in asked if output.path is None]
    if not asked:
        plain = asked = [Output(_DEFAULT)]
    if len(plain) > 1:
        raise _both_plain(plain, lang)
    if file is not None:
        if not plain:
            raise _idle(file, lang)
        asked = [output._replace(path=_path(file)) if output is plain[0] else output for output in asked]
    _refuse_bytes_on_terminal(asked, lang)
    _refuse_same_file(asked, lang)
    return asked


def with_receipt(outputs: list[Output], file: str | None, lang: str) -> list[Output]:
    """The reports to write, and the receipt where one is asked for.

    Raises:
        UsageError: something else is written to its file.
    """
    if file is None:
        return outputs
    outputs = [*outputs, Output("receipt", file)]
    _refuse_same_file(outputs, lang)
    return outputs


def keep_inputs(outputs: Iterable[Output], targets: list[Target], lang: str) -> list[Target]:
    """What to check, without the files that the run itself writes and those that an earlier one wrote.

    Raises:
        UsageError: a file that is to be checked would be written over.
    """
    written = {os.path.realpath(output.path): output.path for output in outputs if output.path is not None}
    names = {os.path.basename(path) for path in written}
    for target in targets:
        if target.root is None and (path := written.get(os.path.realpath(target.path))) is not None:
            text = say(
                lang,
                "{path} 是要检查的文件,不能把结果写在上面;请换一个文件名",
                "{path} is a file to check and cannot take the results; choose another name",
                path=path,
            )
            raise UsageError(text, show_help=False)
    # To look up where a file really lies takes long when there are very many.
    return [
        target
        for target in targets
        if target.root is None
        or not (
            (os.path.basename(target.path) in names and os.path.realpath(target.path) in written)
            or _is_result_page(target.path)
            or _is_result_book(target.path)
        )
    ]


def _is_result_book(path: str) -> bool:
    """The same for a workbook."""
    if not path.lower().endswith(".xlsx"):
        return False
    import re
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as book, book.open("docProps/core.xml") as part:
            told = part.read(_HEAD).decode("utf-8", "replace")
    except (OSError, BadZipFile, KeyError, NotImplementedError, RuntimeError, ValueError):
        return False  # whoever reads it says what is wrong with it
    said = dict(re.findall(r"<dc:(creator|title)\b[^>]*>([^<]*)<", told))
    return said.get("creator") == "gxlint" and said.get("title") in RESULT_BOOK


def _is_result_page(path: str) -> bool:
    """Whether a page found in a folder is one of our own: it would look like the report that it shows."""
    if not path.lower().endswith((".html", ".htm")):
        return False
    try:
        with open(path, "rb") as page:
            return RESULT_PAGE in page.read(_HEAD)
    except OSError:
        return False  # whoever reads it says what is wrong with it


def _path(path: str) -> str | None:
    return None if path in ("", _STDOUT) else path


def _both_plain(plain: list[Output], lang: str) -> UsageError:
    one, other = plain[0].format, plain[1].format
    text = say(
        lang,
        "{one} 和 {other} 不能都写到同一处,请给其中一个写上文件,如 --output-format {other}=FILE",
        "{one} and {other} cannot go to one place; give one of them a file: --output-format {other}=FILE",
        one=one,
        other=other,
    )
    return UsageError(text)


def _idle(file: str, lang: str) -> UsageError:
    text = say(
        lang,
        "每种输出格式都写明了文件,--output {file} 没有可写的内容",
        "every output format has a file of its own; nothing is left for --output {file}",
        file=file,
    )
    return UsageError(text)


def _refuse_bytes_on_terminal(outputs: Iterable[Output], lang: str) -> None:
    for output in outputs:
        if output.path is None and REPORTERS[output.format].binary and sys.stdout.isatty():
            text = say(
                lang,
                "{name} 不能显示在终端上,请写入文件,如 --output-format {name}=FILE",
                "{name} cannot be shown on a terminal; write it to a file: --output-format {name}=FILE",
                name=output.format,
            )
            raise UsageError(text)


def _refuse_same_file(outputs: Iterable[Output], lang: str) -> None:
    seen: dict[str, str] = {}
    for output in outputs:
        if output.path is None:
            continue
        place = os.path.realpath(output.path)
        if place in seen and _is_plain_file(place):
            text = say(
                lang,
                "{one} 和 {other} 不能写进同一个文件 {path}",
                "{one} and {other} cannot be written to the same file {path}",
                one=seen[place],
                other=output.format,
                path=output.path,
            )
            raise UsageError(text)
        seen[place] = output.format


def _is_plain_file(path: str) -> bool:
    """Whether it is one, or will be; ``/dev/null`` takes anything any number of times."""
    return os.path.isfile(path) or not os.path.exists(path)
