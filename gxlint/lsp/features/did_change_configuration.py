"""workspace/didChangeConfiguration: the user has changed the settings."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from concurrent.futures import Future

    from gxlint.lsp.server import Server

SECTION = "gxlint"
_log = logging.getLogger(__name__)


def _did_change_configuration(server: Server, params: types.DidChangeConfigurationParams) -> None:
    if server.client.configures:
        ask_for_settings(server)
    else:
        server.configure(params.settings)


def ask_for_settings(server: Server) -> None:
    """Have the client send the user's settings."""

    def take(answer: Future[Any]) -> None:
        if answer.cancelled() or answer.exception() is not None:
            _log.warning("the client does not tell its settings: %s", answer)
        elif answer.result():
            server.configure(answer.result()[0])

    asked = types.ConfigurationParams([types.ConfigurationItem(section=SECTION)])
    server.workspace_configuration(asked).add_done_callback(take)


FEATURE = Feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION, _did_change_configuration)
