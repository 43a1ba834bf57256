"""textDocument/codeAction: the fix of a finding, and all safe fixes of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lint.edits import source_edits
from gxlint.lsp.edits import difference, workspace_edit
from gxlint.lsp.features.feature import Feature
from gxlint.lsp.places import Places
from gxlint.lsp.text import Place
from gxlint.reporters.words import say
from gxlint.source import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.lsp.analysis import Analysis, Shown
    from gxlint.lsp.client import Client
    from gxlint.lsp.documents import OpenDocument, Snapshot
    from gxlint.lsp.server import Server

FIX_ALL = "source.fixAll.gxlint"


async def _code_action(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    document = server.documents.get(params.text_document.uri)
    if document is None or not server.client.actions:
        return []
    _leave_what_was_typed(server, document, params.range)
    analysis = await document.analysed()
    if analysis is None or analysis.document is None:
        return []
    actions = []
    if _wanted(types.CodeActionKind.QuickFix, params.context):
        actions += _quick_fixes(server, document, analysis, params)
    if _wanted(FIX_ALL, params.context) and (action := await _fix_all(server, document, analysis, params)):
        actions.append(action)
    return actions


def _leave_what_was_typed(server: Server, document: OpenDocument, asked: types.Range) -> None:
    """Actions are asked for where the caret is: what was typed elsewhere is finished."""
    if document.caret is not None and not asked.start.line <= document.caret[0] <= asked.end.line:
        server.leave(document)


def _wanted(kind: str, context: types.CodeActionContext) -> bool:
    """Whether actions of this kind, or of a more general one, are asked for."""
    if context.only is None:
        return True
    names = (str(getattr(only, "value", only)) for only in context.only)
    return any(kind == name or kind.startswith(f"{name}.") or not name for name in names)


def _quick_fixes(
    server: Server, document: OpenDocument, analysis: Analysis, params: types.CodeActionParams
) -> list[types.CodeAction]:
    columns = server.client.columns
    first, last = (
        document.text.clipped(Place(place.line, place.character), columns)
        for place in (params.range.start, params.range.end)
    )
    starts = analysis.document.source.line_starts if analysis.document else [0]
    start, end = starts[first[0]] + first[1], starts[last[0]] + last[1]
    here = [item for item in analysis.shown if item.start <= end and item.end >= start]
    actions = [
        action for item in here if (action := _quick_fix(server, analysis, item, params.context)) is not None
    ]
    return sorted(actions, key=lambda action: not action.is_preferred)


def _quick_fix(
    server: Server, analysis: Analysis, item: Shown, context: types.CodeActionContext
) -> types.CodeAction | None:
    fix = item.finding.fix if item.finding else None
    if fix is None or analysis.document is None or analysis.places is None:
        return None
    edits = source_edits(analysis.document, fix)
    if edits is None:
        return None
    return types.CodeAction(
        fix.title.render(fix.params, server.settings.lang),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_as_the_client_has_it(item.diagnostic, context.diagnostics)],
        is_preferred=fix.safe or None,
        edit=workspace_edit(server.client, analysis.uri, analysis.version, analysis.places, edits),
    )


def _as_the_client_has_it(
    diagnostic: types.Diagnostic, known: Sequence[types.Diagnostic]
) -> types.Diagnostic:
    for other in known:
        if (other.code, other.range) == (diagnostic.code, diagnostic.range):
            return other
    return diagnostic


async def _fix_all(
    server: Server, document: OpenDocument, analysis: Analysis, params: types.CodeActionParams
) -> types.CodeAction | None:
    if not any(_safe(analysis)):
        return None
    action = types.CodeAction(
        say(server.settings.lang, "改正全部有把握的问题", "Fix all that can be fixed safely"), kind=FIX_ALL
    )
    if server.client.resolves:
        action.data = {"uri": document.uri}
        return action
    # To find out takes time: not for a client that asks by itself, whenever the caret moves.
    if params.context.trigger_kind is types.CodeActionTriggerKind.Automatic:
        return None
    action.edit = await edit_of_all(server, document.snapshot)
    return action if action.edit is not None else None


async def edit_of_all(server: Server, snapshot: Snapshot) -> types.WorkspaceEdit | None:
    """What ``gxlint check --fix`` would change; none where that is nothing."""
    after = await server.fixed(snapshot)
    before = str(snapshot.text)
    if after is None or after == before:
        return None
    places = Places(SourceText(before), server.client.columns)
    edits = difference(snapshot.text, after)
    return workspace_edit(server.client, snapshot.uri, snapshot.version, places, edits)


def _safe(analysis: Analysis) -> Iterator[bool]:
    for item in analysis.shown:
        fix = item.finding.fix if item.finding else None
        yield fix is not None and fix.safe


def _announce(capabilities: types.ServerCapabilities, client: Client) -> None:
    if client.actions:
        capabilities.code_action_provider = types.CodeActionOptions(
            code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=client.resolves
        )


FEATURE = Feature(types.TEXT_DOCUMENT_CODE_ACTION, _code_action, _announce)
