"""Choosing rules."""

import pytest

from gxlint.lint.ruleset import SettingError, UnknownRule, UnknownSeverity, choose
from gxlint.rules import Rule, Severity
from tests.rules.kit import make_rule

RULES: list[Rule] = [
    make_rule("CN305", name="row-total", aliases=("CN399", "row-sum"))(),
    make_rule("CN306", name="outcomes-total")(),
    make_rule("CN101", name="missing-section")(),
    make_rule("GS101", name="training-count")(),
]


def chosen(**settings: object) -> list[str]:
    return [rule.code for rule in choose(RULES, **settings).rules]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "CN101 CN305 CN306 GS101"),
        ({"select": ["ALL"]}, "CN101 CN305 CN306 GS101"),
        ({"select": ["CN"]}, "CN101 CN305 CN306"),
        ({"select": ["CN3"]}, "CN305 CN306"),
        ({"select": ["CN305", "GS"]}, "CN305 GS101"),
        ({"select": ["row-total"]}, "CN305"),
        ({"select": ["CN399"]}, "CN305"),
        ({"select": ["row-sum"]}, "CN305"),
        ({"select": [" cn305 "]}, "CN305"),
        ({"ignore": ["CN3"]}, "CN101 GS101"),
        ({"ignore": ["row-total"]}, "CN101 CN306 GS101"),
        ({"select": ["CN3"], "ignore": ["CN305"]}, "CN306"),
        ({"select": ["CN3"], "ignore": ["CN"]}, "CN305 CN306"),
        ({"select": ["CN305"], "ignore": ["CN305"]}, ""),
        ({"select": ["CN3"], "extend_select": ["GS101"]}, "CN305 CN306 GS101"),
        ({"extend_select": ["CN305"]}, "CN101 CN305 CN306 GS101"),
        ({"ignore": ["ALL"], "extend_select": ["CN305"]}, "CN305"),
        ({"ignore": ["CN3"], "extend_select": ["row-total"]}, "CN101 CN305 GS101"),
        ({"severities": {"CN3": "off"}}, "CN101 GS101"),
        ({"severities": {"CN3": "off", "CN305": "hint"}}, "CN101 CN305 GS101"),
        ({"severities": {"CN305": "hint", "CN3": "off"}}, "CN101 CN305 GS101"),
        ({"select": ["GXL006"]}, ""),
        ({"ignore": ["GXL"]}, "CN101 CN305 CN306 GS101"),
    ],
)
def test_selection(settings: dict[str, object], expected: str) -> None:
    assert chosen(**settings) == expected.split()


def test_severities_are_given_by_code() -> None:
    ruleset = choose(RULES, severities={"CN3": "hint", "row-total": "warning", "GXL006": "info"})
    assert ruleset.severities == {"CN305": "warning", "CN306": "hint", "GXL006": "info"}
    assert ruleset.severity(RULES[0]) is Severity.WARNING
    assert ruleset.severity(RULES[2]) is Severity.ERROR


def test_the_tools_own_rules_are_silenced_by_name_only() -> None:
    assert choose(RULES, ignore=["GXL005"]).silenced == {"GXL005"}
    assert choose(RULES, severities={"not-a-report": "off"}).silenced == {"GXL006"}
    assert choose(RULES, select=["CN3"], ignore=["ALL"]).silenced == frozenset()


@pytest.mark.parametrize(
    ("selector", "suggestion"),
    [
        ("CN3O5", "CN305"),
        ("CN3l5", None),
        ("cn3o6", "CN306"),
        ("GSIO1", "GS101"),
        ("row-totl", "row-total"),
        ("training_count", "training-count"),
        ("XX999", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("setting", ["select", "ignore", "extend_select", "severities"])
def test_an_unknown_selector_is_refused(selector: str, suggestion: str | None, setting: str) -> None:
    value: object = {selector: "error"} if setting == "severities" else [selector]
    with pytest.raises(UnknownRule) as caught:
        chosen(**{setting: value})
    error = caught.value
    assert error.code == selector
    if suggestion is not None:
        assert error.suggestion == suggestion
        assert error.text() == f"未知规则 {selector},是否指 {suggestion}?"
        assert error.text("en") == f"unknown rule {selector}; did you mean {suggestion}?"
    assert isinstance(error, SettingError)


def test_what_is_like_nothing_gets_no_suggestion() -> None:
    with pytest.raises(UnknownRule) as caught:
        chosen(select=["XX999"])
    assert caught.value.suggestion is None
    assert "gxlint rules" in caught.value.text()


def test_an_unknown_severity_is_refused() -> None:
    with pytest.raises(UnknownSeverity) as caught:
        chosen(severities={"CN305": "fatal"})
    assert "CN305" in caught.value.text()
    assert "fatal" in caught.value.text("en")
