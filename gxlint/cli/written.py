"""Files that a command writes anew: in what layout, and never over one that is there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.cli.errors import UsageError
from gxlint.cli.output import check_writable
from gxlint.reporters.words import enumeration, say

if TYPE_CHECKING:
    from gxlint.forms.writers import Writer


def writer_named(path: str, lang: str) -> Writer:
    """How to write a file of this name.

    Raises:
        UsageError: nobody knows.
    """
    from gxlint.forms.writers import SHOWN, writer_for

    writer = writer_for(path)
    if writer is None:
        text = say(
            lang,
            "不能写出 {path}:文件名应以 {known} 结尾",
            "cannot write {path}: its name has to end with {known}",
            path=path,
            known=enumeration(list(SHOWN), lang),
        )
        raise UsageError(text, show_help=False)
    return writer


def refuse_to_overwrite(path: str, lang: str, *, force: bool) -> None:
    """Refuse a file that cannot be written, or is there and may not be lost.

    Raises:
        UsageError: so it is.
    """
    check_writable(path, lang)
    if os.path.lexists(path) and not force:
        text = say(
            lang,
            "{path} 已经存在,没有改动它。要覆盖请加 --force",
            "{path} is there already and was left as it is. Add --force to overwrite it",
            path=path,
        )
        raise UsageError(text, show_help=False)
