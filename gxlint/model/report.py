"""The typed report: what rules look at.

All spans are offsets (code points) into ``report.document.text``, the normalised view; ``Document`` turns them into
places in the source. The model is built once and not changed afterwards.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple, TypeVar

from gxlint.formats import BlockForm, ColumnForm, Format, SectionForm, TableForm
from gxlint.readers.document import Document
from gxlint.source import Span
from gxlint.source.record import Record, made

T = TypeVar("T")

State = Literal["integer", "decimal", "blank", "not_applicable", "invalid", "missing"]
BodyType = Literal["government", "department", "township"]
Scope = Literal["own", "aggregate"]
Match = Literal["official", "variant", "similar"]
RowProblem = Literal["short", "long", "detached", "glued"]


class Label(NamedTuple):
    """A label as it stands in the text, and the official wording it was recognised as.

    ``role`` says what it labels; ``match`` how it was recognised: ``official`` (white space, brackets' width and
    quotation marks aside), ``variant`` (a known other wording) or ``similar`` (close to one official label only).
    """

    key: str
    role: Literal["row", "group", "column", "block", "corner", "spanning"]
    text: str
    official: str
    match: Match
    span: Span


class Cell(Record, eq=False):
    """A cell of figures.

    ``raw`` is the text as the source has it, ``value`` the number in the column's unit (件, 万元) or none with the
    ``state`` saying why. A ``missing`` cell has no place of its own: its span is that of its row.
    """

    table: str
    row: str
    column: str
    raw: str
    value: int | float | None
    state: State
    span: Span

    @property
    def number(self) -> int | float | None:
        """The value for arithmetic: blank and not applicable count as 0; none when unreadable or missing."""
        if self.value is not None:
            return self.value
        return 0 if self.state in ("blank", "not_applicable") else None

    @property
    def address(self) -> str:
        """``table_requests.granted.total``."""
        return f"{self.table}.{self.row}.{self.column}"


class Row(Record, eq=False):
    """A labelled row of figures. ``problem`` is set when its cells could not be told apart; see ``complete``."""

    table: str
    key: str
    label: Label
    cells: tuple[Cell, ...]
    span: Span
    form: TableForm
    problem: RowProblem | None = None
    found: int = 0  # how many cells stood in the text, trailing padding left out

    @property
    def complete(self) -> bool:
        """Whether every column of the row has its own cell in the text."""
        return self.problem is None

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything. A row whose cells could not be told apart is not blank."""
        readable = self.problem is None or not self.found
        return readable and all(cell.state in ("blank", "missing") for cell in self.cells)

    def __getitem__(self, column: str) -> Cell:
        for cell in self.cells:
            if cell.column == column:
                return cell
        raise KeyError(column)

    @property
    def official(self) -> str:
        """Official wording of the row's label."""
        return self.label.official


class Stray(NamedTuple):
    """Text or figures inside a table that belong to no row: kept, shown, never guessed about."""

    kind: Literal["figures", "text"]
    text: str
    span: Span
    cells: int = 0


class Table(Record, eq=False):
    """One of the three tables as found. ``rows`` has only rows whose label was found, in text order."""

    key: str
    form: TableForm
    span: Span
    rows: dict[str, Row]
    labels: list[Label]
    strays: list[Stray] = made(default_factory=list)
    duplicates: list[Row] = made(default_factory=list)
    _memo: dict[Callable[["Table"], Any], Any] = made(default_factory=dict)

    def __getitem__(self, row: str) -> Row:
        return self.rows[row]

    def __contains__(self, row: str) -> bool:
        return row in self.rows

    def cell(self, row: str, column: str) -> Cell | None:
        """The cell at an address, or none when its row was not found or has no such column."""
        found = self.rows.get(row)
        return next((cell for cell in found.cells if cell.column == column), None) if found else None

    def cells(self) -> Iterator[Cell]:
        """All cells, row by row."""
        for row in self.rows.values():
            yield from row.cells

    @property
    def blank(self) -> bool:
        """Whether not one figure stands in the table."""
        return not self.strays_with_figures and all(row.blank for row in self.rows.values())

    @property
    def strays_with_figures(self) -> list[Stray]:
        """Figures that belong to no row."""
        return [stray for stray in self.strays if stray.kind == "figures"]

    def once(self, compute: Callable[["Table"], T]) -> T:
        """What ``compute`` says of this table, computed the first time only.

        The same text is the same table, in one report after another and wherever it stands: so ``compute`` may look at
        nothing else, and nothing with a place (a cell, a row, a span) may be in what it says.
        """
        if compute not in self._memo:
            self._memo[compute] = compute(self)
        return self._memo[compute]  # type: ignore[no-any-return]

    def labels_of(self, role: str) -> list[Label]:
        """Labels with this role, in text order."""
        return [label for label in self.labels if label.role == role]

    def column_form(self, column: str) -> ColumnForm:
        """The form of a column."""
        return self.form.column_forms[column]

    def block_form(self, row: str) -> BlockForm:
        """The block a row stands in."""
        return self.form.block_of[row]


class Paragraph(Record, frozen=True):
    """A paragraph of prose.

    ``text`` is what it says: lines that were wrapped are one line again, spaces between Chinese characters and around
    figures are gone (``2024 年 1 月`` reads ``2024年1月``). ``place`` turns offsets in it into places of the document.
    """

    text: str
    span: Span
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of ``text`` stands in the document."""
        if end <= start:
            at = self._offset(start)
            return Span(at, at)
        return Span(self._offset(start), self._offset(end - 1) + 1)

    def _offset(self, at: int) -> int:
        return self.span.start + at + self.shifts[bisect_right(self.starts, at) - 1]


class Heading(Record, frozen=True):
    """A numbered heading: of a section (level 1) or inside one.

    ``number`` is the ordinal as written (``一``, ``(二)``, ``3``), ``ordinal`` its value, ``style`` the way it is
    written: ``一、`` ``(一)`` ``1.`` ``1、`` ``(1)``; all three are empty or 0 for a heading without a number. ``level``
    grows inwards: 一、 is 1, (一) 2, 1. 3, (1) 4, ① 5. ``span`` covers number and title, ``title`` the words alone.
    """

    number: str
    ordinal: int
    style: str
    title: str
    span: Span
    title_span: Span
    level: int = 1


class Section(Record, eq=False):
    """A numbered part of the report. ``key`` is the official part it was recognised as.

    ``match`` is ``official``, ``variant`` or ``similar``, as for labels.
    """

    key: str
    form: SectionForm
    heading: Heading
    match: Match
    span: Span
    paragraphs: list[Paragraph] = made(default_factory=list)
    subheadings: list[Heading] = made(default_factory=list)

    @property
    def body(self) -> Span:
        """The stretch after the heading."""
        return Span(self.heading.span.end, self.span.end)

    @property
    def has_prose(self) -> bool:
        """Whether there is any paragraph in it."""
        return bool(self.paragraphs)

    @property
    def text(self) -> str:
        """The prose of the section, one paragraph a line; table text is not in it."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Period(Record, frozen=True):
    """The statistics period (统计期限), as years, months and days, inclusive."""

    start: tuple[int, int, int]
    end: tuple[int, int, int]
    span: Span


class Evidence(Record, frozen=True):
    """Something a decision rests on: ``about`` is year, format, organisation or body_type."""

    about: str
    value: str
    reason: str
    span: Span | None = None


class Title(Record, frozen=True):
    """The report's title. ``years`` are all years named in it."""

    text: str
    span: Span
    years: tuple[int, ...]
    organisation: str | None = None
    repeated: tuple[Span, ...] = ()


class Signature(Record, frozen=True):
    """The closing lines: who signed and when. Either may be absent."""

    name: str | None
    name_span: Span | None
    date: tuple[int, int, int] | None
    date_span: Span | None


class Report(Record, eq=False):
    """A whole annual report.

    ``kind`` tells apart a report, a report older than any known format (``legacy``), a blank official form
    (``template``) and a text that is no report at all (``other``). ``previous`` is last year's report of the same
    body, where the run has it.
    """

    document: Document
    kind: Literal["report", "legacy", "template", "other"]
    format: Format
    year: int | None
    organisation: str | None
    body_type: BodyType | None
    scope: Scope
    title: Title | None
    period: Period | None
    signature: Signature
    published: tuple[tuple[int, int, int], Span] | None
    preamble: list[Paragraph]
    sections: list[Section]
    tables: dict[str, Table]
    furniture: list[Paragraph]
    other_headings: list[Heading]
    evidence: list[Evidence]
    previous: "Report | None" = None
    _memo: dict[Callable[["Report"], Any], Any] = made(default_factory=dict)

    def section(self, key: str) -> Section | None:
        """The section recognised as this official part, or none."""
        return next((section for section in self.sections if section.key == key), None)

    def table(self, key: str) -> Table | None:
        """The table with this key, or none when no trace of it was found."""
        return self.tables.get(key)

    def cell(self, address: str) -> Cell | None:
        """The cell at ``table.row.column`` (row keys may hold dots), or none."""
        table_key, _, rest = address.partition(".")
        row, _, column = rest.rpartition(".")
        table = self.tables.get(table_key)
        return table.cell(row, column) if table else None

    @property
    def text(self) -> str:
        """The normalised text of the whole document."""
        return self.document.text

    def prose(self) -> Iterator[Paragraph]:
        """Every paragraph of prose, preamble first; no table text, no web furniture."""
        yield from self.preamble
        for section in self.sections:
            yield from section.paragraphs

    def once(self, compute: Callable[["Report"], T]) -> T:
        """What ``compute`` says of this report, computed the first time only: for work that rules share."""
        if compute not in self._memo:
            self._memo[compute] = compute(self)
        return self._memo[compute]  # type: ignore[no-any-return]
