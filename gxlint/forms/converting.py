"""A report, piece by piece, to be written in another layout: nothing that it says is lost on the way."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from gxlint.forms.as_written import paragraph_words
from gxlint.forms.pieces import Kind, Piece
from gxlint.forms.refilling import kept_spans, label_words, refilled
from gxlint.model import Paragraph, Report, Section, Table
from gxlint.readers.written import words_of
from gxlint.source import Span

_WORD = re.compile(r"\w")
_LINE = re.compile(r"[^\n\r]+")
_EDGES = " \t|#>"
_TITLE_MARKS = "#* \t"
_HAN = re.compile("[\u4e00-\u9fff]")
_PAGE_NUMBER = re.compile(r"[-—–]\s*\d{1,3}\s*[-—–]")
# （一）; what is numbered deeper is a paragraph as others are.
_SUBHEADING = 2

What = Literal["row", "table", "text", "furniture"]


class Leftover(NamedTuple):
    """What has no place in the official form.

    ``what`` says what it is: a ``row`` of figures whose columns could not be told, something else in a ``table``, other
    ``text``, or ``furniture`` of a web page, which is left out; the others are kept as paragraphs.
    """

    what: What
    text: str
    span: Span


class Converted(NamedTuple):
    """The pieces of a report in text order, and what had no place in the form."""

    pieces: tuple[Piece, ...]
    leftovers: tuple[Leftover, ...]


def converted(report: Report, *, furniture: bool = False) -> Converted:
    """The pieces of a report, tables in the official form with the figures as written.

    Args:
        report: the report.
        furniture: keep what surrounds the report on a web page, as paragraphs.
    """
    return _Collector(report).collect(furniture=furniture)


class _Placed(NamedTuple):
    at: int
    order: int
    piece: Piece


class _Collector:
    """Takes the parts of a report one by one, then looks what of the text none of them covers. One use."""

    def __init__(self, report: Report) -> None:
        self.report, self.document = report, report.document
        self.placed: list[_Placed] = []
        self.covered: list[Span] = []
        self.leftovers: list[Leftover] = []

    def collect(self, *, furniture: bool) -> Converted:
        self._front()
        for section in self.report.sections:
            self._section(section)
        tables = [table for table in self.report.tables.values() if self._table(table)]
        self._signature()
        for paragraph in self.report.furniture:
            self._furniture(paragraph, keep=furniture)
        self._rest(tables)
        self.placed.sort()
        self.leftovers.sort(key=lambda leftover: leftover.span.start)
        return Converted(tuple(item.piece for item in self.placed), tuple(self.leftovers))

    def _put(self, at: int, piece: Piece, *spans: Span) -> None:
        self.placed.append(_Placed(at, len(self.placed), piece))
        self.covered += spans

    def _words(self, kind: Kind, span: Span) -> None:
        self._put(span.start, Piece(kind, " ".join(words_of(self.document, span).split())), span)

    def _front(self) -> None:
        title = self.report.title
        if title is not None:
            words = "".join(words_of(self.document, title.span).split()).strip(_TITLE_MARKS)
            self._put(title.span.start, Piece("title", words), title.span, *title.repeated)
        for paragraph in self.report.preamble:
            self._paragraph(paragraph)

    def _section(self, section: Section) -> None:
        self._words("heading", section.heading.span)
        headings = {
            heading.span.end: heading.span.start
            for heading in section.subheadings
            if heading.level == _SUBHEADING and heading.style
        }
        for paragraph in section.paragraphs:
            if paragraph.span.end in headings and headings[paragraph.span.end] >= paragraph.span.start:
                span = Span(headings[paragraph.span.end], paragraph.span.end)
                self._words("subheading", span)
                self.covered.append(paragraph.span)
            else:
                self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> None:
        words = paragraph_words(self.document, paragraph).strip()
        self._put(paragraph.span.start, Piece("paragraph", words), paragraph.span)

    def _signature(self) -> None:
        signature = self.report.signature
        for span in (signature.name_span, signature.date_span):
            if span is not None:
                self._words("signature", span)

    def _furniture(self, paragraph: Paragraph, *, keep: bool) -> None:
        if keep:
            self._words("paragraph", paragraph.span)
        else:
            self.covered.append(paragraph.span)
            self._left("furniture", paragraph.span)

    def _table(self, table: Table) -> bool:
        """Whether the table can be drawn; where it cannot, its lines are kept like any others."""
        grid = refilled(self.document, table)
        if grid is None:
            return False
        self._put(table.span.start, Piece("table", grid=grid, form=table.form), *kept_spans(table))
        for row in [*table.rows.values(), *table.duplicates]:
            if not (row.complete or row.blank) or row in table.duplicates:
                self._keep("row", row.span, table)
        for stray in table.strays:
            self._keep_unless_drawn(stray.span, table)
        return True

    def _keep_unless_drawn(self, span: Span, table: Table) -> None:
        if _is_drawn(self.document.slice(span), table):
            self.covered.append(span)
        else:
            self._keep("table", span, table)

    def _keep(self, what: What, span: Span, table: Table) -> None:
        """Text out of a table, as a paragraph behind it."""
        words = self._left(what, span)
        self._put(table.span.end, Piece("paragraph", words), span)

    def _left(self, what: What, span: Span) -> str:
        words = " ".join(words_of(self.document, span).split()).strip(_EDGES)
        if words:
            self.leftovers.append(Leftover(what, words, span))
        return words

    def _rest(self, tables: list[Table]) -> None:
        """Lines that nothing covers, and parts of lines."""
        for line in list(self._uncovered()):
            if _PAGE_NUMBER.fullmatch(self.document.slice(line).strip()):
                continue
            table = next((table for table in tables if table.span.covers(line.start)), None)
            if table is not None:
                self._keep_unless_drawn(line, table)
            else:
                self._put(line.start, Piece("paragraph", self._left("text", line)))

    def _uncovered(self) -> Iterator[Span]:
        text = self.document.text
        spans = sorted([Span(0, 0), *self.covered, Span(len(text), len(text))])
        reach = 0
        for before, after in pairwise(spans):
            reach = max(reach, before.end)
            for line in _LINE.finditer(text, reach, max(reach, after.start)):
                if _WORD.search(line[0]):
                    yield Span(line.start(), line.end())


def _is_drawn(text: str, table: Table) -> bool:
    """Whether a text out of a table is made of pieces of labels, which are drawn in the official form, or numbers a page."""
    if _PAGE_NUMBER.fullmatch(text.strip()):
        return True
    labels = label_words(table.form)
    return all(
        _HAN.search(word) and any(word in label for label in labels)
        for word in text.replace("|", " ").split()
        if _WORD.search(word)
    )
