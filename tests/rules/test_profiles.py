"""Profiles as plugins bring them: taken in, cleaned of what means nothing, refused where they cannot be."""

import re
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from gxlint.rules import Origin, Profile
from gxlint.rules.plugins import Plugins, load_plugins
from gxlint.rules.profile import ancestry
from tests.rules.kit import make_plugin, make_rule

PROVINCE = Profile("CN-GS", "甘肃省", rules=("GS1",))
CITY = Profile("CN-GS-620600", "武威市", rules=("GS2",))


def plugin(*profiles: object, prefix: str = "GS", rules: tuple[str, ...] = ("101", "201")) -> ModuleType:
    made = (make_rule(f"{prefix}{number}", parameters={"limit": 1000, "words": ("甲",)}) for number in rules)
    return make_plugin(*made, prefix=prefix, gxlint_profiles=lambda: profiles)


def load(**modules: object) -> Plugins:
    return load_plugins(list(modules.items()), installed=False)


def only_complaint(plugins: Plugins) -> str:
    (failure,) = plugins.failures
    assert not re.search(r"\{[a-z_]+\}", failure.text("zh") + failure.text("en"))
    return failure.text()


def test_profiles_come_with_their_origin_and_prefix() -> None:
    plugins = load(gansu=plugin(CITY, PROVINCE))
    assert plugins.failures == ()
    assert [profile.code for profile in plugins.profiles] == ["CN-GS", "CN-GS-620600"]
    assert plugins.profiles[0].origin == Origin("gansu", "1.2")
    assert plugins.profiles[0].prefix == "GS"
    assert plugins.infos[0].profiles == ("CN-GS", "CN-GS-620600")


def test_a_city_inherits_from_the_province_its_code_names() -> None:
    plugins = load(gansu=plugin(CITY, PROVINCE))
    by_code = {profile.code: profile for profile in plugins.profiles}
    assert by_code["CN-GS-620600"].parent == "CN-GS"
    assert [profile.name for profile in ancestry(by_code["CN-GS-620600"], by_code)] == ["甘肃省", "武威市"]


def test_a_city_without_a_profile_of_its_province_inherits_the_national_rules() -> None:
    plugins = load(gansu=plugin(CITY))
    assert plugins.failures == ()
    assert plugins.profiles[0].parent == "CN"


def test_a_county_may_inherit_from_a_profile_of_another_package() -> None:
    county = Profile("CN-GS-620602", "凉州区", parent="CN-GS-620600", rules=("LZ",))
    plugins = load(gansu=plugin(CITY, PROVINCE), liangzhou=plugin(county, prefix="LZ", rules=("101",)))
    by_code = {profile.code: profile for profile in plugins.profiles}
    chain = ancestry(by_code["CN-GS-620602"], by_code)
    assert [profile.code for profile in chain] == ["CN-GS", "CN-GS-620600", "CN-GS-620602"]


def test_rules_of_a_plugin_with_profiles_are_regional() -> None:
    plugins = load(gansu=plugin(PROVINCE), office=make_plugin(make_rule("ZZ101")))
    assert {rule.code: rule.regional for rule in plugins.rules} == {
        "GS101": True,
        "GS201": True,
        "ZZ101": False,
    }


def test_a_hook_that_fails_does_not_let_the_rules_loose_on_the_whole_country() -> None:
    def broken() -> object:
        raise RuntimeError("no")

    plugins = load(gansu=make_plugin(make_rule("GS101"), prefix="GS", gxlint_profiles=broken))
    assert plugins.rules[0].regional
    assert "gxlint_profiles 运行出错:RuntimeError: no" in only_complaint(plugins)


@pytest.mark.parametrize(
    ("profile", "complaint"),
    [
        (Profile("gs", "甘肃省"), "'gs' 应为 CN-GS 或 CN-GS-620600"),
        (Profile("CN-GS-A-B", "甘肃省"), "'CN-GS-A-B' 应为"),
        (Profile("CN", "全国"), "'CN' 应为"),
        (Profile("CN-GS", ""), "名称 '' 应为非空文字"),
        (Profile("CN-GS", "甘肃省", off="CN305"), "off 应为文字的元组"),  # type: ignore[arg-type]
        (Profile("CN-GS", "甘肃省", severities=["CN305"]), "severities 应为字典"),  # type: ignore[arg-type]
        (Profile("CN-GS", "甘肃省", parameters={"GS101": 3}), "parameters.GS101 应为字典"),  # type: ignore[dict-item]
        (Profile("CN-GS", "甘肃省", headings={"overview": "x"}), "headings.overview 应为"),  # type: ignore[dict-item]
        (Profile("CN-GS", "甘肃省", parent="CN-XX"), "上级 CN-XX 不存在"),
        (Profile("CN-GS", "甘肃省", parent="CN-GS"), "最终又是它自己"),
        ("CN-GS", "不是 Profile,而是 str"),
    ],
)
def test_what_is_no_profile_is_refused(profile: object, complaint: str) -> None:
    plugins = load(gansu=plugin(profile))
    assert complaint in only_complaint(plugins)
    assert plugins.profiles == ()
    assert [rule.code for rule in plugins.rules] == ["GS101", "GS201"]


def test_a_code_is_given_to_the_first_who_asks() -> None:
    plugins = load(gansu=plugin(PROVINCE), other=plugin(Profile("CN-GS", "别名"), prefix="OT"))
    assert "CN-GS 已由软件包 gansu 提供" in only_complaint(plugins)
    assert [profile.name for profile in plugins.profiles] == ["甘肃省"]


def test_a_child_of_a_refused_profile_is_refused() -> None:
    lost = Profile("CN-GS", "甘肃省", parent="CN-XX")
    child = Profile("CN-GS-620600", "武威市", parent="CN-GS")
    plugins = load(gansu=plugin(lost, child))
    assert plugins.profiles == ()
    assert [failure.params["profile"] for failure in plugins.failures] == ["CN-GS", "CN-GS-620600"]


Part = Callable[[Profile], object]


@pytest.mark.parametrize(
    ("wrong", "part", "kept", "complaint"),
    [
        ({"rules": ("GS1", "GS9")}, lambda p: p.rules, ("GS1",), "规则 GS9 不存在"),
        ({"off": ("GS1O1", "GS201")}, lambda p: p.off, ("GS201",), "是否指 GS101?"),
        ({"replaces": {"GS101": "GS999"}}, lambda p: p.replaces, {}, "规则 GS999 不存在"),
        ({"severities": {"GS101": "grave"}}, lambda p: p.severities, {}, "严重程度 'grave' 不存在"),
        ({"parameters": {"GS101": {"limt": 3}}}, lambda p: p.parameters, {"GS101": {}}, "没有参数 limt"),
        ({"parameters": {"GS101": {"limit": "3"}}}, lambda p: p.parameters, {"GS101": {}}, "limit 应为整数"),
        ({"parameters": {"GS101": {"limit": -3}}}, lambda p: p.parameters, {"GS101": {}}, "不能是负数"),
        ({"parameters": {"GS1": {"limit": 3}}}, lambda p: p.parameters, {}, "规则 GS1 不存在"),
        ({"headings": {"overvew": ("概况",)}}, lambda p: p.headings, {}, "没有名为 overvew 的部分"),
    ],
)
def test_an_entry_that_means_nothing_is_left_out(
    wrong: dict[str, Any], part: Part, kept: object, complaint: str
) -> None:
    plugins = load(gansu=plugin(PROVINCE._replace(**wrong)))
    assert complaint in only_complaint(plugins)
    assert "其余内容照常生效" in only_complaint(plugins)
    assert part(plugins.profiles[0]) == kept


def test_values_get_the_type_of_the_default() -> None:
    values: dict[str, Any] = {"limit": 500, "words": ["乙", "丙"]}
    profile = PROVINCE._replace(parameters={"defect-gs101": values})
    plugins = load(gansu=plugin(profile))
    assert plugins.profiles[0].parameters == {"GS101": {"limit": 500, "words": ("乙", "丙")}}


def test_what_a_profile_turns_on_by_default_is_all_of_its_prefix() -> None:
    plugins = load(gansu=plugin(Profile("CN-GS", "甘肃省", replaces={"GS201": "GS101"})))
    (profile,) = plugins.profiles
    assert (profile.turned_on, profile.turned_off) == (("GS", "GS101"), ("GS201",))


def test_a_profile_that_only_tunes_turns_nothing_on() -> None:
    plugins = load(sichuan=plugin(Profile("CN-SC", "四川省"), prefix="SC", rules=()))
    assert plugins.failures == ()
    assert plugins.profiles[0].rules == ()
