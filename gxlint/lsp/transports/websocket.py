"""WebSocket, for editors in a browser: any number of clients."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.transports.framing import LARGEST
from gxlint.lsp.transports.many import Clients, announce
from gxlint.lsp.worker import Worker

_log = logging.getLogger(__name__)
# A page from anywhere else has no business here: any page in the user's browser could connect.
_OWN_PAGES = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?")


async def serve(worker: Worker, settings: ServerSettings, host: str, port: int) -> int:
    """Listen until a client wants the end; return the exit code.

    Raises:
        OSError: nothing can listen there.
    """
    clients = Clients(worker, settings)
    async with listening(clients, host, port, origins=[None, _OWN_PAGES]) as address:
        announce("ws", *address)
        return await clients.finished()


@asynccontextmanager
async def listening(clients: Clients, host: str, port: int, **options: Any) -> AsyncIterator[tuple[str, int]]:
    """Serve clients as long as the context lasts; gives the host and the port that are listened on.

    Args:
        clients: takes them in.
        host: the address to listen on.
        port: and the port, 0 for any that is free.
        options: those of ``websockets.asyncio.server.serve``: who is let in, and what plain requests are answered.

    Raises:
        OSError: nothing can listen there.
    """
    from websockets.asyncio.server import ServerConnection
    from websockets.asyncio.server import serve as listen
    from websockets.exceptions import ConnectionClosed

    async def talk(connection: ServerConnection) -> None:
        ended = asyncio.Event()
        server = clients.arrived(ended.set)
        outgoing = _Outgoing()
        server.protocol.set_writer(outgoing, include_headers=False)
        sending = asyncio.create_task(outgoing.send_to(connection))
        try:
            while not ended.is_set():
                server.protocol.receive(await connection.recv())
        except ConnectionClosed:
            _log.info("a connection was closed")
        finally:
            sending.cancel()
            clients.left(server)

    async with listen(talk, host, port, max_size=LARGEST, **options) as server:
        where, found = next(iter(server.sockets)).getsockname()[:2]
        yield where, found


class _Outgoing:
    """Messages on their way, in order. As text: browsers' clients take no other."""

    def __init__(self) -> None:
        self._messages: asyncio.Queue[bytes] = asyncio.Queue()

    def write(self, data: bytes) -> None:
        self._messages.put_nowait(data)

    def close(self) -> None:
        """Nothing to do: the connection closes by itself."""

    async def send_to(self, connection: Any) -> None:
        """Send until cancelled."""
        while True:
            await connection.send((await self._messages.get()).decode())
