"""shutdown: nothing more is asked of the server but its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


def _shutdown(server: Server, _params: object) -> None:
    server.protocol.stage = "closing"
    server.abandon()


FEATURE = Feature(types.SHUTDOWN, _shutdown)
