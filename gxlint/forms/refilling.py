"""A table of a report in the official form: labels in official wording where it is certain, figures as written."""

from collections.abc import Iterator
from functools import cache

from gxlint.formats import TableForm
from gxlint.formatting.labels import official_wording
from gxlint.forms.grid import FilledTable, Grid, drawn, map_cells
from gxlint.forms.wording import printed
from gxlint.model import Cell, Label, Row, Table
from gxlint.readers import Document
from gxlint.readers.written import words_of
from gxlint.source import Span
from gxlint.syntax.terms import compact, without_number


def refilled(document: Document, table: Table) -> Grid | None:
    """The rows of a table that can be read, in their order; none where there are none."""
    rows = [row for row in table.rows.values() if _is_whole(row)]
    if not rows:
        return None
    figures = {row.key: {cell.column: _text(document, cell) for cell in row.cells} for row in rows}
    grid = drawn(FilledTable(table.form, figures, dict(_labels(document, table))))
    return map_cells(grid, lambda cell: cell.text if cell.figure else printed(cell.text))


def kept_spans(table: Table) -> Iterator[Span]:
    """Where in the text stands what is drawn anew."""
    yield from (label.span for label in table.labels)
    for row in table.rows.values():
        if _is_whole(row):
            yield row.label.span
            yield from (cell.span for cell in row.cells if cell.state != "missing")


def _is_whole(row: Row) -> bool:
    return row.complete or row.blank


def _text(document: Document, cell: Cell) -> str:
    if cell.state in ("blank", "missing"):
        return ""
    return " ".join(words_of(document, cell.span).split())


def _labels(document: Document, table: Table) -> Iterator[tuple[str, str]]:
    """The labels that are not as in the form, the first of each key counting."""
    seen = set()
    for label in (*table.labels, *(row.label for row in table.rows.values())):
        key = "corner" if label.role == "corner" else label.key
        if key not in seen:
            seen.add(key)
            yield key, _label(document, label, table)


def _label(document: Document, label: Label, table: Table) -> str:
    wording = official_wording(label, table)
    if wording is None:
        return "".join(words_of(document, label.span).split())
    # A number that automatic numbering has eaten is in the official form again.
    return label.official if wording == without_number(label.official) else wording


@cache
def label_words(form: TableForm) -> frozenset[str]:
    """All labels of a table without white space, as the view has them."""
    forms = (form.row_forms, form.column_forms, form.group_forms)
    named = [form.label_of(key) for known in forms for key in known]
    blocks = [block.label for block in form.blocks]
    return frozenset(compact(text) for text in (*named, *blocks, *form.corner, *form.spanning) if text)
