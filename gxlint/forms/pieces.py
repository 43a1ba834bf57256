"""The blank report piece by piece, before it is written in any layout."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from gxlint.formats import Advice, Format, SectionForm, TableForm
from gxlint.forms.grid import Grid, blank_grid, map_cells
from gxlint.forms.wording import BLANK, Filling, in_words, is_for, printed, sentences, title

Kind = Literal["title", "heading", "subheading", "paragraph", "advice", "table", "signature"]
PREAMBLE = "preamble"


class Piece(NamedTuple):
    """A piece of a report; ``grid`` and ``form`` are set for tables only."""

    kind: Kind
    text: str = ""
    grid: Grid | None = None
    form: TableForm | None = None


def blank_report(form: Format, filling: Filling, more: Sequence[Advice] = ()) -> Iterator[Piece]:
    """A whole report, to be filled in.

    Args:
        form: the official format.
        filling: what is known of it already.
        more: advice besides that of the format: what a province asks for.
    """
    advice = (*form.advice, *more)
    yield Piece("title", title(form, filling))
    yield from _prose(form, PREAMBLE, filling, advice)
    for section in form.sections:
        yield from section_pieces(form, section, filling, more)
    yield Piece("signature", filling.organisation or BLANK)
    yield Piece("signature", f"{filling.year + 1}年__月__日")


def section_pieces(
    form: Format, section: SectionForm, filling: Filling, more: Sequence[Advice] = ()
) -> Iterator[Piece]:
    """One of the numbered parts: heading, advice, subheadings and sentences, table."""
    advice = (*form.advice, *more)
    yield Piece("heading", printed(section.title))
    yield from _prose(form, section.key, filling, advice)
    for index, aspect in enumerate(section.aspects, 1):
        yield Piece("subheading", f"（{in_words(index)}）{printed(aspect.title)}")
        yield from _prose(form, f"{section.key}.{aspect.key}", filling, advice)
    if section.table is not None:
        yield table_piece(form.table_forms[section.table])


def table_piece(table: TableForm) -> Piece:
    """A table in which no figure stands yet."""
    return Piece("table", grid=map_cells(blank_grid(table), lambda cell: printed(cell.text)), form=table)


def _prose(form: Format, place: str, filling: Filling, advice: Iterable[Advice]) -> Iterator[Piece]:
    for item in advice:
        if item.section == place and is_for(item.levels, filling.level):
            yield Piece("advice", f"{item.text}（{item.law}）" if item.law else item.text)
    said = list(sentences(form, place, filling))
    if place == PREAMBLE and said:  # one paragraph, as reports have it
        said = ["".join(said)]
    for text in said:
        yield Piece("paragraph", text)
