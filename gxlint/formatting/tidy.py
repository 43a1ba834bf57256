"""A report's text, tidied: never one that says anything else."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from gxlint.formatting.blocks import Block, block_around, blocks, lines_of
from gxlint.formatting.columns import in_columns
from gxlint.formatting.labels import label_edits
from gxlint.formatting.meaning import Meaning, meaning
from gxlint.model import Report
from gxlint.readers.edits import SourceEdit, apply
from gxlint.source import SourceText

Read: TypeAlias = Callable[[str], Report]
"""Reads a text as the report's own was read."""
Lines: TypeAlias = tuple[int, int]
"""The first and the last line, which is one of them."""

_MOST_ROUNDS = 4
_MOST_LINES = 500  # a longer table is no report's, and would take its time at every bar that is typed


def can_be_tidied(report: Report) -> bool:
    """Whether it is a report at all, and one in plain text or Markdown."""
    return report.document.kind == "text" and report.kind != "other"


def tidied(report: Report, read: Read, lines: Lines | None = None) -> str:
    """The text of a report with tables in columns and labels in official wording.

    Only what leaves the meaning as it is: after each step the text is read again, and what made a difference is taken
    back. The number of lines stays, and to tidy what is tidy changes nothing.

    Args:
        report: what to tidy.
        read: reads the text that comes of it.
        lines: only the tables that these lines touch.
    """
    text = report.document.source.text
    if not can_be_tidied(report):
        return text
    wanted = meaning(report)
    read = _remembering(read)
    for _ in range(_MOST_ROUNDS):
        before = report.document.source.text
        text = _kept(before, _labels(report, lines), read, wanted)
        if text != before:
            report = read(text)
        text = _kept(text, _columns(report, lines), read, wanted)
        if text == before:
            break
        report = read(text)
    return text


def tidied_around(texts: Sequence[str], line: int, *, growing: bool) -> tuple[int, list[str]]:
    """The rows of cells around a line in columns, and the number of the first; for a table that is being written.

    Nothing is known here but the lines themselves, which are given without their line ends.

    Args:
        texts: all lines.
        line: one of the rows.
        growing: whether this one is not finished.
    """
    block = block_around(texts, line)
    if block is None or block.last - block.first > _MOST_LINES:
        return line, []
    rows = texts[block.first : block.last]
    return block.first, in_columns(rows, growing=line - block.first if growing else None)


def _columns(report: Report, lines: Lines | None) -> Iterator[tuple[SourceEdit, ...]]:
    """For each table that is not in columns yet, the edits that put it so."""
    touched = _touched(report, lines)
    for block in blocks(report):
        if not touched.isdisjoint(range(block.first, block.last)) and (
            edits := tuple(_changes(report.document.source, block))
        ):
            yield edits


def _changes(source: SourceText, block: Block) -> Iterator[SourceEdit]:
    texts = [source.line_text(line) for line in range(block.first, block.last)]
    for line, old, new in zip(
        range(block.first, block.last), texts, in_columns(texts, block.figures), strict=True
    ):
        if old != new:
            yield SourceEdit(*source.line_bounds(line), new)


def _labels(report: Report, lines: Lines | None) -> Iterator[tuple[SourceEdit, ...]]:
    """For each label that can be improved in the tables that the lines touch, the edit that does so."""
    touched = _touched(report, lines)
    for edit in dict.fromkeys(label_edits(report)):
        if report.document.source.line_of(edit.start) in touched:
            yield (edit,)


def _touched(report: Report, lines: Lines | None) -> set[int]:
    """The lines asked for, together with all lines of the tables that these touch."""
    last = len(report.document.source.line_starts) - 1
    if lines is None:
        return set(range(last + 1))
    asked = range(max(0, lines[0]), min(last, lines[1]) + 1)
    touched = set(asked)
    for table in report.tables.values():
        if not (own := lines_of(report, table)).isdisjoint(asked):
            touched |= own
    return touched


def _kept(text: str, groups: Iterable[tuple[SourceEdit, ...]], read: Read, wanted: Meaning) -> str:
    """The text after as many of the groups of edits as leave its meaning as it is."""
    kept: list[tuple[SourceEdit, ...]] = []
    pending = [list(groups)]
    while pending:
        batch = pending.pop()
        if not batch:
            continue
        if meaning(read(_edited(text, [*kept, *batch]))) == wanted:
            kept += batch
        elif len(batch) > 1:
            half = len(batch) // 2
            pending += [batch[half:], batch[:half]]
    return _edited(text, kept)


def _remembering(read: Read) -> Read:
    """The same, but what was read last is not read again."""
    last: dict[str, Report] = {}

    def read_once(text: str) -> Report:
        if text not in last:
            last.clear()
            last[text] = read(text)
        return last[text]

    return read_once


def _edited(text: str, groups: Iterable[tuple[SourceEdit, ...]]) -> str:
    return apply(text, (edit for edits in groups for edit in edits))
