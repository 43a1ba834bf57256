"""The walk, the guard, coverage and verdict."""

from collections.abc import Iterator
from typing import Any

import pytest

from gxlint.formats import official_formats
from gxlint.lint.linter import Result
from gxlint.model import Cell, Paragraph, Report, Row, Section, Table
from gxlint.rules import Finding, Message, Origin, Outcome, Related, Rule, Severity, Where
from gxlint.source import Span
from tests.lint.kit import CATALOGUE, GRANTED, PROSE, UNSURE, report, ruleset_of, run
from tests.rules.kit import make_rule

SECOND_LABEL = GRANTED[0]


def found(result: Result) -> list[tuple[str, Span]]:
    return [(finding.rule.code, finding.span) for finding in result.findings]


def seen_by(wants: type, **head: Any) -> list[object]:
    """The nodes a rule with this head is handed."""
    seen: list[object] = []

    def check(_rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        seen.append(node)
        yield from ()

    assert run(make_rule(check=check, wants=wants, **head)).coverage.passed == (("ZZ101",) if seen else ())
    return seen


# ---------------------------------------------------------------- who sees what


@pytest.mark.parametrize(
    ("wants", "head", "expected"),
    [
        (Report, {}, 1),
        (Section, {}, 1),
        (Section, {"section": "overview"}, 1),
        (Section, {"section": "problems"}, 0),
        (Section, {"table": "table_requests"}, 0),
        (Table, {}, 1),
        (Table, {"table": "table_disputes"}, 0),
        (Table, {"section": "requests"}, 1),
        (Row, {}, 2),
        (Row, {"table": "table_requests"}, 2),
        (Row, {"table": "table_proactive"}, 0),
        (Row, {"section": "disputes"}, 0),
        (Cell, {}, 14),
        (Cell, {"table": "table_requests"}, 14),
        (Cell, {"table": "table_disputes"}, 0),
        (Paragraph, {}, 2),
        (Paragraph, {"section": "overview"}, 1),
        (Paragraph, {"section": "requests"}, 0),
    ],
)
def test_rules_are_handed_what_they_ask_for(wants: type, head: dict[str, str], expected: int) -> None:
    nodes = seen_by(wants, **head)
    assert len(nodes) == expected
    assert all(isinstance(node, wants) for node in nodes)


@pytest.mark.parametrize(
    ("formats", "form", "holds"),
    [
        ((), "2019", True),
        (("2021",), "2021", True),
        (("2021",), "2019", False),
        (("2021",), "2031", False),
        (("2021+",), "2019", False),
        (("2021+",), "2021", True),
        (("2021+",), "2031", True),
        (("2019+",), "2031", True),
        (("2031+",), "2021", False),
        (("2019", "2031"), "2021", False),
        (("2019", "2031"), "2031", True),
    ],
)
def test_formats_of_a_rule(formats: tuple[str, ...], form: str, holds: bool) -> None:
    later = official_formats().latest.replaced(key="2031", first_year=2031, last_year=None)
    catalogue = CATALOGUE.with_formats([later])
    rule = make_rule(formats=formats)
    coverage = run(rule, on=report(form=form, catalogue=catalogue), catalogue=catalogue).coverage
    assert (coverage.passed, coverage.not_applicable) == ((("ZZ101",), ()) if holds else ((), ("ZZ101",)))


def test_one_set_of_rules_serves_several_formats_and_catalogues() -> None:
    later = official_formats().latest.replaced(key="2031", first_year=2031)
    both = CATALOGUE.with_formats([later])
    earlier = CATALOGUE.with_formats([later.replaced(first_year=2020)])
    ruleset = ruleset_of(make_rule(formats=("2021+",)))
    from gxlint.lint.linter import lint

    def passed(form: str, catalogue: Any) -> bool:
        return (
            lint(report(form=form, catalogue=catalogue), ruleset, catalogue=catalogue).coverage.passed != ()
        )

    assert [passed("2019", both), passed("2031", both), passed("2031", earlier), passed("2031", both)] == [
        False,
        True,
        False,
        True,
    ]


# ---------------------------------------------------------------- findings


def test_findings_are_sorted_and_said_once() -> None:
    def check(rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
        yield rule.at(Span(9, 10))
        yield rule.at(Span(2, 4))
        yield rule.at(Span(2, 4))
        yield rule.at(Span(2, 4), "got", got=1)
        yield rule.at(Span(2, 3))

    result = run(make_rule("ZZ102", check), make_rule("ZZ101", check))
    assert found(result) == [
        (code, span) for start in (2, 9) for code in ("ZZ101", "ZZ102") for span in _spans(start)
    ]


def _spans(start: int) -> list[Span]:
    return [Span(9, 10)] if start == 9 else [Span(2, 3), Span(2, 4), Span(2, 4)]


def test_addresses_are_completed_with_the_section() -> None:
    def in_table(rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        yield rule.at(node)
        yield rule.undecided(node, UNSURE)

    def in_prose(rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        yield rule.at(node)

    def at_the_end(rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        yield rule.at(Span(len(seen.text) - 1, len(seen.text)))

    result = run(
        make_rule("ZZ101", in_table, wants=Row),
        make_rule("ZZ102", in_prose, wants=Paragraph),
        make_rule("ZZ103", at_the_end),
    )
    where = {finding.span.start: finding.where for finding in result.findings}
    text = report().text
    assert where[0] == where[len(text) - 1] == Where()  # before the first section and after the last
    assert where[text.index(PROSE)] == Where(section="overview")
    assert where[text.index(SECOND_LABEL)] == Where("requests", "table_requests", "granted")
    assert result.coverage.undecided[0].where == Where("requests", "table_requests", "received")


def test_related_cells_are_named_in_words() -> None:
    def check(rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        own = Related(Span(0, 1), Message("另见 {page}", "see {page}"), {"page": 3})
        yield rule.at(node["total"], related=[node["natural_person"], node, own])

    finding = run(make_rule(check=check, wants=Row)).findings[-1]
    said = [item.message.render(item.params) for item in finding.related]
    assert said == ["(一)予以公开 自然人:31", SECOND_LABEL, "另见 3"]


# ---------------------------------------------------------------- severity


@pytest.mark.parametrize(
    ("usual", "given", "override", "expected"),
    [
        ("error", None, "warning", "warning"),
        ("warning", None, "error", "error"),
        ("error", "info", "error", "info"),
        ("warning", "hint", "error", "hint"),
        ("error", "info", "hint", "hint"),
        ("warning", "error", "info", "info"),
    ],
)
def test_severity_overrides(usual: str, given: str | None, override: str, expected: str) -> None:
    def check(rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
        yield rule.at(Span(0, 1), severity=Severity(given) if given else None)

    rule = make_rule(check=check, severity=Severity(usual))
    assert run(rule, severities={"ZZ101": override}).findings[0].severity == expected


def test_a_rule_that_is_off_does_not_run() -> None:
    assert run(make_rule(), severities={"ZZ101": "off"}).coverage == ((), (), (), ())


# ---------------------------------------------------------------- coverage


def _says(*outcomes: str) -> type[Rule]:
    """A rule on rows that answers with the first outcome on the first row, with the second on the second."""
    answers = iter(outcomes)

    def check(rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        for answer in next(answers).split("+"):
            if answer == "finding":
                yield rule.at(node)
            elif answer == "undecided":
                yield rule.undecided(node, UNSURE)
            elif answer == "n/a":
                yield rule.not_applicable()
            elif answer == "crash":
                raise KeyError("total")

    return make_rule(check=check, wants=Row)


@pytest.mark.parametrize(
    ("outcomes", "ends", "undecided"),
    [
        (("", ""), "passed", 0),
        (("n/a", ""), "passed", 0),
        (("n/a", "n/a"), "not_applicable", 0),
        (("finding", ""), "failed", 0),
        (("finding", "n/a"), "failed", 0),
        (("undecided", ""), "undecided", 1),
        (("undecided", "n/a"), "undecided", 1),
        (("undecided", "undecided"), "undecided", 2),
        (("finding", "undecided"), "failed", 1),
        (("finding+undecided", ""), "failed", 1),
        (("crash", ""), "undecided", 1),
        (("crash", "crash"), "undecided", 1),
        (("finding+crash", ""), "failed", 1),
        (("crash", "n/a"), "undecided", 1),
    ],
)
def test_how_a_rule_ends(outcomes: tuple[str, str], ends: str, undecided: int) -> None:
    coverage = run(_says(*outcomes)).coverage
    ended = {name: "ZZ101" in getattr(coverage, name) for name in ("passed", "failed", "not_applicable")}
    assert ended == {name: name == ends for name in ended}
    assert [item.rule.code for item in coverage.undecided] == ["ZZ101"] * undecided


def test_a_rule_without_nodes_is_not_applicable() -> None:
    assert run(make_rule(wants=Row, table="table_disputes")).coverage.not_applicable == ("ZZ101",)


def test_every_rule_ends_somewhere_once() -> None:
    rules = [
        make_rule(f"ZZ10{number}", wants=wants) for number, wants in enumerate((Report, Row, Cell, Section))
    ]
    coverage = run(*rules, make_rule("ZZ109", formats=("2019",))).coverage
    assert coverage.passed == ("ZZ100", "ZZ101", "ZZ102", "ZZ103")
    assert coverage.not_applicable == ("ZZ109",)


# ---------------------------------------------------------------- the guard


def crash(result: Result) -> Finding:
    (finding,) = [finding for finding in result.findings if finding.rule.code == "GXL002"]
    return finding


@pytest.mark.parametrize("error", [KeyError("total"), SystemExit(2), RecursionError(), MemoryError()])
def test_a_crashing_rule_is_named_and_spares_the_others(error: BaseException) -> None:
    def check(_rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        if node.key == "granted":
            raise error
        yield from ()

    rule = make_rule("ZZ305", check, wants=Row, name="row-total")
    rule.origin = Origin("gxlint-yunze", "1.2")
    result = run(rule, make_rule("ZZ900"))
    finding = crash(result)
    for part in ("ZZ305 row-total", "gxlint-yunze 1.2", type(error).__name__, "--ignore ZZ305", "请升级"):
        assert part in finding.text()
    assert finding.text("en").isascii()
    assert "Traceback" not in finding.text()
    assert finding.severity == "warning"
    assert finding.where == Where("requests", "table_requests", "granted")
    assert report().document.slice(finding.span) == SECOND_LABEL
    assert result.coverage.passed == ("ZZ900",)
    assert result.coverage.failed == ("GXL002",)
    assert "运行出错" in result.coverage.undecided[0].text()
    assert result.verdict == "incomplete"


def test_many_crashes_of_one_rule_are_one_finding() -> None:
    def check(rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        if node.column == "natural_person":
            yield rule.at(node)
        raise ValueError(node.column)

    result = run(make_rule(check=check, wants=Cell))
    assert crash(result).held_back == 13
    assert [code for code, _ in found(result)].count("ZZ101") == 2
    assert len(result.coverage.undecided) == 1


def test_one_error_under_many_rules_is_one_finding_that_names_them() -> None:
    def shared(_report: Report) -> None:
        raise ValueError("spoilt")

    def check(_rule: Rule, _node: Any, seen: Report) -> Iterator[Outcome]:
        seen.once(shared)
        yield from ()

    def other(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
        raise ValueError("another")
        yield

    rules = [make_rule(f"ZZ50{number}", check) for number in (3, 1, 2)]
    result = run(*rules, make_rule("ZZ504", other))
    one, two = sorted(
        (item for item in result.findings if item.rule.code == "GXL002"), key=lambda item: -len(item.text())
    )
    assert "ZZ501、ZZ502、ZZ503" in one.text()
    assert "--ignore ZZ501,ZZ502,ZZ503" in one.text("en")
    assert one.held_back == 0
    assert "ZZ504" in two.text()
    assert [item.rule.code for item in result.coverage.undecided] == ["ZZ501", "ZZ502", "ZZ503", "ZZ504"]


def _bad_outcome(kind: str) -> Any:
    other = make_rule("ZZ999")()

    def check(rule: Rule, _node: Any, seen: Report) -> Iterator[Any]:
        end = len(seen.text)
        good = rule.at(Span(0, 1), "got", got=1)
        yield {
            "not an outcome": "有误",
            "of another rule": other.at(Span(0, 1)),
            "lacks a parameter": rule.at(Span(0, 1), "got"),
            "lacks it in English": good.replaced(message=Message("有误", "it is {lost}")),
            "outside the text": rule.at(Span(end, end + 1)),
            "ends before it begins": rule.at(Span(3, 2)),
            "related outside": rule.at(Span(0, 1), related=[Related(Span(-1, 2), UNSURE)]),
            "related lacks": rule.at(Span(0, 1), related=[Related(Span(0, 1), Message("{x}", "{x}"))]),
            "fix outside": rule.at(Span(0, 1)).correct("新", span=Span(end, end + 2)),
            "fix title lacks": rule.at(Span(0, 1)).correct("新", Message("{x}", "{x}")),
            "undecided lacks": rule.undecided(None, Message("{x}", "{x}")),
            "undecided of another rule": other.undecided(None, UNSURE),
        }[kind]

    return check


@pytest.mark.parametrize(
    "kind",
    [
        "not an outcome",
        "of another rule",
        "lacks a parameter",
        "lacks it in English",
        "outside the text",
        "ends before it begins",
        "related outside",
        "related lacks",
        "fix outside",
        "fix title lacks",
        "undecided lacks",
        "undecided of another rule",
    ],
)
def test_what_cannot_be_shown_is_a_crash_of_the_rule(kind: str) -> None:
    result = run(make_rule(check=_bad_outcome(kind)))
    assert "ZZ101" in crash(result).text()
    assert [item.rule.code for item in result.coverage.undecided] == ["ZZ101"]


def test_a_check_that_returns_nothing_is_a_crash() -> None:
    assert "TypeError" in crash(run(make_rule(check=lambda _rule, _node, _report: None))).text()


def test_a_check_may_return_a_list() -> None:
    assert found(run(make_rule(check=lambda rule, _node, _report: [rule.at(Span(0, 1))]))) == [
        ("ZZ101", Span(0, 1))
    ]


def test_the_user_may_interrupt_a_rule() -> None:
    def check(_rule: Rule, _node: Any, _report: Report) -> Iterator[Outcome]:
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        run(make_rule(check=check))


def test_crashes_may_be_silenced_but_not_unsaid() -> None:
    result = run(_says("crash", "crash"), ignore=["GXL002"])
    assert result.findings == ()
    assert len(result.coverage.undecided) == 1
    assert result.verdict == "incomplete"


# ---------------------------------------------------------------- the verdict


@pytest.mark.parametrize(
    ("severity", "outcome", "fail_level", "override", "expected"),
    [
        ("error", "", "error", None, "pass"),
        ("error", "n/a", "error", None, "pass"),
        ("error", "finding", "error", None, "fail"),
        ("warning", "finding", "error", None, "pass"),
        ("warning", "finding", "warning", None, "fail"),
        ("hint", "finding", "info", None, "pass"),
        ("hint", "finding", "hint", None, "fail"),
        ("error", "undecided", "error", None, "incomplete"),
        ("warning", "undecided", "error", None, "pass"),
        ("warning", "undecided", "warning", None, "pass"),
        ("error", "finding+undecided", "error", None, "fail"),
        ("error", "finding", "error", "warning", "pass"),
        ("warning", "finding", "error", "error", "fail"),
        ("error", "undecided", "error", "warning", "pass"),
        ("warning", "undecided", "error", "error", "incomplete"),
        ("error", "crash", "error", None, "incomplete"),
        ("hint", "crash", "error", None, "pass"),
        ("hint", "crash", "warning", None, "fail"),
    ],
)
def test_verdict(severity: str, outcome: str, fail_level: str, override: str | None, expected: str) -> None:
    rule = _says(outcome, "n/a")
    rule.severity = Severity(severity)
    chosen = {"ZZ101": override} if override else {}
    assert run(rule, fail_level=Severity(fail_level), severities=chosen).verdict == expected


def test_an_error_rule_with_milder_findings_and_open_questions_is_incomplete() -> None:
    def check(rule: Rule, node: Any, _report: Report) -> Iterator[Outcome]:
        yield rule.at(node, severity=Severity.INFO)
        yield rule.undecided(node, UNSURE)

    assert run(make_rule(check=check, wants=Row)).verdict == "incomplete"


# ---------------------------------------------------------------- what is no report to check


@pytest.mark.parametrize(
    ("kind", "code", "severity", "says"),
    [
        ("legacy", "GXL005", "info", "2018 年及以前的旧制式报告,未检查"),
        ("template", "GXL006", "info", "没有填写的官方样表"),
        ("other", "GXL006", "warning", "这不像政府信息公开工作年度报告"),
    ],
)
def test_only_one_word_on_what_is_no_report(kind: str, code: str, severity: str, says: str) -> None:
    calls: list[object] = []
    result = run(make_rule(check=lambda _rule, node, _report: calls.append(node)), on=report(kind))
    (finding,) = result.findings
    assert (finding.rule.code, finding.severity) == (code, severity)
    assert says in finding.text()
    assert finding.text("en")
    assert calls == []
    assert result.coverage == ((), (code,), ("ZZ101",), ())
    assert result.verdict == "incomplete"


def test_what_was_looked_for_is_said() -> None:
    some = report("other")
    said = run(on=some).findings[0].text()
    assert "6 个部分的标题和表二、表三、表四,只找到总体情况、表三" in said
    some.sections, some.tables = [], {}
    result = run(on=some)
    assert "都没有找到" in result.findings[0].text()
    assert result.findings[0].span == Span(0, some.text.index("\n"))


def test_nothing_was_looked_at_without_rules() -> None:
    assert run().verdict == "incomplete"


def test_no_report_can_fail_or_be_silent() -> None:
    assert run(on=report("other"), fail_level=Severity.WARNING).verdict == "fail"
    assert run(on=report("other"), ignore=["GXL006"]) == ((), ((), (), (), ()), "incomplete")
    assert run(on=report("legacy"), severities={"GXL005": "error"}).verdict == "fail"
