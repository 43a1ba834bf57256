"""Whatever rules are installed: each says what it rests on, shows wrong and right, and speaks both languages."""

import re
from string import Formatter

import pytest

from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.rules import Rule, RuleInfo
from gxlint.rules.validate import problems_of
from gxlint.testing.fragments import session

EVERY_RULE: tuple[RuleInfo, ...] = (*session().plugins.rules, *TOOL_RULES)
every_rule = pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.code)
_HAN = re.compile("[\u4e00-\u9fff]")


def _parameters(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@every_rule
def test_it_is_complete(rule: RuleInfo) -> None:
    assert all(source.title for source in rule.sources)
    assert rule.summary.endswith("。")
    assert rule.examples.wrong
    assert rule.examples.right
    assert rule.examples.wrong != rule.examples.right


@pytest.mark.parametrize("rule", session().plugins.rules, ids=lambda rule: rule.code)
def test_nothing_is_wrong_with_its_head(rule: Rule) -> None:
    # gxlint's own rules are not judged when they are loaded.
    assert not list(problems_of(type(rule), rule.code[:-3], session().catalogue))


@every_rule
def test_it_says_the_same_in_both_languages(rule: RuleInfo) -> None:
    for key, message in rule.messages.items():
        zh, en = _parameters(message.zh), _parameters(message.en)
        # A parameter in words comes once for each language.
        assert {name.removesuffix("_zh") for name in zh} == {name.removesuffix("_en") for name in en}, key
        assert _HAN.search(message.zh) or message.zh == message.en, key
        assert re.search("[A-Za-z]{3}", message.en), key


@every_rule
def test_a_law_or_notice_has_a_number_and_a_date(rule: RuleInfo) -> None:
    if rule.code.startswith("GXL"):
        return
    for source in rule.sources:
        assert source.number, source.title
        assert re.fullmatch(r"\d{4}(-\d{2}){0,2}", source.date), source.title
