"""Standard input and output: one client, which started this process."""

import asyncio
import logging
import os
import sys
from collections.abc import Callable
from threading import Thread

from gxlint.lsp.checker import Installed
from gxlint.lsp.features import FEATURES
from gxlint.lsp.server import Server
from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.transports.framing import Frames, FramingError
from gxlint.lsp.worker import Worker

_log = logging.getLogger(__name__)
_PIECE = 1 << 16


async def serve(worker: Worker, settings: ServerSettings) -> int:
    """Talk to the client until it wants the end or is gone; return the exit code."""
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    source, sink = _streams()
    server = Server(worker, settings, ended.set, Installed(), FEATURES)
    frames = Frames()
    lost = False

    def take(data: bytes) -> None:
        nonlocal lost
        try:
            for body in frames.feed(data):
                if ended.is_set():
                    return
                server.protocol.receive(body)
        except FramingError as error:
            _log.error("%s", error)
            data = b""
        if not data:
            lost = True
            ended.set()

    server.protocol.set_writer(_Output(sink, ended.set))
    # A thread of its own, because a wait for input cannot be called off.
    Thread(target=_read, args=(source, loop, take), name="gxlint-input", daemon=True).start()
    await ended.wait()
    if lost and not frames.empty:
        _log.error("the input ended in the middle of a message")
    return server.exit_code if server.exit_code is not None else 1


class _Output:
    """Writes messages. A client that does not read any more has gone."""

    def __init__(self, sink: int, lost: Callable[[], object]) -> None:
        self._sink, self._lost = sink, lost

    def write(self, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._sink, rest) :]
        except OSError as error:
            _log.warning("the client does not read any more: %s", error)
            self._lost()

    def close(self) -> None:
        """Nothing to do: the process ends."""


def _streams() -> tuple[int, int]:
    """Both streams, for messages alone: what anything else prints goes to the error stream."""
    source, sink = os.dup(sys.stdin.fileno()), os.dup(sys.stdout.fileno())
    if sys.platform == "win32":
        import msvcrt

        for stream in (source, sink):
            msvcrt.setmode(stream, os.O_BINARY)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return source, sink


def _read(source: int, loop: asyncio.AbstractEventLoop, take: Callable[[bytes], None]) -> None:
    data = b"."
    while data:
        try:
            data = os.read(source, _PIECE)
        except OSError:
            data = b""
        try:
            loop.call_soon_threadsafe(take, data)
        except RuntimeError:  # the loop has ended
            return
