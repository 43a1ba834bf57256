"""Announced numbers of things and the items that follow."""

import pytest

from tests.facts.telling import facts_in


def _lists(text: str) -> list[tuple[int | None, str, int]]:
    """Announced, style, how many items."""
    return [
        (found.announced, found.items[0].style if found.items else "", len(found.items))
        for found in facts_in(text).enumerations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主要做了以下三个方面工作:一是抓学习;二是抓落实;三是抓监督。", [(3, "一是", 3)]),
        ("存在以下3个方面的问题:一是甲;二是乙。", [(3, "一是", 2)]),
        ("存在以下几个方面不足:一是甲;二是乙。", [(None, "一是", 2)]),
        ("采取以下4项措施:(一)加强领导。(二)加强培训。(三)加强监督。", [(4, "(一)", 3)]),
        ("工作体现在三个方面:一是甲,二是乙,三是丙。", [(3, "一是", 3)]),
        ("主要有以下两点:第一,重视不够;第二,力量不足。", [(2, "第一", 2)]),
        ("具体如下:1.加强领导;2.加强培训。", [(None, "1.", 2)]),
        ("开展以下三项工作。一是甲。(1)子项;(2)子项。二是乙。三是丙。", [(3, "一是", 3), (None, "(1)", 2)]),
        (
            "存在以下三个方面问题:一是甲;二是乙。下一步:一是丙;二是丁;三是戊。",
            [(3, "一是", 2), (None, "一是", 3)],
        ),
        ("三次产业全面发展,统一部署,第一时间公开。", []),
        ("版本升级到2.0以后,共有1、2、3号楼。", []),
    ],
)
def test_lists(text: str, expected: list[tuple[int | None, str, int]]) -> None:
    assert _lists(text) == expected


def test_items_in_paragraphs_of_their_own() -> None:
    text = "我局主要存在以下三个方面的问题:\n一是重视程度不够。\n二是更新不够及时。\n三是力量不足。"
    assert _lists(text) == [(3, "一是", 3)]


def test_what_is_announced() -> None:
    (found,) = facts_in("将采取以下三项措施:一是甲;二是乙;三是丙。").enumerations
    assert (found.noun, found.text) == ("项措施", "三项措施")
    assert found.paragraph.text[found.number_start : found.number_end] == "三"
