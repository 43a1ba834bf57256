"""While somebody types, the rules say of a report what they would say of it anew."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from gxlint.lint.session import Look, Session
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Report
from gxlint.rules import Outcome, Rule
from gxlint.rules.plugins import load_plugins
from tests.lint.kit import complaining, document_of
from tests.model.test_retyping import TEXT
from tests.rules.kit import make_plugin, make_rule
from tests.support.typing_in import texts, typed

REACHES = ("nowhere", "figures", "paragraph", "noticed", "report")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session()


def with_rules(*rules: type[Rule]) -> Session:
    return Session(
        plugins=load_plugins([("made", make_plugin(*rules))], installed=False, reserved=TOOL_RULES)
    )


def told(look: Look) -> object:
    """All that comes of a look."""
    result = look.result.result
    assert result is not None
    findings = [
        (item, item.text("zh"), item.text("en"), item.fix and item.fix.title.render(item.fix.params, "zh"))
        for item in result.findings
    ]
    undecided = sorted((item.rule.code, item.text(), item.where) for item in result.coverage.undecided)
    return findings, undecided, result.verdict, result.coverage[:3]


@pytest.mark.parametrize("seed", range(2))
def test_at_random(session: Session, seed: int) -> None:
    rng = Random(seed)
    taken = 0
    for text in texts()[seed::6]:
        look = session.look(document_of(text))
        for _ in range(5):
            assert look.result.report is not None
            after = typed(look.result.report, rng)
            again, anew = session.look_again(look, after), session.look(document_of(after))
            taken += again is not None
            assert again is None or told(again) == told(anew)
            look = again or anew
    assert taken > 5


def test_rules_are_asked_as_far_as_the_words_reach() -> None:
    asked: list[str] = []

    def noting(reach: str) -> type[Rule]:
        def check(rule: Rule, node: Report, report: Report) -> Iterator[Outcome]:
            asked.append(f"{reach} {sum(1 for _ in report.prose())}")
            yield from ()

        return make_rule(f"ZZ{101 + REACHES.index(reach)}", check, reach=reach)

    session = with_rules(*map(noting, REACHES))
    look = session.look(document_of(TEXT))
    assert sorted(asked) == sorted(f"{reach} 5" for reach in REACHES)
    asked.clear()
    assert session.look_again(look, TEXT.replace("内容还不够", "内容依然不够")) is not None
    assert sorted(asked) == ["noticed 5", "paragraph 1", "report 5"]
    asked.clear()
    assert session.look_again(look, TEXT.replace("发布信息120条", "发布信息12条")) is not None
    assert sorted(asked) == ["figures 5", "noticed 5", "paragraph 1", "report 5"]


@pytest.mark.parametrize(
    ("noticed", "asked"),
    [
        (lambda _text: None, False),
        (lambda text: [word for word in ("不够", "丰富") if word in text], False),
        (len, True),
        (lambda _text: True, True),
        (lambda text: 1 // ("依然" not in text), True),
    ],
    ids=["nothing", "the same", "something else", "not to be told", "a crash"],
)
def test_a_rule_is_asked_when_it_notices_something(noticed: Any, asked: bool) -> None:
    seen: list[Report] = []

    def check(rule: Rule, node: Report, report: Report) -> Iterator[Outcome]:
        seen.append(report)
        yield from ()

    def notices(_rule: Rule, report: Report) -> object:
        return noticed(next(report.prose()).text)

    rule = make_rule("ZZ101", check, reach="noticed", notices=notices)
    session = with_rules(rule)
    look = session.look(document_of(TEXT))
    for old, new in (("内容还不够", "内容依然不够"), ("内容依然不够", "内容如今依然不够")):
        text = look.outcomes.report.text if look.outcomes else ""
        again = session.look_again(look, text.replace(old, new))
        assert again is not None
        look = again
    assert len(seen) == 1 + 2 * asked


def test_the_last_paragraph_is_always_noticed() -> None:
    check = complaining("ZZ101", "收取").check
    rule = make_rule("ZZ101", check, reach="noticed", notices=lambda _rule, _report: None)
    session = with_rules(rule)
    look = session.look(document_of(TEXT))
    again = session.look_again(look, TEXT.replace("也未收取", "也没有收"))
    assert again is not None
    assert len(_findings(look)) == 1
    assert not _findings(again)


def test_what_was_said_stands_where_the_text_has_gone() -> None:
    rule = complaining("ZZ101", "加强学习")
    rule.reach = "paragraph"
    session = with_rules(rule)
    look = session.look(document_of(TEXT))
    text = TEXT.replace("持续加强", "持续不断地加强")
    again = session.look_again(look, text)
    assert again is not None
    (finding,) = _findings(again)
    assert text[finding.span.start : finding.span.end] == "加强学习"


def test_a_paragraph_of_which_something_is_said_is_seen_with_all_the_others() -> None:
    rule = complaining("ZZ101", "加强")
    rule.reach = "paragraph"
    session = with_rules(rule)
    before = session.look(document_of(TEXT))
    text = TEXT.replace("持续加强", "持续改进")
    again = session.look_again(before, text)
    assert again is not None
    assert told(again) == told(session.look(document_of(text)))
    assert len(_findings(again)) == len(_findings(before)) - 1


def test_a_rule_that_crashes_makes_the_whole_report_be_looked_at() -> None:
    def check(rule: Rule, node: Report, report: Report) -> Iterator[Outcome]:
        if "依然" in report.text:
            raise ValueError("not this time")
        yield from ()

    session = with_rules(make_rule("ZZ101", check))
    look = session.look(document_of(TEXT))
    after = TEXT.replace("内容还不够", "内容依然不够")
    assert session.look_again(look, after) is None
    crashed = session.look(document_of(after))
    assert session.look_again(crashed, TEXT) is None


def test_another_configuration_means_another_look(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    look = session.look(document_of(TEXT))
    monkeypatch.setattr(session.scopes, "for_file", lambda _path: object())
    assert session.look_again(look, TEXT.replace("内容还不够", "内容依然不够")) is None


def test_rules_of_which_a_paragraph_is_enough_want_a_report(session: Session) -> None:
    reaches = {rule.code: rule.reach for rule in session.ruleset.rules}
    assert set(reaches.values()) == set(REACHES)
    assert all(rule.wants is Report for rule in session.ruleset.rules if rule.reach == "paragraph")


def _findings(look: Look) -> Any:
    assert look.result.result is not None
    return look.result.result.findings
