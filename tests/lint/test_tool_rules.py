"""The tool's own rules can be listed and explained like any other."""

import pytest

from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.rules import Rule, RuleInfo
from gxlint.rules.docstring import explanation_of
from gxlint.rules.validate import is_code, is_kebab


@pytest.mark.parametrize("rule", TOOL_RULES, ids=lambda rule: rule.code)
def test_a_head_without_a_check(rule: RuleInfo) -> None:
    assert is_code(rule.code)
    assert is_kebab(rule.name)
    assert rule.summary.endswith("。")
    assert all(rule.examples)
    assert explanation_of(rule.__doc__ or "").startswith(rule.summary)
    assert all(message.zh and message.en for message in rule.messages.values())
    assert rule.sources[0].title
    assert rule.origin.package == "gxlint"
    assert not isinstance(rule, Rule)


def test_all_six_are_there() -> None:
    assert [rule.code for rule in TOOL_RULES] == [f"GXL00{number}" for number in range(1, 7)]
