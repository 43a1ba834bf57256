"""initialize: who the client is, and what it can have."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import to_fs_path

from gxlint.lsp.client import client_of
from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


def _initialize(server: Server, params: types.InitializeParams) -> types.InitializeResult:
    client = client_of(params.capabilities)
    server.know(client, _root(params))
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


def _root(params: types.InitializeParams) -> str:
    """The folder that what has not been saved yet counts as lying in."""
    folders = params.workspace_folders or ()
    uri = folders[0].uri if folders else params.root_uri
    return (to_fs_path(uri) if uri else None) or params.root_path or ""


FEATURE = Feature(types.INITIALIZE, _initialize)
