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
    """Have the client send the user's settings, and those for each folder."""
    uris = [folder.uri for folder in server.folders]

    def take(answer: Future[Any]) -> None:
        if answer.cancelled() or answer.exception() is not None:
            _log.warning("the client does not tell its settings: %s", answer)
        elif answer.result():
            general, *others = answer.result()
            server.configure(general, dict(zip(uris, others, strict=False)))

    items = [types.ConfigurationItem(uri, SECTION) for uri in (None, *uris)]
    server.workspace_configuration(types.ConfigurationParams(items)).add_done_callback(take)


FEATURE = Feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION, _did_change_configuration)
