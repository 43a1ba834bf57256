"""One session, reports of several provinces: each is held to its own rules."""

from collections.abc import Iterator
from typing import Any

import pytest

from gxlint.lint.ruleset import Choice, choose
from gxlint.lint.session import FileResult, Session, Settings
from gxlint.lint.standing import standings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.rules import Outcome, Profile, Rule, Severity
from gxlint.rules.plugins import Plugins, load_plugins
from gxlint.rules.profile import ancestry
from gxlint.source import Span
from tests.cli.running import good_text
from tests.rules.kit import make_plugin, make_rule

HEADING = "政府信息公开行政复议及行政诉讼情况"


def _longer(rule: Rule, _node: object, report: Report) -> Iterator[Outcome]:
    """As long as the limit, or longer."""
    if len(report.text) >= rule.parameter("limit"):
        yield rule.at(Span(0, 1), "got", got=rule.parameter("limit"))


NATIONAL = make_plugin(
    make_rule("CN101", severity=Severity.WARNING),
    make_rule("CN102", _longer, parameters={"limit": 100}),
    make_rule("CN103", severity=Severity.HINT),
    make_rule("CN104"),
    make_rule("CN105", default_on=False),
    prefix="CN",
)
GANSU = make_plugin(
    make_rule("GS101"),
    make_rule("GS102", default_on=False),
    make_rule("GS103", default_on=False),
    make_rule("GS201"),
    prefix="GS",
    gxlint_profiles=lambda: (
        Profile(
            "CN-GS",
            "甘肃省",
            rules=("GS1", "GS103"),
            replaces={"CN104": "GS103"},
            severities={"CN101": "error", "CN103": "off"},
            parameters={"CN102": {"limit": 200}},
            headings={"disputes": (HEADING,)},
        ),
        Profile(
            "CN-GS-620600",
            "武威市",
            rules=("GS2",),
            off=("GS101",),
            severities={"CN101": "info"},
            parameters={"CN102": {"limit": 10**9}},
        ),
    ),
)
HUNAN = make_plugin(make_rule("HN101"), prefix="HN", gxlint_profiles=lambda: (Profile("CN-HN", "湖南省"),))
PLUGINS: Plugins = load_plugins(
    [("national", NATIONAL), ("gansu", GANSU), ("hunan", HUNAN)], installed=False, reserved=TOOL_RULES
)


def checked(session: Session, place: str, **changes: str) -> FileResult:
    text = good_text().replace("云泽县", place)
    for old, new in changes.items():
        text = text.replace(old, new)
    return session.check_bytes(text.encode(), "a.txt")


def codes(result: FileResult) -> list[str]:
    assert result.ruleset is not None
    return [rule.code for rule in result.ruleset.rules]


def test_everything_loads() -> None:
    assert PLUGINS.failures == ()


def test_a_folder_may_hold_reports_of_several_provinces() -> None:
    session = Session(plugins=PLUGINS)
    ran = {
        place: codes(checked(session, place)) for place in ("云泽县", "甘肃省", "武威市", "长沙市", "云泽县")
    }
    assert ran == {
        "云泽县": ["CN101", "CN102", "CN103", "CN104"],
        "甘肃省": ["CN101", "CN102", "GS101", "GS103"],
        "武威市": ["CN101", "CN102", "GS103", "GS201"],
        "长沙市": ["CN101", "CN102", "CN103", "CN104", "HN101"],
    }


def test_the_rules_of_a_profile_are_chosen_once() -> None:
    session = Session(plugins=PLUGINS)
    assert checked(session, "甘肃省").ruleset is checked(session, "金昌市").ruleset


@pytest.mark.parametrize(("place", "limit"), [("云泽县", 100), ("甘肃省", 200)])
def test_parameters_reach_the_rule(place: str, limit: int) -> None:
    result = checked(Session(plugins=PLUGINS), place).result
    assert result is not None
    assert [(finding.rule.code, finding.params["got"]) for finding in result.findings] == [("CN102", limit)]


def test_a_city_tunes_what_the_province_tuned() -> None:
    result = checked(Session(plugins=PLUGINS), "武威市")
    assert result.result is not None
    assert result.result.findings == ()
    assert result.ruleset is not None
    assert result.ruleset.severities["CN101"] is Severity.INFO


def test_the_profile_is_told() -> None:
    session = Session(Settings(province="甘肃"), plugins=PLUGINS)
    inside, outside = checked(session, "武威市").profile, checked(session, "云泽县").profile
    assert inside is not None
    assert outside is not None
    assert (inside.code, outside.code) == ("CN-GS-620600", "CN-GS")


def test_an_accepted_heading_is_recognised_and_as_good_as_the_official_one() -> None:
    official = "政府信息公开行政复议、行政诉讼情况\n"
    session = Session(plugins=PLUGINS)
    for place, match in (("云泽县", "similar"), ("甘肃省", "variant")):
        report = checked(session, place, **{official: HEADING + "\n"}).report
        assert report is not None
        section = report.section("disputes")
        assert section is not None
        assert section.match in (match, "variant")
        assert (HEADING in section.form.accepted) == (place == "甘肃省")


def test_a_missing_package_is_said_once() -> None:
    session = Session(Settings(province="福建"), plugins=PLUGINS)
    assert session.notices() == ("没有安装适用于福建省的规则包,只按全国规则检查",)
    assert "福建省" in session.notices("en")[0]
    assert codes(checked(session, "福州市"))[-1] == "CN104"
    assert Session(Settings(province="CN"), plugins=PLUGINS).notices() == ()


CHAIN = ancestry(PLUGINS.profiles[0], {})


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ({}, "CN101 CN102 GS101 GS103"),
        ({"extend_select": ["CN105"]}, "CN101 CN102 CN105 GS101 GS103"),  # off by default, asked for by name
        ({"extend_select": ["CN1"]}, "CN101 CN102 CN105 GS101 GS103"),  # or by the beginning; off stays off
        ({"extend_select": ["HN"]}, "CN101 CN102 GS101 GS103 HN101"),
        ({"ignore": ["GS"]}, "CN101 CN102"),
        ({"select": ["CN"]}, "CN101 CN102 CN105"),
        ({"select": ["CN103", "CN104"]}, "CN103 CN104"),  # but not when it is named as closely
        ({"select": ["ALL"]}, "CN101 CN102 CN105 GS101 GS102 GS103 GS201 HN101"),
        ({"configured": Choice(select=("GS1",))}, "GS101 GS102 GS103"),
        ({"configured": Choice(ignore=("GS101",)), "extend_select": ["GS101"]}, "CN101 CN102 GS101 GS103"),
        ({"configured": Choice(extend_select=("CN103",)), "ignore": ["CN103"]}, "CN101 CN102 GS101 GS103"),
        ({"configured": Choice(select=("CN101",)), "select": ["CN102"]}, "CN102"),
        ({"configured": Choice(select=("CN1",)), "ignore": ["CN103"]}, "CN101 CN102 CN105"),
        ({"configured": Choice(ignore=("CN102",)), "select": ["CN1"]}, "CN101 CN105"),
        ({"configured": Choice(ignore=("CN1",)), "select": ["CN102"]}, "CN102"),
        ({"configured": Choice(severities={"CN1": "off"})}, "GS101 GS103"),
    ],
)
def test_later_voices_count_for_more(voices: dict[str, Any], expected: str) -> None:
    ruleset = choose(PLUGINS.rules, chain=CHAIN, **voices)
    assert [rule.code for rule in ruleset.rules] == expected.split()


def test_severities_and_parameters_of_the_configuration_beat_the_profile() -> None:
    configured = Choice(severities={"CN101": "hint"}, parameters={"CN102": {"limit": 7}})
    ruleset = choose(PLUGINS.rules, chain=CHAIN, configured=configured)
    rules = {rule.code: rule for rule in ruleset.rules}
    assert ruleset.severity(rules["CN101"]) is Severity.HINT
    assert rules["CN102"].parameter("limit") == 7
    assert (
        choose(PLUGINS.rules, chain=CHAIN, severities={"CN101": "info"}, configured=configured).severities[
            "CN101"
        ]
        is Severity.INFO
    )


@pytest.mark.parametrize("words", [(), ("CN-GS",), ("CN-GS", "CN-GS-620600")])
def test_how_the_rules_stand(words: tuple[str, ...]) -> None:
    by_code = {profile.code: profile for profile in PLUGINS.profiles}
    found = {item.rule.code: item for item in standings(PLUGINS.rules, [by_code[word] for word in words])}
    marks = {code: item.mark for code, item in found.items()}
    national = {
        "CN101": "baseline",
        "CN102": "baseline",
        "CN103": "baseline",
        "CN104": "baseline",
        "CN105": "off",
    }
    province = {
        "CN101": "tightened",
        "CN102": "tuned",
        "CN103": "off",
        "CN104": "replaced",
        "CN105": "off",
        "GS101": "added",
        "GS102": "off",
        "GS103": "added",
        "GS201": "off",
    }
    city = {**province, "CN101": "relaxed", "GS101": "off", "GS201": "added"}
    assert marks == [national, province, city][len(words)]
    if words:
        assert found["CN104"].replaced_by == "GS103"
        assert found["CN104"].by is by_code["CN-GS"]
        assert found["CN102"].by is by_code[words[-1]]
        assert found["CN103"].origin.package == "gansu"
        assert found["CN102"].parameters["limit"] in (200, 10**9)
