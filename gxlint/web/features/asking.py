"""What these requests have in common: they are worked on beside the messages, and with the rules that hold here."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any, TypeVar

from pygls.exceptions import JsonRpcInvalidParams

if TYPE_CHECKING:
    from collections.abc import Callable

    from gxlint.lint.session import Session
    from gxlint.lsp.server import Server

T = TypeVar("T")
_UNNAMED = "_.gxr.md"


async def worked_out(server: Server, work: Callable[[Session | None], T]) -> T:
    """What comes of something that takes time; handed the rules for a report that lies nowhere, if they can be had."""
    path, checkers = place_of_nothing(server), server.checkers
    return await asyncio.shield(server.worker.submit(lambda: work(checkers.of(path).opened(path))))


def place_of_nothing(server: Server) -> str:
    """Where a report counts as lying that lies nowhere."""
    return os.path.join(server.documents.root, _UNNAMED)


def word(params: Any, name: str) -> str:
    """A text among the parameters.

    Raises:
        JsonRpcInvalidParams: there is none of that name.
    """
    value = getattr(params, name, None)
    if not isinstance(value, str):
        raise JsonRpcInvalidParams(f"{name} has to be a text")
    return value
