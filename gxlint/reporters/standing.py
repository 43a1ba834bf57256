"""In a few words how a table stands: 平衡, 差 2 处, 1 处未能核对."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.model.sums import balances, number_at, totals
from gxlint.reporters.words import enumeration, say

if TYPE_CHECKING:
    from gxlint.model import Table
    from gxlint.model.sums import Number


def standing(table: Table, findings: int, lang: str) -> str:
    """How a table stands.

    Args:
        table: the table.
        findings: how many there are in it: told where the form demands no sums of it.
        lang: the language.
    """
    if table.blank:
        return say(lang, "未填写", "not filled in")
    if not table.form.identities:
        if not findings:
            return say(lang, "没有问题", "nothing found")
        return say(lang, "{n} 个问题", "{n} finding{s}", n=findings, s="" if findings == 1 else "s")
    gaps = _gaps(table)
    wrong, unknown = sum(bool(gap) for gap in gaps), gaps.count(None)
    said = []
    if wrong:
        said.append(say(lang, "差 {n} 处", "{n} sum{s} off", n=wrong, s="" if wrong == 1 else "s"))
    if unknown:
        said.append(say(lang, "{n} 处未能核对", "{n} not checked", n=unknown))
    return enumeration(said, lang) or say(lang, "平衡", "balanced")


def _gaps(table: Table) -> list[Number | None]:
    """By how much each sum that the form demands is out; none where that cannot be told."""
    found: list[Number | None] = []
    for total in totals(table):
        number = number_at(table, total.address)
        found.append(None if number is None or total.sum is None else round(total.sum - number, 6))
    return [*found, *(gap for balance in balances(table) for _, gap in balance.gaps)]
