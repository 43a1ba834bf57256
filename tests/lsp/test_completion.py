"""Completion: the whole blank report, and where anything is offered at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gxlint.lsp.features.completion import TRIGGERS
from tests.lsp.bench import Bench, bench, stranger
from tests.lsp.capabilities import EMACS, PLAIN, VSCODE
from tests.lsp.completing import TITLE, asked, loaded, run
from tests.project.imports import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WUWEI = ROOT / "plugins" / "gansu" / "gxlint_gansu" / "wuwei.toml"


@pytest.mark.parametrize("capabilities", [VSCODE, EMACS])
def test_the_whole_report(capabilities: dict[str, Any]) -> None:
    async def work() -> None:
        async with bench(capabilities) as client:
            found = await asked(client, "¦")
            label = found.labels[0]
            assert label.startswith("空白报告(部门,")
            text = found.taken(label)
            assert all(f"## {number}、" in text for number in "一二三四五六")
            assert ("${1:____}" in text) is (capabilities is VSCODE)
            assert (await asked(client, "空白¦")).labels[0] == label
            written = f"{TITLE}全年公开信息36条。\n¦"
            assert not [label for label in (await asked(client, written)).labels if "空白报告" in label]

    run(work())


def test_the_whole_report_in_plain_text() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            uri = "untitled:a.gxr.txt"
            client.open("", uri=uri)
            at = {"line": 0, "character": 0}
            found = await client.ask("textDocument/completion", textDocument={"uri": uri}, position=at)
            text = found["items"][0]["textEdit"]["newText"]
            assert "#" not in text
            assert "\n一、总体情况\n" in text

    run(work())


def test_the_rest_of_the_report_below_its_title() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, f"{TITLE}\n¦")
            assert found.labels[0] == "空白报告(部门,2024 年度)"
            assert not [label for label in found.labels if "乡镇" in label]
            text = found.taken(found.labels[0])
            assert text.startswith(f"{TITLE}\n根据《中华人民共和国政府信息公开条例》")
            assert text.endswith("云泽县财政局\n\n2025年__月__日\n")

    run(work())


def test_the_whole_report_is_one_that_can_be_checked() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, "¦")
            text = found.taken(found.labels[0])
            uri = "untitled:新的.gxr.md"
            client.open(text, uri=uri)
            codes = {item["code"] for item in await client.published(1, uri)}
            assert codes - {"GXL"} == {"CN311", "CN804"}

    run(work())


def test_the_whole_report_has_what_the_province_asks_for(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text(f"packs = ['{WUWEI}']\n", encoding="utf-8")
    title = "武威市司法局2025年政府信息公开工作年度报告"
    uri = (tmp_path / "a.gxr.md").as_uri()

    async def offered(client: Bench, text: str) -> str:
        client.open(text, uri=uri)
        at = {"line": text.count("\n"), "character": 0}
        found = await client.ask("textDocument/completion", textDocument={"uri": uri}, position=at)
        whole: str = found["items"][0]["textEdit"]["newText"]
        return whole

    async def work() -> None:
        async with bench(EMACS, tmp_path) as client:
            await loaded(client)
            assert "（武政办发〔2025〕54号） -->" in await offered(client, f"{title}\n\n")
            assert "武政办发" not in await offered(client, "")
        async with bench(EMACS, tmp_path, province="武威市") as client:
            await loaded(client)
            assert "（武政办发〔2025〕54号） -->" in await offered(client, "")

    run(work())


def test_only_in_reports() -> None:
    async def work() -> None:
        async with bench(VSCODE) as client:
            gone = await client.ask(
                "textDocument/completion",
                textDocument={"uri": "file:///gone"},
                position={"line": 0, "character": 0},
            )
            assert gone is None
            client.open("¦", uri="file:///a.md", language="markdown")
            other = await client.ask(
                "textDocument/completion",
                textDocument={"uri": "file:///a.md"},
                position={"line": 0, "character": 0},
            )
            assert other is None
            page = {"uri": "file:///a.html"}
            client.open(f"<p>{TITLE}</p>", uri=page["uri"], language="html")
            at = {"line": 0, "character": 3}
            assert await client.ask("textDocument/completion", textDocument=page, position=at) is None

    run(work())


def test_it_is_announced() -> None:
    async def work() -> None:
        async with stranger() as client:
            provider = (await client.initialize(VSCODE))["capabilities"]["completionProvider"]
            assert provider["triggerCharacters"] == list(TRIGGERS)
            assert {"《", "〔", "、", "|", "第"} <= set(TRIGGERS)
        async with stranger() as client:
            assert "completionProvider" not in (await client.initialize(PLAIN))["capabilities"]

    run(work())


def test_a_large_report_does_not_keep_the_writer_waiting() -> None:
    text = f"{TITLE}一、总体情况\n" + "全年主动公开政府信息36条。\n" * 30_000 + "三¦"

    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, text)
            assert found.labels[0] == "三、收到和处理政府信息公开申请情况"

    run(work())
