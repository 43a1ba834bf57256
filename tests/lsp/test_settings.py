"""What the user sets in the editor: how grave findings are, whose reports these are, when to hear of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from gxlint.lsp.settings import ServerSettings, read_settings
from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text, codes
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.editors import editor
from tests.lsp.test_folders import PACK

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

FILE = "file:///reports/2024.gxr.md"
FAULTY = changed_text(WRONG_TOTAL, ("财政", "财\U00020bb7政"))
BODY = "青岭镇人民政府"
NAMELESS = changed_text(
    ("云泽县财政局2024年", "2024年"), (",由云泽县财政局编制本报告", "编制本报告")
).replace("云泽县财政局", "本机关")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def saved(client: Bench, uri: str = FILE) -> None:
    client.notify("textDocument/didSave", textDocument={"uri": uri})


def typed(client: Bench, version: int, text: str = FAULTY, uri: str = FILE) -> None:
    client.change(version, {"text": text}, uri=uri)


async def settled(client: Bench, uri: str = FILE) -> None:
    """Wait until the document has been looked at."""
    await client.ask("gxlint/verdict", textDocument={"uri": uri})


@pytest.mark.parametrize(
    ("grades", "found"),
    [
        ({"CN305": "warning"}, [("CN305", 2)]),
        ({"CN3": "hint", "row-total": "info"}, [("CN305", 3)]),
        ({"CN3": "off"}, []),
        ({}, [("CN305", 1)]),
    ],
)
def test_severities(grades: dict[str, str], found: list[tuple[str, int]]) -> None:
    async def work() -> None:
        async with bench(severities=grades) as client:
            client.open(FAULTY)
            diagnostics = await client.published(1)
            told = [(item["code"], item["severity"]) for item in diagnostics if item["code"] != "GXL"]
            assert told == found

    run(work())


def test_severities_of_rules_that_there_are_in_the_folder_alone(tmp_path: Path) -> None:
    """They are those of a pack; the folder is not the one that the server has been started in."""

    async def work() -> None:
        (tmp_path / "有").mkdir()
        (tmp_path / "有" / "gxlint.toml").write_text('packs = ["own.toml"]\n', encoding="utf-8")
        (tmp_path / "有" / "own.toml").write_text(PACK.format(words="从来没有的话"), encoding="utf-8")
        async with bench(root=tmp_path / "有", severities={"YZ1": "hint"}) as client:
            for folder, grades in (("有", {("YZ101", 4), ("CN305", 1)}), ("无", {("CN305", 1)})):
                uri = (tmp_path / folder / "a.gxr.md").as_uri()
                client.open(FAULTY, uri)
                diagnostics = await client.published(1, uri)
                assert {(item["code"], item["severity"]) for item in diagnostics} == grades

    run(work())


@pytest.mark.parametrize(
    "values",
    [
        {"severities": ["CN305"]},
        {"severities": {"CN305": "fatal"}},
        {"severities": {"CN305": None}},
        {"run": "sometimes"},
        {"body": 5},
    ],
)
def test_what_cannot_be_is_told(values: dict[str, Any]) -> None:
    (name,) = values
    for lang in ("zh", "en"):
        settings, (problem,) = read_settings(values, ServerSettings(lang=lang))
        assert settings == ServerSettings(lang=lang)
        assert f"gxlint.{name}" in problem


def test_the_body_of_a_report_that_names_none() -> None:
    async def work() -> None:
        for body in (None, BODY):
            async with bench(body=body) as client:
                client.open(NAMELESS)
                assert (await client.ask("gxlint/verdict", textDocument={"uri": URI}))["organisation"] == body

    run(work())


def test_a_report_that_names_its_body_knows_better() -> None:
    async def work() -> None:
        async with bench(body=BODY) as client:
            client.open(FAULTY)
            told = await client.ask("gxlint/verdict", textDocument={"uri": URI})
            assert told["organisation"] == "云泽县财\U00020bb7政局"

    run(work())


@pytest.mark.parametrize("by_file", [False, True])
def test_a_blank_report_begins_with_the_body(by_file: bool, tmp_path: Path) -> None:
    async def work() -> None:
        if by_file:
            (tmp_path / "gxlint.toml").write_text(f'body = "{BODY}"\n', encoding="utf-8")
        uri = (tmp_path / "a.gxr.md").as_uri()
        async with bench(VSCODE, tmp_path, body=None if by_file else BODY) as client:
            client.open("", uri)
            at = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
            offers = (await client.ask("textDocument/completion", **at))["items"]
            blank = next(item for item in offers if item["label"].startswith("空白报告"))
            assert blank["textEdit"]["newText"].lstrip("# ").startswith(BODY)

    run(work())


def test_on_saving_who_is_sent_them() -> None:
    async def work() -> None:
        async with bench(EMACS, run="onSave") as client:
            client.open(changed_text(), FILE)
            assert await client.published(1, FILE) == []
            typed(client, 2)
            await settled(client)
            assert len(client.publishes(FILE)) == 1
            saved(client)
            assert codes(await client.published(2, FILE)) == ["CN305"]
            typed(client, 3, changed_text())
            await settled(client)
            assert len(client.publishes(FILE)) == 2
            client.settings = {"run": "onType"}
            client.notify("workspace/didChangeConfiguration", settings=None)
            await client.until(lambda: client.publishes(FILE)[-1]["diagnostics"] == [])

    run(work())


def test_on_saving_who_asks() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.settings = {"run": "onSave"}
            client.notify("workspace/didChangeConfiguration", settings=None)
            client.open(changed_text(), FILE)
            first = await client.pull(FILE)
            assert first["items"] == []
            typed(client, 2)
            held = await client.pull(FILE, first["resultId"])
            assert held == {"kind": "unchanged", "resultId": first["resultId"]}
            before = len(client.told("workspace/diagnostic/refresh"))
            saved(client)
            await client.until(lambda: len(client.told("workspace/diagnostic/refresh")) > before)
            assert codes((await client.pull(FILE, first["resultId"]))["items"]) == ["CN305"]

    run(work())


def test_what_is_at_the_caret_is_said_at_once_when_it_is_saved() -> None:
    async def work() -> None:
        async with bench(EMACS, run="onSave", quiet=60_000) as client:
            good = changed_text()
            client.open(good, FILE)
            row = next(at for at, line in enumerate(good.split("\n")) if WRONG_TOTAL[0] in line)
            at = {"line": row, "character": good.split("\n")[row].index(WRONG_TOTAL[0])}
            until = {"line": row, "character": at["character"] + 2}
            client.change(2, {"range": {"start": at, "end": until}, "text": "29"}, uri=FILE)
            await settled(client)
            saved(client)
            assert codes(await client.published(2, FILE)) == ["CN305"]

    run(work())


def test_what_has_no_file_yet_cannot_be_waited_for() -> None:
    async def work() -> None:
        async with bench(EMACS, run="onSave") as client:
            client.open(changed_text())
            typed(client, 2, uri=URI)
            assert codes(await client.published(2)) == ["CN305"]

    run(work())


def test_who_cannot_be_asked_to_ask_again_does_not_wait() -> None:
    async def work() -> None:
        async with bench(NEOVIM, run="onSave") as client:
            client.open(changed_text(), FILE)
            first = await client.pull(FILE)
            typed(client, 2)
            assert codes((await client.pull(FILE, first["resultId"]))["items"]) == ["CN305"]

    run(work())


@pytest.mark.parametrize("capabilities", [VSCODE, NEOVIM, EMACS], ids=["vscode", "neovim", "emacs"])
def test_in_the_real_process(capabilities: dict[str, Any], tmp_path: Path) -> None:
    async def work() -> None:
        uri = (tmp_path / "a.gxr.md").as_uri()
        settings = {"severities": {"CN305": "info"}, "run": "onSave", "body": BODY}
        async with editor(capabilities, tmp_path, **settings) as client:
            client.client.set_configuration({"gxlint": settings})
            client.open(uri, NAMELESS)
            assert "CN111" in {item.code for item in await client.diagnostics(uri)}
            client.change(uri, 2, types.TextDocumentContentChangeWholeDocument(FAULTY))
            client.client.text_document_did_save(
                types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            (found,) = [item for item in await client.diagnostics(uri, 2) if item.code == "CN305"]
            assert found.severity == types.DiagnosticSeverity.Information
            line, column = client.place(FAULTY, found.range.start)
            assert FAULTY.split("\n")[line][column:].startswith("29 ")

    run(work())
