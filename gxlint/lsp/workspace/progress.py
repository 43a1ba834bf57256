"""How far something has come that takes its time, for the user to see, and to call off."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from gxlint.reporters.words import say

if TYPE_CHECKING:
    from concurrent.futures import Future
    from types import TracebackType

    from gxlint.lsp.workspace.host import Host

# Nobody wants to know of what is done after so many seconds, nor hear of it more often than that.
_WORTH_IT = 0.5
_OFTEN = 0.1


class Progress:
    """Shows how far the work within it has come. The user may call it off: then that work is cancelled."""

    def __init__(self, host: Host, title: str, token: types.ProgressToken | None = None) -> None:
        """Nothing is shown yet.

        Args:
            host: whose client shows it.
            title: what is being done.
            token: what the client has given for it; none where it is the server's idea.
        """
        self._host, self._title = host, title
        self._token = token
        self._begun = False
        self._refused = token is None and not host.client.progresses
        self._since = self._last = monotonic()
        self._task: asyncio.Task[object] | None = None
        self.called_off = False

    async def __aenter__(self) -> Self:
        self._task = asyncio.current_task()
        if self._token is not None:
            self._begin(self._token)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if self._begun and self._token is not None:
            self._host.progress(types.ProgressParams(self._token, types.WorkDoneProgressEnd()))
            self._host.work_done_progress.tokens.pop(self._token, None)
        if self.called_off and self._task is not None and kind is asyncio.CancelledError:
            return self._task.uncancel() == 0
        return False

    async def step(self, done: int, total: int) -> None:
        """So much has been done."""
        now = monotonic()
        if self._refused or now - self._last < _OFTEN:
            return
        if not self._begun and now - self._since > _WORTH_IT:
            await self._create()
        if self._begun and self._token is not None:
            self._last = now
            lang = self._host.settings.lang
            told = say(lang, "{done}/{total} 个文件", "{done} of {total} files", done=done, total=total)
            report = types.WorkDoneProgressReport(message=told, percentage=100 * done // max(total, 1))
            self._host.progress(types.ProgressParams(self._token, report))

    async def _create(self) -> None:
        """Ask the client to show it; it may refuse, or not answer in time."""
        token = str(uuid4())
        self._refused = True
        params = types.WorkDoneProgressCreateParams(token)
        asked = asyncio.wrap_future(self._host.window_work_done_progress_create(params))
        with suppress(JsonRpcException, TimeoutError):
            await asyncio.wait_for(asked, _WORTH_IT)
            self._token, self._refused = token, False
            self._begin(token)

    def _begin(self, token: types.ProgressToken) -> None:
        self._begun = True
        progress = self._host.work_done_progress
        progress.begin(token, types.WorkDoneProgressBegin(self._title, cancellable=True, percentage=0))
        called_off: Future[object] = progress.tokens[token]
        called_off.add_done_callback(self._call_off)

    def _call_off(self, future: Future[object]) -> None:
        if future.cancelled() and self._task is not None:
            self.called_off = True
            self._task.cancel()
