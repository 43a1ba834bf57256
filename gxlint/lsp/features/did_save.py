"""textDocument/didSave: a document as it is to be, or, from an editor that watches no files, a configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


def _did_save(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    if (document := server.documents.get(params.text_document.uri)) is not None:
        server.saved(document)
    if not server.client.watches:
        server.watching.changed([params.text_document.uri])


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    sync = capabilities.text_document_sync
    assert isinstance(sync, types.TextDocumentSyncOptions)
    sync.save = types.SaveOptions(include_text=False)


FEATURE = Feature(types.TEXT_DOCUMENT_DID_SAVE, _did_save, _announce)
