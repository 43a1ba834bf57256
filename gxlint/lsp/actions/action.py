"""What an action is: something that the server offers to do at a place of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence

    from lsprotocol import types

    from gxlint.lint.edits import SourceEdit
    from gxlint.lsp.analysis import Analysis, Shown
    from gxlint.lsp.documents import OpenDocument
    from gxlint.lsp.server import Server
    from gxlint.readers import Document


class Asked(NamedTuple):
    """What is asked for.

    Attributes:
        server: whom.
        document: the open document.
        analysis: what is known of it as it stands.
        read: the document as it was read for that.
        start, end: the stretch of the source that is asked for, as offsets; often nothing but the caret.
        context: what else the client says.
    """

    server: Server
    document: OpenDocument
    analysis: Analysis
    read: Document
    start: int
    end: int
    context: types.CodeActionContext

    @property
    def lang(self) -> str:
        """The language of titles."""
        return self.server.settings.lang

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch of the source, given by its offsets, is asked for."""
        return start <= self.end and end >= self.start

    def shown(self) -> Iterator[Shown]:
        """What has been found in the stretch that is asked for."""
        return (item for item in self.analysis.shown if self.touches(item.start, item.end))


class Offer(NamedTuple):
    """One thing that can be done.

    Attributes:
        title: what the user reads.
        kind: of the provider's kinds.
        edits: what changes in this document.
        edit: what changes, if that is not this document alone.
        command: what the client is to do after the edit, or instead of it.
        shown: the findings that this puts right.
        preferred: the client may do it unasked, as it is certainly meant.
        later: what changes is worked out when the offer is taken: see ``Action.resolve``.
    """

    title: str
    kind: str
    edits: Sequence[SourceEdit] = ()
    edit: types.WorkspaceEdit | None = None
    command: types.Command | None = None
    shown: Sequence[Shown] = ()
    preferred: bool = False
    later: bool = False


class Action(NamedTuple):
    """One kind of offer.

    Attributes:
        kinds: all kinds of its offers, for clients that ask for some alone. No two actions that resolve share one.
        provide: what can be done. Answers from what is known and computes nothing expensive.
        resolve: what a ``later`` offer changes; none if that is nothing.
    """

    kinds: tuple[str, ...]
    provide: Callable[[Asked], Iterable[Offer]]
    resolve: Callable[[Server, OpenDocument], Awaitable[types.WorkspaceEdit | None]] | None = None
