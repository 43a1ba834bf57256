"""Editors: clients of a real server process, with the capabilities of well-known ones."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from lsprotocol import converters, types
from pytest_lsp import ClientServerConfig, LanguageClient

from gxlint.lsp.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SERVER = ClientServerConfig(server_command=[sys.executable, "-m", "gxlint", "server"])
_PATIENCE = 60.0
_CONVERTER = converters.get_converter()


class Editor:
    """A client that has opened some documents, and what it shows of them."""

    def __init__(self, client: LanguageClient, result: types.InitializeResult) -> None:
        self.client = client
        encoding = result.capabilities.position_encoding
        self.encoding = str(getattr(encoding, "value", encoding))
        self.pulls = result.capabilities.diagnostic_provider is not None
        self.published: dict[str, list[types.PublishDiagnosticsParams]] = {}
        client.feature(
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS
        )  # pytest-lsp keeps the last; all are wanted here
        client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = self._keep

    def open(self, uri: str, text: str, language: str = "gxreport", version: int = 1) -> None:
        item = types.TextDocumentItem(uri, language, version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, version: int, *changes: types.TextDocumentContentChangeEvent) -> None:
        document = types.VersionedTextDocumentIdentifier(version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [*changes]))

    def close(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def diagnostics(self, uri: str, version: int = 1) -> list[types.Diagnostic]:
        """Those of a version, in the way the editor gets them."""
        if self.pulls:
            params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
            report = await asyncio.wait_for(self.client.text_document_diagnostic_async(params), _PATIENCE)
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            return [*report.items]
        async with asyncio.timeout(_PATIENCE):
            while not (
                found := [item for item in self.published.get(uri, []) if (item.version or 0) >= version]
            ):
                await asyncio.sleep(0.01)
        return [*found[-1].diagnostics]

    def place(self, text: str, position: types.Position) -> tuple[int, int]:
        """A position in UTF-16, whatever the editor counts in."""
        line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[position.line]
        column = COLUMNS[self.encoding].inward(line, position.character)
        return position.line, COLUMNS["utf-16"].outward(line[:column])

    def _keep(self, params: types.PublishDiagnosticsParams) -> None:
        self.published.setdefault(params.uri, []).append(params)


@asynccontextmanager
async def editor(
    capabilities: dict[str, Any], folder: Path | None = None, **options: object
) -> AsyncIterator[Editor]:
    """An editor with a server of its own, which ends well."""
    client = await SERVER.start()
    assert isinstance(client, LanguageClient)
    params = types.InitializeParams(
        _CONVERTER.structure(capabilities, types.ClientCapabilities),
        initialization_options=options,
        root_uri=folder.as_uri() if folder is not None else None,
    )
    result = await client.initialize_session(params)
    yield Editor(client, result)
    process = client._server
    await client.shutdown_session()
    await client.stop()  # type: ignore[no-untyped-call]
    assert process is not None
    assert process.returncode == 0
