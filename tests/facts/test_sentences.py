"""What sentences in many wordings are read to say; the cases stand in ``cases/*.yaml``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.facts.telling import facts_in, told

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(case["say"], case["told"], id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_told(text: str, expected: list[str]) -> None:
    assert told(facts_in(text)) == expected, text


def test_no_sentence_stands_twice() -> None:
    said = [str(case.values[0]) for case in CASES]
    assert len(said) == len(set(said)) >= 300


def _counts(text: str, **frame: Any) -> list[tuple[str, int | float, str]]:
    return [(count.subject, count.value, count.scope) for count in facts_in(text, **frame).counts]


def test_area_is_own_where_a_government_adds_it_up() -> None:
    text = "全县共收到政府信息公开申请120件。"
    county = {"organisation": "青岭县人民政府"}
    assert _counts(text) == [("received", 120, "aggregate")]
    assert _counts(text, **county) == [("received", 120, "unclear")]
    added = {**county, "preamble": "本报告由县政府办公室汇总各乡镇、各部门数据编制而成。"}
    assert _counts(text, **added) == [("received", 120, "own")]


def test_years_count_from_the_year_of_the_report() -> None:
    text = "2023年结转政府信息公开申请2件。2023年收到政府信息公开申请30件。"
    assert [(count.subject, count.period) for count in facts_in(text).counts] == [
        ("carried_over", "this_year"),
        ("received", "other_year"),
    ]
    assert [(count.subject, count.period) for count in facts_in(text, year=2023).counts][1] == (
        "received",
        "this_year",
    )


def test_heading_over_a_paragraph_says_what_it_is_about() -> None:
    text = "全年收到申请36件。"
    (alone,) = facts_in(text).counts
    (under,) = facts_in(f"(二)依申请公开情况\n{text}").counts
    assert (alone.topic, under.topic) == ("unclear", "disclosure")
    assert under.firm
    assert not alone.firm


def test_heading_of_another_paragraph_says_nothing() -> None:
    text = "(二)依申请公开情况\n认真办理。\n(三)政府信息管理\n全年收到申请36件。"
    assert [count.topic for count in facts_in(text).counts] == ["unclear"]


def test_parts_may_stand_in_the_next_sentence() -> None:
    facts = facts_in("全年收到政府信息公开申请36件。其中网上申请17件,信函申请19件。")
    whole, *parts = facts.counts
    assert whole.parts == parts
    assert all(part.whole is whole and part.limited for part in parts)
    assert facts.of("received") == [whole]
    assert facts.of("received", limited=True) == [whole, *parts]
    assert whole.listed_by == "其中"


def test_open_lists() -> None:
    for words, is_open in (("其中动态类60条、公告类40条", False), ("主要包括动态类60条、公告类40条", True)):
        (whole, *_) = facts_in(f"主动公开政府信息120条,{words}。").counts
        assert whole.open_ended is is_open
    (whole, *_) = facts_in("主动公开政府信息120条,其中动态类60条、公告类40条等。").counts
    assert whole.open_ended


def test_numbers_keep_their_verb_and_label() -> None:
    (count,) = facts_in("2024年,我局共受理政府信息公开申请36件。").counts
    assert (count.verb, count.label, count.number_text, count.unit) == (
        "受理",
        "我局共受理政府信息公开申请",
        "36",
        "件",
    )
    assert count.text == "受理政府信息公开申请36件"
