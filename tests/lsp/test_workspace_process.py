"""The real process with a folder: as well-known editors ask for it, or are sent it."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import types

from gxlint.lint.session import Session
from tests.cli.running import gxlint
from tests.lsp.applying import applied
from tests.lsp.bench import WRONG_TOTAL, changed_text
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.editors import Editor, editor

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

Found = tuple[str, str, int, int, int, int]
EDITORS = {"VS Code": VSCODE, "Neovim": NEOVIM, "Emacs": EMACS}
ENCODINGS = ("utf-8", "utf-16", "utf-32")
BEYOND = ("财政", "财\U00020bb7政")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports with and without findings, in several encodings, with characters outside the BMP."""
    folder = tmp_path_factory.mktemp("报告")
    (folder / "局").mkdir()
    good, wrong = changed_text(BEYOND), changed_text(BEYOND, WRONG_TOTAL)
    above = wrong.replace("28 | ", "\U00020bb7 | ", 1)
    for name, text, encoding in (
        ("好.md", good, "utf-8"),
        ("错.md", wrong, "utf-8-sig"),
        ("局/错.txt", wrong.replace("\n", "\r\n"), "gb18030"),
        ("局/字.txt", above, "utf-16"),
    ):
        (folder / name).write_bytes(text.encode(encoding))
    return folder


@pytest.fixture(scope="module")
def by_check(folder: Path) -> dict[str, list[Found]]:
    """What the command line says, by URI. It counts in UTF-16."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        ran = gxlint(monkeypatch, "check", str(folder), "--output-format", "json")
    from pathlib import Path as Named

    return {
        Named(file["path"]).resolve().as_uri(): sorted(
            (
                item["code"],
                item["message"],
                *(item["range"][end][unit] for end in ("start", "end") for unit in ("line", "character")),
            )
            for item in file["diagnostics"]
        )
        for file in json.loads(ran.out)["files"]
    }


def told(client: Editor, text: str, items: Any) -> list[Found]:
    return sorted(
        (
            str(item.code),
            item.message,
            *client.place(text, item.range.start),
            *client.place(text, item.range.end),
        )
        for item in items
        if item.code != "GXL"
    )


def text_of(uri: str) -> str:
    from pygls.uris import to_fs_path

    from gxlint.readers import read_path

    return read_path(to_fs_path(uri) or "").source.text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", ["VS Code", "Neovim"])
def test_who_asks_hears_what_check_says(
    folder: Path, by_check: dict[str, list[Found]], name: str, encoding: str
) -> None:
    async def work() -> None:
        capabilities = {**EDITORS[name], "general": {"positionEncodings": [encoding]}}
        async with editor(capabilities, folder=folder) as client:
            params = types.WorkspaceDiagnosticParams([])
            report = await client.client.workspace_diagnostic_async(params)
            found = {
                item.uri: told(client, text_of(item.uri), item.items)
                for item in report.items
                if isinstance(item, types.WorkspaceFullDocumentDiagnosticReport)
            }
            assert found == by_check
            assert sum(map(len, found.values())) > 2
            symbols = await client.client.workspace_symbol_async(types.WorkspaceSymbolParams("总体情况"))
            assert len(symbols or ()) == len(found)

    run(work())


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", list(EDITORS))
def test_who_does_not_ask_is_sent_it_on_command(
    folder: Path, by_check: dict[str, list[Found]], name: str, encoding: str
) -> None:
    async def work() -> None:
        capabilities = {**EDITORS[name], "general": {"positionEncodings": [encoding]}}
        async with editor(capabilities, folder=folder) as client:
            params = types.ExecuteCommandParams("gxlint.checkWorkspace")
            counts = await client.client.workspace_execute_command_async(params)
            assert isinstance(counts, dict)
            assert counts["reports"] == len(by_check)
            found = {
                uri: told(client, text_of(uri), seen[-1].diagnostics)
                for uri, seen in client.published.items()
            }
            assert found == {uri: expected for uri, expected in by_check.items() if expected or uri in found}
            # What is open from now on is told in the way it always is, and once.
            uri = next(uri for uri, expected in by_check.items() if expected)
            client.open(uri, text_of(uri), "plaintext", version=3)
            assert told(client, text_of(uri), await client.diagnostics(uri, 3)) == by_check[uri]
            if client.pulls:
                assert not client.published[uri][-1].diagnostics

    run(work())


def test_it_ends_well_in_the_middle(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number:03}.md").write_text(changed_text(WRONG_TOTAL), encoding="utf-8")

    async def work() -> None:
        async with editor(VSCODE, folder=tmp_path) as client:
            asking = asyncio.ensure_future(
                client.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([]))
            )
            uri = (tmp_path / "000.md").as_uri()
            client.open(uri, changed_text(), "markdown")
            assert await client.diagnostics(uri) == []
            assert not asking.done()  # whoever types does not wait for the rest
        asking.cancel()

    run(work())


def in_utf16(client: Editor, text: str, edits: Any) -> list[dict[str, Any]]:
    """Edits as ``applied`` takes them."""
    return [
        {
            "range": {
                end: dict(
                    zip(("line", "character"), client.place(text, getattr(edit.range, end)), strict=True)
                )
                for end in ("start", "end")
            },
            "newText": edit.new_text,
        }
        for edit in edits
    ]


def edits_by_uri(edit: types.WorkspaceEdit) -> dict[str, Any]:
    found: dict[str, Any] = dict(edit.changes or {})
    for change in edit.document_changes or ():
        if isinstance(change, types.TextDocumentEdit):
            found[change.text_document.uri] = change.edits
    return found


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", list(EDITORS))
def test_a_finding_is_accepted_and_all_that_follows(tmp_path: Path, name: str, encoding: str) -> None:
    """The entry goes into a list behind a character outside the BMP, the mark behind one, too."""
    report, configuration = tmp_path / "局\U00020bb7" / "错.md", tmp_path / "gxlint.toml"
    report.parent.mkdir()
    text = changed_text(BEYOND, WRONG_TOTAL, ("(一)予以公开", "(一)予以公开\U00020bb7"))
    report.write_text(text, encoding="utf-8")
    before = 'accept = [{ code = "CN999", reason = "\U00020bb7" }]\n'
    configuration.write_text(before, encoding="utf-8")

    async def work() -> None:
        capabilities = {**EDITORS[name], "general": {"positionEncodings": [encoding]}}
        async with editor(capabilities, folder=tmp_path) as client:
            client.open(report.as_uri(), text, "markdown")
            found = await client.diagnostics(report.as_uri())
            actions = [
                action
                for item in found
                for action in await asked(client, report.as_uri(), item)
                if isinstance(action, types.CodeAction) and "接受" in action.title
            ]
            assert len(actions) == 2 * len(found) > 0
            for action in actions:
                assert action.edit is not None
                ((uri, edits),) = edits_by_uri(action.edit).items()
                whole = before if uri == configuration.as_uri() else text
                made = applied(whole, in_utf16(client, whole, edits))
                (configuration if whole is before else report).write_text(made, encoding="utf-8")
                assert len(left(report)) == len(found) - 1
                configuration.write_text(before, encoding="utf-8")
                report.write_text(text, encoding="utf-8")
            # The rule behind it is explained, and the exception goes along when the file is renamed.
            code = str(found[0].code)
            opening = types.ExecuteCommandParams("gxlint.openRule", arguments=[code])
            explained = await client.client.workspace_execute_command_async(opening)
            assert isinstance(explained, dict)
            assert explained["markdown"].startswith(f"# {code} ")
            configuration.write_text(
                f'accept = [{{ reason = "\U00020bb7", code = "{code}", file = "局\U00020bb7/错.md" }}]\n',
                encoding="utf-8",
            )
            moved = types.FileRename(report.as_uri(), (tmp_path / "新\U00020bb7.md").as_uri())
            edit = await client.client.workspace_will_rename_files_async(types.RenameFilesParams([moved]))
            assert edit is not None
            ((uri, edits),) = edits_by_uri(edit).items()
            whole = configuration.read_text(encoding="utf-8")
            made = applied(whole, in_utf16(client, whole, edits))
            assert made == whole.replace("局\U00020bb7/错.md", "新\U00020bb7.md")

    run(work())


async def asked(client: Editor, uri: str, item: types.Diagnostic) -> Any:
    params = types.CodeActionParams(
        types.TextDocumentIdentifier(uri), item.range, types.CodeActionContext([item])
    )
    return await client.client.text_document_code_action_async(params) or ()


def left(report: Path) -> list[str]:
    result = Session().check_path(str(report)).result
    assert result is not None
    return [finding.rule.code for finding in result.findings]


@pytest.mark.parametrize("name", list(EDITORS))
def test_what_holds_in_each_folder(tmp_path: Path, name: str) -> None:
    """Settings by folder, a folder that comes later, and a configuration that is written while the server runs."""
    one, other = tmp_path / "一", tmp_path / "二"
    for folder in (one, other):
        folder.mkdir()
    (other / "gxlint.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")
    text = changed_text(BEYOND, WRONG_TOTAL)

    async def work() -> None:
        async with editor(EDITORS[name], folder=one) as client:

            async def until(uri: str, version: int, wanted: list[str]) -> None:
                """The editor types on until it is told so; not every one hears of it by itself."""
                async with asyncio.timeout(60):
                    while True:
                        client.change(uri, version, types.TextDocumentContentChangeWholeDocument(text))
                        if [item.code for item in await client.diagnostics(uri, version)] == wanted:
                            return
                        version += 1
                        await asyncio.sleep(0.1)

            first, second = ((folder / "a.gxr.md").as_uri() for folder in (one, other))
            for uri in (first, second):
                client.open(uri, text)
            await until(first, 2, ["CN305"])
            await until(second, 2, [])
            client.client.set_configuration({"gxlint": {"ignore": ["CN3"]}}, scope_uri=one.as_uri())
            client.client.set_configuration({"gxlint": {"select": ["CN3"]}})
            client.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
            await until(first, 200, [])
            (other / "gxlint.toml").unlink()
            event = types.FileEvent((other / "gxlint.toml").as_uri(), types.FileChangeType.Deleted)
            client.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            await until(second, 200, ["CN305"])
            added = types.WorkspaceFolder(other.as_uri(), "二")
            removed = types.WorkspaceFolder(one.as_uri(), "一")
            folders = types.WorkspaceFoldersChangeEvent([added], [removed])
            client.client.workspace_did_change_workspace_folders(
                types.DidChangeWorkspaceFoldersParams(folders)
            )
            await until(first, 400, ["CN305"])  # its settings were those of a folder that is no longer there
            symbols = await client.client.workspace_symbol_async(types.WorkspaceSymbolParams("年度报告"))
            assert {symbol.location.uri for symbol in symbols or ()} == {first, second}

    run(work())
