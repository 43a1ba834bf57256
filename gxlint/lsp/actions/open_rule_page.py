"""Read the page of the rule behind a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.actions.action import Action, Offer
from gxlint.lsp.actions.quick_fix import QUICK_FIX
from gxlint.lsp.commands import OPEN_RULE
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.actions.action import Asked


def _provide(asked: Asked) -> Iterator[Offer]:
    told = set()
    for item in asked.shown():
        rule = item.finding.rule if item.finding is not None else None
        if rule is None or rule.code in told:
            continue
        told.add(rule.code)
        title = say(asked.lang, "查看 {code} 的说明和依据", "Read about {code}", code=rule.code)
        command = types.Command(title, OPEN_RULE, arguments=[rule.code])
        yield Offer(title, QUICK_FIX, command=command, shown=(item,))


ACTION = Action((QUICK_FIX,), _provide)
