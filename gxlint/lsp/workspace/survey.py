"""What is known of the files that are not open. They are looked at in the background, when nothing else is to be done."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from gxlint.lsp.workspace.folders import path_key
from gxlint.lsp.workspace.looking import Listing, listed, look

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping

    from lsprotocol import types

    from gxlint.lsp.checkers import Checkers
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.workspace.host import Host
    from gxlint.lsp.workspace.looking import Listed, Stamp
    from gxlint.lsp.workspace.symbols import Symbol

T = TypeVar("T")
# For so long at a time are folders looked through: whoever types does not notice that.
_SLICE = 0.02
# So many files of which all is known already are gone through before messages are looked for.
_AT_ONCE = 100
# For so many seconds may the first word of a change wait for others: they seldom come alone.
_PAUSE = 0.3


class Told(NamedTuple):
    """What somebody knows of a file: how he calls it, and the result id of what he was told."""

    uri: str
    result_id: str


class Known(NamedTuple):
    """What is kept of a file: not the findings, of which there may be very many.

    ``result_id`` is empty where it is none of ours; ``counts`` are findings by severity, the gravest first.
    """

    uri: str
    path: str
    stamp: Stamp
    ours: bool
    result_id: str
    counts: tuple[int, ...]
    symbols: tuple[Symbol, ...]


class Found(NamedTuple):
    """A file or an open document.

    Attributes:
        key, uri: which.
        result_id: tells what was found from anything else that might be.
        items: what was found; none where that is known to him who asks.
        version: of an open document.
    """

    key: str
    uri: str
    result_id: str
    items: list[types.Diagnostic] | None
    version: int | None = None


class Survey:
    """Looks at files and keeps what is known of them.

    Attributes:
        known: the files seen last, by the key of their path.
        complete: set once all of them have been seen.
        changes: how often something has changed.
        stopped: what ``changes`` was when the user last called a sweep off, who does not want it again just yet.
        ended: nobody wants to know any more.
    """

    def __init__(self, host: Host) -> None:
        """Nothing is known yet."""
        self._host = host
        self.known: dict[str, Known] = {}
        self.complete = asyncio.Event()
        self._alone = asyncio.Lock()
        self._waiting: list[asyncio.Future[None]] = []
        self.changes, self.ended = 0, False
        self.stopped = -1

    def changed(self) -> None:
        """Files, or what holds for them, may be others now."""
        self.changes += 1
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    def end(self) -> None:
        """Nobody wants to know any more."""
        self.ended = True
        self.changed()

    async def news(self, since: int, patience: float | None = None) -> None:
        """Wait until something has changed, or for so long.

        Args:
            since: what ``changes`` was when it was last looked.
            patience: seconds; for ever unless given.
        """
        if since == self.changes:
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(future)
            await asyncio.wait([future], timeout=patience)
        await asyncio.sleep(_PAUSE)

    def remembered(self) -> dict[str, Told]:
        """What he knows who was told everything."""
        return {key: Told(known.uri, known.result_id) for key, known in self.known.items() if known.ours}

    async def sweep(
        self,
        told: Mapping[str, Told],
        tell: Callable[[Found], object],
        step: Callable[[int, int], Awaitable[None]] | None = None,
    ) -> None:
        """Look at all files, and at the open documents among them, whose turn comes first at any time.

        Args:
            told: what he knows who asks, by key.
            tell: called with everything that is ours, and with what is no more and was known.
            step: called after each file with how many there have been, and how many there are.
        """
        async with self._alone:
            files = await self._files()
            files.sort(key=lambda file: self._host.documents.at(file.key) is None)
            for number, file in enumerate(files, 1):
                if self.ended:
                    return
                found = await self._found(file, told.get(file.key))
                if found is not None:
                    tell(found)
                if step is not None:
                    await step(number, len(files))
                if number % _AT_ONCE == 0:
                    await asyncio.sleep(0)
            for found in self._gone({file.key for file in files}, told):
                tell(found)
            self.complete.set()
            self._host.settle()

    async def items_of(self, path: str) -> list[types.Diagnostic]:
        """What there is in a single file that is not open; nothing where it is none of ours."""
        checkers = self._host.checkers
        file = await self._done(partial(listed, checkers, path)) if self._host.folders.of(path) else None
        if file is None:
            return []
        items, self.known[file.key] = await self._done(partial(self._look, checkers, file))
        return items

    async def _files(self) -> list[Listed]:
        listing = Listing(self._host.checkers, self._host.folders)
        while not await self._done(partial(listing.advance, _SLICE)):
            pass
        return listing.files

    async def _found(self, file: Listed, told: Told | None) -> Found | None:
        if (document := self._host.documents.at(file.key)) is not None:
            return await self._of_document(document)
        uri, told_id = told if told is not None else (file.uri, "")
        known = self.known.get(file.key)
        if known is not None and known.stamp == file.stamp and known.result_id in ("", told_id):
            return Found(file.key, uri, told_id, None) if known.ours else None
        items, seen = await self._done(partial(self._look, self._host.checkers, file))
        self.known[file.key] = seen
        if (document := self._host.documents.at(file.key)) is not None:  # opened in the meantime
            return await self._of_document(document)
        if not seen.ours:
            return None
        return Found(file.key, uri, seen.result_id, None if seen.result_id == told_id else items)

    async def _of_document(self, document: OpenDocument) -> Found | None:
        analysis = await document.analysed()
        if analysis is None or analysis.document is None:
            return None
        items = self._host.visible(document, analysis)
        result_id = self._host.result_id(items)
        return Found(path_key(document.path), document.uri, result_id, items, analysis.version)

    def _look(self, checkers: Checkers, file: Listed) -> tuple[list[types.Diagnostic], Known]:
        """What there is in a file, and what is to be kept of that. On the worker's thread."""
        looked = look(checkers, file)
        items = list(looked.diagnostics or ())
        result_id = self._host.result_id(items) if looked.diagnostics is not None else ""
        counts = tuple(sum(item.severity == severity for item in items) for severity in (1, 2, 3, 4))
        ours = looked.diagnostics is not None
        return items, Known(file.uri, file.path, looked.stamp, ours, result_id, counts, looked.symbols)

    def _gone(self, there: set[str], told: Mapping[str, Told]) -> Iterator[Found]:
        """What is no file of ours any more, and was one."""
        for key in self.known.keys() - there:
            del self.known[key]
        nothing = self._host.result_id([])
        for key, (uri, told_id) in told.items():
            known = self.known.get(key)
            is_ours = self._host.documents.at(key) is not None or (known is not None and known.ours)
            if not is_ours and told_id != nothing:
                yield Found(key, uri, nothing, [])

    async def _done(self, work: Callable[[], T]) -> T:
        job = self._host.worker.submit(work, background=True)
        try:
            return await job
        except asyncio.CancelledError:
            self._host.worker.call_off(job)
            raise
