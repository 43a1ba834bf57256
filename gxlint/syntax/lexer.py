"""From lines to tokens.

The lexer knows lines by themselves (``Shapes``) and decides what only the neighbourhood can tell: where a table begins
and ends, which fragments make one label, which lines are one run of cells. It writes nothing down that the text does
not say: which cell belongs to which column is the model's business.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.readers.document import Document, Line
from gxlint.syntax.furniture import is_furniture
from gxlint.syntax.headings import (
    HeadingLine,
    heading_end,
    headings_inside,
    numbered,
    section_heading,
    subheadings_inside,
)
from gxlint.syntax.shapes import Atom, Shape, Shapes, Strength
from gxlint.syntax.terms import Dictionary, Term, compact
from gxlint.syntax.tree import Part, Token

_LONG_LINE = 60
_EDGE_TOP, _EDGE_BOTTOM = 15, 10
_MAX_PROSE_IN_TABLE = 2
_LONGEST_PROSE_IN_TABLE = 60
_MAX_JOINED = 5
_WIDEST_ROW = 16


class _Read(NamedTuple):
    """A line, or a piece of an overlong one, with what it looks like."""

    start: int
    end: int
    shape: Shape
    heading: HeadingLine | None


class Lexer:
    """Turns documents into tokens. Holds what is shared between documents: the dictionary and the line memory."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Work with the labels and headings of this dictionary."""
        self.dictionary = dictionary
        self.shapes = Shapes(dictionary)
        self._headings: dict[str, HeadingLine | None] = {}

    def tokens(self, document: Document) -> list[Token]:
        """The tokens of a document, in text order."""
        text = document.text
        lines = [read for line in document.lines for read in self._read(text, line)]
        lines = self._with_cut_labels(text, _with_blank_first_cells(lines))
        result: list[Token] = []
        begin = 0
        edges = _edges(lines)
        for index in range(len(lines) + 1):
            if index == len(lines) or lines[index].heading is not None:
                result += self._stretch(text, lines, begin, index, edges)
                if index < len(lines):
                    read = lines[index]
                    heading = read.heading
                    assert heading is not None
                    result.append(Token("HEADING", read.start + heading.start, read.start + heading.end, (), heading))
                begin = index + 1
        return result

    def _read(self, text: str, line: Line) -> Iterator[_Read]:
        content = text[line.start : line.end]
        if len(content) > _LONG_LINE and (cuts := self._cuts(content)):
            for begin, end in zip(cuts, [*cuts[1:], len(content)], strict=True):
                yield self._piece(content[begin:end], line.start + begin)
        else:
            yield self._piece(content, line.start)

    def _piece(self, content: str, start: int) -> _Read:
        shape = self.shapes.of(content)
        heading = self._heading(content) if shape.kind == "plain" and shape.strength < Strength.STRONG else None
        if heading is None and shape.kind == "cells" and len(shape.atoms) == 1:
            heading = self._heading(content.strip(" \t|"))  # a heading set into a table cell
            heading = None if heading is None or heading.term is None else _moved(heading, len(content) - len(content.lstrip(" \t|")))
        return _Read(start, start + len(content), shape, heading)

    def _heading(self, content: str) -> HeadingLine | None:
        if len(content) > 80:
            return None
        if content not in self._headings:
            if len(self._headings) > 20_000:
                self._headings.clear()
            self._headings[content] = section_heading(content, self.dictionary)
        return self._headings[content]

    def _cuts(self, content: str) -> list[int]:
        """Where an overlong line falls into headings and what follows them; empty when it is one piece."""
        headings = headings_inside(content, self.dictionary)
        if not headings or (headings == [0] and len(content) <= 2 * _LONG_LINE):
            return []
        cuts = {0, *headings}
        for at in headings:
            cuts.add(at + heading_end(content[at : at + 80], self.dictionary))
        cuts.update(subheadings_inside(content))
        return sorted(cut for cut in cuts if cut < len(content))

    def _with_cut_labels(self, text: str, lines: list[_Read]) -> list[_Read]:
        """The lines, those that only together make a label marked as strong."""
        for index, read in enumerate(lines):
            if self._may_begin(text, read):
                for last in self._cut_label(text, lines, index):
                    lines[last] = lines[last]._replace(shape=lines[last].shape._replace(strength=Strength.STRONG), heading=None)
        return lines

    def _may_begin(self, text: str, read: _Read) -> bool:
        atoms = read.shape.atoms
        if read.shape.strength == Strength.STRONG or not atoms or atoms[-1].kind not in ("text", "label"):
            return False
        last = atoms[-1]
        return compact(text[read.start + last.start : read.start + last.end]) in self.dictionary.beginnings

    def _cut_label(self, text: str, lines: list[_Read], index: int) -> list[int]:
        """The lines whose fragments make one label, if those that begin at ``index`` do."""
        atom = lines[index].shape.atoms[-1]
        key = text[lines[index].start + atom.start : lines[index].start + atom.end]
        together = [index]
        for following in range(index + 1, min(index + 3 * _MAX_JOINED, len(lines))):
            read = lines[following]
            if not read.shape.atoms:
                continue
            first = read.shape.atoms[0]
            if len(together) >= _MAX_JOINED or first.kind not in ("text", "label"):
                break
            key = compact(key + text[read.start + first.start : read.start + first.end])
            together.append(following)
            if (term := self.dictionary.exact(key)) is not None:
                return together if term.strong or len(together) > 1 else []
            if key not in self.dictionary.beginnings:
                break
        return []

    def _stretch(
        self, text: str, lines: Sequence[_Read], begin: int, end: int, edges: tuple[int, int]
    ) -> Iterator[Token]:
        """The lines between two section headings."""
        index = begin
        for first, last in _tables(lines, begin, end):
            yield from self._prose(text, lines, index, first, edges)
            yield Token("TABLE_BEGIN", lines[first].start, lines[first].start)
            yield from _cells(self._joined(text, _parts(lines[first:last])))
            yield Token("TABLE_END", lines[last - 1].end, lines[last - 1].end)
            index = last
        yield from self._prose(text, lines, index, end, edges)

    def _prose(
        self, text: str, lines: Sequence[_Read], begin: int, end: int, edges: tuple[int, int]
    ) -> Iterator[Token]:
        for index in range(begin, end):
            read = lines[index]
            if read.shape.kind in ("empty", "bars", "rule", "page"):
                continue
            start, stop = _stripped(text, read.start, read.end)
            if start == stop:
                continue
            content = text[start:stop]
            if (index < edges[0] or index >= edges[1]) and is_furniture(content):
                yield Token("FURNITURE", start, stop)
            elif (found := numbered(content)) is not None and len(content) > 2:
                number, at, title = found
                yield Token("SUBHEADING", start, stop, (), HeadingLine(None, number, at, title, len(content)))
            else:
                yield Token("PROSE", start, stop)

    def _joined(self, text: str, parts: list[Part]) -> Iterator[Part]:
        """The parts with labels that were cut over lines or cells put together again."""
        index = 0
        while index < len(parts):
            part = parts[index]
            if part.kind in ("text", "label") and (joined := self._join(text, parts, index)) is not None:
                term, last, figures = joined
                yield part._replace(kind="label", end=part.end if figures else parts[last].end, term=term)
                yield from figures
                index = last + 1
            else:
                yield part
                index += 1

    def _join(self, text: str, parts: list[Part], index: int) -> tuple[Term, int, list[Part]] | None:
        """The label that begins with this part, the part it ends with, and the figures that stand in between.

        Figures stand in between where a label is set over several lines and its figures beside the middle one.
        """
        key = compact(text[parts[index].start : parts[index].end])
        best: tuple[Term, int, list[Part]] | None = None
        figures: list[Part] = []
        fragments = 1
        for last in range(index + 1, len(parts)):
            part = parts[last]
            if key not in self.dictionary.beginnings or fragments == _MAX_JOINED or len(figures) > _WIDEST_ROW:
                break
            if part.kind in ("figure", "blank") or part.gap == "end":
                figures.append(part)
                continue
            key = compact(key + text[part.start : part.end])
            fragments += 1
            if (term := self.dictionary.exact(key)) is not None:
                best = term, last, list(figures)
        return best


def _moved(heading: HeadingLine, by: int) -> HeadingLine:
    return heading._replace(start=heading.start + by, title_start=heading.title_start + by, end=heading.end + by)


def _with_blank_first_cells(lines: list[_Read]) -> list[_Read]:
    """Where lines with labels do not begin with a bar, a bar at the beginning of a line ends a blank first cell."""
    labelled = [read.shape.opened for read in lines if read.shape.kind == "cells" and _has_label(read.shape)]
    if not labelled or sum(labelled) * 2 > len(labelled):
        return lines
    blank = Atom("blank", 0, 0)
    return [
        read._replace(shape=read.shape._replace(atoms=(blank, *read.shape.atoms))) if read.shape.opened else read
        for read in lines
    ]


def _has_label(shape: Shape) -> bool:
    return any(atom.kind == "label" for atom in shape.atoms)


def _edges(lines: Sequence[_Read]) -> tuple[int, int]:
    """Up to which line, and from which line on, web furniture may stand."""
    filled = [index for index, read in enumerate(lines) if read.shape.kind != "empty"]
    if len(filled) <= _EDGE_TOP + _EDGE_BOTTOM:
        return len(lines), 0
    return filled[_EDGE_TOP], filled[-_EDGE_BOTTOM]


def _tables(lines: Sequence[_Read], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of lines that are tables: from a line with labels to the last one, with the figures after it."""
    first = last = None
    prose = 0
    for index in range(begin, end):
        read = lines[index]
        if read.shape.strength == Strength.STRONG:
            first, last, prose = (index if first is None else first), index, 0
        elif first is not None and read.shape.strength == Strength.PROSE:
            prose += 1
            if prose > _MAX_PROSE_IN_TABLE or read.end - read.start > _LONGEST_PROSE_IN_TABLE:
                assert last is not None
                stop = _with_figures(lines, last + 1, index)
                yield first, stop
                first = last = None
    if first is not None and last is not None:
        yield first, _with_figures(lines, last + 1, end)


def _with_figures(lines: Sequence[_Read], index: int, end: int) -> int:
    """How far figures and blank cells go on after the last strong line of a table."""
    stop = index
    while index < end:
        shape = lines[index].shape
        if shape.strength == Strength.PROSE:
            break
        index += 1
        # Header fragments may stand between the last label and the figures, but do not end a table.
        if shape.kind == "bars" or (shape.atoms and all(atom.kind != "text" for atom in shape.atoms)):
            stop = index
    return stop


def _parts(lines: Sequence[_Read]) -> list[Part]:
    """All cells of a table's lines in a row, each knowing what separates it from the one before."""
    parts: list[Part] = []
    gap, closed = "blank", True
    for read in lines:
        shape = read.shape
        if shape.kind in ("empty", "page", "rule"):
            gap = "blank"
            continue
        if shape.kind == "bars":
            # A bar on a line of its own ends the cell before it if that is still open, else it is a blank cell;
            # several bars fill up the row to the table's width.
            count = shape.bars - (0 if closed else 1)
            parts += [Part("blank", read.end, read.end, "bar" if count == 1 else "fill")] * count
            closed, gap = True, "line"
            continue
        parts += _line_parts(read, gap)
        closed, gap = shape.closed, "line"
    return parts


def _line_parts(read: _Read, gap: str) -> Iterator[Part]:
    atoms = _without_fill(read.shape)
    inside = "bar" if read.shape.kind == "cells" else "space"
    row = read.shape.is_row
    for index, atom in enumerate(atoms):
        before = gap if index == 0 else inside
        if index == 0 and row and atom.kind in ("figure", "blank"):
            before = "row"  # a row of its own: its cells never continue the run before
        yield Part(atom.kind, read.start + atom.start, read.start + atom.end, before, atom.term, atom.glued)
    if row:
        yield Part("text", read.end, read.end, "end")


def _without_fill(shape: Shape) -> Sequence[Atom]:
    """A line's cells without the blank ones before its first label: those stand for a label that spans rows."""
    atoms = shape.atoms
    for index, atom in enumerate(atoms):
        if atom.kind == "label":
            return atoms[index:]
        if atom.kind != "blank":
            break
    return atoms


def _cells(parts: Iterator[Part]) -> Iterator[Token]:
    """Fat tokens: runs of cells, runs of header labels, fragments; each row label by itself."""
    run: list[Part] = []
    kind = ""
    for part in parts:
        if part.gap == "end":
            if kind == "CELLS":
                yield _token(kind, run)
                run, kind = [], ""
            continue
        wanted = _token_type(part)
        if run and (wanted != kind or wanted in ("ROW_LABEL", "GROUP_LABEL") or part.gap == "row"):
            yield _token(kind, run)
            run = []
        kind = wanted
        run.append(part)
    if run:
        yield _token(kind, run)


def _token_type(part: Part) -> str:
    if part.kind in ("figure", "blank"):
        return "CELLS"
    if part.kind == "text" or part.term is None:
        return "FRAGMENT"
    roles = {reading.role for reading in part.term.readings}
    if "row" in roles:
        return "ROW_LABEL"
    return "GROUP_LABEL" if "group" in roles else "HEADER"


def _token(kind: str, parts: list[Part]) -> Token:
    return Token(kind, parts[0].start, parts[-1].end, tuple(parts))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without white space and table bars around it."""
    content = text[start:end]
    left = len(content) - len(content.lstrip(" \t|"))
    return start + left, max(start + left, start + len(content.rstrip(" \t|\r")))
