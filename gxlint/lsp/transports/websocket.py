"""WebSocket, for editors in a browser: any number of clients."""

import asyncio
import logging
import re
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
    from websockets.asyncio.server import ServerConnection
    from websockets.asyncio.server import serve as listen
    from websockets.exceptions import ConnectionClosed

    clients = Clients(worker, settings)

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

    async with listen(talk, host, port, max_size=LARGEST, origins=[None, _OWN_PAGES]) as listening:
        announce("ws", *next(iter(listening.sockets)).getsockname()[:2])
        return await clients.finished()


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
