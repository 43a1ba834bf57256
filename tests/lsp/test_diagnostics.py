"""What the client is told about a document: which documents, what is in it, and what it can have of that."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest
from lsprotocol import converters, types

from gxlint.lint.session import Session
from gxlint.lsp.client import client_of
from gxlint.lsp.diagnostics import Painter
from gxlint.lsp.places import Places
from gxlint.readers import read_text
from gxlint.rules import Edit, Message
from gxlint.source import SourceText
from tests.lsp.bench import URI, WRONG_TOTAL, bench, changed_text, codes, edit, span, stranger
from tests.lsp.capabilities import EMACS, NEOVIM, PLAIN, VSCODE

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

FAULTY = changed_text(WRONG_TOTAL)
NO_REPORT = "会议通知\n\n定于周五召开政府信息公开工作会议。\n"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def opened(
    text: str,
    capabilities: dict[str, Any] = PLAIN,
    *,
    uri: str = URI,
    language: str = "gxreport",
    **options: Any,
) -> list[dict[str, Any]]:
    """The diagnostics of a text, sent or asked for."""
    found: list[dict[str, Any]] = []

    async def work() -> None:
        async with bench(capabilities, **options) as client:
            client.open(text, uri, language)
            pulls = "diagnostic" in capabilities["textDocument"]
            found.extend((await client.pull(uri))["items"] if pulls else await client.published(1, uri))

    run(work())
    return found


def test_a_finding() -> None:
    (found,) = opened(FAULTY, VSCODE)
    assert (found["code"], found["source"], found["severity"]) == ("CN305", "gxlint", 1)
    assert found["message"].startswith("总计 29 ≠ 各列之和 30")
    assert found["range"] == {"start": {"line": 34, "character": 24}, "end": {"line": 34, "character": 26}}
    assert found["codeDescription"]["href"].startswith("http")
    assert found["relatedInformation"]
    assert {item["location"]["uri"] for item in found["relatedInformation"]} == {URI}
    assert found["data"]["name"] == "row-total"
    assert found["data"]["fix"] == {"title": "改为“28”", "safe": False}


def test_nothing_that_the_client_does_not_know() -> None:
    (found,) = opened(FAULTY, EMACS)
    assert found.keys() == {"code", "source", "severity", "message", "range"}


@pytest.mark.parametrize(
    ("encodings", "chosen"),
    [(None, "utf-16"), ([], "utf-16"), (["utf-7"], "utf-16"), (["utf-7", "utf-32", "utf-8"], "utf-32")],
)
def test_the_encoding_is_the_first_known_in_the_client_s_order(
    encodings: list[str] | None, chosen: str
) -> None:
    async def work() -> None:
        async with stranger() as client:
            result = await client.initialize({**PLAIN, "general": {"positionEncodings": encodings}})
            assert result["capabilities"]["positionEncoding"] == chosen

    run(work())


def test_encodings_agree_on_the_places() -> None:
    text = FAULTY.replace("| 29 | 1", "|年 29 | 1").replace("(一)予以公开", "(一)予以公开\U00020000")
    lines = text.split("\n")
    stretches = set()
    for encoding, codec, size in (
        ("utf-8", "utf-8", 1),
        ("utf-16", "utf-16-le", 2),
        ("utf-32", "utf-32-le", 4),
    ):
        capabilities = {**EMACS, "general": {"positionEncodings": ["utf-7", encoding]}}
        found = opened(text, capabilities)
        assert found
        stretches.add(tuple(_stretch(lines, item["range"], codec, size) for item in found))
    assert len(stretches) == 1


def _stretch(lines: list[str], place: dict[str, Any], codec: str, size: int) -> tuple[int, str]:
    line = lines[place["start"]["line"]].encode(codec)
    start, end = place["start"]["character"] * size, place["end"]["character"] * size
    return place["start"]["line"], line[start:end].decode(codec)


def test_who_asks_is_not_sent_anything() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open(FAULTY)
            report = await client.pull()
            assert report["kind"] == "full"
            assert codes(report["items"]) == ["CN305"]
            again = await client.pull(previous=report["resultId"])
            assert again == {"kind": "unchanged", "resultId": report["resultId"]}
            client.change(2, {"text": changed_text()})
            mended = await client.pull(previous=report["resultId"])
            assert (mended["kind"], mended["items"]) == ("full", [])
            client.notify("textDocument/didClose", textDocument={"uri": URI})
            assert not client.publishes()
            # Some editors ask before they open, or after they close.
            assert (await client.pull())["items"] == []

    run(work())


@pytest.mark.parametrize("capabilities", [EMACS, PLAIN])
def test_who_does_not_ask_is_sent_them(capabilities: dict[str, Any]) -> None:
    async def work() -> None:
        async with bench(capabilities) as client:
            client.open(FAULTY, version=4)
            assert codes(await client.published(4)) == ["CN305"]
            client.change(5, {"text": changed_text()})
            assert await client.published(5) == []
            client.notify("textDocument/didClose", textDocument={"uri": URI})
            assert client.publishes()[-1]["diagnostics"] == []

    run(work())


@pytest.mark.parametrize(
    ("capabilities", "pulls"), [(VSCODE, True), (NEOVIM, True), (EMACS, False), (PLAIN, False)]
)
def test_only_who_can_ask_is_told_that_he_may(capabilities: dict[str, Any], pulls: bool) -> None:
    async def work() -> None:
        async with stranger() as client:
            result = await client.initialize(capabilities)
            assert ("diagnosticProvider" in result["capabilities"]) == pulls

    run(work())


NAMES = [
    ("untitled:Untitled-1", "gxreport", True),
    ("file:///a/报告.gxr.md", "markdown", True),
    ("file:///a/%E6%8A%A5%E5%91%8A.gxr.txt", "plaintext", True),
    ("file:///a/report.txt", "plaintext", "by its text"),
    ("untitled:Untitled-2", "plaintext", "by its text"),
    ("file:///a/README.md", "markdown", "by its text"),
    ("file:///a/report.py", "python", False),
]


@pytest.mark.parametrize(("uri", "language", "ours"), NAMES)
def test_which_documents(uri: str, language: str, ours: object) -> None:
    assert codes(opened(FAULTY, uri=uri, language=language)) == (["CN305"] if ours else [])
    assert codes(opened(FAULTY, uri=uri, language=language, detect=False)) == (
        ["CN305"] if ours is True else []
    )
    assert codes(opened(NO_REPORT, uri=uri, language=language)) == (["GXL006"] if ours is True else [])


@pytest.mark.parametrize("text", ["", "\n\n \n"])
def test_nothing_is_wrong_with_an_empty_document(text: str) -> None:
    assert opened(text) == []


def test_a_page_is_read_as_one() -> None:
    # Nothing but the language or the name tells that these are marks and not text.
    page = changed_text(("一、总体情况", "<b>一、总体情况</b>"))
    by_language = opened(page, uri="untitled:Untitled-1.gxr.x", language="html")
    by_name = opened(page, uri="untitled:Untitled-1.gxr.html")
    as_text = opened(page, uri="untitled:Untitled-1.gxr.x")
    assert by_language == by_name
    assert by_language != as_text


def test_what_could_not_be_checked_is_said_at_the_title() -> None:
    cut = changed_text(("28 | 1 | 0 |", "28 | 1 |"))
    found = opened(cut, ignore=["CN303", "CN301"])
    notes = [item for item in found if item["code"] == "GXL"]
    assert [note["severity"] for note in notes] == [3]
    assert notes[0]["message"].startswith("未查全")
    assert "CN30" in notes[0]["message"]
    title = changed_text().split("\n")[0]
    assert notes[0]["range"] == span(0, 0, 0, len(title))


def test_what_holds_back_several_rules_is_said_once() -> None:
    text = changed_text(("\n二、", "\n全年收到政府信息公开申请30件,办结30件,予以公开28件。\n二、"))
    (note,) = [item for item in opened(text[: text.index("\n三、")]) if item["code"] == "GXL"]
    assert "CN501、CN5" in note["message"]
    assert note["message"].count("没有找到表三") == 1


def test_no_note_where_a_finding_fails_the_report_anyway() -> None:
    assert "GXL" not in codes(opened(FAULTY))


def test_no_rules_no_assurance() -> None:
    (note,) = opened(changed_text(), ignore=["ALL"])
    assert note["message"].startswith("未查全")


def test_too_many_to_show() -> None:
    text = FAULTY.replace("2024", "2O24").replace("政府信息", "政府信息X")
    every = [item for item in opened(text) if item["code"] != "GXL"]
    assert len(every) > 3
    note, *shown = opened(text, maxDiagnostics=2)
    assert (note["code"], note["severity"]) == ("GXL", 3)
    assert f"另有 {len(every) - 2} 处" in note["message"]
    assert len(shown) == 2
    assert all(item in every for item in shown)
    hidden = [item["severity"] for item in every if item not in shown]
    assert max(item["severity"] for item in shown) <= min(hidden)


@pytest.mark.parametrize(
    ("capabilities", "tags"), [(VSCODE, [types.DiagnosticTag.Unnecessary]), (EMACS, None)]
)
def test_what_should_be_deleted_is_marked_as_unnecessary(
    capabilities: dict[str, Any], tags: list[types.DiagnosticTag] | None
) -> None:
    client = client_of(converters.get_converter().structure(capabilities, types.ClientCapabilities))
    document = read_text(SourceText(FAULTY), "a.gxr.md")
    result = Session().check(document).result
    assert result is not None
    painter = Painter(client, "zh", URI, document, Places(document.source, client.columns))
    finding = result.findings[0]
    assert painter.shown(finding).diagnostic.tags is None
    deleting = finding.with_fix([Edit(finding.span, "")], Message("删去", "Delete"), safe=True)
    assert painter.shown(deleting).diagnostic.tags == tags


def test_what_is_outdated_is_struck_out() -> None:
    text = changed_text(("\n三、", "\n坚持以公开为原则、不公开为例外。\n三、"))
    tags = {item["code"]: item.get("tags") for item in opened(text, VSCODE)}
    assert tags.pop("CN605") == [types.DiagnosticTag.Deprecated]
    assert not any(tags.values())
    assert all("tags" not in item for item in opened(text, EMACS))


def test_english() -> None:
    (found,) = opened(FAULTY, lang="en")
    assert found["message"].isascii() or "total" in found["message"]


def test_the_configuration_beside_the_file_holds(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")
    uri = (tmp_path / "报告.gxr.md").as_uri()

    async def work() -> None:
        async with bench() as client:
            client.open(FAULTY, uri)
            assert await client.published(1, uri) == []
            (tmp_path / "gxlint.toml").write_text("ignore = []\n", encoding="utf-8")
            client.notify("workspace/didChangeWatchedFiles", changes=[])
            await client.until(lambda: codes(client.publishes(uri)[-1]["diagnostics"]) == ["CN305"])
            (tmp_path / "gxlint.toml").write_text("ignroe = []\n", encoding="utf-8")
            client.notify("workspace/didChangeWatchedFiles", changes=[])
            await client.until(lambda: codes(client.publishes(uri)[-1]["diagnostics"]) == ["GXL001"])

    run(work())


def test_files_are_looked_for_in_the_client_s_folder(tmp_path: Path) -> None:
    (tmp_path / "strict.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "gxlint.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")

    async def work() -> None:
        async with bench(root=tmp_path, config="strict.toml") as client:
            client.open(FAULTY)
            assert await client.published(1) == []
        async with bench(root=tmp_path / "here") as client:
            client.open(FAULTY)  # it has not been saved yet: it counts as lying there
            assert await client.published(1) == []

    run(work())


def test_without_watched_files_it_holds_from_the_next_edit_on(tmp_path: Path) -> None:
    uri = (tmp_path / "报告.gxr.md").as_uri()

    async def work() -> None:
        async with bench() as client:
            client.open(FAULTY, uri)
            assert codes(await client.published(1, uri)) == ["CN305"]
            (tmp_path / "gxlint.toml").write_text('ignore = ["CN3"]\n', encoding="utf-8")
            client.change(2, {"text": FAULTY}, uri=uri)
            assert await client.published(2, uri) == []
            (tmp_path / "gxlint.toml").unlink()
            client.change(3, {"text": FAULTY}, uri=uri)
            assert codes(await client.published(3, uri)) == ["CN305"]

    run(work())


def test_settings_hold_at_once() -> None:
    async def work() -> None:
        async with bench() as client:
            client.open(FAULTY)
            assert codes(await client.published(1)) == ["CN305"]
            client.notify("workspace/didChangeConfiguration", settings={"gxlint": {"ignore": ["CN3"]}})
            await client.until(lambda: client.publishes()[-1]["diagnostics"] == [])

    run(work())


def test_settings_that_are_taken_back_hold_no_more() -> None:
    async def work() -> None:
        async with bench(quiet=0, ignore=["CN4"]) as client:
            client.notify(
                "workspace/didChangeConfiguration", settings={"gxlint": {"ignore": ["CN3"], "detect": False}}
            )
            assert client.server.settings.ignore == ("CN3",)
            client.notify("workspace/didChangeConfiguration", settings={"gxlint": {"lang": None}})
            settings = client.server.settings
            assert (settings.ignore, settings.detect, settings.quiet) == (("CN4",), True, 0)

    run(work())


def test_a_client_that_does_not_tell_its_settings() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            number = next(item["id"] for item in client.sent if item["method"] == "workspace/configuration")
            client.notify("workspace/didChangeConfiguration", settings=None)
            error = {"code": -32601, "message": "no"}
            client.server.protocol.receive(json.dumps({"jsonrpc": "2.0", "id": number, "error": error}))
            client.open(FAULTY)
            assert codes((await client.pull())["items"]) == ["CN305"]

    run(work())


def test_settings_are_asked_for() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            client.open(FAULTY)
            assert codes((await client.pull())["items"]) == ["CN305"]
            client.settings = {"ignore": ["CN3"]}
            client.notify("workspace/didChangeConfiguration", settings=None)
            await client.until(lambda: bool(client.told("workspace/diagnostic/refresh")))
            assert (await client.pull())["items"] == []

    run(work())


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"ignore": "CN305"}, "gxlint.ignore 应是文字的列表"),
        ({"quiet": -1}, "gxlint.quiet 应是毫秒数"),
        ({"select": ["CN3O5"]}, "CN3O5"),
        ({"province": "不存在"}, "不存在"),
        ({"config": "/nowhere/gxlint.toml"}, "/nowhere/gxlint.toml"),
        ({"baseline": "/nowhere/baseline.json"}, "/nowhere/baseline.json"),
    ],
)
def test_wrong_settings_are_told_once(settings: dict[str, Any], said: str) -> None:
    async def work() -> None:
        async with bench(**settings) as client:
            client.open(FAULTY)
            found = await client.published(1)
            client.open(FAULTY, version=2)
            await client.published(2)
            (message,) = client.told("window/showMessage")
            assert message["type"] == 2
            assert said in message["message"]
            assert codes(found) == (["GXL001"] if "config" in settings else ["CN305"])

    run(work())


def test_plugins_that_fail_are_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from gxlint.rules.discovery import Installed as Found
    from gxlint.rules.discovery import installed_plugins

    broken = [Found("broken", "no_such_module", "gxlint-broken", "1")]

    async def work() -> None:
        from gxlint.lsp.checker import Installed

        async with stranger(Installed()) as client:
            await client.initialize(PLAIN)
            client.open(FAULTY)
            await client.published(1)
            client.notify("workspace/didChangeWatchedFiles", changes=[])
            client.open(FAULTY, version=2)
            await client.published(2)
            (message,) = client.told("window/showMessage")
            assert "gxlint-broken" in message["message"]

    monkeypatch.setattr("gxlint.rules.plugins.installed_plugins", lambda: [*installed_plugins(), *broken])
    run(work())


def test_the_document_touched_last_comes_first() -> None:
    async def work() -> None:
        async with bench() as client:
            uris = [f"untitled:{number}.gxr.md" for number in range(12)]
            for uri in uris:
                client.open(FAULTY, uri)
            client.change(2, edit("。", 0, 0, 0, 0), uri=uris[0])
            await client.published(2, uris[0])
            done = [found["uri"] for found in client.told("textDocument/publishDiagnostics")]
            assert done[:2] in ([uris[0]], [uris[-1], uris[0]])
            for uri in uris[1:]:
                assert codes(await client.published(1, uri)) == ["CN305"]

    run(work())
