"""Mended text in a Word document, as tracked changes: whoever owns the document accepts or rejects them."""

import re
from datetime import datetime

from gxlint.readers.document import Document
from gxlint.readers.office.word.reader import WordFile
from gxlint.readers.office.word.scan import NAMESPACES
from gxlint.writeback.differences import Change, differences
from gxlint.writeback.packing import repacked
from gxlint.writeback.remark import AUTHOR
from gxlint.writeback.splicing import escaped, spliced
from gxlint.writeback.word.parts import Names, names_of
from gxlint.writeback.word.weaving import BEGINS, Insertion, Shell, shell_of, woven

_NUMBER = re.compile(rb"""\bid\s*=\s*["'](\d{1,9})["']""")


def with_changes(file: WordFile, before: Document, after: Document, now: datetime) -> bytes:
    """The document with all that is different in ``after`` deleted and inserted, as tracked changes.

    Args:
        file: the document's file.
        before: what was read from it.
        after: the same, mended.
        now: the time that is written beside the changes, in UTC.
    """
    names = names_of(file.part, NAMESPACES)
    number = max((int(found) for found in _NUMBER.findall(file.part)), default=0) + 1
    insertions: dict[int, list[Insertion]] = {}
    for piece, changes in differences(before, after):
        if piece.element is None:
            continue
        element = file.scan.elements[piece.element]
        shell = shell_of(file, element)
        for change in changes:
            old = element.text[change.start : change.end]
            markup = _tracked(names, number, old, change, shell, now)
            number += 2
            insertions.setdefault(piece.element, []).append(
                Insertion(change.start, change.end, BEGINS, markup)
            )
    return repacked(file.package, {file.main: spliced(file.part, woven(file, insertions))})


def _tracked(names: Names, number: int, old: str, change: Change, shell: Shell, now: datetime) -> bytes:
    """A deletion and an insertion that look like the text around them."""
    markup = b""
    if old:
        text = names.element("delText", b' xml:space="preserve"', escaped(old))
        markup += names.element("del", _who(names, number, now), shell.run + text + shell.run_end)
    if change.new:
        text = shell.text + escaped(change.new) + shell.text_end
        markup += names.element("ins", _who(names, number + 1, now), shell.run + text + shell.run_end)
    return markup


def _who(names: Names, number: int, now: datetime) -> bytes:
    return (
        names.attribute("id", str(number))
        + names.attribute("author", AUTHOR)
        + names.attribute("date", now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    )
