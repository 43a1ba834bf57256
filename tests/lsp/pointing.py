"""Where words of a text are as a client counts, and what lies under a range that it is given."""

from __future__ import annotations

from contextlib import asynccontextmanager
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from gxlint.lsp.columns import COLUMNS
from gxlint.lsp.text import Text
from tests.lsp.bench import URI, bench

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.lsp.bench import Bench

# What may be told in reports of this kind; 𠮷 takes one, two or four units.
NUMBERS = (
    "畅通当面、信函、网络等申请渠道",
    "𠮷云:2024年收到政府信息公开申请32件,其中予以公开29件、部分公开3件,上年结转0件。畅通当面、信函、网络等申请渠道",
)
AGAIN = ("一年来的工作取得了一些成效", "全年新收政府信息公开申请32件。一年来的工作取得了一些成效")


class Page:
    """A document in an editor, in which words can be pointed at."""

    def __init__(self, client: Bench, text: str, encoding: str) -> None:
        self.client, self.text = client, text
        self._columns, self._lines = COLUMNS[encoding], Text.of(text)
        self._starts = [0, *accumulate(map(len, self._lines.lines))][:-1]

    def place(self, words: str, nth: int = 0, into: int = 0) -> dict[str, int]:
        """Where some words stand for the nth time, or so many characters into them."""
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return self.at(at + into)

    def at(self, offset: int) -> dict[str, int]:
        """The position of an offset."""
        line = max(number for number, start in enumerate(self._starts) if start <= offset)
        before = self._lines.body(line)[: offset - self._starts[line]]
        return {"line": line, "character": self._columns.outward(before)}

    def span(self, place: dict[str, Any]) -> tuple[int, int]:
        """The offsets of a range, which has to lie in the document as it stands."""
        start, end = self._offset(place["start"]), self._offset(place["end"])
        assert start <= end
        return start, end

    def under(self, place: dict[str, Any]) -> str:
        """The text in a range."""
        start, end = self.span(place)
        return self.text[start:end]

    def _offset(self, place: dict[str, int]) -> int:
        body = self._lines.body(place["line"])
        column = self._columns.inward(body, place["character"])
        # A place in the line, and not within a character.
        assert self._columns.outward(body[:column]) == place["character"]
        return self._starts[place["line"]] + column

    async def ask(
        self, method: str, words: str | None = None, nth: int = 0, into: int = 0, **more: Any
    ) -> Any:
        """Ask something of the document, at some words of it if there are any."""
        where = {"position": self.place(words, nth, into)} if words is not None else {}
        return await self.client.ask(f"textDocument/{method}", textDocument={"uri": URI}, **where, **more)


@asynccontextmanager
async def opened(
    text: str,
    encoding: str = "utf-16",
    capabilities: dict[str, Any] | None = None,
    language: str = "gxreport",
    lang: str = "zh",
) -> AsyncIterator[Page]:
    """A document that has been opened and analysed."""
    general = {"general": {"positionEncodings": [encoding]}}
    async with bench({**(capabilities or {}), **general}, lang=lang) as client:
        client.open(text, language=language)
        await client.ask("textDocument/documentSymbol", textDocument={"uri": URI})
        yield Page(client, text, encoding)
