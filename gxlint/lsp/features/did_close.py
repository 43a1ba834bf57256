"""textDocument/didClose: the file counts again, of which nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


def _did_close(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.closed(params.text_document.uri)


FEATURE = Feature(types.TEXT_DOCUMENT_DID_CLOSE, _did_close)
