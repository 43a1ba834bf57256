"""initialized: the client listens; ask it for the user's settings, and to watch what the rules depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.did_change_configuration import ask_for_settings
from gxlint.lsp.features.did_change_watched_files import WATCHED
from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server

_WATCHING = "gxlint-files"


def _initialized(server: Server, _params: types.InitializedParams) -> None:
    if server.client.watches:
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration(_WATCHING, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.client_register_capability(types.RegistrationParams([registration]))
    if server.client.configures:
        ask_for_settings(server)


FEATURE = Feature(types.INITIALIZED, _initialized)
