"""Completion of headings and of standard sentences."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lsp.bench import bench
from tests.lsp.capabilities import EMACS, NEOVIM, VSCODE
from tests.lsp.completing import TITLE, asked, run


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("一¦", "一、总体情况", "一、总体情况"),
        ("1¦", "一、总体情况", "一、总体情况"),
        ("1.¦", "一、总体情况", "一、总体情况"),
        ("总体¦", "一、总体情况", "一、总体情况"),
        ("## 三、¦", "三、收到和处理政府信息公开申请情况", "## 三、收到和处理政府信息公开申请情况"),
        (
            "## 三、¦收到和处理政府信息公开申请情况",
            "三、收到和处理政府信息公开申请情况",
            "## 三、收到和处理政府信息公开申请情况",
        ),
        (
            "## 三、收到和¦信息公开申请情况",
            "三、收到和处理政府信息公开申请情况",
            "## 三、收到和处理政府信息公开申请情况",
        ),
        ("一、总体情况\n(2¦", "（二）依申请公开", "一、总体情况\n（二）依申请公开"),
        ("一、总体情况\n### （五¦", "（五）监督保障", "一、总体情况\n### （五）监督保障"),
    ],
)
def test_headings(marked: str, label: str, after: str) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, TITLE + marked)
            assert found.labels[0] == label
            assert found.taken(label) == TITLE + after

    run(work())


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (f"# {TITLE}\n一¦", "## "),
        (f"# {TITLE}\n## 二、主动公开政府信息情况\n\n一¦", "## "),
        (f"{TITLE}### 二、主动公开政府信息情况\n\n一¦", "### "),
        (f"# {TITLE}\n# 一¦", ""),
        (f"# {TITLE}\n二、主动公开政府信息情况\n\n一¦", ""),
        (f"{TITLE}一¦", ""),
    ],
)
def test_headings_are_marked_as_the_others_are(text: str, mark: str) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, text)
            assert found.taken("一、总体情况") == text.replace("一¦", f"{mark}一、总体情况")
            below = await asked(client, f"# {TITLE}\n## 一、总体情况\n\n(一¦")
            assert below.taken("（一）主动公开").endswith("\n### （一）主动公开")

    run(work())


def test_punctuation_is_that_of_the_report() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            text = f"{TITLE}根据《条例》(以下简称条例)要求,编制本报告:\n一、总体情况\n一¦"
            assert (await asked(client, text)).taken("（一）主动公开").endswith("\n(一)主动公开")

    run(work())


def test_missing_headings_come_first_and_in_order() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, f"{TITLE}一、总体情况\n\n三、收到和处理政府信息公开申请的情况\n\n¦")
            headings = [label[0] for label in found.labels if label[1:2] == "、"]
            assert headings == ["二", "四", "五", "六", "一", "三"]

    run(work())


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("本报告中¦", "本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。", None),
        ("特此说明。本报告中所列¦", "本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。", None),
        ("六、其他需要报告的事项\n本机关¦", "本机关没有其他需要报告的事项。", None),
        (
            "六、其他需要报告的事项\n本机关¦报告的事项。",
            "本机关没有其他需要报告的事项。",
            "六、其他需要报告的事项\n本机关没有其他需要报告的事项。",
        ),
        (
            "一、总体情况\n(二)依申请公开\n2024年未¦",
            "2024年未收到政府信息公开申请，没有上年结转的申请。",
            None,
        ),
    ],
)
def test_standard_sentences(marked: str, label: str, after: str | None) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, TITLE + marked)
            typed = marked.partition("¦")[0].rpartition("。")[2].rpartition("\n")[2]
            expected = after or marked.replace("¦", label.removeprefix(typed))
            assert found.taken(label) == TITLE + expected

    run(work())


def test_a_sentence_is_offered_once_and_where_it_belongs() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            period = "本报告中所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
            assert period in (await asked(client, f"{TITLE}¦")).labels
            assert period not in (await asked(client, f"{TITLE}{period}¦")).labels
            assert period not in (await asked(client, f"{TITLE}一、总体情况\n¦")).labels
            assert period not in (await asked(client, f"{TITLE}本报告¦由本局编制。")).labels

    run(work())


@pytest.mark.parametrize(("capabilities", "is_snippet"), [(VSCODE, True), (NEOVIM, True), (EMACS, False)])
def test_what_is_to_be_filled_in(capabilities: dict[str, Any], is_snippet: bool) -> None:
    async def work() -> None:
        async with bench({**capabilities, "general": {}}) as client:
            found = await asked(client, f"{TITLE}一、总体情况\n（一）主动公开\n2024年主动¦")
            (item,) = found.items
            assert (item.get("insertTextFormat") == 2) is is_snippet
            text = item["textEdit"]["newText"]
            assert ("${1:____}" in text) is is_snippet
            assert "____" in text

    run(work())
