"""initialized: the client listens; ask it for the user's settings, and to watch what the rules depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.did_change_configuration import SECTION, ask_for_settings
from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


_SETTINGS = "gxlint-settings"


def _initialized(server: Server, _params: types.InitializedParams) -> None:
    server.watching.begin()
    if server.client.tells:
        options = types.DidChangeConfigurationRegistrationOptions(SECTION)
        wanted = types.Registration(_SETTINGS, types.WORKSPACE_DID_CHANGE_CONFIGURATION, options)
        server.client_register_capability(types.RegistrationParams([wanted]))
    if server.client.configures:
        ask_for_settings(server)
    server.pushing.begin()


FEATURE = Feature(types.INITIALIZED, _initialized)
