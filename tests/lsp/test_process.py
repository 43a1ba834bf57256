"""The real process, as editors start it."""

from __future__ import annotations

import asyncio
import json
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from gxlint.lsp.columns import COLUMNS
from gxlint.readers import read_path
from tests.cli.running import gxlint
from tests.corpus.plan import entries
from tests.lsp.bench import WRONG_TOTAL, changed_text
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.editors import Editor, editor

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

EDITORS = {"vscode": VSCODE, "neovim": NEOVIM, "emacs": EMACS}
LANGUAGES = {".html": "html", ".md": "markdown", ".txt": "plaintext"}
Found = tuple[str, str, str, tuple[int, int], tuple[int, int]]

every_editor = pytest.mark.parametrize("name", EDITORS)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def some_reports() -> list[Path]:
    """Clean and faulty ones, of every kind of file."""
    faulty = [entry.path for entry in entries() if not entry.clean]
    clean = [entry.path for entry in entries() if entry.clean]
    pages = [path for path in faulty if path.suffix == ".html"]
    drafts = [path for path in (*clean, *faulty) if path.suffix == ".md"]
    return list(dict.fromkeys([*faulty[:8], *pages[:3], *drafts[:2], *clean[:3]]))


@pytest.fixture(scope="module")
def by_check(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, list[Found]]:
    """What ``gxlint check`` says of these reports."""
    with pytest.MonkeyPatch.context() as patch:
        reports = some_reports()
        ran = gxlint(patch, "check", *map(str, reports), "--output-format", "json")
    files = json.loads(ran.out)["files"]
    return {
        path: sorted(
            (item["code"], item["severity"], item["message"], place(item, "start"), place(item, "end"))
            for item in file["diagnostics"]
        )
        for path, file in zip(reports, files, strict=True)
    }


def place(item: dict[str, Any], side: str) -> tuple[int, int]:
    found = item["range"][side]
    return found["line"], found["character"]


SEVERITIES = {1: "error", 2: "warning", 3: "info", 4: "hint"}


def found_by(client: Editor, text: str, diagnostics: list[types.Diagnostic]) -> list[Found]:
    return sorted(
        (
            str(item.code),
            SEVERITIES[int(item.severity or 0)],
            item.message,
            client.place(text, item.range.start),
            client.place(text, item.range.end),
        )
        for item in diagnostics
        if item.code != "GXL"  # what the server says of its own
    )


@every_editor
def test_editors_are_told_what_check_says(name: str, by_check: dict[Path, list[Found]]) -> None:
    async def work() -> None:
        async with editor(EDITORS[name]) as client:
            assert client.pulls == (name != "emacs")
            assert client.encoding == ("utf-8" if name == "neovim" else "utf-16")
            texts = {path: read_path(str(path)).source.text for path in by_check}
            for path, text in texts.items():
                client.open(path.as_uri(), text, LANGUAGES[path.suffix])
            for path, text in texts.items():
                diagnostics = await client.diagnostics(path.as_uri())
                assert found_by(client, text, diagnostics) == by_check[path], path.name
            assert sum(map(len, by_check.values())) > 20
            assert bool(client.published) != client.pulls

    run(work())


ENCODINGS = {"vscode": "utf-16", "neovim": "utf-32", "emacs": "utf-8"}
PIECES = ("", "9", "年", "\U00020000", "| 0 |", "\n", "\r\n", "。", "\u2028", "\x0b", "政府信息公开")


@every_editor
def test_edits_lead_to_the_same_as_opening_the_result(name: str) -> None:
    async def work() -> None:
        encoding = ENCODINGS[name]
        capabilities = {**EDITORS[name], "general": {"positionEncodings": [encoding]}}
        async with editor(capabilities, quiet=0) as client:
            assert client.encoding == encoding
            rng, uri = Random(name), "untitled:a.gxr.md"
            text = changed_text(WRONG_TOTAL, ("财政", "财\U0001f600政"))
            client.open(uri, text)
            for version in range(2, 18):
                text, change = edited(rng, text, encoding)
                # Now and then the whole text, as clients may send it that do not count edits.
                whole = types.TextDocumentContentChangeWholeDocument(text)
                client.change(uri, version, whole if version % 5 == 0 else change)
                if version % 4:
                    continue
                anew = f"untitled:{version}.gxr.md"
                client.open(anew, text)
                by_edits = found_by(client, text, await client.diagnostics(uri, version))
                assert by_edits == found_by(client, text, await client.diagnostics(anew))
                assert by_edits

    run(work())


def edited(rng: Random, text: str, encoding: str) -> tuple[str, types.TextDocumentContentChangePartial]:
    """The text after some edit, and the edit. It never parts a carriage return from its line feed."""
    begin = rng.randrange(len(text))
    end = min(begin + rng.choice((0, 0, 1, 2, 9)), len(text))
    begin -= text[begin - 1 : begin] == "\r"
    end += text[end - 1 : end] == "\r"
    new = rng.choice(PIECES)
    place = types.Range(position(text, begin, encoding), position(text, end, encoding))
    return text[:begin] + new + text[end:], types.TextDocumentContentChangePartial(place, new)


def position(text: str, offset: int, encoding: str) -> types.Position:
    line = text.count("\n", 0, offset)
    start = text.rfind("\n", 0, offset) + 1
    return types.Position(line, COLUMNS[encoding].outward(text[start:offset]))


def test_a_burst_of_keystrokes() -> None:
    async def work() -> None:
        async with editor(EMACS) as client:
            uri, text = "untitled:a.gxr.md", changed_text()
            client.open(uri, text)
            await client.diagnostics(uri)
            before = len(client.published[uri])
            row = next(index for index, line in enumerate(text.split("\n")) if "28 | 1 | 0" in line)
            column = text.split("\n")[row].index("28 | 1 | 0")
            at = types.Range(types.Position(row, column), types.Position(row, column + 2))
            for number in range(25):
                client.change(uri, 2 + number, types.TextDocumentContentChangePartial(at, str(30 + number)))
            # Answered meanwhile, whatever there is to say.
            hovering = types.HoverParams(types.TextDocumentIdentifier(uri), at.start)
            await asyncio.wait_for(client.client.text_document_hover_async(hovering), 20)
            assert len(client.published[uri]) - before <= 1
            asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), at, types.CodeActionContext([]))
            actions = await client.client.text_document_code_action_async(asked)
            assert "改为“28”" in [action.title for action in actions or ()]
            async with asyncio.timeout(20):
                while not client.published[uri][-1].diagnostics:
                    await asyncio.sleep(0.01)
            assert len(client.published[uri]) - before <= 2
            assert client.published[uri][-1].version == 26

    run(work())


def test_five_hundred_documents() -> None:
    async def work() -> None:
        async with editor(EMACS) as client:
            uris = [f"untitled:{number}.gxr.md" for number in range(500)]
            for number, uri in enumerate(uris):
                client.open(uri, f"云泽县第{number}局2024年政府信息公开工作年度报告\n一、总体情况\n")
            again = uris[250]
            client.change(again, 2, types.TextDocumentContentChangeWholeDocument(changed_text(WRONG_TOTAL)))
            assert [item.code for item in await client.diagnostics(again, 2)] == ["CN305"]
            for uri in uris:
                assert await client.diagnostics(uri)
            for uri in uris:
                client.close(uri)
            async with asyncio.timeout(20):
                while client.published[uris[-1]][-1].diagnostics:
                    await asyncio.sleep(0.01)

    run(work())
