"""From lines to tokens.

The lexer knows lines by themselves (``Shapes``) and decides what only the neighbourhood can tell: where a table begins
and ends, which lines are prose, which only together hold a label. What stands in a table is read by ``TableReader``.
"""

from collections.abc import Iterator, Sequence, Set

from gxlint.readers.document import Document
from gxlint.syntax.furniture import page_lines
from gxlint.syntax.headings import HeadingLine, numbered
from gxlint.syntax.lines import LineReader, Lines, Read
from gxlint.syntax.shapes import Shapes, Strength
from gxlint.syntax.table_reader import TableReader
from gxlint.syntax.terms import Dictionary, compact
from gxlint.syntax.tree import Token

EDGE_TOP, EDGE_BOTTOM = 15, 10
_MAX_PROSE_IN_TABLE = 2
LONGEST_PROSE_IN_TABLE = 60
_MAX_JOINED = 5


class Lexer:
    """Turns documents into tokens. Holds what is shared between documents: the dictionary and the memories."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Work with the labels and headings of this dictionary."""
        self.dictionary = dictionary
        self.reader = LineReader(dictionary, Shapes(dictionary))
        self.tables = TableReader(dictionary)

    def tokens(self, document: Document) -> list[Token]:
        """The tokens of a document, in text order."""
        text = document.text
        lines = self.reader.read(document)
        self._mark_cut_labels(text, lines.reads)
        furniture = _furniture(text, lines.reads)
        result: list[Token] = []
        begin = 0
        for index, read in enumerate(lines.reads):
            heading = read.shape.heading
            if heading is not None:
                self._stretch(text, lines, begin, index, furniture, result)
                result.append(
                    Token("HEADING", read.start + heading.start, read.start + heading.end, (), heading)
                )
                begin = index + 1
        self._stretch(text, lines, begin, len(lines.reads), furniture, result)
        return result

    def _mark_cut_labels(self, text: str, lines: list[Read]) -> None:
        """Make lines strong that only together hold a label."""
        for index, read in enumerate(lines):
            if read.shape.begins and read.shape.strength < Strength.STRONG:
                for place in self._cut_label(text, lines, index):
                    shape = lines[place].shape._replace(strength=Strength.STRONG, heading=None)
                    lines[place] = lines[place]._replace(shape=shape)

    def _cut_label(self, text: str, lines: list[Read], index: int) -> range:
        """The lines whose fragments make one label, if those that begin at ``index`` do."""
        atom = lines[index].shape.atoms[-1]
        key = compact(text[lines[index].start + atom.start : lines[index].start + atom.end])
        for following in range(index + 1, min(index + _MAX_JOINED, len(lines))):
            read = lines[following]
            if not read.shape.atoms or read.shape.atoms[0].kind not in ("text", "label"):
                break
            first = read.shape.atoms[0]
            key = compact(key + text[read.start + first.start : read.start + first.end])
            if self.dictionary.exact(key) is not None:
                return range(index, following + 1)
            if key not in self.dictionary.beginnings:
                break
        return range(0)

    def _stretch(
        self,
        text: str,
        lines: Lines,
        begin: int,
        end: int,
        furniture: Set[int],
        result: list[Token],
    ) -> None:
        """The lines between two section headings."""
        index = begin
        for first, last in _tables(lines.reads, begin, end):
            _prose(text, lines.reads, index, first, furniture, result)
            result.append(self.tables.read(text, lines, first, last))
            index = last
        _prose(text, lines.reads, index, end, furniture, result)


def _furniture(text: str, lines: Sequence[Read]) -> Set[int]:
    """The lines that are the page's: looked for near the beginning and the end only."""
    near = (*lines[:EDGE_TOP], *lines[EDGE_TOP:][-EDGE_BOTTOM:])
    contents = [
        "" if read.shape.strength == Strength.STRONG else text[read.start : read.end] for read in near
    ]
    shift = len(lines) - len(contents)
    if not shift:
        return page_lines(contents)
    top, bottom = page_lines(contents[:EDGE_TOP]), page_lines(contents[EDGE_TOP:])
    return top | {EDGE_TOP + shift + index for index in bottom}


def _tables(lines: Sequence[Read], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of lines that are tables: from a line with labels to the last one, with the figures after it."""
    first = last = None
    prose = 0
    for index in range(begin, end):
        read = lines[index]
        strength = read.shape.strength
        if strength == Strength.STRONG:
            first, last, prose = (index if first is None else first), index, 0
        elif first is not None and last is not None and strength == Strength.PROSE:
            prose += 1
            if prose > _MAX_PROSE_IN_TABLE or read.end - read.start > LONGEST_PROSE_IN_TABLE:
                yield _with_labels(lines, first, begin), _with_figures(lines, last + 1, index)
                begin, first, last = index, None, None
    if first is not None and last is not None:
        yield _with_labels(lines, first, begin), _with_figures(lines, last + 1, end)


def _with_labels(lines: Sequence[Read], first: int, begin: int) -> int:
    """Where a table begins: short labels may stand one by one before its first strong line."""
    start = first
    while (
        start > begin
        and lines[start - 1].shape.strength > Strength.PROSE
        and not lines[start - 1].shape.has_text
    ):
        start -= 1
    return start


def _with_figures(lines: Sequence[Read], index: int, end: int) -> int:
    """How far figures and blank cells go on after the last strong line of a table."""
    stop = index
    while index < end and lines[index].shape.strength > Strength.PROSE:
        # Header fragments may stand between the last label and the figures, but do not end a table.
        shape = lines[index].shape
        if not shape.has_text or (
            shape.kind == "cells" and any(atom.kind == "figure" for atom in shape.atoms)
        ):
            stop = index + 1
        index += 1
    return stop


def _prose(
    text: str, lines: Sequence[Read], begin: int, end: int, furniture: Set[int], result: list[Token]
) -> None:
    for index in range(begin, end):
        read = lines[index]
        if read.shape.kind == "bars":
            continue
        content = text[read.start : read.end]
        start = read.start + len(content) - len(content.lstrip(" \t|"))
        content = content.strip(" \t|\r")
        stop = start + len(content)
        if index in furniture and content:
            result.append(Token("FURNITURE", start, stop))
        elif (found := numbered(content)) is not None and len(content) > 2:
            number, at, title = found
            result.append(
                Token("SUBHEADING", start, stop, (), HeadingLine(None, number, at, title, len(content)))
            )
        elif content:
            result.append(Token("PROSE", start, stop))
