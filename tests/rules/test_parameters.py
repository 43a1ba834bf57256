"""Parameters of rules: declared with their defaults, set for a copy."""

import pytest

from gxlint.rules.info import Parameter
from gxlint.rules.parameters import parameter_value
from tests.rules.kit import make_plugin, make_rule
from tests.rules.test_profiles import load, only_complaint


def test_a_tuned_rule_is_another_rule() -> None:
    rule = make_rule(parameters={"limit": 1000, "share": 0.5})()
    tuned = rule.tuned({"limit": 800})
    assert (rule.parameter("limit"), tuned.parameter("limit"), tuned.parameter("share")) == (1000, 800, 0.5)
    assert tuned.tuned({"share": 0.1}).parameter("limit") == 800
    assert rule.tuned({}) is rule


def test_an_undeclared_parameter_is_an_error_of_the_author() -> None:
    with pytest.raises(KeyError):
        make_rule()().parameter("limit")


@pytest.mark.parametrize(
    ("value", "default", "expected"),
    [
        (3, 5, 3),
        (0, 5, 0),
        (-3, -1, -3),
        (3, 0.5, 3.0),
        (True, False, True),
        ("乙", "甲", "乙"),
        (["乙"], ("甲",), ("乙",)),
        ([], ("甲",), ()),
    ],
)
def test_values_that_fit(value: object, default: Parameter, expected: Parameter) -> None:
    got, problem = parameter_value("x", value, default)
    assert (got, type(got), problem) == (expected, type(expected), None)


@pytest.mark.parametrize(
    ("value", "default"),
    [
        (3.5, 5),
        ("3", 5),
        (True, 5),
        (None, 5),
        (1, False),
        (True, 0.5),
        (-1, 5),
        (3, "甲"),
        ("乙", ("甲",)),
        ([3], ("甲",)),
    ],
)
def test_values_that_do_not(value: object, default: Parameter) -> None:
    got, problem = parameter_value("limit", value, default)
    assert got is None
    assert problem is not None
    message, params = problem
    assert "limit" in message.render(params)
    assert "limit" in message.render(params, "en")


@pytest.mark.parametrize("parameters", [{"limit": None}, {"limit": [1]}, {"limit": (1,)}, {1: 2}, ["limit"]])
def test_parameters_are_declared_in_their_form(parameters: object) -> None:
    plugins = load(yunze=make_plugin(make_rule(parameters=parameters)))
    assert "默认值为数、文字" in only_complaint(plugins)
    assert plugins.rules == ()
