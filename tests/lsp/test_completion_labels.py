"""Completion in tables."""

from __future__ import annotations

import pytest

from tests.lsp.bench import bench
from tests.lsp.capabilities import EMACS
from tests.lsp.completing import ASKED, TITLE, TYPED, asked, run

REQUESTS = f"{TITLE}三、收到和处理政府信息公开申请情况\n"


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("| ¦", "一、本年新收政府信息公开申请数量", "| 一、本年新收政府信息公开申请数量"),
        ("| (一)予¦ | 0 |", "（一）予以公开", "| （一）予以公开 | 0 |"),
        ("| (1¦ | 0 |", "（一）予以公开", "| （一）予以公开 | 0 |"),
        (
            "| 三、本年度办理结果 | 予以¦公开 | 0 |",
            "（一）予以公开",
            "| 三、本年度办理结果 | （一）予以公开 | 0 |",
        ),
        ("| 申请人情况 | 法律¦", "法律服务机构", "| 申请人情况 | 法律服务机构"),
        ("本年新收¦", "一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量"),
    ],
)
def test_labels(marked: str, label: str, after: str) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            found = await asked(client, REQUESTS + marked)
            assert found.labels[0] == label
            assert found.taken(label) == REQUESTS + after

    run(work())


def test_labels_that_are_missing_come_first() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            line = "| 一、本年新收政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
            found = await asked(client, f"{REQUESTS}{line}| ¦", TYPED)
            assert found.labels[0] == "二、上年结转政府信息公开申请数量"
            assert found.labels.index("一、本年新收政府信息公开申请数量") > found.labels.index(
                "四、结转下年度继续办理"
            )

    run(work())


@pytest.mark.parametrize(
    "marked",
    [
        "| 一、本年新收政府信息公开申请数量 | ¦",
        "| 一、本年新收政府信息公开申请数量 | 1¦",
        "| 一、本年新收政府信息公开申请数量 | 1 | 1¦2 |",
        "| 一、本年新收政府信息公开申请数量 | 1 | ¦",
        "0 |¦",
    ],
)
def test_where_figures_are_typed_nothing_is_offered(marked: str) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            assert (await asked(client, REQUESTS + marked, TYPED)).items == []
            if "1" in marked or "0" in marked:
                assert (await asked(client, REQUESTS + marked, ASKED)).items == []

    run(work())
