"""Several folders, in each of which something else may hold, and changes of all that holds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lsp.workspace import pushing, survey, watching
from gxlint.lsp.workspace.folders import Folders
from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text, codes, stranger
from tests.lsp.capabilities import EMACS, NEOVIM, PLAIN, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

FAULTY = changed_text(WRONG_TOTAL)
PACK = """
[pack]
name = "yunze"
version = "0.1.0"
prefix = "YZ"
title = "补充要求"

[source.notice]
title = "关于做好年度报告编制工作的通知"
number = "云政办函〔2024〕18号"
date = 2024-12-10

[[rule]]
code = "YZ101"
name = "yunze-words"
severity = "warning"
summary = "总体情况写明应写的话。"
source = "notice"
pass = ["{words}。"]
fail = ["别的。"]

[rule.required]
section = "overview"
any = ["{words}"]
"""


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pushing, "_START", 0.0)
    monkeypatch.setattr(survey, "_PAUSE", 0.0)
    monkeypatch.setattr(watching, "_PAUSE", 0.02)


async def seen(client: Bench, uri: str) -> list[str]:
    return codes((await client.pull(uri))["items"])


async def begun(client: Bench, capabilities: dict[str, Any], *folders: Path) -> None:
    """Introduce the client, which works in these folders."""
    named = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
    await client.ask(
        "initialize", processId=None, rootUri=None, capabilities=capabilities, workspaceFolders=named
    )
    client.notify("initialized")


def test_each_folder_has_its_own_settings(tmp_path: Path) -> None:
    one, other = tmp_path / "一", tmp_path / "一" / "二"
    other.mkdir(parents=True)

    async def work() -> None:
        async with stranger() as client:
            client.folder_settings = {one.as_uri(): {"ignore": ["CN3"]}, other.as_uri(): {"lang": "en"}}
            await begun(client, VSCODE, one, other)
            await client.until(lambda: bool(client.told("workspace/configuration")))
            await asyncio.sleep(0.01)
            for folder, expected in ((one, []), (other, ["CN305"]), (tmp_path, ["CN305"])):
                uri = (folder / "报告.gxr.md").as_uri()
                client.open(FAULTY, uri)
                items = (await client.pull(uri))["items"]
                assert codes(items) == expected
                assert all(("column" in item["message"]) is (folder is other) for item in items)
            found = await client.ask("workspace/diagnostic", previousResultIds=[])
            assert found["items"] == []  # nothing lies there: they have not been saved

    run(work())


def test_relative_paths_start_from_the_folder(tmp_path: Path) -> None:
    one, other = tmp_path / "一", tmp_path / "二"
    for folder in (one, other):
        folder.mkdir()
    (other / "strict.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")
    (one / "strict.toml").write_text("", encoding="utf-8")

    async def work() -> None:
        async with stranger() as client:
            client.settings = {"config": "strict.toml"}
            await begun(client, VSCODE, one, other)
            await client.until(lambda: bool(client.told("workspace/configuration")))
            await asyncio.sleep(0.01)
            for folder, expected in ((one, ["CN305"]), (other, [])):
                uri = (folder / "报告.gxr.md").as_uri()
                client.open(FAULTY, uri)
                assert await seen(client, uri) == expected

    run(work())


def test_folders_come_and_go(tmp_path: Path) -> None:
    one, other = tmp_path / "一", tmp_path / "二"
    for folder in (one, other):
        folder.mkdir()
        (folder / "a.md").write_text(FAULTY, encoding="utf-8")
    (other / "gxlint.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")

    async def work() -> None:
        async with stranger() as client:
            await begun(client, VSCODE, one)
            client.open(FAULTY)  # as if it lay in the first folder
            assert await seen(client, URI) == ["CN305"]
            found = await client.ask("workspace/diagnostic", previousResultIds=[])
            assert [item["uri"] for item in found["items"]] == [(one / "a.md").as_uri()]
            event = {
                "added": [{"uri": other.as_uri(), "name": "二"}],
                "removed": [{"uri": one.as_uri(), "name": "一"}],
            }
            client.notify("workspace/didChangeWorkspaceFolders", event=event)
            assert await seen(client, URI) == []
            ids = [{"uri": item["uri"], "value": item["resultId"]} for item in found["items"]]
            found = await client.ask("workspace/diagnostic", previousResultIds=ids)
            assert {item["uri"]: codes(item["items"]) for item in found["items"]} == {
                (one / "a.md").as_uri(): [],
                (other / "a.md").as_uri(): [],
            }
            assert len(client.told("workspace/configuration")) == 2

    run(work())


def test_settings_are_told_to_who_asks_to_be(tmp_path: Path) -> None:
    told = {"didChangeConfiguration": {"dynamicRegistration": True}}

    async def work() -> None:
        async with bench({**EMACS, "workspace": {**EMACS["workspace"], **told}}, tmp_path) as client:
            registered = [
                item for asked in client.told("client/registerCapability") for item in asked["registrations"]
            ]
            options = {item["method"]: item["registerOptions"] for item in registered}
            assert options["workspace/didChangeConfiguration"] == {"section": "gxlint"}

    run(work())


def test_which_folder() -> None:
    folders = Folders.of_uris(["file:///a", "file:///a/b", "untitled:x", "file:///a/bc"])
    assert [folder.uri for folder in folders] == ["file:///a", "file:///a/b", "file:///a/bc"]
    assert folders.root == "/a"
    for path, uri in (("/a/b/c.md", "file:///a/b"), ("/a/bcd.md", "file:///a"), ("/a/bc/d", "file:///a/bc")):
        found = folders.of(path)
        assert found is not None
        assert found.uri == uri
    assert folders.of("/ab/c.md") is None
    assert [folder.uri for folder in folders.changed(["file:///a/b", "file:///x"], ["file:///a/"])] == [
        "file:///a/b",
        "file:///a/bc",
        "file:///x",
    ]


@pytest.mark.parametrize("capabilities", [VSCODE, EMACS])
def test_what_a_configuration_names_is_watched(tmp_path: Path, capabilities: dict[str, Any]) -> None:
    project, rules = tmp_path / "p", tmp_path / "规则[1]"
    project.mkdir()
    rules.mkdir()
    (rules / "本市.toml").write_text(PACK.format(words="云泽县"), encoding="utf-8")
    (project / "gxlint.toml").write_text('packs = ["../规则[1]/本市.toml"]\n', encoding="utf-8")
    uri = (project / "a.gxr.md").as_uri()

    async def work() -> None:
        async with bench(capabilities, project) as client:
            client.open(changed_text(), uri)
            await client.until(lambda: len(client.told("client/registerCapability")) > 1)
            (wanted,) = client.told("client/registerCapability")[-1]["registrations"]
            patterns = [watcher["globPattern"] for watcher in wanted["registerOptions"]["watchers"]]
            if capabilities is VSCODE:
                assert {"baseUri": rules.as_uri(), "pattern": "本市.toml"} in patterns
            else:
                assert f"{tmp_path}/规则?1?/本市.toml" in patterns

    run(work())


@pytest.mark.parametrize("capabilities", [VSCODE, NEOVIM, PLAIN])
def test_a_pack_that_is_edited(tmp_path: Path, capabilities: dict[str, Any]) -> None:
    """Whoever watches files tells of it; for who does not, they are looked at."""
    pack = tmp_path / "本市.toml"
    pack.write_text("[[rule]]\n", encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('packs = ["本市.toml"]\n', encoding="utf-8")
    uri = (tmp_path / "a.gxr.md").as_uri()

    async def work() -> None:
        async with bench(capabilities, tmp_path) as client:

            async def until(wanted: list[str]) -> None:
                if client.server.client.pulls:
                    async with asyncio.timeout(20):
                        while await seen(client, uri) != wanted:
                            await asyncio.sleep(0.01)
                else:
                    await client.until(
                        lambda: (
                            bool(client.publishes(uri))
                            and codes(client.publishes(uri)[-1]["diagnostics"]) == wanted
                        )
                    )

            def changed() -> None:
                if client.server.client.watches:
                    event = {"uri": pack.as_uri(), "type": 2}
                    client.notify("workspace/didChangeWatchedFiles", changes=[event])

            client.open(changed_text(), uri)
            await until([])
            await client.until(lambda: bool(client.told("window/showMessage")))  # it is not finished
            assert "本市.toml" in client.told("window/showMessage")[0]["message"]
            pack.write_text(PACK.format(words="从来没有的话"), encoding="utf-8")
            changed()
            await until(["YZ101"])
            pack.write_text(PACK.format(words="政府信息"), encoding="utf-8")
            changed()
            await until([])

    run(work())


def test_what_is_saved_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_PAUSE", 600.0)
    uri = (tmp_path / "a.gxr.md").as_uri()

    async def work() -> None:
        async with bench(PLAIN, tmp_path) as client:
            client.open(FAULTY, uri)
            assert codes(await client.published(1, uri)) == ["CN305"]
            (tmp_path / "gxlint.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")
            client.notify("textDocument/didSave", textDocument={"uri": (tmp_path / "gxlint.toml").as_uri()})
            await client.until(lambda: client.publishes(uri)[-1]["diagnostics"] == [])

    run(work())


def test_other_files_do_not_matter(tmp_path: Path) -> None:
    async def work() -> None:
        async with bench(VSCODE, tmp_path) as client:
            client.open(FAULTY)
            document = client.server.documents.get(URI)
            assert document is not None
            await client.pull()
            edition = document.edition
            event = {"uri": (tmp_path / "别的.md").as_uri(), "type": 1}
            client.notify("workspace/didChangeWatchedFiles", changes=[event])
            assert document.edition == edition
            event = {"uri": (tmp_path / "pyproject.toml").as_uri(), "type": 1}
            client.notify("workspace/didChangeWatchedFiles", changes=[event])
            assert document.edition != edition

    run(work())


@pytest.mark.parametrize("given", ["往年", ["往年/2023.md"], "往年/2023.md"])
def test_last_year_s_reports(tmp_path: Path, given: object) -> None:
    """Rules that compare with last year's report have it in the editor as on the command line."""
    (tmp_path / "往年").mkdir()
    last = changed_text().replace("2024", "2023")
    (tmp_path / "往年" / "2023.md").write_text(last, encoding="utf-8")
    uri = (tmp_path / "a.gxr.md").as_uri()

    async def work() -> None:
        async with bench(PLAIN, tmp_path, previous=given) as client:
            client.open(changed_text(), uri)
            await client.published(1, uri)
            session = client.server.checkers.of(str(tmp_path / "a.gxr.md")).opened(str(tmp_path / "a.gxr.md"))
            assert session is not None
            assert session.settings.previous == (str(tmp_path / "往年" / "2023.md"),)
            assert not client.told("window/showMessage")

    run(work())


def test_no_reports_of_last_year(tmp_path: Path) -> None:
    async def work() -> None:
        async with bench(PLAIN, tmp_path, previous=["没有"]) as client:
            client.open(changed_text())
            await client.published(1)
            (message,) = client.told("window/showMessage")
            assert "没有上年的报告" in message["message"]

    run(work())


RENAMES = [
    ("局/旧.md", "局/新.md", 'file = "局/旧.md"', 'file = "局/新.md"'),
    ("局", "委", "file = '局/旧.md'", 'file = "委/旧.md"'),
    ("局", "委/局", "file = '局/*.md'", 'file = "委/局/*.md"'),
    ("别.md", "新.md", 'file = "局/旧.md"', None),
    ("局/旧.md", "../旧.md", 'file = "局/旧.md"', None),
]


@pytest.mark.parametrize(("old", "new", "before", "after"), RENAMES)
@pytest.mark.parametrize("capabilities", [VSCODE, PLAIN])
def test_exceptions_go_with_their_file(
    tmp_path: Path, old: str, new: str, before: str, after: str | None, capabilities: dict[str, Any]
) -> None:
    text = f'[[accept]]\ncode = "CN305"\n{before}\nreason = "x"\n'
    (tmp_path / "gxlint.toml").write_text(text, encoding="utf-8")

    async def work() -> None:
        from tests.lsp.applying import applied

        async with bench(capabilities, tmp_path) as client:
            files = [{"oldUri": (tmp_path / old).as_uri(), "newUri": (tmp_path / new).resolve().as_uri()}]
            edit = await client.ask("workspace/willRenameFiles", files=files)
            if after is None:
                assert edit is None
                return
            configuration = (tmp_path / "gxlint.toml").as_uri()
            if capabilities is PLAIN:
                edits = edit["changes"][configuration]
            else:
                (change,) = edit["documentChanges"]
                assert change["textDocument"]["uri"] == configuration
                edits = change["edits"]
            assert applied(text, edits) == text.replace(before, after)
            client.notify("workspace/didRenameFiles", files=files)

    run(work())
