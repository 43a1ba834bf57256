"""Every case of every national rule: the YAML files beside this one and the examples in docstrings."""

from pathlib import Path

import pytest

from gxlint.rules import Rule
from tests.support.fragments import Case, docstring_cases, load_cases, problems, session

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
RULES = {rule.code: rule for rule in session().plugins.rules if rule.code.startswith("CN")}


@pytest.mark.parametrize(
    "case", [case for path in FILES for case in load_cases(path)], ids=lambda case: case.id
)
def test_case(case: Case) -> None:
    assert case.code in RULES, f"no rule {case.code}"
    assert list(problems(case)) == []


@pytest.mark.parametrize(
    "case", [case for rule in RULES.values() for case in docstring_cases(rule)], ids=lambda case: case.id
)
def test_docstring_example(case: Case) -> None:
    assert list(problems(case)) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.code)
def test_rule_has_both_examples(rule: Rule) -> None:
    assert {case.id.rpartition("-")[2] for case in docstring_cases(rule)} == {"wrong", "right"}
