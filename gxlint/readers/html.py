"""Web pages: the visible text in lines, table rows with their cells between bars, every character with its place."""

import re
from html import unescape
from html.entities import html5

from gxlint.readers.document import Document, Line
from gxlint.readers.markup import Markup, scan
from gxlint.readers.outline import BREAK, CELL, CELL_END, ROW_END, SPACE, Outline, outline
from gxlint.readers.weaving import Weaver
from gxlint.source import SourceText
from gxlint.source.view import View

_REFERENCE = r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,32};?)"
# In a line, only HTML's own white space collapses: people align columns with non-breaking and wide spaces. In a cell
# there is nothing to align.
_IN_LINE = re.compile(rf"([ \t\n\r\f]+)|({_REFERENCE})|[^ \t\n\r\f&]+|&")
_IN_CELL = re.compile(rf"(\s+)|({_REFERENCE})|[^\s&]+|&")
_AS_IT_STANDS = re.compile(rf"(\r\n|\n|\r)|({_REFERENCE})|[^\r\n&]+|&")
_ROUGH_LINE = re.compile(r"[ \t\n\r\f&]")
_ROUGH_CELL = re.compile(r"[\s&|｜│┃║∣￨]")
_BARS = str.maketrans("|｜│┃║∣￨", "¦¦¦¦¦¦¦")
_REPORT = re.compile(r"年\s*度\s*报\s*告")
_YEAR_OF_REPORT = re.compile(r"(?:20\d\d|[二2][〇○零0O]..)\s*年?.{0,20}年\s*度\s*报\s*告")


def read_html(source: SourceText, path: str = "", *, keep_lines: bool = False) -> Document:
    """The visible text of a page. Never fails, however broken the page is.

    Args:
        source: the page.
        path: what to call it.
        keep_lines: the source is a text of its own line ends with HTML tables in it, as text recognition writes it.
    """
    text = source.text
    if keep_lines:
        text = _without_breaks_in_rows(text)
    markup = scan(text, keep_lines=keep_lines)
    plan = outline(markup)
    view, lines = _Typesetter(markup, plan, keep_lines).typeset(plan.steps)
    if markup.title is not None and _lacks_title(markup.texts[markup.title], view.text):
        steps = [markup.title, BREAK, *plan.steps]
        view, lines = _Typesetter(markup, plan, keep_lines).typeset(steps)
    return Document(path, source, view, lines, "html")


def _lacks_title(title: str, text: str) -> bool:
    """Whether the body leaves it to the window's title to say what it is. Menus name annual reports, but no year."""
    if not _REPORT.search(text):
        return True
    return _YEAR_OF_REPORT.search(title) is not None and not _YEAR_OF_REPORT.search(text)


def _without_breaks_in_rows(text: str) -> str:
    """The text with spaces for ``<br>`` in lines with bars: there it breaks a cell, not the row."""
    return re.sub(
        r"(?im)^.*<br\b.*$",
        lambda line: line[0] if "|" not in line[0] else re.sub(r"(?i)<br\b[^<>]*>", lambda tag: " " * len(tag[0]), line[0]),
        text,
    )


class _Typesetter:
    """Sets the texts of a page in lines and rows. One use."""

    def __init__(self, markup: Markup, plan: Outline, keep_lines: bool) -> None:
        self.markup = markup
        self.plan = plan
        self.keep_lines = keep_lines
        self.weaver = Weaver()
        self.space = False  # white space was seen since the last piece
        self.mark = 0  # where the line or cell begins that is being written
        self.row = False
        self.cells = 0
        self.first_cell = 0  # its place in the source
        self.fresh = False  # a cell has begun whose place is not yet known
        self.depth = 0  # of open cells, also of tables that only arrange the page

    def typeset(self, steps: list[int]) -> tuple[View, tuple[Line, ...]]:
        """The text, as a view of the page's source, and its lines."""
        actions = {BREAK: self._break, SPACE: self._space, CELL: self._cell, CELL_END: self._cell_end, ROW_END: self._row_end}
        for step in steps:
            if step >= 0:
                self._text(step)
            elif (action := actions.get(step)) is not None:
                action()
            else:
                self._row(step)
        return self.weaver.woven()

    def _space(self) -> None:
        self.space = True

    def _break(self) -> None:
        if self.row:
            self.space = True
        else:
            self._line_end()

    def _line_end(self, *, row: bool = False) -> None:
        self.weaver.line_end(row=row)
        self.mark = self.weaver.length
        self.space = False

    def _row(self, step: int) -> None:
        self._line_end()
        self.row = self.plan.is_row(step)
        self.cells = 0

    def _cell(self) -> None:
        self.depth += 1
        self.fresh = self.row
        self._break()

    def _cell_end(self) -> None:
        self.depth -= 1
        self._break()

    def _row_end(self) -> None:
        if self.row and self.cells:
            self._open_row()
            self.weaver.added(" |")
        self._line_end(row=self.row)
        self.row = False

    def _open_row(self) -> None:
        """A row that begins with an empty cell begins with a bar: else that cell would be taken for the row's edge."""
        if not self.weaver.in_line:
            self.weaver.end = self.first_cell
            self.weaver.added("| ")

    def _begin_cell(self, at: int) -> None:
        if self.cells:
            self._open_row()
            self.weaver.bar(at)
        else:
            self.first_cell = at
        self.cells += 1
        self.mark = self.weaver.length
        self.fresh = self.space = False

    def _text(self, number: int) -> None:
        text, at = self.markup.texts[number], self.markup.starts[number]
        if self.fresh:
            self._begin_cell(at)
        if self.row:
            if _ROUGH_CELL.search(text) is None:
                self._put(text, at)
            else:
                self._pieces(_IN_CELL, text, at)
        elif number in self.markup.preformatted or (self.keep_lines and not self.depth):
            self._pieces(_AS_IT_STANDS, text, at)
        elif _ROUGH_LINE.search(text) is None:
            self._put(text, at)
        else:
            self._pieces(_IN_LINE, text, at)

    def _pieces(self, pattern: re.Pattern[str], text: str, at: int) -> None:
        for match in pattern.finditer(text):
            if match[1]:
                self._space() if pattern is not _AS_IT_STANDS else self._line_end()
            elif match[2]:
                self._reference(match[2], at + match.start())
            else:
                piece = match[0].translate(_BARS) if self.row else match[0]
                self._put(piece, at + match.start())

    def _put(self, piece: str, at: int) -> None:
        if piece:
            self._set_space(at)
            self.weaver.text(piece, at)

    def _reference(self, reference: str, at: int) -> None:
        meant, length = _meaning(reference)
        if meant.isspace() if self.row else meant in ("\t", "\n", "\r", "\f", " "):
            self.space = True
        else:
            self._set_space(at)
            self.weaver.symbol(meant.translate(_BARS) if self.row else meant, at, length)
        self._put(reference[length:], at + length)

    def _set_space(self, at: int) -> None:
        if self.space and self.weaver.length > self.mark:
            self.weaver.space(at)
        self.space = False


def _meaning(reference: str) -> tuple[str, int]:
    """What a character reference stands for, and how many of its characters belong to it."""
    if reference[1] == "#":
        return unescape(reference), len(reference)
    name = reference[1:]
    for end in range(len(name), 1, -1):  # ``&ampx`` is ``&x``: names without a semicolon end where they may
        if name[:end] in html5:
            return html5[name[:end]], end + 1
    return reference, len(reference)
