"""A real server process, and a client that can also say what no client should."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import count
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

COMMAND = (sys.executable, "-m", "gxlint", "server")
_PATIENCE = 60.0


def frame(message: dict[str, Any]) -> bytes:
    """A message as it goes over the wire."""
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


class RawClient:
    """The process and what it says."""

    def __init__(self, *options: str, folder: Path | None = None) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
        )
        assert self.process.stdin is not None
        self._input = self.process.stdin
        self._messages: Queue[dict[str, Any] | None] = Queue()
        self._ids = count(1)
        self.notifications: list[dict[str, Any]] = []
        Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> RawClient:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None and not stream.closed:
                stream.close()

    def write(self, data: bytes) -> None:
        self._input.write(data)
        self._input.flush()

    def notify(self, method: str, **params: Any) -> None:
        self.write(frame({"method": method, "params": params}))

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer; what comes in between is kept."""
        number = next(self._ids)
        self.write(frame({"id": number, "method": method, "params": params}))
        while True:
            message = self.message()
            if message.get("id") == number and "method" not in message:
                return message
            self.notifications.append(message)

    def message(self) -> dict[str, Any]:
        message = self._messages.get(timeout=_PATIENCE)
        assert message is not None, "the server has closed its output"
        return message

    def until_published(self, uri: str, version: int) -> list[dict[str, Any]]:
        while True:
            message = self.notifications.pop(0) if self.notifications else self.message()
            params = message.get("params", {})
            if params.get("uri") == uri and params.get("version", 0) >= version:
                diagnostics: list[dict[str, Any]] = params["diagnostics"]
                return diagnostics

    def initialize(self, capabilities: dict[str, Any] | None = None, **options: object) -> dict[str, Any]:
        answer = self.ask(
            "initialize",
            processId=None,
            rootUri=None,
            capabilities=capabilities or {},
            initializationOptions=options,
        )
        self.notify("initialized")
        return answer

    def open(self, uri: str, text: str, version: int = 1) -> None:
        item = {"uri": uri, "languageId": "gxreport", "version": version, "text": text}
        self.notify("textDocument/didOpen", textDocument=item)

    def change(self, uri: str, version: int, changes: Iterable[dict[str, Any]]) -> None:
        self.notify(
            "textDocument/didChange",
            textDocument={"uri": uri, "version": version},
            contentChanges=[*changes],
        )

    def end(self) -> int:
        """Take leave as one should; return the exit code."""
        assert self.ask("shutdown")["result"] is None
        self.notify("exit")
        return self.process.wait(_PATIENCE)

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = None
            while (line := stream.readline()) not in (b"", b"\r\n"):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self._messages.put(None)
                return
            self._messages.put(json.loads(stream.read(length)))
