"""An invented, valid annual report as data, made from any official format."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from gxlint.formats import Format, TableForm, official_formats
from gxlint.testing.prose import overview_text, preamble_text, section_text

Body = Literal["government", "department", "township"]
Figures = dict[str, dict[str, str]]

ORGANISATIONS: dict[Body, str] = {
    "government": "望川市人民政府",
    "department": "云泽县财政局",
    "township": "青岭镇人民政府",
}


@dataclass(frozen=True)
class DraftSection:
    """A part of the report: its heading line, its paragraphs, and the table that follows them."""

    key: str
    heading: str
    paragraphs: tuple[str, ...]
    table: str | None = None


@dataclass(frozen=True)
class Draft:
    """A report before it is written in a layout.

    ``tables`` holds the text of every cell, table by table, row by row in the order of the form. ``labels``
    overrides official labels: (table, key of a row, group, column or block) → text.
    """

    form: Format
    year: int
    organisation: str
    body: Body
    title: str
    preamble: tuple[str, ...]
    sections: tuple[DraftSection, ...]
    tables: dict[str, Figures]
    signature: tuple[str, ...]
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def cells(self) -> dict[str, str]:
        """Text of every cell by address (``table.row.column``)."""
        return {
            f"{table}.{row}.{column}": text
            for table, rows in self.tables.items()
            for row, columns in rows.items()
            for column, text in columns.items()
        }


def blank_report(
    form: Format | None = None,
    year: int | None = None,
    organisation: str | None = None,
    body: Body = "department",
) -> Draft:
    """A report that no rule has anything to say about: every count is 0, every part says what it has to.

    Args:
        form: the official format, the latest unless given.
        year: the fiscal year; one in which the format is used unless given.
        organisation: the issuing body, an invented one unless given.
        body: what kind of body that is: governments have more to say than departments.
    """
    form = form or official_formats().latest
    fiscal_year = year or form.last_year or form.first_year + 3
    name = organisation or ORGANISATIONS[body]
    return Draft(
        form=form,
        year=fiscal_year,
        organisation=name,
        body=body,
        title=f"{name}{fiscal_year}年政府信息公开工作年度报告",
        preamble=preamble_text(form, fiscal_year, name),
        sections=tuple(
            DraftSection(
                section.key,
                section.title,
                overview_text(section, body) if section.aspects else section_text(section),
                section.table,
            )
            for section in form.sections
        ),
        tables={table.key: _zeros(table) for table in form.tables},
        signature=(name, f"{fiscal_year + 1}年1月20日"),
    )


def _zeros(table: TableForm) -> Figures:
    return {row.key: dict.fromkeys(table.columns_of(row.key), "0") for row in table.rows}


# ---------------------------------------------------------------- mutators: each gives a new draft


def with_cell(draft: Draft, address: str, text: str) -> Draft:
    """The draft with another text in one cell (``table.row.column``)."""
    table, row, column = split_address(address)
    rows = draft.tables[table]
    return with_table(draft, table, {**rows, row: {**rows[row], column: text}})


def with_table(draft: Draft, table: str, rows: Figures) -> Draft:
    """The draft with other figures in one table."""
    return replace(draft, tables={**draft.tables, table: rows})


def without_row(draft: Draft, address: str) -> Draft:
    """The draft without a row (``table.row``); its group label goes with the group's last row."""
    table, _, row = address.partition(".")
    return with_table(draft, table, {key: cells for key, cells in draft.tables[table].items() if key != row})


def without_table(draft: Draft, table: str) -> Draft:
    """The draft without one of its tables; the section stays."""
    sections = tuple(
        replace(section, table=None) if section.table == table else section for section in draft.sections
    )
    return replace(
        draft, sections=sections, tables={key: rows for key, rows in draft.tables.items() if key != table}
    )


def without_section(draft: Draft, key: str) -> Draft:
    """The draft without a part, its table included."""
    table = next((section.table for section in draft.sections if section.key == key), None)
    kept = replace(draft, sections=tuple(section for section in draft.sections if section.key != key))
    return without_table(kept, table) if table else kept


def swap_rows(draft: Draft, table: str, first: str, second: str) -> Draft:
    """The draft with two rows of a table in each other's place, labels and figures together."""
    rows = draft.tables[table]
    order = {first: second, second: first}
    return with_table(draft, table, {(key := order.get(row, row)): rows[key] for row in rows})


def rename_label(draft: Draft, table: str, key: str, text: str) -> Draft:
    """The draft with another wording for the label of a row, group, column or block."""
    return replace(draft, labels={**draft.labels, (table, key): text})


def with_paragraphs(draft: Draft, section: str, *paragraphs: str, heading: str | None = None) -> Draft:
    """The draft with other prose (and another heading) in one part; the preamble is one too."""
    if section == "preamble":
        return replace(draft, preamble=paragraphs)
    if section == "title":
        return replace(draft, title="\n".join(paragraphs))
    if section == "signature":
        return replace(draft, signature=paragraphs)
    sections = tuple(
        replace(item, paragraphs=paragraphs, heading=heading or item.heading) if item.key == section else item
        for item in draft.sections
    )
    return replace(draft, sections=sections)


def replace_line(text: str, old: str, *new: str) -> str:
    """The rendered text with the one line that reads ``old`` replaced by other lines."""
    lines = text.split("\n")
    places = [index for index, line in enumerate(lines) if line.strip() == old.strip()]
    if len(places) != 1:
        raise ValueError(f"{len(places)} lines read {old!r}, expected one")
    lines[places[0] : places[0] + 1] = new
    return "\n".join(lines)


def split_address(address: str) -> tuple[str, str, str]:
    """``table.row.column`` in three; row keys may hold dots."""
    table, _, rest = address.partition(".")
    row, _, column = rest.rpartition(".")
    return table, row, column
