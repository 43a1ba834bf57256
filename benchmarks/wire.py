"""A client of a language server on its standard streams, which does nothing that takes time."""

import json
import subprocess
from collections.abc import Sequence
from time import perf_counter
from types import TracebackType
from typing import Any

_URI = "file:///report.gxr.md"


class Wire:
    """A server process and the one document that is open there."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        """Start the server and introduce oneself; ``seconds`` is what that took."""
        start = perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        self._version = self._line = self._column = 0
        self._send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, number=1)
        while self._receive().get("id") != 1:
            pass
        self.seconds = perf_counter() - start
        self._send("initialized", {})

    def __enter__(self) -> "Wire":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def open(self, text: str) -> None:
        """Open a text and wait for its diagnostics. Typing will take place where its first paragraph is."""
        lines = text.split("\n")
        self._line = next(index for index, line in enumerate(lines) if len(line) > len(lines[0]) + 20)
        self._column = 10
        item = {"uri": _URI, "languageId": "gxreport", "version": 0, "text": text}
        self._send("textDocument/didOpen", {"textDocument": item})
        self._published()

    def keystroke(self) -> float:
        """Seconds from a keystroke to the diagnostics of what it made."""
        start = perf_counter()
        self._type()
        self._published()
        return perf_counter() - start

    def hover_meanwhile(self) -> float:
        """Seconds that an answer takes while the text is analysed."""
        self._type()
        start = perf_counter()
        place = {"line": self._line, "character": 0}
        self._send("textDocument/hover", {"textDocument": {"uri": _URI}, "position": place}, number=2)
        analysed = False
        while (message := self._receive()).get("id") != 2:
            analysed = analysed or message.get("method") == "textDocument/publishDiagnostics"
        taken = perf_counter() - start
        assert not analysed, "the analysis was over before the answer"
        self._published()
        return taken

    def burst(self, number: int) -> int:
        """How often diagnostics come for so many keystrokes at once, up to those of the last."""
        for _ in range(number):
            self._type()
        return self._published()

    def _type(self) -> None:
        self._version += 1
        at = {"line": self._line, "character": self._column}
        self._column += 1
        change = {"range": {"start": at, "end": at}, "text": "政"}
        document = {"uri": _URI, "version": self._version}
        self._send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})

    def _published(self) -> int:
        for number in range(1, 1_000_000):
            while (message := self._receive()).get("method") != "textDocument/publishDiagnostics":
                pass
            if message["params"].get("version") == self._version:
                return number
        raise AssertionError("no diagnostics of the last version")

    def _send(self, method: str, params: dict[str, Any], number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        body = json.dumps(message if number is None else {**message, "id": number}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        stream, length = self._process.stdout, 0
        assert stream is not None
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has gone"
        message: dict[str, Any] = json.loads(stream.read(length))
        return message
