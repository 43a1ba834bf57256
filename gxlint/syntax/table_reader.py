"""From the lines of a table to its tree, once per distinct text.

Many tables are read again and again: while somebody types elsewhere in the report, all three of them at every keystroke.
"""

from collections.abc import Iterator, Sequence

from gxlint.syntax.lines import Lines, Read
from gxlint.syntax.parser import load_tables, parse_tokens
from gxlint.syntax.shapes import token_type
from gxlint.syntax.terms import Dictionary, Term, compact
from gxlint.syntax.tree import Node, Part, TableText, Token

_LONGEST_SIMILAR = 80
_MAX_JOINED = 5
_WIDEST_ROW = 16
_MEMO_SIZE = 64


class TableReader:
    """Reads tables and remembers what it read (bounded)."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Work with the labels of this dictionary."""
        self.dictionary = dictionary
        self._memo: dict[object, TableText] = {}

    def read(self, text: str, lines: Lines, first: int, last: int) -> Token:
        """The token of the table that these lines make, the last one left out."""
        reads = lines.reads[first:last]
        start, end = reads[0].start, reads[-1].end
        content = text[start:end]
        # What else than its text the reading of a table depends on.
        cuts = tuple(read.start - start for read in reads) if lines.cut else ()
        key = content, reads[0].apart, lines.borderless, cuts
        known = self._memo.pop(key, None)
        if known is None:
            known = TableText(content, self._tree(content, start, reads))
            if len(self._memo) >= _MEMO_SIZE:
                del self._memo[next(iter(self._memo))]  # the one not asked for the longest
        self._memo[key] = known
        return Token("TABLE", start, end, table=known)

    def _tree(self, text: str, start: int, lines: Sequence[Read]) -> Node:
        tokens = _cells(self._labelled(text, _parts(start, lines)))
        return parse_tokens(tokens, load_tables("table"), Node)

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
        key = compact(text[part.start : part.end])
        term = self.dictionary.similar(key)
        if term is not None and token_type(term) == "GROUP_LABEL" and self.dictionary.is_in_a_label(key):
            return None  # 度办理结果: a line of the label, not another wording of it
        return term

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


def _parts(base: int, lines: Sequence[Read]) -> list[Part]:
    """All cells of a table's lines in a row, each knowing what separates it from the one before."""
    parts: list[Part] = []
    closed = True
    for begins_at, ends_at, shape, apart in lines:
        start, end = begins_at - base, ends_at - base
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
