"""Every case of every national rule: the YAML files in ``cases`` beside this one and the examples in docstrings."""

import pytest

from gxlint.rules import Rule
from gxlint.testing import Case, docstring_cases, verify

pytestmark = pytest.mark.gxlint("gxlint")


def test_case(gxlint_case: Case) -> None:
    verify(gxlint_case)


def test_rule_has_both_examples(gxlint_rule: Rule) -> None:
    assert [case.fails for case in docstring_cases(gxlint_rule)] == [True, False]
