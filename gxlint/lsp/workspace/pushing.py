"""Keeps what is known of the files up to date, and sends it to clients that would not ask for it."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING, Any

from gxlint.lsp.workspace.folders import path_key
from gxlint.lsp.workspace.progress import Progress
from gxlint.lsp.workspace.survey import Told
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from lsprotocol import types

    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.workspace.host import Host
    from gxlint.lsp.workspace.survey import Found, Survey

_log = logging.getLogger(__name__)
# In seconds: what an editor does first is more urgent; one that has asked just now will ask again;
# and files may change without a word of the client.
_START, _RECENTLY, _LOOK_AGAIN = 2.0, 10.0, 60.0
SEVERITIES = ("error", "warning", "info", "hint")


class Pushing:
    """Sees to it that all files have been looked at, and sends what is found in them where that is wanted."""

    def __init__(self, host: Host, survey: Survey) -> None:
        """Nothing is looked at before ``begin``."""
        self._host, self._survey = host, survey
        self._sent: dict[str, Told] = {}
        self._commanded = False
        self._asking, self._asked = 0, float("-inf")
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin to look at files."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._go_on())

    def end(self) -> None:
        """Nobody wants to know any more."""
        if self._task is not None:
            self._task.cancel()

    @property
    def is_asked(self) -> bool:
        """Whether the client asks of its own accord, or will ask again soon."""
        return bool(self._asking) or monotonic() - self._asked <= _RECENTLY

    def asking(self, *, begins: bool) -> None:
        """The client asks of its own accord, or does not wait for an answer any more: it needs no telling."""
        self._asking += 1 if begins else -1
        self._asked = monotonic()
        self.forget()

    def forget(self) -> None:
        """Take back what has been sent of files."""
        for told in self._sent.values():
            if not self._is_nothing(told):
                self._host.send(told.uri, [])
        self._sent.clear()

    def opened(self, document: OpenDocument) -> None:
        """From now on the document counts, and the file does not."""
        told = self._sent.pop(path_key(document.path), None)
        if told is not None and self._host.client.pulls and not self._is_nothing(told):
            self._host.send(told.uri, [])

    async def check(self, token: types.ProgressToken | None) -> dict[str, Any]:
        """Look at all files now, and from now on; how many there are, and how many findings."""
        self._commanded = True
        survey = self._survey
        async with Progress(self._host, self._title(), token) as progress:
            await self._sweep(progress)
        if self._asking:
            survey.changed()
        counts = [known.counts for known in survey.known.values() if known.ours]
        found = dict(zip(SEVERITIES, map(sum, zip(*counts, strict=True)), strict=True)) if counts else {}
        totals = {severity: found.get(severity, 0) for severity in SEVERITIES}
        return {"complete": not progress.called_off, "reports": len(counts), **totals}

    async def _go_on(self) -> None:
        await asyncio.sleep(_START)
        survey = self._survey
        while True:
            since = survey.changes
            try:
                if self._host.settings.workspace is False:
                    self.forget()
                if not self.is_asked:
                    async with Progress(self._host, self._title()) as progress:
                        await self._sweep(progress)
            except Exception:
                _log.exception("looking at the files failed")
            await survey.news(since, None if self._host.client.watches else _LOOK_AGAIN)

    async def _sweep(self, progress: Progress) -> None:
        survey = self._survey
        if self._is_wanted():
            await survey.sweep(dict(self._sent), self._send, progress.step)
        else:
            await survey.sweep(survey.remembered(), lambda _: None, progress.step)

    def _is_wanted(self) -> bool:
        return not self._asking and (self._commanded or bool(self._host.settings.workspace))

    def _send(self, found: Found) -> None:
        if found.items is None or found.version is not None:  # it is known, or said of the document anyway
            return
        before = self._sent.get(found.key)
        if found.items or (before is not None and not self._is_nothing(before)):
            self._host.send(found.uri, found.items)
        self._sent[found.key] = Told(found.uri, found.result_id)

    def _is_nothing(self, told: Told) -> bool:
        """Whether it was told that there is nothing wrong."""
        return told.result_id == self._host.result_id([])

    def _title(self) -> str:
        return say(self._host.settings.lang, "检查文件夹中的年度报告", "Checking the reports in the folder")
