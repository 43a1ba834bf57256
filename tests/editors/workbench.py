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
        """Run a command by its title. A list that was opened before the extension was known does not learn of it."""
        self.until(lambda: self._listed(title), f"no command {title}")
        self.page.keyboard.press("Enter")

    def _listed(self, title: str) -> bool:
        box = self.page.locator(".quick-input-widget .quick-input-box input")
        if not self._pressed("F1", box):
            return False
        box.fill(f">{title}")
        # The list is sorted bit by bit: what is chosen is what is marked.
        marked = self.page.locator(".quick-input-list .monaco-list-row.focused", has_text=title)
        if self._seen(marked.first):
            return True
        self.page.keyboard.press("Escape")
        return False

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

    def accept(self, question: str) -> None:
        """Accept what a command proposes."""
        asked = self.page.locator(".quick-input-widget", has_text=question)
        asked.wait_for(state="visible")
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
        page.locator(".action-widget .monaco-list-row.focused").first.wait_for()
        if picture:
            self.shot(picture)
        marked = page.locator(".action-widget .monaco-list-row.focused", has_text=title)
        self.until(lambda: marked.count() or page.keyboard.press("ArrowDown"), f"{title} cannot be reached")
        page.keyboard.press("Enter")
        item.wait_for(state="detached")

    def hover(self) -> Any:
        """What is told of the place at the caret, as the server has written it: with headings."""
        told = self.page.locator(".monaco-hover .hover-row h3, .monaco-hover .hover-row h4").first
        self.until(lambda: self._pressed(("Control+KeyK", "Control+KeyI"), told), "nothing is told")
        return told

    def suggestions(self) -> Any:
        """The list of completions, asked for until it is there."""
        item = self.page.locator(".suggest-widget.visible .monaco-list-row").first
        self.until(lambda: self._pressed("Control+Space", item), "nothing is suggested")
        return self.page.locator(".suggest-widget.visible .monaco-list-row")

    def told(self, text: str) -> Any:
        """A notification with some text."""
        return self.page.locator(".notification-list-item-message", has_text=text).first

    def press(self, button: str) -> None:
        """Press a button of a notification."""
        self.page.locator(".notification-list-item .monaco-button", has_text=button).first.click()

    def menu(self, entry: str, picture: str = "") -> None:
        """Choose from the menu of the item in the status bar."""
        self.page.locator('.statusbar-item[id*="gxlint.verdict"] a').click()
        row = self.page.locator(".quick-input-list .monaco-list-row", has_text=entry).first
        row.wait_for()
        if picture:
            self.shot(picture)
        row.click()

    def save(self) -> None:
        """Save the document in front."""
        self.page.keyboard.press("Control+KeyS")

    def saved(self, file: Path) -> bool:
        """Save the document in front; whether it is there, and not only about to be written."""
        self.save()
        self.page.wait_for_timeout(300)
        return file.exists() and file.stat().st_size > 0

    def go_to_line(self, line: int, *keys: str) -> None:
        """Put the caret at the beginning of a line, counted from 1, and press some keys there."""
        page = self.page
        page.keyboard.press("Control+KeyG")
        self.answer(f":{line}")
        page.locator(".quick-input-widget").wait_for(state="hidden")
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

    def _pressed(self, key: str | tuple[str, ...], wanted: Any) -> bool:
        """Press a key, or some, which may come too early, and see for a while whether that brings it about."""
        if wanted.count() and wanted.is_visible():
            return True
        for one in (key,) if isinstance(key, str) else key:
            self.page.keyboard.press(one)
        return self._seen(wanted)

    def _seen(self, wanted: Any) -> bool:
        """Whether it comes up within a few seconds."""
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
