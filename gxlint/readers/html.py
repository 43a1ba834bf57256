"""Web pages: the visible text in lines, table rows with bars between their cells, and where it comes from."""

import re
from collections.abc import Iterable
from html import unescape
from html.entities import html5

from gxlint.readers.document import Document, Line
from gxlint.readers.markup import Markup, scan
from gxlint.readers.outline import BREAK, CELL, CELL_END, SPACE, Cell, Item, Row, outline
from gxlint.readers.weaving import Weaver
from gxlint.source import SourceText
from gxlint.source.view import View

_REFERENCE = r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,32};?)"
# In a line, only HTML's own white space collapses: people align columns with non-breaking and wide spaces. In
# a cell there is nothing to align.
_IN_LINE = re.compile(rf"([ \t\n\r\f]+)|({_REFERENCE})|[^ \t\n\r\f&]+|&")
_IN_CELL = re.compile(rf"(\s+)|({_REFERENCE})|[^\s&]+|&")
_AS_IT_STANDS = re.compile(rf"(\r\n|\n|\r)|({_REFERENCE})|[^\r\n&]+|&")
_ROUGH_LINE = re.compile(r"[ \t\n\r\f&]")
_ROUGH_CELL = re.compile(r"[\s&|｜│┃║∣￨]")
_BARS = str.maketrans("|｜│┃║∣￨", "¦¦¦¦¦¦¦")
_PINYIN = r"(?:[(（][^)）]{1,7}[)）])?"
_TITLE_END = rf"年\s*度\s*[报報]{_PINYIN}\s*告"
_REPORT = re.compile(_TITLE_END)
_YEAR_OF_REPORT = re.compile(rf"(?:20\d\d|[二2２][〇○零0０O]..)[^。]{{0,40}}?{_TITLE_END}")


def read_html(source: SourceText, path: str = "", *, keep_lines: bool = False) -> Document:
    """The visible text of a page. Never fails, however broken the page is.

    Args:
        source: the page.
        path: what to call it.
        keep_lines: the source is a text of its own line ends with HTML tables in it, as text recognition
            writes it.
    """
    text = source.text
    if keep_lines:
        text = _without_breaks_in_rows(text)
    markup = scan(text, keep_lines=keep_lines)
    items = outline(markup)
    if markup.title is not None and _lacks_title(markup, markup.title):
        items = [markup.title, BREAK, *items]
    view, lines = _Typesetter(markup, keep_lines).typeset(items)
    return Document(path, source, view, lines, "html")


def _lacks_title(markup: Markup, title: int) -> bool:
    """Whether the body leaves it to the window's title to say what it is.

    Menus name annual reports, too, but no year.
    """
    body = "\n".join([*markup.texts[:title], *markup.texts[title + 1 :]])
    if not _REPORT.search(body):
        return True
    return _YEAR_OF_REPORT.search(markup.texts[title]) is not None and not _YEAR_OF_REPORT.search(body)


def _without_breaks_in_rows(text: str) -> str:
    """The text with spaces for ``<br>`` in lines with bars: there it breaks a cell, not the row."""
    return re.sub(
        r"(?im)^.*<br\b.*$",
        lambda line: (
            line[0]
            if "|" not in line[0]
            else re.sub(r"(?i)<br\b[^<>]*>", lambda tag: " " * len(tag[0]), line[0])
        ),
        text,
    )


class _Typesetter:
    """Sets the texts of a page in lines and rows. One use."""

    def __init__(self, markup: Markup, keep_lines: bool) -> None:
        self.texts = markup.texts
        self.starts = markup.starts
        self.preformatted = markup.preformatted
        self.keep_lines = keep_lines
        self.weaver = Weaver()
        self.space = False  # white space was seen since the last piece
        self.mark = 0  # where the line or cell begins that is being written
        self.row = False
        self.depth = 0  # of open cells in tables that only arrange the page

    def typeset(self, items: Iterable[Item]) -> tuple[View, tuple[Line, ...]]:
        """The text, as a view of the page's source, and its lines."""
        for item in items:
            if isinstance(item, list):
                self._row(item)
            elif item >= 0:
                self._line_text(item)
            elif item == SPACE:
                self.space = True
            else:
                self._line_end()
                self.depth += (item == CELL) - (item == CELL_END)
        return self.weaver.woven()

    def _line_end(self) -> None:
        self.weaver.line_end()
        self.mark = self.weaver.length
        self.space = False

    def _row(self, row: Row) -> None:
        weaver, texts, starts = self.weaver, self.texts, self.starts
        weaver.line_end()
        cells = [(texts[cell[0]], starts[cell[0]]) for cell in row]
        plain = self._are_plain(row)
        if plain and cells[0][0]:
            weaver.text(*cells[0])
        else:
            self._first_cell(row[0])
        if plain:
            weaver.cells(cells[1:])
        else:
            for cell, (_, at) in zip(row[1:], cells[1:], strict=True):
                weaver.cells([("", at)])
                self._cell(cell)
        weaver.row_end()
        self.mark = weaver.length
        self.space = False

    def _first_cell(self, cell: Cell) -> None:
        self._cell(cell)
        if not self.weaver.in_line:
            # A row that begins with an empty cell begins with a bar: else the cell would pass for the row's
            # edge.
            self.weaver.end = self.starts[cell[0]]
            self.weaver.added("| ")

    def _are_plain(self, cells: list[Cell]) -> bool:
        """Whether every cell is one text that can be taken as it stands."""
        if max(map(len, cells), default=1) > 1:
            return False
        texts = "".join([self.texts[cell[0]] for cell in cells])
        return texts.isalnum() or _ROUGH_CELL.search(texts) is None

    def _cell(self, cell: Cell) -> None:
        self.row = True
        self.mark = self.weaver.length
        self.space = False
        for item in cell:
            if item < 0:
                self.space = True
            else:
                self._pieces(_IN_CELL, self.texts[item], self.starts[item])
        self.row = False

    def _line_text(self, number: int) -> None:
        text, at = self.texts[number], self.starts[number]
        if number in self.preformatted or (self.keep_lines and not self.depth):
            self._pieces(_AS_IT_STANDS, text, at)
        elif _ROUGH_LINE.search(text) is None:
            self._put(text, at)
        else:
            self._pieces(_IN_LINE, text, at)

    def _pieces(self, pattern: re.Pattern[str], text: str, at: int) -> None:
        for match in pattern.finditer(text):
            if match[2]:
                self._reference(match[2], at + match.start())
            elif not match[1]:
                self._put(match[0].translate(_BARS) if self.row else match[0], at + match.start())
            elif pattern is _AS_IT_STANDS:
                self._line_end()
            else:
                self.space = True

    def _reference(self, reference: str, at: int) -> None:
        meant, length = _meaning(reference)
        if meant.isspace() if self.row else meant in ("\t", "\n", "\r", "\f", " "):
            self.space = True
        elif meant:
            self._set_space(at)
            self.weaver.symbol(meant.translate(_BARS) if self.row else meant, at, length)
        if length < len(reference):
            self._put(reference[length:], at + length)

    def _put(self, piece: str, at: int) -> None:
        self._set_space(at)
        self.weaver.text(piece, at)

    def _set_space(self, at: int) -> None:
        if self.space and self.weaver.length > self.mark:
            self.weaver.space(at)
        self.space = False


def _meaning(reference: str) -> tuple[str, int]:
    """What a character reference stands for, and how many of its characters belong to it: none if unknown."""
    if reference[1] == "#":
        return unescape(reference), len(reference)
    name = reference[1:]
    for end in range(len(name), 1, -1):  # ``&ampx`` is ``&x``: names without a semicolon end where they may
        if name[:end] in html5:
            return html5[name[:end]], end + 1
    return "", 0
