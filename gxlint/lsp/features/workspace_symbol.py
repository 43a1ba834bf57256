"""workspace/symbol: reports, their parts and their tables by name, in all folders."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.workspace.folders import path_key
from gxlint.lsp.workspace.symbols import matching, symbols_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server
    from gxlint.lsp.workspace.symbols import Symbol

# Who looks for something types on rather than read more than so many names.
_MOST = 500
# For so many seconds an answer may wait for files that have not been looked at yet.
_PATIENCE = 2.0


async def _workspace_symbol(
    server: Server, params: types.WorkspaceSymbolParams
) -> list[types.SymbolInformation]:
    if any(server.folders) and server.settings.workspace is not False:
        with suppress(TimeoutError):
            await asyncio.wait_for(server.survey.complete.wait(), _PATIENCE)
    # What a report is called comes before what is in it.
    found = sorted(_found(server, params.query), key=lambda symbol: symbol.kind is not types.SymbolKind.File)
    return found[:_MOST]


def _found(server: Server, query: str) -> Iterator[types.SymbolInformation]:
    open_ones = set()
    for document in server.documents:
        open_ones.add(path_key(document.path))
        if (analysis := document.latest) is not None:
            yield from _shown(server, document.uri, document.path, symbols_of(analysis), query)
    for key, known in server.survey.known.items():
        if key not in open_ones:
            yield from _shown(server, known.uri, known.path, known.symbols, query)


def _shown(
    server: Server, uri: str, path: str, symbols: tuple[Symbol, ...], query: str
) -> Iterator[types.SymbolInformation]:
    folder = server.folders.of(path)
    name = os.path.relpath(path, folder.path) if folder is not None else os.path.basename(path)
    for symbol in matching(symbols, query):
        yield types.SymbolInformation(
            types.Location(uri, symbol.range),
            symbol.name,
            symbol.kind,
            container_name=name.replace(os.sep, "/"),
        )


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.workspace_symbol_provider = True


FEATURE = Feature(types.WORKSPACE_SYMBOL, _workspace_symbol, _announce)
