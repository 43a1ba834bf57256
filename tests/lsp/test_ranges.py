"""Whatever a document looks like: every range that a client is given lies in it, and what is meant stands there."""

from __future__ import annotations

import asyncio
import re
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.lsp.columns import COLUMNS
from gxlint.lsp.tokens import LEGEND
from gxlint.source.view import normalise
from gxlint.testing.figures import with_figures
from gxlint.testing.forms import blank_report, with_paragraphs
from tests.lsp.bench import URI
from tests.lsp.pointing import Page, opened
from tests.support.layouts import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Iterator

CAPABILITIES = {
    "textDocument": {
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        "documentLink": {"tooltipSupport": True},
        "definition": {"linkSupport": True},
    }
}
# 𠮷 and its neighbours take one, two or four units, ０ is one digit, what cannot be seen takes a place, too.
STRANGE = ("𠮷", "\u200b", "０", "\r\n", "\v", "ｗ", " ", "|", "《", "<b>", "㊙")
# What each kind looks like; what goes over a line end comes in pieces.
WORDS = {
    "number": r".*[0-9零〇一二两三四五六七八九十百千万半].*",
    "string": r"[^。!?|]+",
    "type": r"[^,。;:!?|《》]+",
    "enumMember": r"[0-9零〇一二三四五六七八九十年月日度./至到起止自从由,、—~ -]+",
    "variable": r"(?:20\d?)?(?:_{2,}|[×Xx]{2,})",
}


def _draft(layout: int, seed: int, strange: list[tuple[int, str]]) -> tuple[str, bool]:
    """A report with figures in its prose, with some odd characters put in; and whether that is markup."""
    chosen, rng = LAYOUTS[layout], Random(seed)
    form = rng.choice(official_formats().formats)
    draft = with_figures(blank_report(form), rng, limit=chosen.limit)
    total = int(draft.tables["table_requests"]["received"]["total"])
    said = (
        f"{draft.year}年𠮷新收政府信息公开申请{total}件,办结{rng.randrange(total + 1)}件,占50.5%,同比增长3%。",
        f"按照《政府信息公开条例》(国务院令第711号)第五十条,于{draft.year}年3月1日在https://www.yunze.gov.cn/a公布____条。",
    )
    text = chosen.render(with_paragraphs(draft, "overview", *said))
    for at, piece in strange:
        text = text[: at % len(text)] + piece + text[at % len(text) :]
    return text, chosen.kind == "html"


drafts = st.builds(
    _draft,
    st.integers(0, len(LAYOUTS) - 1),
    st.integers(0, 999),
    st.lists(st.tuples(st.integers(0, 9999), st.sampled_from(STRANGE)), max_size=5),
)


# Every example is a conversation of its own: making a failing one smaller would take minutes.
@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(drafts, st.sampled_from(sorted(COLUMNS)), st.data())
def test_every_range_lies_in_the_document(
    draft: tuple[str, bool], encoding: str, data: st.DataObject
) -> None:
    text, marked_up = draft
    places = data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6))

    async def work() -> None:
        async with opened(text, encoding, CAPABILITIES, language="html" if marked_up else "gxreport") as page:
            _check_symbols(page, await page.ask("documentSymbol"))
            for link in await page.ask("documentLink") or ():
                _check_link(page, link)
            tokens = await page.ask("semanticTokens/full")
            found = list(_tokens(page, tokens["data"])) if tokens else []
            _check_tokens(found)
            numbers = [place for place, words, kind in found if kind == "number"]
            for place in [*map(page.at, places), *numbers[:3], *numbers[-3:]]:
                await _check_place(page, place)

    asyncio.run(work())


def _check_symbols(page: Page, symbols: list[dict[str, Any]]) -> None:
    for symbol in symbols:
        whole, chosen = page.span(symbol["range"]), page.span(symbol["selectionRange"])
        assert whole[0] <= chosen[0] <= chosen[1] <= whole[1]
        for child in symbol.get("children") or ():
            page.span(child["range"])
        _check_symbols(page, symbol.get("children") or [])


def _check_link(page: Page, link: dict[str, Any]) -> None:
    words, target = page.under(link["range"]), link["target"]
    assert target.startswith(("http://", "https://"))
    assert "\n" not in words
    cited = link["tooltip"].startswith("《")
    assert cited or words in target


def _tokens(page: Page, data: list[int]) -> Iterator[tuple[dict[str, int], str, str]]:
    line = character = 0
    end = 0
    for at in range(0, len(data), 5):
        down, right, length, kind, _ = data[at : at + 5]
        line, character = line + down, right if down else character + right
        start = {"line": line, "character": character}
        place = {"start": start, "end": {"line": line, "character": character + length}}
        first, last = page.span(place)
        assert end <= first < last
        end = last
        yield start, page.under(place), LEGEND.token_types[kind]


def _check_tokens(found: list[tuple[dict[str, int], str, str]]) -> None:
    for _, words, kind in found:
        assert words.strip() == words
        assert re.fullmatch(WORDS.get(kind, ".+"), normalise(words).text), (kind, words)


async def _check_place(page: Page, place: dict[str, int]) -> None:
    request = {"textDocument": {"uri": URI}, "position": place}
    at = page.span({"start": place, "end": place})[0]
    ask = page.client.ask
    if hover := await ask("textDocument/hover", **request):
        first, last = page.span(hover["range"])
        assert first <= at <= last or not page.text[min(at, first) : max(at, last)].strip()
    for link in await ask("textDocument/definition", **request) or ():
        assert page.span(link["originSelectionRange"])[0] <= at <= page.span(link["originSelectionRange"])[1]
        page.span(link["targetRange"])
    context = {"includeDeclaration": True}
    places = await ask("textDocument/references", **request, context=context) or []
    highlights = await ask("textDocument/documentHighlight", **request) or []
    assert sorted(map(str, (item["range"] for item in places))) == sorted(
        str(item["range"]) for item in highlights
    )
    for item in places:
        page.span(item["range"])
