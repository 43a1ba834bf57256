"""textDocument/codeAction: what can be done at a place of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.actions import ACTIONS
from gxlint.lsp.actions.action import Asked
from gxlint.lsp.edits import workspace_edit
from gxlint.lsp.features.feature import Feature
from gxlint.lsp.text import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gxlint.lsp.actions.action import Action, Offer
    from gxlint.lsp.client import Client
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.server import Server


async def _code_action(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    document = server.documents.get(params.text_document.uri)
    if document is None or not server.client.actions:
        return []
    _leave_what_was_typed(server, document, params.range)
    if await document.analysed() is None or (asked := _asked(server, document, params)) is None:
        return []
    offered = [
        (offer, made)
        for action in ACTIONS
        if any(_wanted(kind, params.context) for kind in action.kinds)
        for offer in action.provide(asked)
        if _wanted(offer.kind, params.context)
        if (made := await _made(asked, action, offer)) is not None
    ]
    return [made for _, made in sorted(offered, key=lambda pair: not pair[0].preferred)]


def _leave_what_was_typed(server: Server, document: OpenDocument, asked: types.Range) -> None:
    """Actions are asked for where the caret is: what was typed elsewhere is finished."""
    if document.caret is not None and not asked.start.line <= document.caret[0] <= asked.end.line:
        server.leave(document)


def _asked(server: Server, document: OpenDocument, params: types.CodeActionParams) -> Asked | None:
    analysis = document.current
    if analysis is None or analysis.document is None:
        return None
    (first, begin), (last, end) = (
        document.text.clipped(Place(place.line, place.character), server.client.columns)
        for place in (params.range.start, params.range.end)
    )
    starts = analysis.document.source.line_starts
    return Asked(
        server,
        document,
        analysis,
        analysis.document,
        starts[first] + begin,
        starts[last] + end,
        params.context,
    )


def _wanted(kind: str, context: types.CodeActionContext) -> bool:
    """Whether actions of this kind, or of a more general one, are asked for."""
    if context.only is None:
        return True
    names = (str(getattr(only, "value", only)) for only in context.only)
    return any(kind == name or kind.startswith(f"{name}.") or not name for name in names)


async def _made(asked: Asked, action: Action, offer: Offer) -> types.CodeAction | None:
    """The offer in the protocol's words; none where it comes to nothing."""
    made = types.CodeAction(
        offer.title,
        kind=offer.kind,
        diagnostics=[
            _as_the_client_has_it(item.diagnostic, asked.context.diagnostics) for item in offer.shown
        ]
        or None,
        is_preferred=offer.preferred or None,
        edit=offer.edit,
        command=offer.command,
    )
    analysis, client = asked.analysis, asked.server.client
    if offer.edits and analysis.places is not None:
        made.edit = workspace_edit(client, analysis.uri, analysis.version, analysis.places, offer.edits)
    if not offer.later or action.resolve is None:
        return made
    if client.resolves:
        made.data = {"uri": analysis.uri}
        return made
    # To find out takes time: not for a client that asks by itself, whenever the caret moves.
    if asked.context.trigger_kind is types.CodeActionTriggerKind.Automatic:
        return None
    made.edit = await action.resolve(asked.server, asked.document)
    return made if made.edit is not None else None


def _as_the_client_has_it(
    diagnostic: types.Diagnostic, known: Sequence[types.Diagnostic]
) -> types.Diagnostic:
    for other in known:
        if (other.code, other.range) == (diagnostic.code, diagnostic.range):
            return other
    return diagnostic


def _announce(capabilities: types.ServerCapabilities, client: Client) -> None:
    if client.actions:
        kinds = dict.fromkeys(kind for action in ACTIONS for kind in action.kinds)
        capabilities.code_action_provider = types.CodeActionOptions(
            code_action_kinds=list(kinds), resolve_provider=client.resolves
        )


FEATURE = Feature(types.TEXT_DOCUMENT_CODE_ACTION, _code_action, _announce)
