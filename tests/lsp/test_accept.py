"""Accepting a finding from the editor: the edit is made as the client makes it, and the finding is gone."""

from __future__ import annotations

import asyncio
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lint.session import Session
from tests.lsp.applying import applied
from tests.lsp.bench import URI, WRONG_TOTAL, Bench, bench, changed_text, codes, span
from tests.lsp.capabilities import EMACS, NEOVIM, PLAIN, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

ALL = span(0, 0, 9999, 0)
FAULTY = changed_text(WRONG_TOTAL)
# In a table, in a paragraph behind a character of two code units, in a heading.
SEVERAL = changed_text(
    WRONG_TOTAL, ("\n三、", "\n\U00020bb7全年以公开为原则,坚持以公开为原则、不公开为例外。\n三、")
)
CREATES = {
    **VSCODE,
    "workspace": {
        **VSCODE["workspace"],
        "workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]},
    },
}


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def by_file(actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [action for action in actions if ":写入 " in action["title"]]


def by_mark(actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [action for action in actions if action["title"].endswith("作标记")]


def write(action: dict[str, Any]) -> Path:
    """Make the edit on the disk; the file that has changed."""
    from pathlib import Path

    from pygls.uris import to_fs_path

    made, versions = [], []
    edit = action["edit"]
    for uri, edits in edit.get("changes", {}).items():
        made.append((uri, edits))
    for change in edit.get("documentChanges", ()):
        if change.get("kind") == "create":
            Path(to_fs_path(change["uri"]) or "").touch()
        else:
            made.append((change["textDocument"]["uri"], change["edits"]))
            versions.append(change["textDocument"]["version"])
    ((uri, edits),) = made
    assert versions in ([], [None])
    path = Path(to_fs_path(uri) or "")
    before = path.read_bytes().decode() if path.exists() else ""
    path.write_bytes(applied(before, edits).encode())
    return path


async def opened(client: Bench, path: Path, text: str) -> list[dict[str, Any]]:
    path.write_text(text, encoding="utf-8")
    client.open(text, path.as_uri(), "markdown")
    return await asked(client, path)


async def asked(client: Bench, path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await client.ask(
        "textDocument/codeAction",
        textDocument={"uri": path.as_uri()},
        range=ALL,
        context={"diagnostics": [], "triggerKind": 1},
    )
    return found


def remaining(path: Path) -> list[str]:
    result = Session().check_path(str(path)).result
    assert result is not None
    return [finding.rule.code for finding in result.findings]


@pytest.mark.parametrize("capabilities", [VSCODE, CREATES, NEOVIM, EMACS, PLAIN])
@pytest.mark.parametrize(
    "before", [None, "", "province = 'GS'", "accept = [{ code = 'CN9', reason = 'x' }]\r\n"]
)
def test_in_the_configuration(tmp_path: Path, capabilities: dict[str, Any], before: str | None) -> None:
    (tmp_path / "局").mkdir()
    path = tmp_path / "局" / '报"告.md'
    if before is not None:
        (tmp_path / "gxlint.toml").write_bytes(before.encode())

    async def work() -> None:
        async with bench({**capabilities, "general": {}}, tmp_path) as client:
            (action,) = by_file(await opened(client, path, FAULTY))
            assert (action["title"], action["kind"]) == ("接受 CN305:写入 gxlint.toml", "quickfix")
            assert codes(action["diagnostics"]) == ["CN305"]
            assert "isPreferred" not in action
            assert write(action) == tmp_path / "gxlint.toml"
            entry = tomllib.loads((tmp_path / "gxlint.toml").read_text(encoding="utf-8"))["accept"][-1]
            assert entry == {
                "code": "CN305",
                "file": '局/报"告.md',
                "address": "table_requests.granted.natural_person",
                "reason": "(请写明理由)",
            }
            client.notify("workspace/didChangeWatchedFiles", changes=[])
            assert by_file(await asked(client, path)) == []  # once is enough

    run(work())
    assert remaining(path) == []


def test_every_finding_by_its_own(tmp_path: Path) -> None:
    """Each entry takes its finding away, and leaves all others."""
    path = tmp_path / "报告.md"

    async def work() -> None:
        async with bench(CREATES, tmp_path) as client:
            actions = by_file(await opened(client, path, SEVERAL))
            found = remaining(path)
            assert len(actions) == len(found) > 2
            for action in actions:
                written = write(action)
                (code,) = codes(action["diagnostics"])
                left = remaining(path)
                assert len(left) < len(found)
                assert code not in left or found.count(code) > 1
                assert [other for other in left if other != code] == [
                    other for other in found if other != code
                ]
                written.unlink()

    run(work())


@pytest.mark.parametrize("capabilities", [VSCODE, EMACS, PLAIN])
def test_by_a_mark(tmp_path: Path, capabilities: dict[str, Any]) -> None:
    path = tmp_path / "报告.md"

    async def work() -> None:
        async with bench(capabilities, tmp_path) as client:
            actions = by_mark(await opened(client, path, SEVERAL.replace("\n", "\r\n")))
            found = remaining(path)
            assert len(actions) == len(found)
            for action in actions:
                (edits,) = [
                    change["edits"] for change in action["edit"].get("documentChanges", ())
                ] or action["edit"]["changes"].values()
                (code,) = codes(action["diagnostics"])
                text = applied(SEVERAL, edits)
                assert f" <!-- gxlint: ignore {code} (请写明理由) -->" in text
                path.write_text(text, encoding="utf-8")
                left = remaining(path)
                assert len(left) < len(found)
                assert [other for other in left if other != code] == [
                    other for other in found if other != code
                ]

    run(work())


def test_a_configuration_that_is_being_edited(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text("ignore = []\n", encoding="utf-8")
    configuration = (tmp_path / "gxlint.toml").as_uri()

    async def work() -> None:
        async with bench(VSCODE, tmp_path) as client:
            client.open("ignore = []\n\n", configuration, "toml", version=5)
            (action,) = by_file(await opened(client, tmp_path / "a.md", FAULTY))
            (change,) = action["edit"]["documentChanges"]
            assert change["textDocument"] == {"uri": configuration, "version": 5}
            text = applied("ignore = []\n\n", change["edits"])
            assert tomllib.loads(text)["accept"][0]["code"] == "CN305"
            client.change(6, {"text": "ignore = ["}, uri=configuration)  # not finished: nothing can be added
            assert by_file(await asked(client, tmp_path / "a.md")) == []

    run(work())


def test_where_each_is_offered(tmp_path: Path) -> None:
    async def work() -> None:
        async with bench(EMACS, tmp_path) as client:
            client.open(FAULTY)  # it has no name yet
            actions = await client.actions(ALL)
            assert by_file(actions) == []
            assert len(by_mark(actions)) == 1
            published = tmp_path / "报告.txt"  # a published report carries no marks
            client.open(FAULTY, published.as_uri(), "plaintext")
            actions = await asked(client, published)
            assert len(by_file(actions)) == 1
            assert by_mark(actions) == []
            page = tmp_path / "报告.html"
            text = "".join(f"<p>{line}</p>\n" for line in FAULTY.split("\n"))
            client.open(text, page.as_uri(), "html")
            assert by_mark(await asked(client, page)) == []

    run(work())


def test_the_rule_is_explained() -> None:
    async def work() -> None:
        async with bench({**VSCODE, "window": {"showDocument": {"support": True}}}) as client:
            client.open(FAULTY)
            (action,) = [item for item in await client.actions(ALL) if item["title"].startswith("查看")]
            assert "edit" not in action
            command = action["command"]
            answer = await client.ask(
                "workspace/executeCommand", command=command["command"], arguments=command["arguments"]
            )
            assert (answer["code"], answer["shown"]) == ("CN305", True)
            assert answer["markdown"].startswith("# CN305 row-total\n")
            (asked_for,) = client.told("window/showDocument")
            assert asked_for["external"] is False
            from urllib.parse import unquote, urlsplit

            page = unquote(urlsplit(asked_for["uri"]).path)
            with open(page, encoding="utf-8") as file:
                assert file.read() == answer["markdown"]
            client.server.abandon()
            with pytest.raises(FileNotFoundError):
                open(page, encoding="utf-8").close()

    run(work())


def test_the_rule_is_explained_to_who_shows_nothing() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            answer = await client.ask(
                "workspace/executeCommand", command="gxlint.openRule", arguments=["GXL004"]
            )
            assert answer["shown"] is False
            (message,) = client.told("window/showMessage")
            assert "GXL004" in message["message"]
            assert "gxlint explain GXL004" in message["message"]
            assert (
                await client.ask("workspace/executeCommand", command="gxlint.openRule", arguments=["XX999"])
                is None
            )

    run(work())


@pytest.mark.parametrize(
    "params",
    [{"command": "gxlint.openRule"}, {"command": "gxlint.openRule", "arguments": [5]}, {"command": "x.y"}],
)
def test_commands_that_make_no_sense(params: dict[str, Any]) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            assert (await client.answer("workspace/executeCommand", **params))["error"]["code"] == -32602
            client.open(FAULTY)
            assert codes(await client.published(1, URI)) == ["CN305"]

    run(work())
