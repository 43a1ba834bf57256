"""The text of a report with the findings marked in it, and its tables with their sums."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from gxlint.forms.markup import Markup, tag
from gxlint.reporters.detail import Passage
from gxlint.reporters.html.findings import Anchors, notes, worst
from gxlint.reporters.html.markup import jump
from gxlint.reporters.html.tables import table_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.reporters import RunInfo
    from gxlint.reporters.detail import Detail, Mark
    from gxlint.reporters.record import FileRecord


def placed(detail: Detail) -> frozenset[int]:
    """The findings that have a place in what is shown."""
    found: set[int] = set()
    for piece in detail.pieces:
        if isinstance(piece, Passage):
            found.update(mark.finding for mark in piece.marks)
        else:
            found.update(piece.all_findings())
    return frozenset(found)


def text_markup(record: FileRecord, detail: Detail, run: RunInfo, anchors: Anchors) -> Iterator[Markup]:
    """Passage by passage, table by table."""
    for piece in detail.pieces:
        if isinstance(piece, Passage):
            yield _passage(record, piece, run, anchors)
        else:
            yield table_markup(record, piece, run, anchors)


def _passage(record: FileRecord, passage: Passage, run: RunInfo, anchors: Anchors) -> Markup:
    beside = notes(record, [mark.finding for mark in passage.marks], run, anchors)
    words = tag("p", *_marked(record, passage, anchors))
    bare = "" if beside else " bare"
    return tag("div", words, beside, class_=f"piece {passage.kind}{bare}")


def _marked(record: FileRecord, passage: Passage, anchors: Anchors) -> Iterator[Markup | str]:
    """The text in stretches over each of which the same findings hold."""
    edges = sorted(
        {0, len(passage.text), *(edge for mark in passage.marks for edge in (mark.start, mark.end))}
    )
    yield from _numbers(record, [mark for mark in passage.marks if mark.end == 0], anchors)
    for start, end in pairwise(edges):
        over = [mark for mark in passage.marks if mark.start <= start and end <= mark.end]
        stretch = passage.text[start:end]
        if over:
            yield tag("mark", stretch, class_=worst(record, [mark.finding for mark in over]))
        else:
            yield stretch
        yield from _numbers(record, [mark for mark in passage.marks if mark.end == end], anchors)


def _numbers(record: FileRecord, marks: list[Mark], anchors: Anchors) -> Iterator[Markup]:
    """The numbers of the findings that end here, each leading to the list."""
    for mark in marks:
        number = mark.finding
        severity = record.diagnostics[number].severity
        yield tag(
            "sup",
            jump(
                anchors.item(number),
                str(number + 1),
                class_=f"number {severity}",
                id=anchors.place(number),
            ),
        )
