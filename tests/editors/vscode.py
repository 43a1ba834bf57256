"""VS Code, served by code-server to a Chromium without a screen."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from tests.editors import tools

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 60.0
SHOTS = tools.HOME / "shots"
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Nothing that asks, moves or fetches.
_QUIET = {
    "security.workspace.trust.enabled": False,
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "telemetry.telemetryLevel": "off",
    "extensions.autoCheckUpdates": False,
    "extensions.autoUpdate": False,
    "extensions.ignoreRecommendations": True,
    "chat.disableAIFeatures": True,
    "files.autoSave": "off",
    "editor.minimap.enabled": False,
    # The tests type settings in.
    "workbench.editor.useModal": "off",
    "workbench.editor.enablePreview": False,
    "editor.autoClosingBrackets": "never",
    "editor.autoClosingQuotes": "never",
    "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
}


class CodeServer:
    """A running code-server with the extension, in a home of its own."""

    def __init__(self, home: Path, vsix: Path) -> None:
        self._home, self._command = home, tools.code_server()
        # What names a program belongs to the machine that runs it, which is not the browser's.
        for kind, settings in (("User", _QUIET), ("Machine", {"gxlint.command": [*tools.SERVER]})):
            file = home / "data" / kind / "settings.json"
            file.parent.mkdir(parents=True)
            file.write_text(json.dumps(settings), encoding="utf-8")
        (home / "config.yaml").write_text("auth: none\n", encoding="utf-8")
        installed = subprocess.run(
            [*self._command, *self._where(), "--install-extension", str(vsix)],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert installed.returncode == 0, installed.stderr
        self.port = _free_port()
        SHOTS.mkdir(parents=True, exist_ok=True)
        with (SHOTS / "code-server.log").open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *self._command,
                    *self._where(),
                    *("--auth", "none", "--bind-addr", f"127.0.0.1:{self.port}"),
                    *("--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"),
                ],
                env=self._environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait()

    def address(self, file: Path) -> str:
        """Where the workbench opens on a file and its folder."""
        opened = f"vscode-remote://127.0.0.1:{self.port}{quote(str(file))}"
        payload = quote(json.dumps([["openFile", opened]]), safe="")
        return f"http://127.0.0.1:{self.port}/?folder={quote(str(file.parent), safe='')}&payload={payload}"

    def server_processes(self) -> list[int]:
        """The language servers that were started from here."""
        found = []
        for name in os.listdir("/proc"):
            if name.isdigit() and _session(int(name)) == self._process.pid:
                words = _words(int(name))
                if words[1:4] == ["-m", "gxlint", "server"]:
                    found.append(int(name))
        return found

    def close(self) -> None:
        """End it with all that it started."""
        os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        logs = self._home / "data" / "logs"
        if logs.is_dir():
            shutil.copytree(logs, SHOTS / "logs", dirs_exist_ok=True)

    def _where(self) -> list[str]:
        home = self._home
        return [
            *("--config", str(home / "config.yaml")),
            *("--user-data-dir", str(home / "data")),
            *("--extensions-dir", str(home / "extensions")),
        ]

    def _environment(self) -> dict[str, str]:
        """The rules of a province can be imported, though they are not installed where the tests run."""
        return {**os.environ, "HOME": str(self._home), "PYTHONPATH": str(tools.HOME / "province")}

    def _wait(self) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=1) as answer:
                    if answer.status == 200:
                        return
            except (URLError, OSError):
                time.sleep(0.2)
        raise AssertionError("code-server did not start; see code-server.log")


class Workbench:
    """A window of VS Code. Waits for states, never for times."""

    def __init__(self, page: Any, name: str, document: str) -> None:
        self.page, self._name, self._document, self._shots = page, name, document, 0

    def shot(self, what: str) -> None:
        """Keep a picture."""
        self._shots += 1
        self.page.screenshot(path=str(SHOTS / f"{self._name}-{self._shots}-{what}.png"))

    def command(self, title: str) -> None:
        """Run a command by its title."""
        page = self.page
        page.keyboard.press("F1")
        box = page.locator(".quick-input-widget input")
        box.wait_for(state="visible")
        box.fill(f">{title}")
        page.locator(".quick-input-list .monaco-list-row", has_text=title).first.wait_for()
        page.keyboard.press("Enter")

    def configure(self, **settings: object) -> None:
        """Change the settings of the folder as a user does; ``__`` stands for a dot. A file watcher may miss a change."""
        page = self.page
        self.command("Preferences: Open Workspace Settings (JSON)")
        editor = page.locator('.editor-instance[aria-label*="settings.json"] .monaco-editor.focused')
        editor.wait_for()
        page.keyboard.press("Control+KeyA")
        page.keyboard.insert_text(folder_settings(settings))
        self.save()
        page.locator(".tab.active.dirty").wait_for(state="detached")
        page.locator(".tab", has_text=self._document).click()
        editor.wait_for(state="detached")

    def answer(self, text: str) -> None:
        """Answer what a command asks for."""
        box = self.page.locator(".quick-input-widget input")
        box.wait_for(state="visible")
        box.fill(text)
        self.page.keyboard.press("Enter")

    def show_problems(self) -> None:
        """Open the panel with the list of problems."""
        self.command("Problems: Focus on Problems View")
        self.page.locator(".markers-panel").first.wait_for()

    def problems(self, text: str) -> Any:
        """The lines of that list with some text."""
        return self.page.locator(".markers-panel .monaco-list-row", has_text=text)

    def jump_to(self, problem: str) -> None:
        """Go to the place of a problem."""
        self.problems(problem).first.dblclick()
        self.page.locator(".editor-instance .monaco-editor.focused").wait_for()

    def choose_fix(self, title: str, picture: str = "") -> None:
        """Choose from what is offered at the caret. The first key may come too early; a click may be swallowed."""
        page = self.page
        item = page.locator(".action-widget .monaco-list-row", has_text=title).first
        self.until(lambda: self._pressed("Control+Period", item), f"{title} is not offered")
        page.wait_for_timeout(400)
        if picture:
            self.shot(picture)
        for _ in range(20):
            if page.locator(".action-widget .monaco-list-row.focused", has_text=title).count():
                break
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")

    def suggestions(self) -> Any:
        """The list of completions, asked for until it is there."""
        item = self.page.locator(".suggest-widget.visible .monaco-list-row").first
        self.until(lambda: self._pressed("Control+Space", item), "nothing is suggested")
        return self.page.locator(".suggest-widget.visible .monaco-list-row")

    def save(self) -> None:
        """Save the document in front."""
        self.page.keyboard.press("Control+KeyS")

    def saved(self, file: Path) -> bool:
        """Save the document in front; whether it is there."""
        self.save()
        self.page.wait_for_timeout(300)
        return file.exists()

    def go_to_line(self, line: int, column: int = 1) -> None:
        """Put the caret somewhere, counted from 1."""
        page = self.page
        page.keyboard.press("Control+KeyG")
        self.answer(f":{line}:{column}")
        page.locator(".editor-instance .monaco-editor.focused").wait_for()

    def wait_for_verdict(self, word: str) -> None:
        """Wait for what the extension shows in the status bar: the whole word, for 未通过 ends in 通过."""
        item = self.page.locator('.statusbar-item[id*="gxlint.verdict"]')
        item.filter(has_text=re.compile(rf"(?<!未){word}")).wait_for()

    def until(self, holds: Any, complaint: str) -> None:
        """Wait until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, complaint
            self.page.wait_for_timeout(100)

    def _pressed(self, key: str, wanted: Any) -> bool:
        if wanted.count() and wanted.is_visible():
            return True
        self.page.keyboard.press(key)
        end = time.monotonic() + 3
        while time.monotonic() < end:
            if wanted.count() and wanted.is_visible():
                return True
            self.page.wait_for_timeout(100)
        return False


@contextmanager
def browser() -> Iterator[Any]:
    """A Chromium without a screen."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=tools.chromium(), headless=True, args=[*_FLAGS])
        try:
            yield chromium
        finally:
            chromium.close()


@contextmanager
def window(chromium: Any, server: CodeServer, file: Path, name: str) -> Iterator[Workbench]:
    """A window with a document open; what it shows at a failure is kept."""
    page = chromium.new_page(viewport={"width": 1400, "height": 860})
    page.set_default_timeout(PATIENCE * 1000)
    workbench = Workbench(page, name, file.name)
    try:
        page.goto(server.address(file))
        page.locator(".monaco-workbench").wait_for()
        page.locator(".editor-instance .view-line").first.wait_for()
        yield workbench
    except BaseException:
        workbench.shot("failed")
        raise
    finally:
        page.close()


def opened(folder: Path, text: str, name: str, **settings: object) -> Path:
    """A document in a folder with settings of its own."""
    (folder / ".vscode").mkdir()
    (folder / ".vscode" / "settings.json").write_text(folder_settings(settings), encoding="utf-8")
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def folder_settings(settings: dict[str, object]) -> str:
    """Settings as VS Code keeps them."""
    return json.dumps(
        {name.replace("__", "."): value for name, value in settings.items()}, ensure_ascii=False
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _session(process: int) -> int:
    try:
        return os.getsid(process)
    except OSError:
        return -1


def _words(process: int) -> list[str]:
    try:
        with open(f"/proc/{process}/cmdline", "rb") as file:
            return file.read().decode(errors="replace").split("\0")
    except OSError:
        return []
