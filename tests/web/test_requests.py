"""What the page asks besides what every editor may."""

from __future__ import annotations

import asyncio
from base64 import b64decode, b64encode
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from gxlint.formats import official_formats
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.lsp.checker import Installed
from gxlint.lsp.features import FEATURES as EDITING
from gxlint.model.build import build_report
from gxlint.readers import read_bytes
from gxlint.rules import Profile
from gxlint.rules.plugins import load_plugins
from gxlint.web.features import FEATURES
from tests.cli.running import good_text
from tests.lsp.bench import URI, stranger
from tests.lsp.capabilities import PLAIN
from tests.rules.kit import make_plugin, make_rule

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine
    from pathlib import Path

    from tests.lsp.bench import Bench


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@asynccontextmanager
async def page(root: Path | None = None, **options: object) -> AsyncIterator[Bench]:
    async with stranger(features=(*EDITING, *FEATURES)) as client:
        await client.initialize(PLAIN, root, **options)
        yield client


async def read(client: Bench, name: str, data: bytes) -> dict[str, Any]:
    answer: dict[str, Any] = await client.ask("gxlint/readFile", name=name, data=b64encode(data).decode())
    return answer


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_comes_as_it_stands(encoding: str) -> None:
    async def work() -> None:
        async with page() as client:
            text = good_text().replace("\n", "\r\n") + "𠮷"
            answer = await read(client, "报告.txt", text.encode(encoding))
            assert answer == {"text": text, "name": "报告.txt", "notes": []}

    run(work())


def test_a_web_page_and_a_document_come_in_the_official_form() -> None:
    async def work() -> None:
        async with page() as client:
            client.open(good_text())
            for ending in (".html", ".docx", ".xlsx"):
                made = await client.ask("gxlint/writeFile", textDocument={"uri": URI}, name=f"云泽县{ending}")
                assert made["notes"] == []
                answer = await read(client, f"C:/x/云泽县{ending}", b64decode(made["data"]))
                assert answer["name"] == "云泽县.gxr.md"
                report = build_report(read_bytes(answer["text"].encode(), "a.md"), official_formats())
                assert (report.kind, report.year, report.organisation) == ("report", 2024, "云泽县财政局")
                row = report.tables["table_requests"]["granted"]
                assert [cell.value for cell in row.cells] == [28, 1, 0, 0, 0, 0, 29]

    run(work())


def test_what_surrounds_a_report_is_told_of() -> None:
    async def work() -> None:
        async with page() as client:
            client.open(good_text())
            made = await client.ask("gxlint/writeFile", textDocument={"uri": URI}, name="a.html")
            html = b64decode(made["data"]).decode()
            html = html.replace("</body>", "<p>版权所有:云泽县人民政府办公室</p></body>")
            notes = (await read(client, "a.html", html.encode()))["notes"]
            assert any("版权所有" in note for note in notes)
            assert not any("--all" in note for note in notes)

    run(work())


def test_what_is_no_report_comes_with_a_note() -> None:
    async def work() -> None:
        async with page() as client:
            answer = await read(
                client, "通知.html", "<html><body><p>关于开会的通知</p></body></html>".encode()
            )
            assert answer["text"].strip() == "关于开会的通知"
            assert "不像" in answer["notes"][0]

    run(work())


def test_what_cannot_be_read_is_told_in_words() -> None:
    async def work() -> None:
        async with page() as client:
            assert "图片" in (await read(client, "扫描.png", b"\x89PNG\r\n\x1a\n"))["problem"]
            assert "空" in (await read(client, "空.txt", b""))["problem"]
            broken = await client.answer("gxlint/readFile", name="a.txt", data="不是")
            assert broken["error"]["code"] == -32602
            nothing = await client.answer("gxlint/readFile", name="a.txt")
            assert nothing["error"]["code"] == -32602

    run(work())


def test_what_has_no_form_is_not_written() -> None:
    async def work() -> None:
        async with page() as client:
            client.open("关于开会的通知。")
            for uri, name in ((URI, "a.docx"), ("untitled:nowhere", "a.docx")):
                answer = await client.ask("gxlint/writeFile", textDocument={"uri": uri}, name=name)
                assert "不像" in answer["problem"]
            client.change(2, {"text": good_text()})
            answer = await client.ask("gxlint/writeFile", textDocument={"uri": URI}, name="a.exe")
            assert answer["problem"] == "不能写出 a.exe"

    run(work())


def test_a_blank_report() -> None:
    async def work() -> None:
        async with page() as client:
            asked = await client.ask("gxlint/blankReport", organisation=" 青岭镇人民政府 ", year=2024)
            assert "# 青岭镇人民政府2024年政府信息公开工作年度报告" in asked["text"]
            early = await client.ask("gxlint/blankReport", organisation="", year=2001)
            assert "没有 2001 年度的统一格式" in early["problem"]
            assert "____" in (await client.ask("gxlint/blankReport", organisation="", year=None))["text"]

    run(work())


def test_a_blank_report_as_it_is_configured(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('year = 2023\nbody = "望川市民政局"\n', encoding="utf-8")

    async def work() -> None:
        async with page(tmp_path) as client:
            made = await client.ask("gxlint/blankReport", organisation="", year=None)
            assert "# 望川市民政局2023年" in made["text"]

    run(work())


def test_regions_that_rules_are_installed_for() -> None:
    regions = (
        Profile("CN-GS", "甘肃省"),
        Profile("CN-AH", "安徽省"),
        Profile("CN-GS-620600", "武威市", "CN-GS"),
        Profile("CN-FJ-350502", "鲤城区", "CN"),
    )
    plugin = make_plugin(make_rule("GS101"), prefix="GS", gxlint_profiles=lambda: regions)
    installed = Installed()
    installed._plugins = load_plugins([("made", plugin)], installed=False, reserved=TOOL_RULES)

    async def work() -> None:
        async with stranger(installed, (*EDITING, *FEATURES)) as client:
            await client.initialize(PLAIN)
            found = await client.ask("gxlint/profiles")
            assert found == [
                {"code": "CN-AH", "name": "安徽省", "level": 0},
                {"code": "CN-FJ-350502", "name": "鲤城区", "level": 0},
                {"code": "CN-GS", "name": "甘肃省", "level": 0},
                {"code": "CN-GS-620600", "name": "武威市", "level": 1},
            ]

    run(work())
