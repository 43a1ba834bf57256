"""textDocument/diagnostic: what is wrong with a document, for clients that ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import to_fs_path

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.server import Server


async def _diagnostic(
    server: Server, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    document = server.documents.get(params.text_document.uri)
    if document is not None and params.previous_result_id is not None and server.waits(document):
        return types.RelatedUnchangedDocumentDiagnosticReport(params.previous_result_id)
    items = await (_of_file(server, params.text_document.uri) if document is None else _of(server, document))
    result_id = server.result_id(items)
    if result_id == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id)
    return types.RelatedFullDocumentDiagnosticReport(items, result_id=result_id)


async def _of(server: Server, document: OpenDocument) -> list[types.Diagnostic]:
    analysis = await document.analysed()
    return server.visible(document, analysis) if analysis is not None else []


async def _of_file(server: Server, uri: str) -> list[types.Diagnostic]:
    """Who asks for whole folders asks once more when a document has been closed, and then its file counts."""
    path = to_fs_path(uri) if uri.startswith("file:") and server.pushing.is_asked else None
    return await server.survey.items_of(path) if path else []


def _announce(capabilities: types.ServerCapabilities, client: Client) -> None:
    # Who does not ask is sent them; who asks is not.
    if client.pulls:
        capabilities.diagnostic_provider = types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier="gxlint"
        )


FEATURE = Feature(types.TEXT_DOCUMENT_DIAGNOSTIC, _diagnostic, _announce)
