"""Zeros for the blank cells of a row, or of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.actions.action import Action, Offer
from gxlint.lsp.actions.tables import REWRITE, row_at, tables_at
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.actions.action import Asked
    from gxlint.model import Report, Table
    from gxlint.readers.edits import SourceEdit

KIND = f"{REWRITE}.fillBlanks"


def _provide(asked: Asked) -> Iterator[Offer]:
    report = asked.analysis.report
    if report is None:
        return
    offered: set[tuple[SourceEdit, ...]] = {()}
    for table in tables_at(asked, report):
        for title, edits in _fillings(asked, report, table):
            if tuple(edits) not in offered:  # a row may be all that is blank in its table
                offered.add(tuple(edits))
                yield Offer(f"{title}{say(asked.lang, '({n} 格)', ' ({n})', n=len(edits))}", KIND, edits)


def _fillings(asked: Asked, report: Report, table: Table) -> Iterator[tuple[str, list[SourceEdit]]]:
    """For the row, for those rows of the table in which something stands already, and for all of them."""
    from gxlint.formatting.filling import zeros

    row, rows, name = row_at(asked, report, table), list(table.rows.values()), table.form.name
    if row is not None:
        label = table.form.short_label(row.key)
        zh, en = "“{label}”行的空白格填 0", "Fill the blank cells of row “{label}” with 0"
        yield say(asked.lang, zh, en, label=label), zeros(report, table, [row], "all")
    zh, en = "{name}已填各行的空白格填 0", "Fill the blank cells of {name} with 0 where rows hold numbers"
    yield say(asked.lang, zh, en, name=name), zeros(report, table, rows)
    zh, en = "{name}全部空白格填 0", "Fill all blank cells of {name} with 0"
    yield say(asked.lang, zh, en, name=name), zeros(report, table, rows, "all")


ACTION = Action((KIND,), _provide)
