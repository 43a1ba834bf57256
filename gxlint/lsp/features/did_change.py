"""textDocument/didChange: edits, or the whole text anew."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.quiet import caret_after
from gxlint.lsp.text import Change, Place

if TYPE_CHECKING:
    from gxlint.lsp.server import Server

_log = logging.getLogger(__name__)


def _did_change(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = server.documents.get(params.text_document.uri)
    if document is None:
        _log.warning("a change of a document that is not open: %s", params.text_document.uri)
        return
    changes = [_change(event) for event in params.content_changes]
    before, columns = document.text, server.client.columns
    document.change(params.text_document.version, changes, columns)
    quiet = server.settings.quiet and (server.client.refreshes or not server.client.pulls)
    document.caret = caret_after(changes, before, columns) if quiet else None
    server.changed(document)


def _change(event: types.TextDocumentContentChangeEvent) -> Change:
    if isinstance(event, types.TextDocumentContentChangeWholeDocument):
        return Change(event.text)
    start, end = event.range.start, event.range.end
    return Change(event.text, Place(start.line, start.character), Place(end.line, end.character))


FEATURE = Feature(types.TEXT_DOCUMENT_DID_CHANGE, _did_change)
