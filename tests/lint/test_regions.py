"""Which profile holds for whom."""

import pytest

from gxlint.lint.regions import AmbiguousRegion, Regions, UnknownRegion
from gxlint.rules import Profile

REGIONS = Regions(
    (
        Profile("CN-GS", "甘肃省", "CN"),
        Profile("CN-GS-620600", "武威市", "CN-GS"),
        Profile("CN-GS-620602", "凉州区", "CN-GS-620600"),
        Profile("CN-FJ-350502", "鲤城区", "CN"),
        Profile("CN-CQ", "重庆市", "CN"),
        Profile("CN-CQ-LIANGJIANG", "重庆两江新区", "CN-CQ", aliases=("两江新区",)),
    )
)


@pytest.mark.parametrize(
    ("word", "name", "code", "own"),
    [
        ("GS", "甘肃省", "CN-GS", True),
        ("gs", "甘肃省", "CN-GS", True),
        ("CN-GS", "甘肃省", "CN-GS", True),
        ("甘肃", "甘肃省", "CN-GS", True),
        (" 甘肃省 ", "甘肃省", "CN-GS", True),
        ("CN-GS-620600", "武威市", "CN-GS-620600", True),
        ("620600", "武威市", "CN-GS-620600", True),
        ("武威", "武威市", "CN-GS-620600", True),
        ("武威市", "武威市", "CN-GS-620600", True),
        ("凉州区", "凉州区", "CN-GS-620602", True),
        ("两江新区", "重庆两江新区", "CN-CQ-LIANGJIANG", True),
        ("金昌市", "金昌市", "CN-GS", False),
        ("620300", "金昌市", "CN-GS", False),
        ("古浪县", "古浪县", "CN-GS-620600", False),
        ("福建", "福建省", None, False),
        ("HN", "湖南省", None, False),
        ("CN-HN", "湖南省", None, False),
        ("CN", "全国", None, True),
        ("全国", "全国", None, True),
    ],
)
def test_what_may_be_asked_for(word: str, name: str, code: str | None, own: bool) -> None:
    region = REGIONS.region(word)
    assert (region.name, region.profile and region.profile.code, region.own) == (name, code, own)


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("甘素", "甘肃"),
        ("武威县", "武威市"),
        ("CN-GSS", "CN-GS"),
        ("CN-HN-620600", "CN-GS-620600"),
        ("@", None),
    ],
)
def test_what_is_unknown_comes_with_a_suggestion(word: str, close: str | None) -> None:
    with pytest.raises(UnknownRegion) as raised:
        REGIONS.region(word)
    assert raised.value.params["close"] == close
    assert (close or word) in raised.value.text("zh")
    assert (close or word) in raised.value.text("en")


def test_a_name_of_several_places_asks_for_the_code() -> None:
    with pytest.raises(AmbiguousRegion) as raised:
        REGIONS.region("鼓楼")
    assert "CN-JS-320106" in raised.value.text()


@pytest.mark.parametrize(
    ("organisation", "asked", "code"),
    [
        ("武威市凉州区财政局", None, "CN-GS-620602"),
        ("武威市古浪县财政局", None, "CN-GS-620600"),
        ("武威市财政局", None, "CN-GS-620600"),
        ("金昌市财政局", None, "CN-GS"),
        ("泉州市鲤城区财政局", None, "CN-FJ-350502"),
        ("泉州市丰泽区财政局", None, None),
        ("重庆两江新区管理委员会", None, "CN-CQ-LIANGJIANG"),
        ("两江新区管理委员会", None, "CN-CQ-LIANGJIANG"),
        ("重庆市两江新区管理委员会", None, "CN-CQ-LIANGJIANG"),
        ("重庆市财政局", None, "CN-CQ"),
        ("云泽县财政局", None, None),
        (None, None, None),
        ("云泽县财政局", "GS", "CN-GS"),
        (None, "GS", "CN-GS"),
        ("武威市财政局", "GS", "CN-GS-620600"),  # inside the province that was asked for
        ("重庆市财政局", "GS", "CN-GS"),  # but not outside
        ("武威市凉州区财政局", "武威", "CN-GS-620602"),
        ("武威市凉州区财政局", "金昌市", "CN-GS"),
        ("武威市财政局", "HN", None),
        ("武威市财政局", "CN", None),
    ],
)
def test_which_profile_holds(organisation: str | None, asked: str | None, code: str | None) -> None:
    region = REGIONS.region(asked) if asked else None
    for _ in range(2):
        profile = REGIONS.of_body(organisation, region)
        assert (profile and profile.code) == code


def test_without_profiles_nobody_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gxlint.lint.places.locate.locate", None)
    assert Regions(()).of_body("武威市财政局", None) is None


def test_the_chain_begins_with_the_province() -> None:
    profile = REGIONS.by_code["CN-GS-620602"]
    assert [item.code for item in REGIONS.chain(profile)] == ["CN-GS", "CN-GS-620600", "CN-GS-620602"]
    assert REGIONS.chain(None) == ()
