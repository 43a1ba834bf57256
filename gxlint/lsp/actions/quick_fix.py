"""The fix of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lint.edits import source_edits
from gxlint.lsp.actions.action import Action, Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.actions.action import Asked

QUICK_FIX = types.CodeActionKind.QuickFix.value


def _provide(asked: Asked) -> Iterator[Offer]:
    for item in asked.shown():
        fix = item.finding.fix if item.finding else None
        edits = source_edits(asked.read, fix) if fix is not None else None
        if fix is None or edits is None:
            continue
        title = fix.title.render(fix.params, asked.lang)
        yield Offer(title, QUICK_FIX, edits, shown=(item,), preferred=fix.safe)


ACTION = Action((QUICK_FIX,), _provide)
