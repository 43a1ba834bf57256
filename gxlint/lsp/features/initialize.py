"""initialize: who the client is, and what it can have."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import from_fs_path

from gxlint.lsp.client import client_of
from gxlint.lsp.features.feature import Feature
from gxlint.lsp.workspace.folders import Folders

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


def _initialize(server: Server, params: types.InitializeParams) -> types.InitializeResult:
    client = client_of(params.capabilities)
    server.know(client, _folders(params))
    server.protocol.client_capabilities = params.capabilities
    server.protocol.stage = "ready"
    # Once this is answered: what follows may take a while, or say something.
    loop = asyncio.get_running_loop()
    loop.call_soon(server.begin_with, params.initialization_options)
    loop.call_soon(server.prepare)
    capabilities = types.ServerCapabilities(position_encoding=client.encoding)
    for feature in server.features:
        feature.announce(capabilities, client)
    return types.InitializeResult(capabilities, server.protocol.server_info)


def _folders(params: types.InitializeParams) -> Folders:
    """The folders that the client works in."""
    if params.workspace_folders:
        return Folders.of_uris(folder.uri for folder in params.workspace_folders)
    uri = params.root_uri or (from_fs_path(params.root_path) if params.root_path else None)
    return Folders.of_uris([uri] if uri else [])


FEATURE = Feature(types.INITIALIZE, _initialize)
