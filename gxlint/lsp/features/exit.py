"""exit: the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature

if TYPE_CHECKING:
    from gxlint.lsp.server import Server


def _exit(server: Server, _params: object) -> None:
    server.end()


FEATURE = Feature(types.EXIT, _exit)
