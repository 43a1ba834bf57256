"""Completion of laws: titles, document numbers, articles."""

from __future__ import annotations

import pytest

from tests.lsp.bench import bench
from tests.lsp.capabilities import EMACS
from tests.lsp.completing import TITLE, asked, loaded, run


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("根据《¦", "中华人民共和国政府信息公开条例》", "根据《中华人民共和国政府信息公开条例》"),
        (
            "根据《条例¦》要求",
            "中华人民共和国政府信息公开条例",
            "根据《中华人民共和国政府信息公开条例》要求",
        ),
        (
            "𠮷根据《年度报告格式¦》编制",
            "中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
            "𠮷根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制",
        ),
        (
            "根据《中华人民共和国政府信息公开工作年度报告格式》（¦）",
            "国办公开办函〔2021〕30号",
            "根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
        ),
        (
            "根据《中华人民¦共和国政府信息公开条例》要求",
            "中华人民共和国政府信息公开条例",
            "根据《中华人民共和国政府信息公开条例》要求",
        ),
        ("按照国办公开办函〔2¦021〕30号", "国办公开办函〔2021〕30号", "按照国办公开办函〔2021〕30号"),
        ("按照国办公开办函〔¦〕执行", "国办公开办函〔2021〕30号", "按照国办公开办函〔2021〕30号执行"),
        ("按照国办公开办函[2021¦", "国办公开办函〔2021〕30号", "按照国办公开办函〔2021〕30号"),
        ("依据《条例》第50¦条要求", "第五十条第二款", "依据《条例》第五十条第二款要求"),
        ("依据《条例》第四十九¦", "第四十九条第一款", "依据《条例》第四十九条第一款"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_laws(marked: str, label: str, after: str, encoding: str) -> None:
    async def work() -> None:
        capabilities = {**EMACS, "general": {"positionEncodings": [encoding]}}
        async with bench(capabilities) as client:
            await loaded(client)
            found = await asked(client, TITLE + marked, encoding=encoding)
            assert found.taken(label, encoding) == TITLE + after

    run(work())


@pytest.mark.parametrize(
    "marked",
    [
        "根据《中华人民¦共和国保密法》要求",
        "按照国办公开办函〔2¦099〕30号",
        "¦全年主动公开信息36条。",
    ],
)
def test_nothing_that_would_stand_there_twice(marked: str) -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            await loaded(client)
            assert [
                label for label in (await asked(client, TITLE + marked)).labels if "条" not in label
            ] == []

    run(work())


def test_what_is_out_of_date_comes_last() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            await loaded(client)
            found = await asked(client, f"{TITLE}根据《年度报告¦")
            old = next(item for item in found.items if "60号" in item["label"])
            assert old["deprecated"] is True
            assert found.labels[-1] == old["label"] or "有关事项的通知" in found.labels[-1]
            assert not any(item.get("deprecated") for item in found.items if "30号" in item["label"])

    run(work())
