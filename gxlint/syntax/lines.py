"""From the lines of a document to the lines of the lexer: overlong ones cut into headings, prose and tables."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from gxlint.readers.document import Document
from gxlint.syntax.atoms import Atom
from gxlint.syntax.headings import headings_inside, subheadings_inside
from gxlint.syntax.shapes import Shape, Shapes, Strength, remember
from gxlint.syntax.terms import Dictionary

_LONG_LINE = 60
_LONGEST_CLOSING = 45
_LONGEST_TITLE = 90
_LONGEST_REMEMBERED = 2000
_TITLE_END = re.compile(r"报\s?告(?=\s)")


Piece: TypeAlias = tuple[int, int, Shape]
"""Where a piece of a line begins and ends, and its shape."""


class Read(NamedTuple):
    """A line, or a piece of an overlong one, with its shape. ``apart``: an empty line or a page break came before."""

    start: int
    end: int
    shape: Shape
    apart: bool


class Lines(NamedTuple):
    """The lines of a document that say something.

    ``cut``: an overlong one was cut into pieces. ``borderless``: its table lines do not begin with a bar.
    """

    reads: list[Read]
    cut: bool
    borderless: bool


class LineReader:
    """Reads the lines of documents; empty lines and page numbers are left out, what they separate is marked."""

    def __init__(self, dictionary: Dictionary, shapes: Shapes) -> None:
        """Share the memory of shapes with the lexer."""
        self.dictionary = dictionary
        self.shapes = shapes
        self._long: dict[str, list[Piece]] = {}

    def read(self, document: Document) -> Lines:
        """All lines that say something."""
        text, of = document.text, self.shapes.of
        lines: list[Read] = []
        apart, cut = True, False
        for start, end, _ in document.lines:
            if end - start > _LONG_LINE:
                pieces = self._pieces_of(text[start:end])
                cut |= len(pieces) > 1
                for begin, stop, shape in pieces:
                    lines.append(Read(start + begin, start + stop, shape, apart))
                    apart = False
                continue
            shape = of(text[start:end])
            if shape.says_nothing:
                apart = True
            else:
                lines.append(Read(start, end, shape, apart))
                apart = False
        borderless = _is_borderless(lines)
        if borderless:
            _add_blank_first_cells(lines)
        return Lines(lines, cut, borderless)

    def pieces(self, content: str) -> list[Piece]:
        """What a line falls into: itself, as far as it is not overlong; nothing where it says nothing."""
        if len(content) > _LONG_LINE:
            return self._pieces_of(content)
        shape = self.shapes.of(content)
        return [] if shape.says_nothing else [(0, len(content), shape)]

    def _pieces_of(self, content: str) -> list[Piece]:
        pieces = self._long.get(content)
        if pieces is None:
            pieces = self._pieces(content)
            if len(content) <= _LONGEST_REMEMBERED:
                remember(self._long, content, pieces)
        return pieces

    def _pieces(self, content: str) -> list[Piece]:
        cuts = self._cuts(content)
        pieces = [
            (start, stop, self.shapes.of(content[start:stop]))
            for begin, end in zip(cuts, [*cuts[1:], len(content)], strict=True)
            for start, stop in self._prose_and_table(content, begin, end)
        ]
        return [piece for piece in pieces if not piece[2].says_nothing]

    def _cuts(self, content: str) -> list[int]:
        """Where an overlong line falls into headings and what follows them; only its beginning if it is one piece."""
        headings = headings_inside(content, self.dictionary)
        alone = len(headings) == 1 and headings[0][0] == 0
        if not headings or (alone and len(content) <= 2 * _LONG_LINE):
            return [0]
        cuts = {0, _title_end(content), *(at for bounds in headings for at in bounds)}
        cuts.update(subheadings_inside(content))
        closing = content.rfind("。") + 1
        if 0 < len(content) - closing <= _LONGEST_CLOSING:
            cuts.add(closing)  # name and date after the last sentence
        return sorted(cut for cut in cuts if cut < len(content))

    def _prose_and_table(self, content: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """A piece as it is, or cut where a sentence stands before or after a table on the same line."""
        piece = content[begin:end]
        shape = self.shapes.of(piece) if "。" in piece and end - begin > _LONG_LINE else None
        if shape is None or shape.strength < Strength.STRONG or not shape.has_label:
            yield begin, end
            return
        sentence = piece.rfind("。") + 1
        after = self.shapes.of(piece[sentence:])
        if after.strength == Strength.STRONG and after.has_label:
            yield begin, begin + sentence  # a sentence may name what the table's labels name
            yield begin + sentence, end
            return
        first = next(atom.start for atom in shape.atoms if atom.kind == "label")
        last = max(atom.end for atom in shape.atoms if atom.kind != "text")
        start = begin + first if "。" in piece[:first] else begin
        stop = begin + last if "。" in piece[last:] else end
        bounds = sorted({begin, start, stop, end})
        yield from pairwise(bounds)


def _title_end(content: str) -> int:
    """Where the title ends that a whole report on one line begins with; 0 when it begins with none."""
    for match in _TITLE_END.finditer(content, 0, _LONGEST_TITLE):
        if "公开" in "".join(content[: match.start()].split()):
            return match.end()
    return 0


def _is_borderless(lines: list[Read]) -> bool:
    """Whether lines with labels do not begin with a bar: then one at the beginning of a line ends a blank first cell."""
    labelled = opened = 0
    for read in lines:
        if read.shape.kind == "cells" and read.shape.has_label:
            labelled += 1
            opened += read.shape.opened
    return labelled > 0 and opened * 2 <= labelled


def _add_blank_first_cells(lines: list[Read]) -> None:
    blank = Atom("blank", 0, 0, "CELLS")
    for index, read in enumerate(lines):
        if read.shape.opened:
            cells = read.shape.cells if read.shape.has_label else (blank, *read.shape.cells)
            shape = read.shape._replace(atoms=(blank, *read.shape.atoms), cells=cells)
            lines[index] = read._replace(shape=shape)
