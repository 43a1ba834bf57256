"""Sets a fragment (table rows, paragraphs, a title) into an otherwise valid blank form."""

from collections.abc import Sequence
from dataclasses import replace

from gxlint.testing.bars import pipe_rows_leading
from gxlint.testing.forms import Draft, with_paragraphs
from gxlint.testing.grid import grid_of
from gxlint.testing.pages import written
from gxlint.testing.placing_rows import plain, resemblance, table_of, with_rows


def set_into(draft: Draft, place: str, fragment: str) -> str:
    """The blank form as text, with the fragment at its place.

    ``place`` is the key of a table or section, ``tables``, ``preamble``, ``title``, ``signature``,
    ``headings`` or ``document``. Rows replace the rows whose labels they resemble most, in the order in which
    they stand in the fragment; a row that resembles none is put after the row before it; with ``tables`` each
    finds its table too. Paragraphs replace all paragraphs of their part; a first line that resembles the
    part's heading replaces that too. Rows among paragraphs go to their tables.
    """
    if place == "document":
        return fragment
    lines = [line for line in fragment.split("\n") if line.strip()]
    if place == "headings":
        return written(_with_headings(draft, lines), pipe_rows_leading)
    if place == "tables" or place in draft.form.table_forms:
        return _with_rows(draft, lines, None if place == "tables" else place)
    rows = [line for line in lines if line.lstrip().startswith("|")]
    lines = [line for line in lines if line not in rows]
    draft = _with_prose(draft, place, lines)
    return _with_rows(draft, rows, None) if rows else written(draft, pipe_rows_leading)


def _with_prose(draft: Draft, place: str, lines: list[str]) -> Draft:
    section = draft.form.section_forms.get(place)
    if section is None:
        known = place in ("preamble", "title", "signature")
        if not known:
            raise ValueError(f"unknown place {place!r}")
        return with_paragraphs(draft, place, *lines)
    heading = lines.pop(0) if lines and resemblance(plain(lines[0]), section.title) > 0.7 else None
    return with_paragraphs(draft, place, *lines, heading=heading)


def place_of(fragment: str, draft: Draft, table: str | None, section: str | None) -> str:
    """Where a fragment belongs that does not say so: rows to a table, the rest by its first line."""
    lines = [line.strip() for line in fragment.split("\n") if line.strip()]
    if not lines:
        return "preamble"
    if plain(lines[0]).startswith("#"):
        return "document"  # a title of its own: a whole report
    if lines[0].startswith("|"):
        tables = {table_of(line, draft, table) for line in lines}
        return tables.pop() if len(tables) == 1 else "tables"
    headings = [plain(line) for line in lines if _heading_like(plain(line), draft)]
    if len(headings) > 1 and len(headings) == len(lines):
        return "headings"
    if headings and headings[0] == plain(lines[0]):
        return max(draft.sections, key=lambda item: resemblance(headings[0], item.heading)).key
    if section:
        return section
    return "title" if len(lines) == 1 and plain(lines[0]).endswith("报告") else "preamble"


def _heading_like(line: str, draft: Draft) -> bool:
    return any(resemblance(line, section.heading) > 0.7 for section in draft.sections)


def _with_headings(draft: Draft, lines: Sequence[str]) -> Draft:
    headings = [section.heading for section in draft.sections]
    best = [
        max(range(len(headings)), key=lambda index: resemblance(plain(line), headings[index]))
        for line in lines
    ]
    for index, line in zip(sorted(best), lines, strict=True):
        headings[index] = line
    sections = (
        replace(section, heading=heading) for section, heading in zip(draft.sections, headings, strict=True)
    )
    return replace(draft, sections=tuple(sections))


def _with_rows(draft: Draft, lines: Sequence[str], table: str | None) -> str:
    of_table: dict[str, list[str]] = {}
    for line in lines:
        of_table.setdefault(table or table_of(line, draft, None), []).append(line)
    grids = {key: grid_of(draft, key) for key in of_table}
    changed = {pipe_rows_leading(grid): with_rows(grid, of_table[key]) for key, grid in grids.items()}
    return written(draft, lambda grid: changed.get(text := pipe_rows_leading(grid), text))
