"""What is told of a document that has been edited is what is told of one that is opened as it stands then."""

from __future__ import annotations

import asyncio
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from tests.lsp.bench import URI, Bench, bench, changed_text
from tests.lsp.capabilities import VSCODE
from tests.lsp.pointing import AGAIN, NUMBERS, Page

if TYPE_CHECKING:
    from collections.abc import Coroutine

FRESH = "untitled:另一份.gxr.md"
PIECES = (
    "3",
    "",
    "𠮷",
    "收到申请3件",
    "《条例》",
    "\n",
    " | ",
    "http://www.yunze.gov.cn/",
    "2024年3月1日",
    "2",
)
TEXT = changed_text(NUMBERS, AGAIN)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def told(client: Bench, uri: str, places: list[dict[str, int]]) -> list[Any]:
    """All that a client can ask, without the document's name."""

    async def ask(method: str, **more: Any) -> Any:
        return await client.ask(f"textDocument/{method}", textDocument={"uri": uri}, **more)

    found = [await ask(method) for method in ("documentSymbol", "documentLink", "semanticTokens/full")]
    for place in places:
        for method, more in (
            ("hover", {}),
            ("definition", {}),
            ("documentHighlight", {}),
            ("references", {"context": {"includeDeclaration": True}}),
        ):
            found.append(await ask(method, position=place, **more))
    return [str(item).replace(uri, "") for item in found]


@pytest.mark.parametrize("seed", range(4))
def test_the_same_as_anew(seed: int) -> None:
    rng, text = Random(seed), TEXT

    async def work() -> None:
        nonlocal text
        async with bench({**VSCODE, "general": {}}) as client:
            client.open(text)
            for version in range(2, 10):
                page = Page(client, text, "utf-16")
                start = rng.randrange(len(text))
                end = min(len(text), start + rng.choice((0, 0, 1, 4)))
                piece = rng.choice(PIECES)
                place = {"start": page.at(start), "end": page.at(end)}
                client.change(version, {"range": place, "text": piece})
                text = text[:start] + piece + text[end:]
                now = Page(client, text, "utf-16")
                near = [now.at(max(0, min(len(text), start + by))) for by in (-30, 0, 1, 25)]
                some = [now.place("32"), now.place("| 29 |", into=2)] if "| 29 |" in text else []
                client.open(text, uri=FRESH)
                assert await told(client, URI, near + some) == await told(client, FRESH, near + some)

    run(work())
