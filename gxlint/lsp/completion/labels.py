"""The labels of rows and columns of the table that belongs here, rows that are missing first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol.types import CompletionItemKind

from gxlint.forms.wording import printed
from gxlint.lsp.completion.matching import fits, plain
from gxlint.lsp.completion.offer import Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.formats import TableForm
    from gxlint.lsp.completion.asked import Asked

_CELL = re.compile(r"(?:.*[|\t│┃｜])?(?P<space>\s*)(?P<typed>[^|\t│┃｜]{0,40})")
_BAR = re.compile(r"[|\t│┃｜]")
_FIGURE = re.compile(r"[\d\s,.+-]*")
_REST = re.compile(r"[^|\t│┃｜]*")


def labels(asked: Asked) -> Iterator[Offer]:
    """Labels that this cell may become."""
    table = _table(asked)
    match = _CELL.fullmatch(asked.before)
    if table is None or match is None:
        return
    in_row = match.end("space") > len(match["space"])
    typed = match["typed"]
    if not in_row and not typed:
        return
    if typed and _FIGURE.fullmatch(typed) and in_row and _has_label(asked.before[: match.start("typed")]):
        return  # a figure is being typed
    if not typed and (_has_figure(asked) or (not asked.explicit and _has_label(asked.before))):
        return  # the cells of figures come now
    written = plain("".join(_others(asked)))
    start = match.start("typed")
    for kind, label in _labels(table):
        if fits(typed, label):
            text = printed(label)
            rank = (1 if kind is CompletionItemKind.Field else 0) + (2 if plain(label) in written else 0)
            yield Offer(text, text, start, _end(asked, text, start), rank, kind, table.name)


def _table(asked: Asked) -> TableForm | None:
    section = asked.around.section
    return (
        asked.form.table_forms[section.table] if section is not None and section.table is not None else None
    )


def _has_label(text: str) -> bool:
    return re.search("[\u4e00-\u9fff]", text) is not None


def _has_figure(asked: Asked) -> bool:
    """Whether one of the cells of the line is a figure."""
    return any(cell.strip() and _FIGURE.fullmatch(cell) for cell in _BAR.split(asked.before + asked.after))


def _others(asked: Asked) -> Iterator[str]:
    """The other lines of the section."""
    for at in range(asked.around.first + 1, asked.around.last):
        if at != asked.line:
            yield asked.lines[at]


def _labels(table: TableForm) -> Iterator[tuple[CompletionItemKind, str]]:
    """All labels, in the order of the form."""
    for block in table.blocks:
        if block.label:
            yield CompletionItemKind.Struct, block.label
    groups = {group.key: group for group in table.groups}
    for row in table.rows:
        group = groups.pop(row.key.partition(".")[0], None)
        if group is not None:
            yield CompletionItemKind.EnumMember, group.label
        yield CompletionItemKind.EnumMember, row.label
    for group in groups.values():
        yield CompletionItemKind.EnumMember, group.label
    for label in (*table.corner, *table.spanning, *dict.fromkeys(column.label for column in table.columns)):
        yield CompletionItemKind.Field, label


def _end(asked: Asked, text: str, start: int) -> int:
    """The rest of the cell goes if it is the rest of the label."""
    rest = _REST.match(asked.after)
    behind = rest[0].rstrip() if rest else ""
    if behind and plain(text).endswith(plain(behind)):
        return asked.column + len(behind)
    return asked.column
