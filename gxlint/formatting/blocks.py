"""Where in a text there are tables whose cells can be set in columns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.formatting.bars import BarLine, RuleLine, bars_in, has_bar, is_comment, read_line
from gxlint.model import Report, Row, Table
from gxlint.source import Span

_FENCES = ("```", "~~~")


class Block(NamedTuple):
    """Lines of one table: from the first to the last, that one left out.

    ``figures``: for lines of it, counted from the first, how many bars stand before their first cell of figures.
    """

    first: int
    last: int
    figures: Mapping[int, int] = {}


def blocks(report: Report) -> Iterator[Block]:
    """The tables of the report's form that are written in rows, then all others that Markdown knows as such."""
    source = report.document.source
    texts = [source.line_text(line) for line in range(len(source.line_starts))]
    places = [_Places(report, table) for table in report.tables.values()]
    taken: set[int] = set()
    for place in places:
        others = {line for other in places if other is not place for line in other.lines - place.lines}
        for block in place.blocks(texts, others | taken):
            taken.update(range(block.first, block.last))
            if place.broken.isdisjoint(range(block.first, block.last)):
                yield block
    yield from _markdown(texts, taken)


def lines_of(report: Report, table: Table) -> set[int]:
    """The lines in which something of a table stands; between its first and its last there may be others."""
    source, view = report.document.source, report.document.view
    spans = [row.span for row in (*table.rows.values(), *table.duplicates)]
    spans += [label.span for label in table.labels]
    spans += [stray.span for stray in table.strays]
    found: set[int] = set()
    for start, end in map(view.source_span, spans):
        found.update(range(source.line_of(start), source.line_of(end) + 1))
    return found


def block_around(texts: Sequence[str], line: int) -> Block | None:
    """The lines of cells around a line, itself among them; none where that is none."""
    if not _belongs(texts[line]):
        return None
    first, last = line, line + 1
    while first and _belongs(texts[first - 1]):
        first -= 1
    while last < len(texts) and _belongs(texts[last]):
        last += 1
    return Block(first, last)


def _belongs(text: str) -> bool:
    return has_bar(text) or isinstance(read_line(text), RuleLine) or is_comment(text)


class _Places:
    """Where the rows of a table stand."""

    def __init__(self, report: Report, table: Table) -> None:
        self.source, self.view = report.document.source, report.document.view
        self.table = table
        self.lines = lines_of(report, table)
        self.broken = self._broken()

    def blocks(self, texts: Sequence[str], others: Collection[int]) -> Iterator[Block]:
        """The runs of lines of cells, with those right above and below them that belong to none of the other tables."""
        figures = self._figures()
        end = 0
        for line in sorted(self.lines.difference(others)):
            run = block_around(texts, line) if line >= end else None
            if run is None:
                continue
            first = max((other + 1 for other in others if run.first <= other < line), default=run.first)
            end = min((other for other in others if line < other < run.last), default=run.last)
            yield Block(first, end, {at - first: bars for at, bars in figures.items() if first <= at < end})

    def _range(self, span: Span) -> range:
        start, end = self.view.source_span(span)
        return range(self.source.line_of(start), self.source.line_of(end) + 1)

    def _rows(self) -> Iterator[Row]:
        yield from self.table.rows.values()
        yield from self.table.duplicates

    def _broken(self) -> set[int]:
        """The lines of rows that go on in another line, and of lines that hold more than one row."""
        broken: set[int] = set()
        seen: set[int] = set()
        for row in self._rows():
            lines = self._range(row.span)
            if len(lines) > 1 or (lines[0] in seen and not self.table.form.side_by_side):
                broken.update(lines)
            seen.add(lines[0])
        for label in self.table.labels:
            if len(lines := self._range(label.span)) > 1:
                broken.update(lines)
        return broken

    def _figures(self) -> dict[int, int]:
        """For each line how many bars stand before its first cell of figures."""
        found: dict[int, int] = {}
        for row in self._rows():
            places = [
                self.view.source_offset(cell.span.start) for cell in row.cells if cell.state != "missing"
            ]
            if not row.complete or not places:
                continue
            line = self.source.line_of(places[0])
            before = self.source.text[self.source.line_starts[line] : places[0]]
            found.setdefault(line, bars_in(before))
        return found


def _markdown(texts: Sequence[str], taken: Collection[int]) -> Iterator[Block]:
    """Tables with a rule under their head, outside of fences."""
    fenced = False
    end = 0
    for line, text in enumerate(texts):
        if text.lstrip().startswith(_FENCES):
            fenced = not fenced
        if fenced or line <= end or line in taken or not _under_head(texts, line):
            continue
        first, end = line - 1, line + 1
        while end < len(texts) and has_bar(texts[end]) and end not in taken:
            end += 1
        if first not in taken:
            yield Block(first, end)


def _under_head(texts: Sequence[str], line: int) -> bool:
    """Whether a line is the rule under the head of a table."""
    if "-" not in texts[line] or "|" not in texts[line]:
        return False
    rule, head = read_line(texts[line]), read_line(texts[line - 1])
    return isinstance(rule, RuleLine) and isinstance(head, BarLine) and len(rule.columns) == len(head.cells)
