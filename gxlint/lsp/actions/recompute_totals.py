"""The totals of a table worked out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.actions.action import Action, Offer
from gxlint.lsp.actions.tables import REWRITE, tables_at
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.actions.action import Asked

KIND = f"{REWRITE}.recomputeTotals"


def _provide(asked: Asked) -> Iterator[Offer]:
    report = asked.analysis.report
    if report is None:
        return
    from gxlint.formatting.totals import recomputed

    for table in tables_at(asked, report):
        if edits := recomputed(report, table):
            title = say(
                asked.lang,
                "重算{table}的合计({n} 格)",
                "Work out the totals of {table} anew ({n})",
                table=table.form.name,
                n=len(edits),
            )
            yield Offer(title, KIND, edits)


ACTION = Action((KIND,), _provide)
