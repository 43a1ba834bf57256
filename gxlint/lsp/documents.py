"""The documents that the client has open, as they stand."""

import os
from asyncio import Future, TimerHandle, get_running_loop
from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from pygls.uris import to_fs_path

from gxlint.lsp.analysis import Analysis
from gxlint.lsp.columns import Columns
from gxlint.lsp.text import Change, Text
from gxlint.lsp.workspace.folders import path_key

_FILE = "file:"
# Of all documents together, so that one that is opened again is not taken for what it was before.
_EDITIONS = count(1)


class Snapshot(NamedTuple):
    """A document at some moment. ``edition`` tells it from all others, whatever versions the client gives them."""

    uri: str
    path: str
    language: str
    version: int
    edition: int
    text: Text


class OpenDocument:
    """A document that is open.

    Attributes:
        latest: what the last analysis found, which may be one of an earlier edition.
        caret: line and column, in code points, where the user is typing; none when he is not.
        withheld: whether the client was last told less than was found, so as not to disturb him.
        timer: strikes when he pauses.
        unsaved: whether the text has changed since it was opened or saved.
    """

    def __init__(self, uri: str, path: str, language: str, version: int, text: str) -> None:
        """Open it."""
        self.uri, self.path, self.language = uri, path, language
        self.version, self.edition = version, next(_EDITIONS)
        self.text = Text.of(text)
        self.latest: Analysis | None = None
        self.caret: tuple[int, int] | None = None
        self.withheld = self.unsaved = False
        self.timer: TimerHandle | None = None
        self._waiting: list[Future[None]] = []
        self._closed = False

    @property
    def is_file(self) -> bool:
        """Whether it has been saved, or would be under a name that is known."""
        return self.uri.startswith(_FILE)

    @property
    def snapshot(self) -> Snapshot:
        """The document as it stands."""
        return Snapshot(self.uri, self.path, self.language, self.version, self.edition, self.text)

    @property
    def current(self) -> Analysis | None:
        """The analysis of the document as it stands, if there is one yet."""
        latest = self.latest
        return latest if latest is not None and latest.edition == self.edition else None

    def change(self, version: int, changes: Iterable[Change], columns: Columns) -> None:
        """Take changes over, one after the other."""
        for change in changes:
            self.text = self.text.edited(change, columns)
        self.version = version
        self.edition = next(_EDITIONS)
        self.unsaved = True

    def outdate(self) -> None:
        """No analysis made so far holds any more, though the text stays."""
        self.edition = next(_EDITIONS)

    def learn(self, analysis: Analysis) -> bool:
        """Take an analysis over, and tell those who wait for it; not if it is of an earlier edition."""
        if analysis.edition != self.edition:
            return False
        self.latest = analysis
        self._wake()
        return True

    async def analysed(self) -> Analysis | None:
        """The analysis of the document as it stands, as soon as there is one; none if the document is closed."""
        # Between the news and him who waits for them the document may change once more.
        while self.current is None and not self._closed:
            waiting: Future[None] = get_running_loop().create_future()
            self._waiting.append(waiting)
            await waiting
        return None if self._closed else self.current

    def close(self) -> None:
        """Nobody will hear of it any more."""
        if self.timer is not None:
            self.timer.cancel()
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():  # its request may have been cancelled
                future.set_result(None)


class Documents:
    """All open documents."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: dict[str, OpenDocument] = {}
        self._files: dict[str, OpenDocument] = {}
        self._root = ""

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(tuple(self._open.values()))

    @property
    def root(self) -> str:
        """The folder that what has not been saved yet counts as lying in."""
        return self._root

    @root.setter
    def root(self, root: str) -> None:
        self._root = root
        for document in self:
            document.path = path_of(document.uri, root)

    def get(self, uri: str) -> OpenDocument | None:
        """The document, if it is open."""
        return self._open.get(uri)

    def at(self, key: str) -> OpenDocument | None:
        """The document that a file is open as; ``key`` is that of its path."""
        return self._files.get(key)

    def open(self, uri: str, language: str, version: int, text: str) -> OpenDocument:
        """Open a document; one that is open already is opened anew."""
        self.close(uri)
        document = OpenDocument(uri, path_of(uri, self.root), language, version, text)
        self._open[uri] = document
        if document.is_file:
            self._files[path_key(document.path)] = document
        return document

    def close(self, uri: str) -> bool:
        """Forget a document; whether it was open."""
        document = self._open.pop(uri, None)
        if document is not None:
            document.close()
            key = path_key(document.path)
            if self._files.get(key) is document:
                del self._files[key]
        return document is not None


def path_of(uri: str, root: str) -> str:
    """Where a document lies, or would lie: what has not been saved yet counts as lying in the root folder."""
    if uri.startswith(_FILE) and (path := to_fs_path(uri)):
        return path
    name = os.path.basename(unquote(urlsplit(uri).path).rstrip("/"))
    return os.path.join(root, name)
