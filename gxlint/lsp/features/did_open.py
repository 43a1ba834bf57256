"""textDocument/didOpen: from now on the client's text counts, not the file's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


def _did_open(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    server.opened(server.documents.open(item.uri, item.language_id, item.version, item.text))


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.text_document_sync = types.TextDocumentSyncOptions(
        open_close=True, change=types.TextDocumentSyncKind.Incremental
    )


FEATURE = Feature(types.TEXT_DOCUMENT_DID_OPEN, _did_open, _announce)
