"""Finding one's way in a report with the real process, as editors do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from gxlint.lsp.columns import COLUMNS
from tests.lsp.bench import URI, changed_text
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.editors import Editor, editor
from tests.lsp.pointing import AGAIN, NUMBERS

if TYPE_CHECKING:
    from collections.abc import Coroutine

EDITORS = {"vscode": VSCODE, "neovim": NEOVIM, "emacs": EMACS}
TEXT = changed_text(NUMBERS, AGAIN).replace("\n", "\r\n")
LINES = TEXT.split("\r\n")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def pointing(encoding: str, words: str) -> types.Position:
    """Where words stand first."""
    line = next(number for number, body in enumerate(LINES) if words in body)
    return types.Position(line, COLUMNS[encoding].outward(LINES[line][: LINES[line].index(words)]))


def under(encoding: str, place: types.Range) -> str:
    assert place.start.line == place.end.line
    body = LINES[place.start.line]
    start, end = (COLUMNS[encoding].inward(body, spot.character) for spot in (place.start, place.end))
    return body[start:end]


async def walk(shown: Editor, capabilities: dict[str, Any]) -> None:
    """Do what the editor can do."""
    client, code, item = shown.client, shown.encoding, types.TextDocumentIdentifier(URI)
    shown.open(URI, TEXT)
    await shown.diagnostics(URI)
    place = pointing(code, "29件")
    hover = await client.text_document_hover_async(types.HoverParams(item, place))
    assert hover is not None
    assert hover.range is not None
    assert under(code, hover.range) == "29"
    assert isinstance(hover.contents, types.MarkupContent)
    assert "表三“予以公开”总计 29" in hover.contents.value
    plain = capabilities["textDocument"]["hover"]["contentFormat"] == ["plaintext"]
    assert hover.contents.kind == (types.MarkupKind.PlainText if plain else types.MarkupKind.Markdown)
    links = await client.text_document_definition_async(types.DefinitionParams(item, place))
    assert isinstance(links, list)
    (link,) = links
    assert isinstance(link, types.LocationLink)
    assert link.origin_selection_range is not None
    assert under(code, link.origin_selection_range) == under(code, link.target_range) == "29"
    assert LINES[link.target_range.start.line].startswith("| 三、本年度办理结果 | (一)予以公开")
    params = types.ReferenceParams(types.ReferenceContext(True), item, pointing(code, "32件"))
    found = await client.text_document_references_async(params)
    assert found is not None
    assert [under(code, location.range) for location in found] == ["32"] * 3
    marked = await client.text_document_document_highlight_async(types.DocumentHighlightParams(item, place))
    assert marked is not None
    assert [under(code, highlight.range) for highlight in marked] == ["29", "29"]
    leading = await client.text_document_document_link_async(types.DocumentLinkParams(item))
    assert leading is not None
    assert "国办公开办函〔2021〕30号" in [under(code, link.range) for link in leading]
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(item))
    assert symbols is not None
    assert isinstance(symbols[0], types.DocumentSymbol)
    tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(item))
    assert tokens is not None
    assert len(tokens.data) % 5 == 0 < len(tokens.data)


@pytest.mark.parametrize("name", EDITORS)
def test_editors(name: str) -> None:
    async def work() -> None:
        async with editor(EDITORS[name]) as shown:
            await walk(shown, EDITORS[name])

    run(work())


@pytest.mark.parametrize("encoding", COLUMNS)
def test_encodings(encoding: str) -> None:
    capabilities = {**VSCODE, "general": {"positionEncodings": [encoding]}}

    async def work() -> None:
        async with editor(capabilities) as shown:
            assert shown.encoding == encoding
            await walk(shown, capabilities)

    run(work())
