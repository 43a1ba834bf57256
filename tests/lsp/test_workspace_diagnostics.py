"""What is wrong with the reports of a folder, open or not: asked for, sent, or on command."""

from __future__ import annotations

import asyncio
import os
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lint.session import Session
from gxlint.lsp.checker import Installed
from gxlint.lsp.checkers import Checkers
from gxlint.lsp.client import Client
from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.workspace import looking, pushing, survey
from gxlint.lsp.workspace.folders import Folders
from tests.lsp.bench import WRONG_TOTAL, Bench, bench, changed_text, codes
from tests.lsp.capabilities import EMACS, NEOVIM, PLAIN, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

FAULTY = changed_text(WRONG_TOTAL)
GOOD = changed_text()
NO_REPORT = "会议通知\n\n定于周五召开政府信息公开工作会议。\n"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits here for an editor to be ready, nor for more changes to come."""
    monkeypatch.setattr(pushing, "_START", 0.0)
    monkeypatch.setattr(survey, "_PAUSE", 0.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports in several encodings, and what is none."""
    (tmp_path / "局" / "旧").mkdir(parents=True)
    (tmp_path / "错.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "局" / "好.txt").write_bytes(GOOD.encode("gb18030"))
    (tmp_path / "局" / "旧" / "错.txt").write_bytes(FAULTY.encode("utf-16"))
    (tmp_path / "通知.txt").write_text(NO_REPORT, encoding="utf-8")
    (tmp_path / "说明.md").write_text("随便写写。\n", encoding="utf-8")
    (tmp_path / ".隐藏.md").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "程序.py").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "新.gxr.md").write_text("", encoding="utf-8")
    return tmp_path


def uri(path: Path) -> str:
    return path.as_uri()


async def asked(client: Bench, ids: dict[str, str] | None = None, **more: Any) -> dict[str, dict[str, Any]]:
    """The reports by URI."""
    previous = [{"uri": key, "value": value} for key, value in (ids or {}).items()]
    found = await client.ask("workspace/diagnostic", previousResultIds=previous, **more)
    return {item["uri"]: item for item in found["items"]}


def ids_of(found: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {key: item["resultId"] for key, item in found.items()}


def test_what_is_found_in_a_folder(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            found = await asked(client)
            assert {key: codes(item["items"]) for key, item in found.items()} == {
                uri(folder / "错.md"): ["CN305"],
                uri(folder / "局" / "好.txt"): [],
                uri(folder / "局" / "旧" / "错.txt"): ["CN305"],
            }
            assert {item["kind"] for item in found.values()} == {"full"}
            again = await asked(client, ids_of(found))
            assert {item["kind"] for item in again.values()} == {"unchanged"}
            assert ids_of(again) == ids_of(found)

    run(work())


def test_it_is_what_opening_the_file_tells(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            wrong = uri(folder / "错.md")
            unopened = (await asked(client))[wrong]["items"]
            client.open(FAULTY, wrong, "markdown")
            assert (await client.pull(wrong))["items"] == unopened
            result = Session().check_path(str(folder / "错.md")).result
            assert result is not None
            assert [item["message"] for item in unopened] == [finding.text() for finding in result.findings]

    run(work())


def test_only_what_has_changed_is_told_anew(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            first = await asked(client)
            wrong, good = uri(folder / "错.md"), uri(folder / "局" / "好.txt")
            (folder / "错.md").write_text(GOOD, encoding="utf-8")
            (folder / "局" / "好.txt").unlink()
            second = await asked(client, ids_of(first))
            assert (second[wrong]["kind"], second[wrong]["items"]) == ("full", [])
            assert good not in second  # nothing was wrong with it, and nothing is
            assert second[uri(folder / "局" / "旧" / "错.txt")]["kind"] == "unchanged"
            (folder / "局" / "旧" / "错.txt").write_text(NO_REPORT, encoding="utf-8")
            third = await asked(client, ids_of({**first, **second}))
            assert third[uri(folder / "局" / "旧" / "错.txt")]["items"] == []

    run(work())


def test_an_open_document_counts_and_not_its_file(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            wrong = uri(folder / "错.md")
            client.open(GOOD, wrong, "markdown", version=7)
            found = (await asked(client))[wrong]
            assert (found["items"], found["version"]) == ([], 7)
            client.notify("textDocument/didClose", textDocument={"uri": wrong})
            found = (await asked(client, {wrong: found["resultId"]}))[wrong]
            assert codes(found["items"]) == ["CN305"]
            assert found.get("version") is None

    run(work())


def test_who_asks_once_more_when_it_is_closed(folder: Path) -> None:
    """As VS Code does, which then takes ``unchanged`` for what it was told last."""

    async def work() -> None:
        wrong = uri(folder / "错.md")
        async with bench(VSCODE, folder) as client:
            client.open(GOOD, wrong, "markdown")
            assert (await client.pull(wrong))["items"] == []
            client.notify("textDocument/didClose", textDocument={"uri": wrong})
            assert (await client.pull(wrong))["items"] == []  # nobody has asked for the folder
            client.open(FAULTY, wrong, "markdown")
            told = (await asked(client))[wrong]
            client.notify("textDocument/didClose", textDocument={"uri": wrong})
            assert codes((await client.pull(wrong))["items"]) == ["CN305"]
            assert (await asked(client, ids_of({wrong: told})))[wrong]["kind"] == "unchanged"
            assert (await client.pull(uri(folder / "通知.txt")))["items"] == []
            assert (await client.pull(uri(folder / "没有.md")))["items"] == []
            assert (await client.pull("file:///别处/a.gxr.md"))["items"] == []

    run(work())


def test_bit_by_bit_and_an_open_ear(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            found = await asked(client, partialResultToken="p1")
            assert found == {}  # all of it has been sent before
            parts = [part for part in client.told("$/progress") if part["token"] == "p1"]  # not how far it is
            told = [item for part in parts for item in part["value"]["items"]]
            assert len(told) == 3
            ids = {item["uri"]: item["resultId"] for item in told}
            client.sent.clear()
            previous = [{"uri": key, "value": value} for key, value in ids.items()]
            _, answer = client.start(
                "workspace/diagnostic", previousResultIds=previous, partialResultToken="p2"
            )
            await client.until(lambda: bool(client.told("$/progress")))
            await asyncio.sleep(0.05)
            assert not answer.done()  # there is nothing new to say
            (folder / "错.md").write_text(GOOD, encoding="utf-8")
            changed = {"uri": uri(folder / "错.md"), "type": 2}
            client.notify("workspace/didChangeWatchedFiles", changes=[changed])
            assert (await asyncio.wait_for(answer, 20))["result"]["items"] == []
            (news,) = client.told("$/progress")[1:]
            assert [(item["uri"], item["items"]) for item in news["value"]["items"]] == [(changed["uri"], [])]

    run(work())


def test_it_can_be_called_off(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            number, answer = client.start(
                "workspace/diagnostic", previousResultIds=[], partialResultToken="p"
            )
            client.notify("$/cancelRequest", id=number)
            assert (await asyncio.wait_for(answer, 20))["error"]["code"] == -32800
            # Nothing is left of it in the way of the next.
            assert len(await asked(client)) == 3
            ids = ids_of(await asked(client))
            previous = [{"uri": key, "value": value} for key, value in ids.items()]
            number, answer = client.start(
                "workspace/diagnostic", previousResultIds=previous, partialResultToken="q"
            )
            await client.until(lambda: bool(client.told("$/progress")))
            await asyncio.sleep(0.05)
            client.notify("$/cancelRequest", id=number)
            assert (await asyncio.wait_for(answer, 20))["error"]["code"] == -32800

    run(work())


def test_who_waits_is_answered_in_the_end(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            ids = ids_of(await asked(client))
            previous = [{"uri": key, "value": value} for key, value in ids.items()]
            _, answer = client.start(
                "workspace/diagnostic", previousResultIds=previous, partialResultToken="q"
            )
            await client.until(lambda: bool(client.told("$/progress")))
            await client.ask("shutdown")
            assert (await asyncio.wait_for(answer, 20))["result"]["items"] == []

    run(work())


def test_progress_is_shown_and_may_be_called_off(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            await asked(client, workDoneToken="w")
            values = [part["value"] for part in client.told("$/progress") if part["token"] == "w"]
            assert [values[0]["kind"], values[-1]["kind"]] == ["begin", "end"]
            assert values[0]["title"] == "检查文件夹中的年度报告"
            assert values[0]["cancellable"] is True
            _, answer = client.start("workspace/diagnostic", previousResultIds=[], workDoneToken="x")
            await client.until(lambda: any(part["token"] == "x" for part in client.told("$/progress")))
            client.notify("window/workDoneProgress/cancel", token="x")
            found = await asyncio.wait_for(answer, 20)
            assert len(found["result"]["items"]) < 3
            ends = [part for part in client.told("$/progress") if part["token"] == "x"]
            assert ends[-1]["value"]["kind"] == "end"
            # Who asks bit by bit asks again at once: not against the user's will.
            _, answer = client.start("workspace/diagnostic", previousResultIds=[], partialResultToken="y")
            await asyncio.sleep(0.1)
            assert not [part for part in client.told("$/progress") if part["token"] == "y"]
            client.notify("workspace/didChangeWatchedFiles", changes=[])
            assert (await asyncio.wait_for(answer, 20))["result"]["items"] == []
            assert [part for part in client.told("$/progress") if part["token"] == "y"]

    run(work())


def test_what_the_configuration_excludes(folder: Path) -> None:
    (folder / "gxlint.toml").write_text('exclude = ["旧"]\nignore = ["CN3"]\n', encoding="utf-8")

    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            found = await asked(client)
            assert {key: item["items"] for key, item in found.items()} == {
                uri(folder / "错.md"): [],
                uri(folder / "局" / "好.txt"): [],
            }
            (folder / "gxlint.toml").write_text('exclude = ["旧"]\n', encoding="utf-8")
            again = await asked(client, ids_of(found))
            assert codes(again[uri(folder / "错.md")]["items"]) == ["CN305"]

    run(work())


def test_a_configuration_that_is_wrong_is_said_once(folder: Path) -> None:
    (folder / "局" / "gxlint.toml").write_text("ignroe = []\n", encoding="utf-8")

    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            found = await asked(client)
            assert set(found) == {uri(folder / "错.md")}
            await client.ask("workspace/executeCommand", command="gxlint.checkWorkspace")
            (message,) = [item for item in client.told("window/showMessage") if item["type"] == 2]
            assert "ignroe" in message["message"]

    run(work())


@pytest.mark.parametrize("name", ["2024年度报告.txt", "x.gxr.md"])
def test_a_report_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x81\x20\xff\xff\x00\x01" * 100)
    (tmp_path / "data.txt").write_bytes(b"\x81\x20\xff\xff\x00\x01" * 100)

    async def work() -> None:
        async with bench(VSCODE, tmp_path) as client:
            found = await asked(client)
            assert {key: codes(item["items"]) for key, item in found.items()} == {
                uri(tmp_path / name): ["GXL001"]
            }

    run(work())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_what_is_no_file_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "管道.gxr.txt")

    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            assert len(await asked(client)) == 3

    run(work())


def test_there_is_an_end_to_everything(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "MOST_FILES", 2)

    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            assert len(await asked(client)) <= 2

    run(work())


def test_a_large_tree_is_looked_through_bit_by_bit(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / str(number) / "leer").mkdir(parents=True)
    (tmp_path / "19" / "a.md").write_text(FAULTY, encoding="utf-8")
    folders = Folders.of_uris([uri(tmp_path)])
    checkers = Checkers(Client(), Installed(), folders, ServerSettings(), {})
    listing = looking.Listing(checkers, folders)
    assert sum(1 for _ in iter(partial(listing.advance, 0.0), True)) > 40
    assert [file.path for file in listing.files] == [str(tmp_path / "19" / "a.md")]
    # Called off in the middle, it begins anew.
    listing = looking.Listing(checkers, folders)
    listing.advance(0.0)
    listing._rest.close()  # type: ignore[attr-defined]
    assert sum(1 for _ in iter(partial(listing.advance, 0.0), True)) > 40
    assert len(listing.files) == 1


def test_it_can_be_turned_off(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder, checkWorkspace=False) as client:
            assert await asked(client) == {}

    run(work())


@pytest.mark.parametrize(("capabilities", "offered"), [(VSCODE, True), (NEOVIM, True), (EMACS, False)])
def test_who_is_told_of_it(capabilities: dict[str, Any], offered: bool) -> None:
    async def work() -> None:
        async with bench(capabilities) as client:
            announced = client.capabilities.get("diagnosticProvider", {})
            assert announced.get("workspaceDiagnostics", False) is offered

    run(work())


# Who does not ask.


@pytest.mark.parametrize("capabilities", [EMACS, PLAIN, NEOVIM])
def test_they_are_sent_where_that_is_wanted(folder: Path, capabilities: dict[str, Any]) -> None:
    async def work() -> None:
        wrong = uri(folder / "错.md")
        async with bench(capabilities, folder, checkWorkspace=True, quiet=0) as client:
            client.settings = {"checkWorkspace": True, "quiet": 0}
            await client.until(lambda: len(client.told("textDocument/publishDiagnostics")) >= 2)
            sent = {
                item["uri"]: codes(item["diagnostics"])
                for item in client.told("textDocument/publishDiagnostics")
            }
            assert sent[wrong] == ["CN305"]
            # From now on the document counts; who asks for that is not to see everything twice.
            client.open(GOOD, wrong, "markdown")
            await client.until(lambda: client.publishes(wrong)[-1]["diagnostics"] == [])
            # Closed, the file counts again.
            client.notify("textDocument/didClose", textDocument={"uri": wrong})
            await client.until(lambda: codes(client.publishes(wrong)[-1]["diagnostics"]) == ["CN305"])
            # And no file of ours has findings when nobody wants them any more.
            client.settings = {"checkWorkspace": False}
            client.notify("workspace/didChangeConfiguration", settings={"gxlint": client.settings})
            await client.until(lambda: client.publishes(wrong)[-1]["diagnostics"] == [])

    run(work())


def test_what_is_known_is_not_sent_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def work() -> None:
        async with bench(EMACS, folder) as client:
            client.settings = {"checkWorkspace": True}
            client.notify("workspace/didChangeConfiguration", settings={"gxlint": client.settings})
            await client.until(lambda: len(client.told("textDocument/publishDiagnostics")) == 2)
            await client.ask("workspace/executeCommand", command="gxlint.checkWorkspace")
            looked: list[str] = []

            def look(checkers: Checkers, file: looking.Listed) -> looking.Looked:
                looked.append(file.uri)
                return looking.look(checkers, file)

            monkeypatch.setattr("gxlint.lsp.workspace.survey.look", look)
            good = folder / "局" / "好.txt"
            good.write_bytes(FAULTY.encode("gb18030"))
            event = {"uri": uri(good), "type": 2}
            client.notify("workspace/didChangeWatchedFiles", changes=[event])
            await client.until(lambda: len(client.told("textDocument/publishDiagnostics")) == 3)
            await client.ask("workspace/executeCommand", command="gxlint.checkWorkspace")
            assert looked == [uri(good)]
            assert codes(client.publishes(uri(good))[-1]["diagnostics"]) == ["CN305"]
            assert len(client.told("textDocument/publishDiagnostics")) == 3

    run(work())


def test_nothing_is_sent_unwanted(folder: Path) -> None:
    async def work() -> None:
        async with bench(EMACS, folder) as client:
            await client.server.survey.complete.wait()
            assert not client.told("textDocument/publishDiagnostics")

    run(work())


@pytest.mark.parametrize("capabilities", [EMACS, PLAIN, NEOVIM])
def test_the_command(folder: Path, capabilities: dict[str, Any]) -> None:
    async def work() -> None:
        async with bench(capabilities, folder) as client:
            counts = await client.ask("workspace/executeCommand", command="gxlint.checkWorkspace")
            assert counts == {"complete": True, "reports": 3, "error": 2, "warning": 0, "info": 0, "hint": 0}
            assert codes(client.publishes(uri(folder / "错.md"))[-1]["diagnostics"]) == ["CN305"]
            (message,) = client.told("window/showMessage")
            assert message == {"type": 3, "message": "没有打开的年度报告 3 份:2 个错误"}

    run(work())


def test_the_command_for_who_asks_anyway(folder: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, folder) as client:
            _, answer = client.start("workspace/diagnostic", previousResultIds=[], partialResultToken="p")
            counts = await client.ask("workspace/executeCommand", command="gxlint.checkWorkspace")
            assert (counts["reports"], counts["error"]) == (3, 2)
            await asyncio.wait_for(answer, 20)
            assert not client.told("textDocument/publishDiagnostics")

    run(work())


def test_whoever_types_goes_first(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.md").write_text(FAULTY, encoding="utf-8")

    async def work() -> None:
        async with bench(EMACS, tmp_path, checkWorkspace=True) as client:
            client.settings = {"checkWorkspace": True}
            await client.until(lambda: bool(client.told("textDocument/publishDiagnostics")))
            client.open(FAULTY)
            await client.published(1)
            assert len(client.told("textDocument/publishDiagnostics")) < 30

    run(work())
