"""What completion offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import CompletionItemKind

if TYPE_CHECKING:
    from gxlint.lsp.completion.asked import Asked


class Offer(NamedTuple):
    """Something that may be written here.

    Attributes:
        label: what the user chooses by.
        text: what is written; ``____`` in it is for him to fill in.
        start, end: the columns of the line that it takes the place of, in code points.
        rank: what comes first: 0 for what is missing here.
        kind: what it is.
        detail: a few words more.
        about: what is told of it, as Markdown.
        outdated: it should not be used any more.
    """

    label: str
    text: str
    start: int
    end: int
    rank: int = 0
    kind: CompletionItemKind = CompletionItemKind.Text
    detail: str = ""
    about: str = ""
    outdated: bool = False

    def typed(self, asked: Asked) -> str:
        """What is typed already of what it takes the place of."""
        return asked.before[self.start :]
