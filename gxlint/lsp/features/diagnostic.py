"""textDocument/diagnostic: what is wrong with a document, for clients that ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server


async def _diagnostic(
    server: Server, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    document = server.documents.get(params.text_document.uri)
    analysis = await document.analysed() if document is not None else None
    items = server.visible(document, analysis) if document is not None and analysis is not None else []
    result_id = server.result_id(items)
    if result_id == params.previous_result_id:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id)
    return types.RelatedFullDocumentDiagnosticReport(items, result_id=result_id)


def _announce(capabilities: types.ServerCapabilities, client: Client) -> None:
    # Who does not ask is sent them; who asks is not.
    if client.pulls:
        capabilities.diagnostic_provider = types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier="gxlint"
        )


FEATURE = Feature(types.TEXT_DOCUMENT_DIAGNOSTIC, _diagnostic, _announce)
