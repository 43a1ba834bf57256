"""The least a language server can do: ten diagnostics for whatever it is shown. What ours is held against."""

from lsprotocol import types
from pygls.lsp.server import LanguageServer

_CANNED = [
    types.Diagnostic(
        types.Range(types.Position(line, 0), types.Position(line, 4)),
        "总计 30 ≠ 各列之和 31(自然人 31)",
        severity=types.DiagnosticSeverity.Error,
        code="CN305",
        source="trivial",
    )
    for line in range(10)
]

server = LanguageServer("trivial", "1")


def _publish(uri: str, version: int) -> None:
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, _CANNED, version))


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def _did_open(params: types.DidOpenTextDocumentParams) -> None:
    _publish(params.text_document.uri, params.text_document.version)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def _did_change(params: types.DidChangeTextDocumentParams) -> None:
    _publish(params.text_document.uri, params.text_document.version)


if __name__ == "__main__":
    server.start_io()
