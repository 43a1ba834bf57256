"""Holding rules to their cases: a rule that keeps its promise passes, any other is told what it did instead."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.rules import Message, Outcome, Profile, Rule
from gxlint.rules.plugins import load_plugins
from gxlint.source import Span
from gxlint.testing import Bench, Case, blank_report, problems, verify
from gxlint.testing.fragments import UnpairedMarkError, unmarked
from tests.lint.kit import UNSURE
from tests.rules.kit import Check, make_plugin, make_rule

MESSAGES = {"default": Message("现为 {got}", "this says {got}")}


def _bench(check: Check, **hooks: Any) -> Bench:
    module = make_plugin(make_rule("ZZ101", check, messages=MESSAGES), **hooks)
    plugins = load_plugins([("made", module)], installed=False, reserved=TOOL_RULES)
    assert plugins.failures == ()
    return Bench(plugins)


def _case(fragment: str, *, fails: bool = True, **more: Any) -> Case:
    return Case("ZZ101-case", "ZZ101", "overview", fragment, fails, blank_report(), **more)


def _looking_for(word: str, new: str | None = None) -> Check:
    def check(rule: Rule, _node: Any, report: Report) -> Iterator[Outcome]:
        for match in re.finditer(word, report.text):
            finding = rule.at(Span(*match.span()), got=match[0])
            yield finding if new is None else finding.correct(new)

    return check


GOOD = _bench(_looking_for("苹果", "梨"))


@pytest.mark.parametrize(
    "case",
    [
        _case("买了⟦苹果⟧。", messages=("现为 苹果",)),
        _case("买了⟦苹果⟧,又买⟦苹果⟧。", messages=("…苹果", "现为…"), severity="error"),
        _case("买了苹果。"),
        _case("买了⟦苹果⟧。", fixed="买了梨。"),
        _case("买了梨。", fails=False, never=("ZZ101", "ERRORS")),
    ],
)
def test_a_case_that_holds(case: Case) -> None:
    verify(case, GOOD)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        (_case("买了梨。"), "ZZ101 reports nothing"),
        (_case("买了苹果。", fails=False), "ZZ101 reports ['现为 苹果'] at ['line 4: 买了⟦苹果⟧']"),
        (_case("⟦买了⟧苹果。"), "places: expected ['line 4: ⟦买了⟧'], got ['line 4: 买了⟦苹果⟧']"),
        (_case("买了⟦苹果⟧。", messages=("现为 梨",)), "messages: expected ['现为 梨'], got ['现为 苹果']"),
        (_case("买了⟦苹果⟧。", severity="hint"), "severity: expected hint, got error"),
        (_case("买了⟦苹果⟧。", fixed="买了橘子。"), "fixed: [\"expected '买了橘子。', got '买了梨。'\"]"),
        (_case("买了⟦苹果⟧。", undecided="缺格"), "undecided: expected a reason with '缺格', got []"),
        (_case("买了⟦苹果⟧。", never=("ZZ101/error",)), "never ZZ101/error: 现为 苹果"),
    ],
)
def test_a_case_that_does_not(case: Case, said: str) -> None:
    found = "\n".join(problems(case, GOOD))
    assert said in found
    with pytest.raises(AssertionError, match="ZZ101-case:") as raised:
        verify(case, GOOD)
    assert found in str(raised.value)


def test_fixing_that_does_not_come_to_rest() -> None:
    bench = _bench(_looking_for("苹果", "苹果苹果"))
    found = list(problems(_case("买了⟦苹果⟧。", fixed="买了苹果苹果。"), bench))
    assert any(text.startswith("fixing does not come to rest") for text in found)
    assert any(text.startswith("after fixing") for text in found)


def test_a_reason_for_not_deciding() -> None:
    def check(rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
        yield rule.undecided(None, UNSURE)

    verify(_case("买了梨。", fails=False, undecided=UNSURE.zh), _bench(check))


def test_the_profile_of_a_province() -> None:
    def check(rule: Rule, _node: Any, report: Report) -> Iterator[Outcome]:
        if len(report.text) > rule.parameter("limit"):
            yield rule.at(Span(0, 1))

    profile = Profile("CN-GS", "甘肃省", parameters={"ZZ101": {"limit": 10}})
    rule = make_rule("ZZ101", check, parameters={"limit": 100_000})
    module = make_plugin(rule, spec=(1, 1), gxlint_profiles=lambda: [profile])
    bench = Bench(load_plugins([("made", module)], installed=False, reserved=TOOL_RULES))
    verify(_case("买了梨。", province="GS"), bench)
    verify(_case("买了梨。", fails=False, province="CN"), bench)


def test_marks() -> None:
    assert unmarked("a⟦b⟦c⟧⟧d⟦⟧") == ("abcd", [(1, 3), (2, 3), (4, 4)])


@pytest.mark.parametrize("text", ["a⟦b", "a⟧b", "⟦a⟧⟧", "⟧⟦"])
def test_a_mark_without_its_other_is_no_place(text: str) -> None:
    with pytest.raises(UnpairedMarkError):
        unmarked(text)
    with pytest.raises(AssertionError, match="do not match"):
        verify(_case(f"{text}。"))


def test_the_configuration_of_the_folder_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gxlint.toml").write_text('ignore = ["ZZ101"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    verify(_case("买了⟦苹果⟧。"), _bench(_looking_for("苹果")))
