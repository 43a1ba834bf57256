"""What an official format says: sections, tables, labels, value types and the identities that must hold.

Everything here is read from one declarative file per format (``grammars/formats/*.toml``); the lexer, the model, the
sum rules and the form writer all read it from here.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from gxlint.source.record import Record

ColumnType = Literal["count", "delta", "amount"]
LEVELS = ("township", "county", "city", "province", "department")
"""Who reports: governments from the lowest up, and their departments."""
FILLS = ("year", "next_year", "organisation", "notice", "number", "parts", "count")
"""What sentences have filled in."""


class Source(Record, frozen=True):
    """A notice or law that something rests on."""

    title: str
    number: str = ""
    date: str = ""
    url: str = ""
    article: str = ""


class Aspect(Record, frozen=True):
    """One of the aspects a section has to cover, and the words by which it is found."""

    key: str
    title: str
    words: tuple[str, ...]


class SectionForm(NamedTuple):
    """One of the numbered parts of the report.

    ``accepted`` are headings as good as the official one here; ``law`` are the articles that demand the part.
    """

    key: str
    number: str
    heading: str
    variants: tuple[str, ...] = ()
    keywords: tuple[tuple[str, ...], ...] = ()
    table: str | None = None
    aspects: tuple[Aspect, ...] = ()
    accepted: tuple[str, ...] = ()
    law: str = ""

    @property
    def title(self) -> str:
        """The heading as the notice prints it, number included."""
        return f"{self.number}、{self.heading}"


class ColumnForm(Record, frozen=True):
    """A column of figures. ``type`` says which values are legal; ``unit`` is what the figures count in."""

    key: str
    label: str
    variants: tuple[str, ...] = ()
    type: ColumnType = "count"
    unit: str = "件"


class RowForm(Record, frozen=True):
    """A row of figures. Rows of a group have keys that begin with the group's (``denied.state_secret``).

    ``law`` are the articles that a row goes back to; the forms do not name them, so that is inferred. ``note`` says what
    belongs in the row where its label does not, ``note_en`` the same in English.
    """

    key: str
    label: str
    variants: tuple[str, ...] = ()
    law: str = ""
    note: str = ""
    note_en: str = ""


class GroupForm(Record, frozen=True):
    """A label that spans several rows, such as (三)不予公开."""

    key: str
    label: str
    variants: tuple[str, ...] = ()


class BlockForm(Record, frozen=True):
    """Rows that share their columns. 表二 has several blocks, each under a label of its own."""

    key: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    label: str = ""


class Identity(Record, frozen=True):
    """An equation over cells: the sum of ``sum`` is the sum of ``equals``, in each row or in each column.

    Terms are keys of columns (``each = "row"``) or of rows and row groups (``each = "column"``).
    """

    key: str
    each: Literal["row", "column"]
    sum: tuple[str, ...]
    equals: tuple[str, ...]


class Sentence(Record, frozen=True):
    """A sentence that reports have, punctuated as printed.

    ``section`` is ``preamble``, a section's key or ``overview.platform`` for an aspect. In ``text`` stand ``{year}``,
    ``{next_year}``, ``{organisation}``, ``{notice}``, ``{number}``, ``{parts}``, ``{count}`` for what is filled in, and
    ``____`` for what the writer has to say. ``levels`` are those whose reports have it, all where empty. What is not
    ``usual`` is no part of a blank report.
    """

    key: str
    section: str
    text: str
    levels: tuple[str, ...] = ()
    usual: bool = True


class Advice(Record, frozen=True):
    """What whoever fills in the form should know at a place, and what that rests on: custom alone where that is empty.

    Places and levels as above. ``en`` is the same in English.
    """

    section: str
    text: str
    law: str = ""
    levels: tuple[str, ...] = ()
    en: str = ""


class TableForm(Record, frozen=True, eq=False, slots=False):
    """One of the three tables."""

    key: str
    name: str
    section: str
    columns: tuple[ColumnForm, ...]
    rows: tuple[RowForm, ...]
    blocks: tuple[BlockForm, ...]
    groups: tuple[GroupForm, ...] = ()
    corner: tuple[str, ...] = ()
    spanning: tuple[str, ...] = ()
    side_by_side: bool = False
    identities: tuple[Identity, ...] = ()

    @cached_property
    def row_forms(self) -> dict[str, RowForm]:
        """Row forms by key."""
        return {row.key: row for row in self.rows}

    @cached_property
    def column_forms(self) -> dict[str, ColumnForm]:
        """Column forms by key."""
        return {column.key: column for column in self.columns}

    @cached_property
    def group_forms(self) -> dict[str, GroupForm]:
        """Group forms by key."""
        return {group.key: group for group in self.groups}

    @cached_property
    def block_of(self) -> dict[str, BlockForm]:
        """The block each row key stands in; a group that is filled in as one row belongs to its rows' block."""
        blocks = {row: block for block in self.blocks for row in block.rows}
        for group in self.groups:
            children = self.children(group.key)
            if children:
                blocks.setdefault(group.key, blocks[children[0]])
        return blocks

    def columns_of(self, row: str) -> tuple[str, ...]:
        """Column keys of a row, left to right; empty when the row is unknown."""
        block = self.block_of.get(row)
        return block.columns if block else ()

    def children(self, key: str) -> tuple[str, ...]:
        """Keys of the rows inside a group (``denied`` → ``denied.state_secret`` …)."""
        return tuple(row.key for row in self.rows if row.key.startswith(f"{key}."))

    def label_of(self, key: str) -> str:
        """Official label of a row, group or column."""
        for forms in (self.row_forms, self.group_forms, self.column_forms):
            if key in forms:
                return forms[key].label
        return key

    def short_label(self, key: str) -> str:
        """The label without the instructions in brackets at its end: (二)部分公开(区分处理的…) → (二)部分公开."""
        label = self.label_of(key)
        cut = label.find("(", 1)
        return label[:cut] if cut > 0 else label

    @property
    def width(self) -> int:
        """How many figures the widest line of the table has."""
        widest = max(len(block.columns) for block in self.blocks)
        return widest * len(self.rows) if self.side_by_side else widest


class Format(Record, frozen=True, eq=False, slots=False):
    """An official format. ``first_year``/``last_year`` are the fiscal years it is prescribed for.

    ``title`` is how a report is called, ``sentences`` and ``advice`` serve those who write one.
    """

    key: str
    name: str
    first_year: int
    source: Source
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]
    last_year: int | None = None
    origin: str = ""
    title: str = "{organisation}{year}年政府信息公开工作年度报告"
    sentences: tuple[Sentence, ...] = ()
    advice: tuple[Advice, ...] = ()

    def covers(self, year: int) -> bool:
        """Whether reports for this fiscal year have to use the format."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    @cached_property
    def table_forms(self) -> dict[str, TableForm]:
        """Table forms by key."""
        return {table.key: table for table in self.tables}

    @cached_property
    def section_forms(self) -> dict[str, SectionForm]:
        """Section forms by key."""
        return {section.key: section for section in self.sections}


class Catalogue(Record, frozen=True, eq=False, slots=False):
    """All formats known in this run, oldest first."""

    formats: tuple[Format, ...]

    def __iter__(self) -> Iterator[Format]:
        return iter(self.formats)

    def get(self, key: str) -> Format | None:
        """The format with this key, or none."""
        return next((form for form in self.formats if form.key == key), None)

    def for_year(self, year: int) -> Format | None:
        """The format prescribed for a fiscal year; none for years before any known format."""
        return next((form for form in reversed(self.formats) if form.covers(year)), None)

    @property
    def latest(self) -> Format:
        """The newest format, used where a text gives no evidence at all."""
        return self.formats[-1]

    def with_formats(self, more: Iterable[Format]) -> "Catalogue":
        """The catalogue with further formats; a format with a known key replaces it."""
        merged = {form.key: form for form in (*self.formats, *more)}
        return Catalogue(tuple(sorted(merged.values(), key=lambda form: form.first_year)))
