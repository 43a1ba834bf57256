"""What a page's tags make of its texts: table rows, lines, and what is not shown.

A page whose tables are written without fault says it by itself. What anything else means is for a real HTML
parser to say, so that unclosed and misplaced tags mean here what they mean in a browser. Tables that only
arrange a page are taken apart; those that hold data become rows.
"""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from gxlint.readers import tags as t
from gxlint.readers.markup import Markup, Token

BREAK, SPACE, CELL, CELL_END = -1, -2, -3, -4
Cell = list[int]
Row = list[Cell]
Item = int | Row
"""The number of a text, a constant of this module, or a table row whose cells each begin with a text."""

_CANONICAL = re.compile(r"<[^>]*>|\d+[;:]|\n| ")
_BLANK = re.compile(r"\s|&nbsp;|&#160;|&emsp;|&ensp;")
_LONG_SENTENCES, _LONG = 100, 300


def outline(markup: Markup) -> list[Item]:
    """The visible texts of a page in order, in lines and rows."""
    if not markup.parse:
        try:
            return _Reader(markup.texts, strict=True).read(markup.tokens)
        except _IrregularError:
            pass
    return _Reader(markup.texts, strict=False).read(_parsed(markup.tokens))


def arranged(texts: list[str], tokens: list[Token]) -> list[Item]:
    """The same for texts and tags that another reader has made, where every cell begins with a text.

    Tables whose tags do not follow from each other are lines.
    """
    try:
        return _Reader(texts, strict=True).read(tokens)
    except _IrregularError:
        return [token if isinstance(token, int) else SPACE if token == t.SPACE else BREAK for token in tokens]


class _IrregularError(Exception):
    """The tags do not make tables by themselves."""


_Sink = list[Item] | Cell
_Place = Literal["text", "table", "row", "cell"]


class _Table:
    """A table while it is open.

    Attributes:
        within: what was open innermost when it began.
        rows: what it holds so far.
        streams: it is known to arrange others, so that nothing is kept back any more.
    """

    __slots__ = ("rows", "streams", "within")

    def __init__(self, within: _Place) -> None:
        self.within: _Place = within
        self.rows: list[Row] = []
        self.streams = False


class _Reader:
    """Walks through tokens. One use.

    ``strict``: tags that do not follow from each other are an error, and so is text between the cells of a
    table.
    """

    def __init__(self, texts: list[str], *, strict: bool) -> None:
        self.texts = texts
        self.items: list[Item] = []
        self.tables: list[_Table] = []
        self.strict = strict
        self.inside: _Place = "text"
        # What stands inside a table but not in a cell: white space, and after parsing the caption.
        self.between: _Sink = [] if strict else self.items
        self.actions: dict[str, Callable[[], _Sink]] = {
            "<table>": self._table,
            "</table>": self._table_end,
            "<tr>": self._row,
            "</tr>": self._row_end,
            t.CELL: self._cell,
            "</td>": self._cell_end,
            **{f"<{end}{name}>": self._group for name in ("thead", "tbody", "tfoot") for end in ("", "/")},
        }

    def read(self, tokens: Iterable[Token]) -> list[Item]:
        """The items, in order.

        Raises:
            _IrregularError: only if strict.
        """
        sink: _Sink = self.items
        actions = self.actions
        for token in tokens:
            if isinstance(token, int):
                sink.append(token)
            elif token == t.BREAK:
                sink.append(BREAK)
            elif token == t.SPACE:
                sink.append(SPACE)
            elif (action := actions.get(token)) is not None:
                sink = action()
            else:
                raise _IrregularError
        if self.inside != "text":
            raise _IrregularError
        if self.strict and any(item != BREAK and item != SPACE for item in self.between):
            raise _IrregularError
        return self.items

    def _table(self) -> _Sink:
        if self.strict and self.inside not in ("text", "cell"):
            raise _IrregularError
        if self.tables and not self.tables[-1].streams:
            self._stream(self.tables[-1])
        self.tables.append(_Table(self.inside))
        self.items.append(BREAK)
        self.inside = "table"
        return self.between

    def _stream(self, table: _Table) -> None:
        table.streams = True
        self._take_apart(table.rows)
        if self.inside == "cell":
            self.items.pop()  # the cell in which the other table stands goes on

    def _table_end(self) -> _Sink:
        if self.inside != "table":
            raise _IrregularError
        table = self.tables.pop()
        if not table.streams:
            self._finish(table.rows)
        self.items.append(BREAK)
        self.inside = table.within
        return self.items

    def _group(self) -> _Sink:
        if self.inside != "table":
            raise _IrregularError
        return self.between

    def _row(self) -> _Sink:
        if self.inside != "table":
            raise _IrregularError
        self.inside = "row"
        self.tables[-1].rows.append([])
        return self.between

    def _row_end(self) -> _Sink:
        if self.inside != "row":
            raise _IrregularError
        self.inside = "table"
        return self.between

    def _cell(self) -> _Sink:
        if self.inside != "row":
            raise _IrregularError
        self.inside = "cell"
        table = self.tables[-1]
        if table.streams:
            self.items.append(CELL)
            return self.items
        cell: Cell = []
        table.rows[-1].append(cell)
        return cell

    def _cell_end(self) -> _Sink:
        if self.inside != "cell":
            raise _IrregularError
        self.inside = "row"
        if self.tables[-1].streams:
            self.items.append(CELL_END)
        return self.between

    def _finish(self, rows: list[Row]) -> None:
        """Rows of data stay rows; a single column and what is mostly prose only arranges a page."""
        prose = [self._prose(row) for row in rows]
        if max(map(len, rows), default=0) < 2 or (any(prose) and self._mostly(sum(prose), rows)):
            self._take_apart(rows)
            return
        for row, long in zip(rows, prose, strict=True):
            if long:
                self._take_apart([row])
            elif row:
                self.items.append(row)

    def _mostly(self, prose: int, rows: list[Row]) -> bool:
        total = sum(len(self.texts[number]) for row in rows for cell in row for number in cell if number >= 0)
        return prose * 2 > total

    def _prose(self, row: Row) -> int:
        """How long the cells of a row are that hold sentences and not a label or a figure."""
        texts = self.texts
        long = 0
        for cell in row:
            if len(cell) > 1 or len(texts[cell[0]]) >= _LONG_SENTENCES:
                text = "".join([texts[number] for number in cell if number >= 0])
                long += len(text) if len(text) >= _LONG_SENTENCES and _is_prose(text) else 0
        return long

    def _take_apart(self, rows: list[Row]) -> None:
        for row in rows:
            for cell in row:
                self.items.append(CELL)
                self.items += cell
                self.items.append(CELL_END)


def _is_prose(text: str) -> bool:
    text = _BLANK.sub("", text)
    return len(text) >= _LONG or (len(text) >= _LONG_SENTENCES and "。" in text)


def _parsed(tokens: list[Token]) -> list[Token]:
    """The tokens as an HTML parser understands them: well-formed, and without what is not shown."""
    from selectolax.lexbor import LexborHTMLParser  # only for pages that need it

    body = LexborHTMLParser("<!DOCTYPE html><body>" + _written(tokens)).body
    result: list[Token] = []
    skip = 0
    before = ""
    for token in _CANONICAL.findall(str(body.html) if body is not None else ""):
        last = token[-1]
        if skip:
            if last == ">":
                skip += -1 if token[1] == "/" else 1
        elif last == ";":
            result.append(int(token[:-1]))
        elif last == ":":
            if before != t.CELL:
                result.append(t.BREAK)  # the tag of a cell outside any table is dropped, but it does separate
            result.append(int(token[:-1]))
        elif token in _MEANT:
            result.append(_MEANT[token])
        elif token.endswith(' hidden="">'):
            skip = 1
        before = token
    return result


_MEANT = {
    **{tag: tag for tag in (t.BREAK, t.SPACE, t.CELL, "</td>", "<tr>", "</tr>", "<table>", "</table>")},
    **dict.fromkeys(("<caption>", "</caption>"), t.BREAK),
}
# Tags after which no text belongs.
_BETWEEN_CELLS = frozenset(
    [
        "<table>",
        *(f"<{end}{name}>" for name in ("thead", "tbody", "tfoot", "tr") for end in ("", "/")),
        "</td>",
    ]
)


def _written(tokens: list[Token]) -> str:
    """The tokens as HTML: ``7;`` for a text, ``7:`` for the one that begins a cell."""
    written: list[str] = []
    before: Token = ""
    for token in tokens:
        if isinstance(token, str):
            written.append(token)
        elif before is t.CELL:
            written.append(f"{token}:")
        elif before in _BETWEEN_CELLS:
            # Moved out of the table by the parser. In an element of its own it is not joined to the text
            # before: many of these would take quadratic time, and stray cells would grow together.
            written.append(f"<x-loose>{t.BREAK}{token};</x-loose>")
        else:
            written.append(f"{token};")
        before = token
    return "".join(written)
