"""textDocument/foldingRange: sections, what stands under their headings, tables, and what belongs to the page alone."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.reading import analysed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.client import Client
    from gxlint.lsp.reading import Reading
    from gxlint.lsp.server import Server
    from gxlint.model import Section


class _Fold(NamedTuple):
    """The first and the last line of something, and what it is."""

    first: int
    last: int
    kind: types.FoldingRangeKind = types.FoldingRangeKind.Region


async def _folding_range(server: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
    reading = await analysed(server, params.text_document.uri)
    if reading is None:
        return None
    # Of what begins in the same line, editors fold but one thing: the largest.
    folds: dict[int, _Fold] = {}
    for fold in (*_sections(reading), *_tables(reading), *_furniture(reading)):
        if fold.last > fold.first and fold.last > folds.get(fold.first, fold._replace(last=-1)).last:
            folds[fold.first] = fold
    made = [types.FoldingRange(fold.first, fold.last, kind=fold.kind) for _, fold in sorted(folds.items())]
    # Where the client takes only so many, the largest ones.
    most = server.client.folds
    if most is not None and len(made) > most:
        made = sorted(made, key=lambda fold: fold.start_line - fold.end_line)[:most]
    return made


def _sections(reading: Reading) -> Iterator[_Fold]:
    for section in reading.report.sections:
        last = _end(reading, section.span.end)
        yield _Fold(_line(reading, section.heading.span.start), last)
        yield from _subheadings(reading, section, last)


def _subheadings(reading: Reading, section: Section, last: int) -> Iterator[_Fold]:
    """Each heading inside a section, up to the next one that is not inside it."""
    headings = section.subheadings
    for index, heading in enumerate(headings):
        following = (other for other in headings[index + 1 :] if other.level <= heading.level)
        beyond = next(following, None)
        end = _end(reading, beyond.span.start) if beyond is not None else last
        yield _Fold(_line(reading, heading.span.start), end)


def _tables(reading: Reading) -> Iterator[_Fold]:
    """Each table, as far as the section goes in which it begins: some of its rows may come again elsewhere."""
    for table in reading.report.tables.values():
        start, end = table.span
        around = (section.span.end for section in reading.report.sections if section.span.covers(start))
        yield _Fold(_line(reading, start), _end(reading, min((end, *around))))


def _furniture(reading: Reading) -> Iterator[_Fold]:
    """Lines of the page that follow one another."""
    spans = sorted(paragraph.span for paragraph in reading.report.furniture)
    places = [(_line(reading, start), _line(reading, end)) for start, end in spans]
    first = places[0][0] if places else 0
    for (_, end), (begin, _) in pairwise([*places, (-1, -1)]):
        if begin < 0 or any(map(reading.document.text.body, range(end + 1, begin))):
            yield _Fold(first, end, types.FoldingRangeKind.Comment)
            first = begin


def _line(reading: Reading, offset: int) -> int:
    document = reading.report.document
    return document.source.line_of(document.view.source_offset(offset))


def _end(reading: Reading, offset: int) -> int:
    """The last line before a place in which something stands."""
    document = reading.report.document
    text = document.text[:offset].rstrip()
    return document.source.line_of(document.view.source_end(len(text)))


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.folding_range_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_FOLDING_RANGE, _folding_range, _announce)
