"""Accept a finding: in the configuration, or by a mark in a draft. The reason is left to the user."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.lsp.actions.action import Action, Offer
from gxlint.lsp.actions.quick_fix import QUICK_FIX
from gxlint.lsp.interest import LANGUAGE
from gxlint.lsp.workspace.configuration import configuration_for
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.actions.action import Asked
    from gxlint.lsp.analysis import Shown
    from gxlint.rules import Finding

_DRAFTS = (LANGUAGE, "markdown")
_DRAFT_ENDINGS = (".md", ".markdown", ".gxr.txt")


def _provide(asked: Asked) -> Iterator[Offer]:
    from gxlint.lint.acceptance.proposing import acceptable

    for item in asked.shown():
        if item.finding is not None and acceptable(item.finding):
            yield from _offers(asked, item, item.finding)


def _offers(asked: Asked, item: Shown, finding: Finding) -> Iterator[Offer]:
    from gxlint.lint.acceptance.adding import with_entry
    from gxlint.lint.acceptance.baseline import relative
    from gxlint.lint.acceptance.proposing import entry_for, mark_for

    reason = say(asked.lang, "(请写明理由)", "(state the reason)")
    code = finding.rule.code
    if _is_draft(asked) and (edit := mark_for(finding, asked.read, reason)) is not None:
        title = say(asked.lang, "接受 {code}:在行末作标记", "Accept {code} by a mark on this line", code=code)
        yield Offer(title, QUICK_FIX, (edit,), shown=(item,))
    report, path = asked.analysis.report, asked.document.path
    if report is None or not asked.document.is_file:
        return  # of a document that has no name yet nothing can be said elsewhere
    configuration = configuration_for(asked.server, path)
    if configuration is None:
        return
    entry = entry_for(finding, report, relative(path, configuration.folder), reason)
    added = with_entry(configuration.text, configuration.under, entry)
    if added is not None:
        file = os.path.basename(configuration.path)
        title = say(asked.lang, "接受 {code}:写入 {file}", "Accept {code} in {file}", code=code, file=file)
        yield Offer(title, QUICK_FIX, edit=configuration.edit(asked.server, [added]), shown=(item,))


def _is_draft(asked: Asked) -> bool:
    """Whether marks have a place in it: a published report carries none."""
    document = asked.document
    return document.language in _DRAFTS or document.path.lower().endswith(_DRAFT_ENDINGS)


ACTION = Action((QUICK_FIX,), _provide)
