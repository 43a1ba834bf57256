"""Words of the form: levels, numbers, what is filled in."""

import pytest

from gxlint.formats import LEVELS, official_formats
from gxlint.formats.load import FormatError, parse_format
from gxlint.forms.levels import NAMES, level_named, level_of
from gxlint.forms.wording import Filling, in_words, narrow, printed, sentences, title

FORM = official_formats().latest


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (6, "六"), (10, "十"), (12, "十二"), (20, "二十"), (50, "五十"), (99, "九十九")],
)
def test_numbers(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("label", "official"),
    [
        ("(一)予以公开", "（一）予以公开"),
        ("本年收费金额(单位:万元)", "本年收费金额（单位：万元）"),
        ("3.危及“三安全一稳定”", "3.危及“三安全一稳定”"),
    ],
)
def test_labels_as_printed(label: str, official: str) -> None:
    assert printed(label) == official
    assert narrow(official) == label


@pytest.mark.parametrize(
    ("organisation", "level"),
    [
        ("青岭镇人民政府", "township"),
        ("望川市青岭街道办事处", "township"),
        ("云泽县人民政府", "county"),
        ("望川市新城区人民政府", "county"),
        ("云岭省人民政府", "province"),
        ("望川市人民政府", None),
        ("云泽县财政局", "department"),
        ("", None),
    ],
)
def test_the_level_by_the_name(organisation: str, level: str | None) -> None:
    assert level_of(organisation) == level


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("乡镇", "township"),
        ("County", "county"),
        ("市级", "city"),
        ("省", "province"),
        ("局", "department"),
        ("科级", None),
    ],
)
def test_the_level_by_its_own_name(word: str, level: str | None) -> None:
    assert level_named(word) == level


def test_every_level_has_a_name_that_is_understood() -> None:
    assert {level_named(name) for names in NAMES.values() for name in names} == set(LEVELS)


def test_the_title_and_the_preamble() -> None:
    filling = Filling(2024, "云泽县财政局")
    assert title(FORM, filling) == "云泽县财政局2024年政府信息公开工作年度报告"
    said = "".join(sentences(FORM, "preamble", filling))
    assert "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）" in said
    assert "等六部分组成" in said
    assert "自2024年1月1日起至2024年12月31日止" in said


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ({"sentence": [{"key": "a", "section": "overviews", "text": "无。"}]}, "'overviews' is not defined"),
        ({"sentence": [{"key": "a", "section": "preamble", "text": "{years}年"}]}, "'years' is not defined"),
        (
            {"sentence": [{"key": "a", "section": "preamble", "text": "无。", "levels": ["town"]}]},
            "'town' is not defined",
        ),
        ({"sentence": [{"key": "a", "section": "preamble", "text": "无。"}] * 2}, "'a' is defined twice"),
        ({"advice": [{"section": "preamble"}]}, "missing text"),
        ({"title": "{unit}年度报告"}, "'unit' is not defined"),
    ],
)
def test_what_a_format_says_wrongly_is_told(words: dict[str, object], problem: str) -> None:
    form = {
        "key": "x",
        "name": "X",
        "first_year": 2040,
        "source": {"title": "通知"},
        "section": [],
        "table": [],
    }
    with pytest.raises(FormatError, match=problem):
        parse_format({**form, **words}, "x.toml")
