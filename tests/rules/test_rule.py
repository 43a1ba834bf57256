"""The head of a rule and the findings it makes."""

import pytest

from gxlint.model import Cell
from gxlint.rules import Edit, Message, Rule, RuleInfo, Severity, Source, Where
from gxlint.rules.docstring import examples_of, explanation_of
from gxlint.source import Span
from tests.rules.kit import DOCSTRING, make_rule


def test_head_speaks_for_itself() -> None:
    rule = make_rule("ZZ305")()
    assert rule.summary == "总计等于各列之和。"
    assert rule.examples == ("| 1 | ⟦3⟧ |", "| 1 | 1 |")
    assert rule.sources == (rule.source,)
    assert repr(rule) == "<ZZ305 defect-zz305>"


def test_several_sources_stay_several() -> None:
    sources = (Source("甲"), Source("乙"))
    assert make_rule(source=sources)().sources == sources


def test_a_rule_needs_a_check_and_a_head_needs_none() -> None:
    class Unfinished(Rule):
        code, name, severity = "ZZ101", "unfinished", Severity.ERROR

    with pytest.raises(TypeError, match="check"):
        Unfinished()  # type: ignore[abstract]
    assert not hasattr(RuleInfo, "check")


def test_examples_keep_their_lines_and_drop_their_indentation() -> None:
    docstring = """概述。

    说明的第二段。

    Wrong:
        第一行
          缩进的第二行

        空行之后
    Right:
        对的

    结尾的一段。
    """
    examples = examples_of(docstring)
    assert examples.wrong == "第一行\n  缩进的第二行\n\n空行之后"
    assert examples.right == "对的"
    assert explanation_of(docstring) == "概述。\n\n说明的第二段。\n\n结尾的一段。"


def test_a_docstring_without_examples_has_none() -> None:
    assert examples_of("概述。") == ("", "")
    assert explanation_of(DOCSTRING) == "总计等于各列之和。"


def test_a_finding_points_at_its_cell() -> None:
    cell = Cell("table_requests", "granted", "total", "30", 30, "integer", Span(5, 7))
    finding = make_rule()().at(cell, "got", got=30)
    assert (finding.span, finding.severity) == (Span(5, 7), Severity.ERROR)
    assert finding.where == Where(table="table_requests", row="granted", column="total")
    assert (finding.text(), finding.text("en")) == ("现为 30", "it is 30")


def test_fixes_know_whether_they_are_safe() -> None:
    finding = make_rule()().at(Span(3, 4))
    proposal, correction = finding.suggest(31).fix, finding.correct("31", span=Span(3, 3)).fix
    assert proposal is not None
    assert correction is not None
    assert (proposal.safe, proposal.edits) == (False, (Edit(Span(3, 4), "31"),))
    assert (correction.safe, correction.edits) == (True, (Edit(Span(3, 3), "31"),))
    assert proposal.title.render(proposal.params) == "改为“31”"


def test_parameters_are_not_templates() -> None:
    assert Message("现为 {got}", "it is {got}").render({"got": "{0.__class__}"}) == "现为 {0.__class__}"


@pytest.mark.parametrize(
    ("severity", "level", "expected"),
    [("error", "warning", True), ("warning", "warning", True), ("hint", "info", False)],
)
def test_severities_are_ordered(severity: str, level: str, expected: bool) -> None:
    assert Severity(severity).at_least(Severity(level)) is expected
