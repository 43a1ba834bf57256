"""From lines to tokens.

The lexer knows lines by themselves (``Shapes``) and decides what only the neighbourhood can tell: where a table begins
and ends, which fragments make one label, which lines are one run of cells. It writes nothing down that the text does
not say: which cell belongs to which column is the model's business.
"""

from collections.abc import Iterator, Sequence, Set

from gxlint.readers.document import Document
from gxlint.syntax.furniture import page_lines
from gxlint.syntax.headings import HeadingLine, numbered
from gxlint.syntax.lines import LineReader, Read
from gxlint.syntax.shapes import Shapes, Strength, token_type
from gxlint.syntax.terms import Dictionary, Term, compact
from gxlint.syntax.tree import Part, Token

_EDGE_TOP, _EDGE_BOTTOM = 15, 10
_MAX_PROSE_IN_TABLE = 2
_LONGEST_PROSE_IN_TABLE = 60
_LONGEST_SIMILAR = 80
_MAX_JOINED = 5
_WIDEST_ROW = 16


class Lexer:
    """Turns documents into tokens. Holds what is shared between documents: the dictionary and the line memory."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Work with the labels and headings of this dictionary."""
        self.dictionary = dictionary
        self.reader = LineReader(dictionary, Shapes(dictionary))

    def tokens(self, document: Document) -> list[Token]:
        """The tokens of a document, in text order."""
        text = document.text
        lines = self.reader.read(document)
        self._mark_cut_labels(text, lines)
        furniture = _furniture(text, lines)
        result: list[Token] = []
        begin = 0
        for index, read in enumerate(lines):
            heading = read.shape.heading
            if heading is not None:
                self._stretch(text, lines, begin, index, furniture, result)
                result.append(
                    Token("HEADING", read.start + heading.start, read.start + heading.end, (), heading)
                )
                begin = index + 1
        self._stretch(text, lines, begin, len(lines), furniture, result)
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
        lines: Sequence[Read],
        begin: int,
        end: int,
        furniture: Set[int],
        result: list[Token],
    ) -> None:
        """The lines between two section headings."""
        index = begin
        for first, last in _tables(lines, begin, end):
            _prose(text, lines, index, first, furniture, result)
            result.append(Token("TABLE_BEGIN", lines[first].start, lines[first].start))
            result += _cells(self._labelled(text, _parts(lines[first:last])))
            result.append(Token("TABLE_END", lines[last - 1].end, lines[last - 1].end))
            index = last
        _prose(text, lines, index, end, furniture, result)

    def _labelled(self, text: str, parts: list[Part]) -> Iterator[Part]:
        """The parts with labels that were cut over lines or cells put together, and misspelt ones recognised."""
        index = 0
        while index < len(parts):
            part = parts[index]
            index += 1
            if part.begins and (joined := self._join(text, parts, index - 1)) is not None:
                label, last = joined
                cut = next((at for at in range(index, last) if parts[at].type == "CELLS"), last + 1)
                yield part._replace(kind="label", type=token_type(label), end=parts[cut - 1].end, term=label)
                for rest in parts[cut : last + 1]:
                    cell = rest.type in ("CELLS", "")
                    yield rest if cell else rest._replace(kind="text", type="LABEL_REST", term=None)
                index = last + 1
            elif part.kind == "text" and (term := self._similar(text, part)) is not None:
                yield part._replace(kind="label", type=token_type(term), term=term)
            else:
                yield part

    def _similar(self, text: str, part: Part) -> Term | None:
        if not part.type or part.end - part.start > _LONGEST_SIMILAR:
            return None
        return self.dictionary.similar(compact(text[part.start : part.end]))

    def _join(self, text: str, parts: list[Part], index: int) -> tuple[Term, int] | None:
        """The label that begins with this part, and the part it ends with.

        Figures may stand in between where a label is set over several lines and its figures beside the middle one.
        """
        key = compact(text[parts[index].start : parts[index].end])
        best: tuple[Term, int] | None = None
        fragments, figures = 1, 0
        for last in range(index + 1, len(parts)):
            part = parts[last]
            if key not in self.dictionary.beginnings or fragments == _MAX_JOINED or figures > _WIDEST_ROW:
                break
            if part.type in ("CELLS", ""):
                figures += 1
                continue
            key = compact(key + text[part.start : part.end])
            fragments += 1
            if (term := self.dictionary.exact(key)) is not None:
                best = term, last
        return best


def _furniture(text: str, lines: Sequence[Read]) -> Set[int]:
    """The lines that are the page's: looked for near the beginning and the end only."""
    near = (*lines[:_EDGE_TOP], *lines[_EDGE_TOP:][-_EDGE_BOTTOM:])
    contents = [
        "" if read.shape.strength == Strength.STRONG else text[read.start : read.end] for read in near
    ]
    shift = len(lines) - len(contents)
    if not shift:
        return page_lines(contents)
    top, bottom = page_lines(contents[:_EDGE_TOP]), page_lines(contents[_EDGE_TOP:])
    return top | {_EDGE_TOP + shift + index for index in bottom}


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
            if prose > _MAX_PROSE_IN_TABLE or read.end - read.start > _LONGEST_PROSE_IN_TABLE:
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


def _parts(lines: Sequence[Read]) -> list[Part]:
    """All cells of a table's lines in a row, each knowing what separates it from the one before."""
    parts: list[Part] = []
    closed = True
    for start, end, shape, apart in lines:
        gap = "blank" if apart else "line"
        if shape.kind == "bars":
            # A bar on a line of its own ends the cell before it if that is still open, else it is a blank cell;
            # several bars fill up the row to the table's width.
            count = shape.bars - (0 if closed else 1)
            parts += [Part("blank", end, end, "bar" if count == 1 else "fill", "CELLS")] * count
            closed = True
            continue
        inside = "bar" if shape.kind == "cells" else "space"
        if shape.is_row and shape.cells[0].type == "CELLS":
            gap = "row"  # a row of its own: its cells never continue the run before
        for kind, begin, stop, type_, term, glued, begins in shape.cells:
            parts.append(Part(kind, start + begin, start + stop, gap, type_, term, glued, begins))
            gap = inside
        if shape.is_row:
            parts.append(Part("text", end, end, "end", ""))
        closed = shape.closed
    return parts


def _cells(parts: Iterator[Part]) -> Iterator[Token]:
    """Fat tokens: runs of cells, runs of header labels, fragments; each row or group label by itself."""
    run: list[Part] = []
    type_ = ""
    for part in parts:
        if part.gap == "end":
            ends = type_ == "CELLS"  # the mark at a row's end closes a run of cells and nothing else
        else:
            ends = part.type != type_ or type_ in ("ROW_LABEL", "GROUP_LABEL") or part.gap == "row"
        if run and ends:
            yield Token(type_, run[0].start, run[-1].end, tuple(run))
            run = []
        if part.gap != "end":
            type_ = part.type
            run.append(part)
    if run:
        yield Token(type_, run[0].start, run[-1].end, tuple(run))
