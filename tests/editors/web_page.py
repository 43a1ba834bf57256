"""``gxlint web``, and its page in a Chromium without a screen."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.editors import tools
from tests.editors.code_server import PATIENCE, SHOTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/\?token=\S+")


class Program:
    """A running ``gxlint web``. The rules of a province can be imported, though they are not installed."""

    def __init__(self, folder: Path, port: int = 0, *options: str) -> None:
        self._process = subprocess.Popen(
            [*tools.SERVER, "web", "--no-browser", "--port", str(port), *options],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(tools.HOME / "province")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        found = _ADDRESS.search(line)
        assert found is not None, line + self._process.stdout.read()
        self.address, self.port = found[0], int(found[1])

    def interrupt(self) -> int:
        """Ctrl+C; the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(10)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.communicate()


class Page:
    """The page. Waits for states, never for times."""

    def __init__(self, page: Any, name: str) -> None:
        self.page, self._name, self._shots = page, name, 0
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, address: str) -> None:
        """Go to an address, and wait for the editor."""
        self.page.goto(address)
        self.page.locator(".monaco-editor .view-lines").wait_for()

    def shot(self, what: str) -> None:
        """Keep a picture."""
        self._shots += 1
        self.page.screenshot(path=str(SHOTS / f"web-{self._name}-{self._shots}-{what}.png"))

    def write(self, text: str) -> None:
        """Paste a text in place of what is there."""
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.focus()
        self.page.keyboard.press("Control+KeyA")
        self.page.keyboard.press("Control+KeyV")

    def focus(self) -> None:
        """Put the caret into the text."""
        # Not by a click, which may fall on something that acts.
        self.page.locator(".monaco-editor .native-edit-context").focus()
        self.page.locator(".monaco-editor.focused").wait_for()

    def press(self, name: str) -> None:
        """Press a button of the toolbar."""
        self.page.get_by_role("toolbar").get_by_role("button", name=name, exact=True).click()

    def show(self, pane: str) -> None:
        """Show one of the panes."""
        self.page.get_by_role("tab", name=re.compile(pane)).click()

    def problems(self, text: str) -> Any:
        """The problems with some text."""
        return self.page.locator(".problem-row", has_text=text)

    def wait_for_verdict(self, word: str) -> None:
        """Wait for the word of the verdict, the whole of it."""
        self.page.locator(".standing strong", has_text=re.compile(rf"^{word}$")).wait_for()

    def text(self) -> str:
        """The whole text, by what the user can download."""
        with self.page.expect_download() as downloading:
            self.press("下载文字")
        with open(downloading.value.path(), encoding="utf-8", newline="") as file:
            return file.read()

    def until(self, holds: Any, complaint: str) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, complaint
            self.page.wait_for_timeout(100)


@contextmanager
def opened(
    chromium: Any, program: Program, name: str, *, width: int = 1280, dark: bool = False
) -> Iterator[Page]:
    """A browser's window of its own with the page; what it shows at a failure is kept."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light", locale="zh-CN"
    )
    context.set_default_timeout(PATIENCE * 1000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = Page(context.new_page(), name)
    try:
        page.open(program.address)
        yield page
    except BaseException:
        page.shot("failed")
        raise
    finally:
        context.close()
    assert not page.errors
