"""Fixing in rounds: what is applied, what has to wait, what is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.lint.fixes import FixOutcome, fix_document
from gxlint.lint.session import Session
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.rules import Edit, Finding, Message, Outcome, Rule, Severity
from gxlint.rules.plugins import load_plugins
from gxlint.source import Span
from gxlint.testing.bars import pipe_rows
from gxlint.testing.forms import blank_report
from gxlint.testing.pages import written
from tests.lint.kit import UNSURE, bare_session, complaining, document_of, replacing
from tests.rules.kit import make_plugin, make_rule

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT


def fixed(text: str, *rules: type[Rule], unsafe: bool = False) -> FixOutcome:
    return fix_document(bare_session(*rules), document_of(text), unsafe=unsafe)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule.code for finding in findings]


def test_safe_fixes_are_applied_and_proposals_only_when_asked_for() -> None:
    rules = [replacing("ZZ101", "甲", "乙"), replacing("ZZ102", "丙", "丁", safe=False)]
    outcome = fixed("甲、丙、甲", *rules)
    assert (outcome.text, codes(outcome.applied), outcome.rounds) == ("乙、丙、乙", ["ZZ101", "ZZ101"], 1)
    assert outcome.result.result is not None
    assert codes(outcome.result.result.findings) == ["ZZ102"]
    assert fixed("甲、丙、甲", *rules, unsafe=True).text == "乙、丁、乙"


def test_nothing_to_do() -> None:
    outcome = fixed("甲", complaining("ZZ101", "甲"))
    assert (outcome.text, outcome.applied, outcome.rounds, outcome.refused) == ("甲", (), 0, ())


def test_of_overlapping_fixes_one_waits_for_the_next_round() -> None:
    outcome = fixed("总计 12 件", replacing("ZZ101", "12", "13"), replacing("ZZ102", r"\d 件", "4件"))
    assert outcome.text == "总计 14件"
    assert (codes(outcome.applied), outcome.rounds) == (["ZZ101", "ZZ102"], 2)


def test_fixes_that_change_different_characters_of_one_place_go_together() -> None:
    outcome = fixed("总计 12 件", replacing("ZZ101", "总计 12", "总计12"), replacing("ZZ102", "12", "13"))
    assert (outcome.text, outcome.rounds) == ("总计13 件", 1)


def test_a_fix_of_several_edits_is_applied_as_a_whole() -> None:
    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        if seen.text.startswith("甲"):
            last = len(seen.text) - 1
            edits = [Edit(Span(last, last + 1), "甲"), Edit(Span(0, 1), "乙")]
            yield rule.at(Span(0, 1)).with_fix(edits, Message("互换", "swap"), safe=True)

    # The second rule wants the last character too: it waits for the whole of the first fix.
    outcome = fixed("甲、丙、乙", make_rule("ZZ101", check), replacing("ZZ102", "乙$|(?<=、)甲$", "丁"))
    assert outcome.text == "乙、丙、丁"
    assert outcome.rounds == 2


def test_insertions_at_one_place_are_applied_one_after_the_other() -> None:
    outcome = fixed("件", replacing("ZZ101", "^(?=件)", "1"), replacing("ZZ102", "(?<![2])(?=件)", "2"))
    assert outcome.text == "12件"
    assert outcome.rounds == 2


def test_the_one_fix_that_does_harm_is_refused() -> None:
    outcome = fixed(
        "甲丙戊",
        replacing("ZZ101", "甲", "乙"),
        replacing("ZZ102", "丙", "坏"),
        replacing("ZZ103", "戊", "己"),
        complaining("ZZ109", "坏", HINT),
    )
    assert (outcome.text, codes(outcome.applied), codes(outcome.refused)) == (
        "乙丙己",
        ["ZZ101", "ZZ103"],
        ["ZZ102"],
    )


@pytest.mark.parametrize(
    ("mended", "added", "applied"),
    [
        (HINT, ERROR, False),
        (HINT, HINT, False),
        (ERROR, ERROR, False),
        (ERROR, HINT, True),
        (WARNING, HINT, True),
    ],
)
def test_harm_is_measured_by_what_was_mended(mended: Severity, added: Severity, applied: bool) -> None:
    outcome = fixed("甲", replacing("ZZ101", "甲", "坏", severity=mended), complaining("ZZ109", "坏", added))
    assert outcome.text == ("坏" if applied else "甲")


def test_moving_an_error_elsewhere_is_no_mending() -> None:
    # The fix mends one place and breaks another in the same way, where the finding has another text.
    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        for place, char in enumerate(seen.text):
            if char == "甲":
                finding = rule.at(Span(place, place + 1), "got", got=place)
                text = seen.text.replace("甲", "乙") + "甲"
                yield finding.with_fix(
                    [Edit(Span(0, len(seen.text)), text)], Message("挪", "move"), safe=True
                )

    outcome = fixed("甲乙", make_rule("ZZ101", check))
    assert outcome.rounds <= 20
    assert outcome.text.count("甲") == 1


def test_fixes_that_undo_one_another_come_to_rest() -> None:
    outcome = fixed(
        "甲", replacing("ZZ101", "甲", "乙", severity=ERROR), replacing("ZZ102", "乙", "甲", severity=HINT)
    )
    assert (outcome.text, codes(outcome.applied), codes(outcome.refused)) == ("乙", ["ZZ101"], ["ZZ102"])


def test_a_rule_that_contradicts_itself_comes_to_rest() -> None:
    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        other = {"甲": "乙", "乙": "甲"}[seen.text]
        yield rule.at(Span(0, 1), "got", got=seen.text).correct(other)

    outcome = fixed("甲", make_rule("ZZ101", check))
    assert (outcome.text, outcome.rounds, codes(outcome.refused)) == ("乙", 1, ["ZZ101"])


def test_a_fix_that_mends_nothing_is_refused() -> None:
    outcome = fixed("甲", replacing("ZZ101", "甲$", "又甲"))
    assert (outcome.text, outcome.applied, codes(outcome.refused)) == ("甲", (), ["ZZ101"])


def test_growth_without_end_is_stopped() -> None:
    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        yield rule.at(Span(0, 1), "got", got=len(seen.text)).correct("甲甲")

    assert fixed("甲", make_rule("ZZ101", check)).rounds == 20


def test_what_hides_the_text_from_a_rule_is_refused() -> None:
    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        if "糊" in seen.text:
            yield rule.undecided(None, UNSURE)

    outcome = fixed("甲", replacing("ZZ101", "甲", "糊", severity=ERROR), make_rule("ZZ102", check))
    assert (outcome.text, codes(outcome.refused)) == ("甲", ["ZZ101"])


def test_what_makes_a_rule_crash_is_refused() -> None:
    def check(_rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        if "坏" in seen.text:
            raise ValueError
        yield from ()

    outcome = fixed("甲", replacing("ZZ101", "甲", "坏"), make_rule("ZZ102", check))
    assert (outcome.text, codes(outcome.refused)) == ("甲", ["ZZ101"])


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?s)(?<=行政诉讼情况\n)行政复议.*(?=五、)",  # a table, its heading stays
        r"(?s)六、其他需要报告的事项\n",  # a heading
        r"(?s)^.*$",  # everything
    ],
)
def test_what_destroys_a_part_of_the_report_is_refused(pattern: str) -> None:
    text = written(blank_report(_latest()), pipe_rows)
    rule = replacing("ZZ101", pattern, "", severity=ERROR)
    plugins = load_plugins([("made", make_plugin(rule))], installed=False, reserved=TOOL_RULES)
    outcome = fix_document(Session(plugins=plugins), document_of(text), unsafe=False)
    assert (outcome.text, codes(outcome.refused)) == (text, ["ZZ101"])


def _latest() -> Any:
    from gxlint.formats import official_formats

    return official_formats().latest


def test_a_real_report_is_mended_in_its_own_typography() -> None:
    text = (
        written(blank_report(_latest()), pipe_rows).replace(",", "，").replace("(", "（").replace(")", "）")
    )
    text = text.replace("（一）予以公开", "（一）　予以公布", 1).replace("\n", "\r\n")
    rule = replacing("ZZ101", r"\(一\)\s*予以公布", "(一)予以公开")
    plugins = load_plugins([("made", make_plugin(rule))], installed=False, reserved=TOOL_RULES)
    outcome = fix_document(Session(plugins=plugins), document_of(text, "gb18030"), unsafe=False)
    assert outcome.text == text.replace("（一）　予以公布", "（一）予以公开")


ALPHABET = "甲乙丙丁"


@st.composite
def _rules(draw: st.DrawFn) -> list[type[Rule]]:
    letters = st.sampled_from(ALPHABET)
    severities = st.sampled_from(list(Severity))
    rules = []
    for number in range(draw(st.integers(1, 4))):
        old, new = (
            draw(letters) + draw(st.sampled_from(["", "丙", "(?=乙)"])),
            draw(st.text(ALPHABET, max_size=2)),
        )
        rules.append(
            replacing(f"ZZ10{number}", old, new, severity=draw(severities), safe=draw(st.booleans()))
        )
    return rules


@given(st.text(ALPHABET, min_size=1, max_size=10), _rules())
def test_never_worse_and_stable(text: str, rules: list[type[Rule]]) -> None:
    session = bare_session(*rules)
    before = session.check(document_of(text)).result
    outcome = fix_document(session, document_of(text), unsafe=True)
    after = outcome.result.result
    assert before is not None
    assert after is not None
    errors = [sum(finding.severity is ERROR for finding in result.findings) for result in (before, after)]
    assert errors[1] <= errors[0]
    assert session.check(document_of(outcome.text)).result == after
    assert bool(outcome.applied) == (outcome.rounds > 0)
