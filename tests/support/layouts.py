"""Every layout a report comes in: one table of functions from a draft to a text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Literal

from gxlint.forms.grid import Grid, GridCell, map_cells
from gxlint.testing.bars import pipe_rows, pipe_rows_leading
from gxlint.testing.forms import Draft
from gxlint.testing.pages import Part, written
from tests.support import disguises, html_pages, pdf_tables, text_tables

Render = Callable[[Draft], str]
TableHand = Callable[[Grid], str]


@dataclass(frozen=True)
class Layout:
    """A way to write a report.

    ``promise``: ``exact`` where every cell can be told, ``partial`` where a reader may leave cells out but
    must not get one wrong. ``blanks`` says whether a blank cell can be seen, ``limit`` the largest figure
    that keeps the layout readable.
    """

    name: str
    render: Render
    promise: Literal["exact", "partial"] = "exact"
    blanks: bool = True
    limit: int | None = None
    kind: Literal["text", "html"] = "text"


def _text(table: TableHand) -> Render:
    return lambda draft: written(draft, table)


def _cells(change: Callable[[GridCell], str], table: TableHand) -> Render:
    return lambda draft: written(draft, lambda grid: table(map_cells(grid, change)))


def _after(change: Callable[[str], str], render: Render) -> Render:
    return lambda draft: change(render(draft))


def _paragraphs(table: TableHand) -> Render:
    return lambda draft: written(draft, table, gap="\n\n")


def _one_line(table: TableHand, gap: str = " ") -> Render:
    return lambda draft: gap.join(written(draft, table, gap=gap).split("\n"))


def _markdown_prose(part: Part) -> str:
    mark = {"title": "# ", "heading": "## ", "subheading": "### "}.get(part.kind, "")
    return f"{mark}{part.text}\n" if part.kind != "table" else part.text


def _pdf_prose(part: Part) -> str:
    if part.kind == "title":
        return (
            part.text.replace("市人民政府", "市人民政府\n")
            .replace("财政局", "财政局\n")
            .replace("镇人民政府", "镇人民政府\n")
        )
    start = "  " + disguises.spaced_digits(part.text)
    return "\n".join(pdf_tables.pieces(start, 28))


def _pdf(table: TableHand) -> Render:
    return lambda draft: written(draft, table, prose=_pdf_prose)


def _html(table: TableHand, prose: Callable[[Part], str] = html_pages.paragraph) -> Render:
    return lambda draft: html_pages.page(written(draft, table, prose=prose), draft.title)


def _dropping(table: TableHand) -> Render:
    return lambda draft: written(draft, lambda grid: table(text_tables.without_blanks(grid)))


def _mirror(draft: Draft) -> str:
    text = disguises.furniture(written(draft, text_tables.cell_lines_piped), draft)
    return disguises.windows_lines(disguises.traditional(text))


def _plain() -> Iterator[Layout]:
    yield Layout("pipe_rows", _text(pipe_rows))
    yield Layout("pipe_rows_padded", _text(text_tables.pipe_rows_padded))
    yield Layout("pipe_rows_no_trailing", _text(text_tables.pipe_rows_no_trailing), blanks=False)
    yield Layout("pipe_rows_leading", _text(pipe_rows_leading))
    yield Layout("pipe_rows_tight", _text(text_tables.pipe_rows_tight))
    yield Layout("pipe_rows_split_cells", _text(text_tables.pipe_rows_split_cells), blanks=False)
    yield Layout("pipe_rows_split_lines", _text(text_tables.pipe_rows_split_lines))
    yield Layout("boxed", _text(text_tables.boxed))
    yield Layout("cell_lines_piped", _text(text_tables.cell_lines_piped))
    yield Layout("cell_lines_piped_broken", _text(text_tables.cell_lines_piped_broken))
    yield Layout("cell_lines_blank", _paragraphs(text_tables.cell_lines_blank), blanks=False)
    yield Layout("cell_lines_dense", _text(text_tables.cell_lines_dense), blanks=False)
    yield Layout("cell_lines_indented", _paragraphs(text_tables.cell_lines_indented), blanks=False)
    yield Layout("cell_lines_split", _paragraphs(text_tables.cell_lines_split), blanks=False)
    yield Layout("tabs", _text(text_tables.tabs))
    yield Layout("tabs_expanded", _text(text_tables.tabs_expanded))


def _marked_up() -> Iterator[Layout]:
    yield Layout("markdown", lambda draft: written(draft, text_tables.markdown, prose=_markdown_prose))
    yield Layout("markdown_plain", _paragraphs(text_tables.markdown))
    yield Layout("markdown_repeated", _paragraphs(text_tables.markdown_repeated), "partial")
    yield Layout("markdown_small_tables", _paragraphs(text_tables.small_tables))
    yield Layout("html", _html(html_pages.table), kind="html")
    yield Layout("html_flat", _html(html_pages.flat_table), kind="html")
    yield Layout("html_half_flat", _html(html_pages.half_flat_table, html_pages.broken_lines), kind="html")
    yield Layout("html_word", _html(html_pages.word_table), kind="html")
    yield Layout("html_furniture", html_pages.with_furniture, kind="html")
    yield Layout("html_nested", html_pages.nested, kind="html")


def _extracted() -> Iterator[Layout]:
    aligned = pdf_tables.aligned
    centred = partial(aligned, figures=pdf_tables.figures_centred, repeat_head=False)
    yield Layout("spaces_columns", _pdf(aligned), blanks=False)
    yield Layout("spaces_columns_wide", _pdf(partial(aligned, wide=True, repeat_head=False)), blanks=False)
    yield Layout("spaces_columns_centred", _pdf(centred), blanks=False)
    yield Layout("pdf_flow", _pdf(pdf_tables.flow), blanks=False)
    yield Layout("cut_labels", _text(text_tables.figures_behind_cut_labels), blanks=False)
    yield Layout("cut_labels_first", _text(text_tables.figures_beside_cut_labels), blanks=False)
    yield Layout("one_line", _one_line(text_tables.spaced), blanks=False)
    yield Layout("one_line_wrapped", _after(disguises.wrapped, _text(text_tables.spaced)), blanks=False)
    yield Layout("one_line_pipes", _one_line(text_tables.piped_run))
    yield Layout("glued", _text(text_tables.glued), blanks=False, limit=9)
    yield Layout("row_breaks_lost", _text(text_tables.piped_run))
    yield Layout("row_breaks_lost_spaces", _text(text_tables.spaced), blanks=False)
    yield Layout("row_breaks_lost_padded", _text(text_tables.piped_run_padded))
    yield Layout("row_breaks_moved", _text(text_tables.moved_breaks), blanks=False)


def _disguised() -> Iterator[Layout]:
    rows, cells = _text(pipe_rows), _text(text_tables.cell_lines_piped)
    dense = _text(text_tables.cell_lines_dense)
    yield Layout("full_width", _after(disguises.full_width, rows))
    yield Layout("full_width_digits", _after(disguises.full_width_digits, cells))
    yield Layout("traditional", _after(disguises.traditional, rows))
    yield Layout("mirror", _mirror)
    yield Layout("windows_lines", _after(disguises.windows_lines, cells))
    yield Layout("old_mac_lines", _after(disguises.old_mac_lines, dense), blanks=False)
    yield Layout("soft_breaks", _after(disguises.soft_breaks, _cells(disguises.soft_labels, pipe_rows)))
    yield Layout(
        "soft_breaks_dense", _cells(disguises.soft_labels, text_tables.cell_lines_dense), blanks=False
    )
    yield Layout("invisible", _cells(disguises.invisible, pipe_rows))
    yield Layout(
        "invisible_cell_lines", _cells(disguises.invisible, text_tables.cell_lines_dense), blanks=False
    )
    yield Layout("spaced_digits", _after(disguises.spaced_digits, rows))
    yield Layout("loose_labels", _cells(disguises.loose, text_tables.pipe_rows_padded))
    yield Layout("loose_labels_dense", _cells(disguises.loose, text_tables.cell_lines_dense), blanks=False)
    yield Layout("thousands", _cells(disguises.thousands, pipe_rows))
    yield Layout("indented", _after(disguises.indented, cells))
    yield Layout("furniture", lambda draft: disguises.furniture(rows(draft), draft))


def _damaged() -> Iterator[Layout]:
    yield Layout("dropped_blanks", _dropping(pipe_rows), "partial")
    yield Layout("dropped_blanks_cell_lines", _dropping(text_tables.cell_lines_dense), "partial")
    yield Layout("dropped_blanks_tabs", _dropping(text_tables.tabs), "partial")
    yield Layout("dropped_blanks_columns", _pdf(pdf_tables.aligned), "partial")
    yield Layout("dropped_blanks_one_line", _one_line(text_tables.spaced), "partial")
    yield Layout("cell_lines_empty", _text(text_tables.cell_lines_empty), "partial")
    yield Layout("commas", _text(text_tables.commas), "partial")
    yield Layout("detached_labels", _paragraphs(text_tables.detached_labels), "partial")
    yield Layout("columns_downwards", _pdf(pdf_tables.columns_downwards), "partial", blanks=False)
    yield Layout("glued_long", _text(text_tables.glued), "partial", blanks=False)


LAYOUTS: tuple[Layout, ...] = (*_plain(), *_marked_up(), *_extracted(), *_disguised(), *_damaged())
BY_NAME = {layout.name: layout for layout in LAYOUTS}
