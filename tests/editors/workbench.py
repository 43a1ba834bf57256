"""A window of VS Code in a Chromium without a screen."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.editors import tools
from tests.editors.code_server import PATIENCE, SHOTS, folder_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.editors.code_server import CodeServer

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


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
        page.keyboard.press("Delete")
        page.keyboard.insert_text(folder_settings(settings))
        self.save()
        page.locator(".tab.active.dirty").wait_for(state="detached")
        page.locator(".tab", has_text=self._document).click()
        editor.wait_for(state="detached")

    def answer(self, text: str, question: str = "") -> None:
        """Answer what a command asks for; the same box asks one thing after the other."""
        asked = self.page.locator(".quick-input-widget", has_text=question)
        asked.wait_for(state="visible")
        box = asked.locator(".quick-input-box input")
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

    def go_to_line(self, line: int, *keys: str) -> None:
        """Put the caret at the beginning of a line, counted from 1, and press some keys there."""
        page = self.page
        page.keyboard.press("Control+KeyG")
        self.answer(f":{line}")
        page.locator(".editor-instance .monaco-editor.focused").wait_for()
        for key in ("Home", *keys):
            page.keyboard.press(key)

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
