"""Which province, city or county the name of a body begins with. The places are real, as they have to be."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.lint.places.locate import called, locate
from gxlint.lint.places.provinces import BY_DIGITS, PROVINCES
from gxlint.lint.places.table import bare, table


@pytest.mark.parametrize(
    ("organisation", "place", "rest"),
    [
        ("甘肃省财政厅", "CN-GS", "财政厅"),
        ("甘肃省人民政府办公厅", "CN-GS", "人民政府办公厅"),
        ("武威市财政局", "CN-GS-620600", "财政局"),
        ("武威市凉州区财政局", "CN-GS-620602", "财政局"),
        ("甘肃省武威市凉州区财政局", "CN-GS-620602", "财政局"),
        ("武威市 凉州区财政局", "CN-GS-620602", "财政局"),
        ("甘肃武威凉州区水务局", "CN-GS-620602", "水务局"),
        ("怀化鹤城区城南街道办事处", "CN-HN-431202", "城南街道办事处"),
        ("固镇县教育局", "CN-AH-340323", "教育局"),
        ("固镇县城关镇人民政府", "CN-AH-340323", "城关镇人民政府"),
        ("泉州市鲤城区人民政府办公室", "CN-FJ-350502", "人民政府办公室"),
        ("上海市浦东新区发展改革委", "CN-SH-310115", "发展改革委"),
        ("广西壮族自治区南宁市", "CN-GX-450100", ""),
        ("广西南宁市", "CN-GX-450100", ""),
        ("阿坝州教育局", "CN-SC-513200", "教育局"),
        ("凉山彝族自治州统计局", "CN-SC-513400", "统计局"),
        ("元江县人民政府", "CN-YN-530428", "人民政府"),
        ("吉林市财政局", "CN-JL-220200", "财政局"),
        ("海南州人民政府", "CN-QH-632500", "人民政府"),
        ("海南省海口市", "CN-HI-460100", ""),
        ("河南县人民政府", "CN-QH-632324", "人民政府"),
        ("河北区人民政府", "CN-TJ-120105", "人民政府"),
        ("朝阳市财政局", "CN-LN-211300", "财政局"),
        ("北京市朝阳区财政局", "CN-BJ-110105", "财政局"),
        ("桥西区财政局", "CN-HE", "财政局"),  # two cities have one, both in 河北
        ("公主岭市财政局", "CN-JL", "财政局"),  # moved from one city of 吉林 to another
    ],
)
def test_places(organisation: str, place: str, rest: str) -> None:
    division, left = locate(organisation)
    assert division is not None
    assert (division.profile_code, left) == (place, rest)


@pytest.mark.parametrize(
    "organisation",
    [
        "云泽县财政局",
        "望川市商务局",
        "青岭镇人民政府",
        "鼓楼区财政局",  # in four cities of three provinces
        "朝阳区财政局",
        "城关区财政局",
        "江苏路街道办事处",
        "湖南街道办事处",
        "国家税务总局武威市税务局",  # not under the city
        "新疆生产建设兵团第一师",
        "市财政局",
        "",
    ],
)
def test_no_place(organisation: str) -> None:
    assert locate(organisation) == (None, organisation)


@given(st.text(alphabet="甘肃省武威市凉州区广西壮族自治县旗盟海南北京朝阳鼓楼 财政局", max_size=20))
def test_the_rest_is_the_end_of_the_name(organisation: str) -> None:
    division, rest = locate(organisation)
    assert "".join(organisation.split()).endswith(rest.strip())
    assert division is None or len(rest) < len(organisation)


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("甘肃", ["CN-GS"]),
        ("武威", ["CN-GS-620600"]),
        ("武威市", ["CN-GS-620600"]),
        ("凉州", ["CN-GS-620602"]),
        ("朝阳", ["CN-LN-211300"]),
        ("阿坝", ["CN-SC-513200"]),
        ("吉林", ["CN-JL"]),
        ("鼓楼", ["CN-JS-320106", "CN-JS-320302", "CN-FJ-350102", "CN-HA-410204"]),
        ("望川", []),
    ],
)
def test_what_a_person_calls_a_place(word: str, places: list[str]) -> None:
    assert [division.profile_code for division in called(word)] == places


def test_every_division_has_its_province_and_its_own_code() -> None:
    divisions = table().by_code
    assert len(divisions) > 3200
    for division in divisions.values():
        assert re.fullmatch(r"\d{6}", division.code)
        assert division.code[:2] in BY_DIGITS
        assert f"{division.code[:2]}0000" in divisions
    assert {division.name for division in divisions.values() if division.level == 0} == {
        province.name for province in PROVINCES
    }


def test_every_city_is_found_by_its_name() -> None:
    for division in table().by_code.values():
        if division.level == 1:
            assert locate(division.name + "财政局") == (division, "财政局")


def test_no_two_provinces_share_anything() -> None:
    for field in range(4):
        assert max(Counter(province[field] for province in PROVINCES).values()) == 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("武威市", "武威"),
        ("阿拉善盟", "阿拉善"),
        ("恩施土家族苗族自治州", "恩施"),
        ("大兴安岭地区", "大兴安岭"),
        ("沛县", ""),
    ],
)
def test_names_without_their_ending(name: str, expected: str) -> None:
    assert bare(name) == expected


def test_the_table_names_its_source() -> None:
    import gxlint.lint.places as package

    text = (Path(package.__path__[0]) / "divisions.txt").read_text(encoding="utf-8")
    assert text.startswith("# 县级以上行政区划代码:民政部")
    assert "https://" in text.split("\n")[0]
