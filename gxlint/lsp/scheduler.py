"""Which document is analysed next: one at a time, each in its newest state, the one touched last first."""

import logging
from asyncio import Future, get_running_loop
from collections.abc import Callable
from functools import partial

from gxlint.lsp.analysis import Analysis
from gxlint.lsp.documents import Documents, Snapshot
from gxlint.lsp.worker import Worker

_log = logging.getLogger(__name__)


class Scheduler:
    """Hands documents to the worker, and what comes of it back."""

    def __init__(
        self,
        worker: Worker,
        documents: Documents,
        check: Callable[[Snapshot], Analysis],
        done: Callable[[Analysis], None],
    ) -> None:
        """Have documents checked.

        Args:
            worker: does it.
            documents: those that there are.
            check: what to do, elsewhere; never fails.
            done: what to do with the result, here.
        """
        self._worker, self._documents = worker, documents
        self._check, self._done = check, done
        self._wishes: dict[str, None] = {}
        self._running: Future[Analysis] | None = None
        self._analysed = ""
        self._starting = False

    def wish(self, uri: str) -> None:
        """Have a document analysed: at once where nothing is under way, else as soon as possible."""
        self._wishes.pop(uri, None)
        self._wishes[uri] = None
        if self._running is None and not self._starting:
            # Not before the messages that came along with this one, which may be further keystrokes.
            self._starting = True
            get_running_loop().call_soon(self._next)

    def forget(self, uri: str) -> None:
        """A document is closed: nobody wants to know what would come of it."""
        self._wishes.pop(uri, None)
        if self._running is not None and self._analysed == uri:
            self._worker.call_off(self._running)

    def _next(self) -> None:
        self._starting = False
        while self._wishes and self._running is None:
            uri, _ = self._wishes.popitem()
            document = self._documents.get(uri)
            if document is not None:
                self._analysed = uri
                self._running = self._worker.submit(partial(self._check, document.snapshot))
                self._running.add_done_callback(self._finished)

    def _finished(self, future: "Future[Analysis]") -> None:
        self._running = None
        try:
            if not future.cancelled():
                self._done(future.result())
        except Exception:
            _log.exception("what came of %s could not be used", self._analysed)
        finally:
            self._next()
