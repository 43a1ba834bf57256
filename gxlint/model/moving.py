"""What was read before, at another place."""

from typing import Any, TypeVar

from gxlint.model.report import (
    Cell,
    Evidence,
    Heading,
    Label,
    Paragraph,
    Period,
    Row,
    Section,
    Signature,
    Table,
    Title,
)
from gxlint.source import Span
from gxlint.source.change import Change

P = TypeVar("P", Paragraph, Period)


class Moving:
    """Puts what stands behind a change where it stands now. What stands before it is used again as it is."""

    def __init__(self, change: Change) -> None:
        """Move as far as the change has made the text longer, or shorter."""
        self._change = change

    def placed(self, item: P) -> P:
        """A paragraph, or the period."""
        if item.span.end <= self._change.start:
            return item
        return item.replaced(span=self._change.moved(item.span))

    def section(self, section: Section) -> Section:
        """A section, with a list of its own for its paragraphs where it has changed."""
        if section.span.end <= self._change.start:
            return section
        if section.span.start >= self._change.end:
            return _moved_section(section, self._change.by)
        return Section(
            section.key,
            section.form,
            self.heading(section.heading),
            section.match,
            self._change.moved(section.span),
            [self.placed(item) for item in section.paragraphs],
            [self.heading(item) for item in section.subheadings],
        )

    def heading(self, heading: Heading) -> Heading:
        """A heading."""
        moved = self._change.moved
        if heading.span.end <= self._change.start:
            return heading
        return heading.replaced(span=moved(heading.span), title_span=moved(heading.title_span))

    def table(self, table: Table) -> Table:
        """A table."""
        return table if table.span.end <= self._change.start else moved(table, self._change.by)

    def title(self, title: Title | None) -> Title | None:
        """The title, and where it is repeated."""
        moved = self._change.moved
        return title and title.replaced(
            span=moved(title.span), repeated=tuple(moved(span) for span in title.repeated)
        )

    def signature(self, signature: Signature) -> Signature:
        """The signature."""
        moved = self._change.moved
        name, date = signature.name_span, signature.date_span
        return signature.replaced(
            name_span=name if name is None else moved(name), date_span=date if date is None else moved(date)
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        """What a decision rests on."""
        span = evidence.span
        return evidence if span is None else evidence.replaced(span=self._change.moved(span))


def moved(table: Table, by: int) -> Table:
    """The same table with all its places moved by so many characters. Its rows are made when somebody looks at them."""
    if isinstance(table, _MovedTable):
        return moved(table._origin, table._by + by)
    twin = _MovedTable.__new__(_MovedTable)
    twin._origin, twin._by = table, by
    twin.key, twin.form, twin._memo = table.key, table.form, table._memo
    twin.span = _span(table.span, by)
    return twin


def _moved_section(section: Section, by: int) -> Section:
    """The same section, so many characters further down. What is in it is made when somebody looks at it."""
    if isinstance(section, _MovedSection):
        return _moved_section(section._origin, section._by + by)
    twin = _MovedSection.__new__(_MovedSection)
    twin._origin, twin._by = section, by
    twin.key, twin.form, twin.match = section.key, section.form, section.match
    twin.span = _span(section.span, by)
    return twin


class _MovedSection(Section, eq=False, kw_only=True):
    """A section that stands elsewhere as ``_origin``: called for what has not been asked for yet."""

    _origin: Section
    _by: int

    @property
    def has_prose(self) -> bool:
        return self._origin.has_prose

    def __getattr__(self, name: str) -> Any:
        origin, by = self._origin, self._by
        if name == "paragraphs":
            self.paragraphs = [item.replaced(span=_span(item.span, by)) for item in origin.paragraphs]
        elif name == "heading":
            self.heading = _heading(origin.heading, by)
        elif name == "subheadings":
            self.subheadings = [_heading(item, by) for item in origin.subheadings]
        return object.__getattribute__(self, name)


class _MovedTable(Table, eq=False, kw_only=True):
    """A table that stands elsewhere as ``_origin``: called for what has not been asked for yet."""

    _origin: Table
    _by: int

    def __getattr__(self, name: str) -> Any:
        origin, by = self._origin, self._by
        if name == "rows":
            self.rows = {key: _row(row, by) for key, row in origin.rows.items()}
        elif name == "labels":
            self.labels = [_label(label, by) for label in origin.labels]
        elif name == "strays":
            self.strays = [stray._replace(span=_span(stray.span, by)) for stray in origin.strays]
        elif name == "duplicates":
            self.duplicates = [_row(row, by) for row in origin.duplicates]
        return object.__getattribute__(self, name)


class _MovedRow(Row, eq=False, kw_only=True):
    """A row of such a table."""

    _origin: Row
    _by: int

    def __getattr__(self, name: str) -> Any:
        if name == "cells":
            self.cells = tuple([_cell(cell, self._by) for cell in self._origin.cells])
        elif name == "label":
            self.label = _label(self._origin.label, self._by)
        return object.__getattribute__(self, name)


def _row(row: Row, by: int) -> Row:
    twin = _MovedRow.__new__(_MovedRow)
    twin._origin, twin._by = row, by
    twin.table, twin.key, twin.form = row.table, row.key, row.form
    twin.problem, twin.found = row.problem, row.found
    twin.span = _span(row.span, by)
    return twin


def _cell(cell: Cell, by: int) -> Cell:
    twin = cell.twin()
    start, end = cell.span
    twin.span = Span(start + by, end + by)
    return twin


def _heading(heading: Heading, by: int) -> Heading:
    return heading.replaced(span=_span(heading.span, by), title_span=_span(heading.title_span, by))


def _label(label: Label, by: int) -> Label:
    key, role, text, official, match, (start, end) = label
    return Label(key, role, text, official, match, Span(start + by, end + by))


def _span(span: Span, by: int) -> Span:
    start, end = span
    return Span(start + by, end + by)
