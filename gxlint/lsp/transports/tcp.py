"""TCP: any number of clients."""

import asyncio
import logging

from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.transports.framing import Frames, FramingError
from gxlint.lsp.transports.many import Clients, announce
from gxlint.lsp.worker import Worker

_log = logging.getLogger(__name__)
_PIECE = 1 << 16


async def serve(worker: Worker, settings: ServerSettings, host: str, port: int) -> int:
    """Listen until a client wants the end; return the exit code.

    Raises:
        OSError: nothing can listen there.
    """
    clients = Clients(worker, settings)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ended = asyncio.Event()
        server = clients.arrived(ended.set)
        server.protocol.set_writer(writer)
        frames = Frames()
        try:
            while not ended.is_set() and (data := await reader.read(_PIECE)):
                for body in frames.feed(data):
                    server.protocol.receive(body)
        except (FramingError, OSError) as error:
            _log.warning("a connection ended: %s", error)
        finally:
            writer.close()
            clients.left(server)

    listening = await asyncio.start_server(talk, host, port)
    announce("tcp", *listening.sockets[0].getsockname()[:2])
    async with listening:
        return await clients.finished()
