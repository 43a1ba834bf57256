"""Serves the page and the language server behind it on one port."""

from __future__ import annotations

import asyncio
import errno
import logging
import sys
from typing import TYPE_CHECKING

from websockets.datastructures import Headers
from websockets.http11 import Response

from gxlint.lsp.features import FEATURES as EDITING
from gxlint.lsp.serve import run
from gxlint.lsp.transports import websocket
from gxlint.lsp.transports.many import Clients
from gxlint.web.features import FEATURES
from gxlint.web.site import HOST, USUAL_PORT

if TYPE_CHECKING:
    from collections.abc import Callable

    from websockets.asyncio.server import ServerConnection
    from websockets.http11 import Request

    from gxlint.lsp.settings import ServerSettings
    from gxlint.lsp.worker import Worker
    from gxlint.web.site import Site

_AWAKE = 0.5  # seconds


def serve(
    site: Site, settings: ServerSettings, port: int | None, begun: Callable[[str, bool], object]
) -> int:
    """Serve until interrupted.

    Args:
        site: answers browsers.
        settings: what the user wants.
        port: where to listen, 0 for any; none for the usual one, or any where that is taken.
        begun: called with the page's address once it can be opened, and whether the port is the one wished for.

    Raises:
        OSError: nothing can listen there.
        KeyboardInterrupt: the user wants the end.
    """
    return run(lambda worker, wanted: talk(site, worker, wanted, port, begun), settings)


async def talk(
    site: Site,
    worker: Worker,
    settings: ServerSettings,
    port: int | None,
    begun: Callable[[str, bool], object],
) -> int:
    """The same for who has an event loop and a worker: until it is cancelled."""
    clients = Clients(worker, settings, (*EDITING, *FEATURES))
    # A browser that goes away in the middle of something is nothing that the user has to know.
    logging.getLogger("websockets").setLevel(logging.CRITICAL)

    def answer(connection: ServerConnection, request: Request) -> Response | None:
        # Before websockets 16 there were no requests but GET.
        method = getattr(request, "method", "GET")
        found = site.answer(connection.local_address[1], method, request.path, request.headers)
        if found is None:
            return None
        return Response(found.status.value, found.status.phrase, Headers(found.headers), found.body)

    async def listen(at: int, *, wished: bool) -> int:
        options = {"process_request": answer, "server_header": None, "compression": None}
        async with websocket.listening(clients, HOST, at, **options) as (_, found):
            begun(site.address(found), wished)
            await _until_cancelled(worker)
        return 0

    try:
        return await listen(USUAL_PORT if port is None else port, wished=True)
    except OSError as error:
        if port is not None or error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        return await listen(0, wished=False)


async def _until_cancelled(worker: Worker) -> None:
    """Wait. Windows tells a main thread of Ctrl+C only when it has something to do, and so it gets something."""
    while True:
        await asyncio.sleep(_AWAKE)
        if sys.platform == "win32":
            worker.submit(_nothing)


def _nothing() -> None:
    """Not much."""
