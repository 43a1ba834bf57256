"""What transports with several clients have in common: when the process ends."""

import asyncio
import sys
from collections.abc import Callable, Sequence

from gxlint.lsp.checker import Installed
from gxlint.lsp.features import FEATURES
from gxlint.lsp.features.feature import Feature
from gxlint.lsp.server import Server
from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.worker import Worker


class Clients:
    """The clients of a server that listens. Each has a server of its own; the work is done by one worker.

    The process ends when a client wants the end and no other is there. A client that is just gone may come again.
    """

    def __init__(
        self, worker: Worker, settings: ServerSettings, features: Sequence[Feature] = FEATURES
    ) -> None:
        """Nobody is there yet.

        Args:
            worker: does what takes time, for all of them.
            settings: what holds unless a client says something else.
            features: the methods that they may ask for.
        """
        self._worker, self._settings, self._features = worker, settings, features
        self._installed = Installed()
        self._there = 0
        self._ended = asyncio.Event()
        self._code = 0

    def arrived(self, ended: Callable[[], None]) -> Server:
        """A server for a new client; ``ended`` is called when the client wants the end."""
        self._there += 1
        return Server(self._worker, self._settings, ended, self._installed, self._features)

    def left(self, server: Server) -> None:
        """A client is gone, for whatever reason."""
        self._there -= 1
        server.abandon()
        if server.exit_code is not None and not self._there:
            self._code = server.exit_code
            self._ended.set()

    async def finished(self) -> int:
        """The exit code, when the process is to end."""
        await self._ended.wait()
        return self._code


def announce(kind: str, host: str, port: int) -> None:
    """Say where the server listens: whoever asked for port 0 wants to know."""
    print(f"gxlint server: {kind}://{host}:{port}", file=sys.stderr, flush=True)
