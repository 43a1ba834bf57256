"""What a feature is: the answer to one method of the protocol, and how it is announced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from lsprotocol import types

    from gxlint.lsp.client import Client


def _silently(_capabilities: types.ServerCapabilities, _client: Client) -> None:
    """Announce nothing."""


def _nothing() -> None:
    """Load nothing."""


class Feature(NamedTuple):
    """The answer to one method.

    Attributes:
        method: its name in the protocol.
        handle: called with the server and the parameters. Notifications are handled at once, in their order; a request
            may be answered by a coroutine.
        announce: tells the client of it, if that has to be told.
        prepare: loads what the first answer would have to wait for; called in the background.
    """

    method: str
    handle: Callable[[Any, Any], Any]
    announce: Callable[[types.ServerCapabilities, Client], None] = _silently
    prepare: Callable[[], object] = _nothing
