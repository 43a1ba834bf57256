"""One walk over a report: every rule sees the nodes it asked for, and how each rule ended is written down."""

from typing import Literal, NamedTuple, TypeAlias

from gxlint.formats import Catalogue
from gxlint.lint.outcomes import Outcomes
from gxlint.lint.plan import Plan
from gxlint.lint.ruleset import RuleSet
from gxlint.lint.tool_rules import LEGACY, NOT_A_REPORT
from gxlint.model import Report, Table
from gxlint.rules import Finding, Severity, Undecided
from gxlint.rules.watch import TookTooLong
from gxlint.source import Span

__all__ = ["Coverage", "Result", "Verdict", "lint"]

Verdict: TypeAlias = Literal["pass", "fail", "incomplete"]


class Coverage(NamedTuple):
    """How every selected rule ended, by code, sorted.

    ``undecided`` lists each check that could not be made; a rule with findings stands in ``failed`` even so,
    and so do the tool's own rules when they speak.
    """

    passed: tuple[str, ...]
    failed: tuple[str, ...]
    not_applicable: tuple[str, ...]
    undecided: tuple[Undecided, ...]


class Result(NamedTuple):
    """What the rules say about one report. Findings are sorted by place, then code."""

    findings: tuple[Finding, ...]
    coverage: Coverage
    verdict: Verdict


def lint(
    report: Report, ruleset: RuleSet, *, fail_level: Severity = Severity.ERROR, catalogue: Catalogue
) -> Result:
    """Run the rules over a report. Whatever a rule does, this does not raise.

    Args:
        report: what to check. Only a report that is filled in is looked at by rules.
        ruleset: the rules, as ``choose`` returns them.
        fail_level: findings as grave as this, or graver, make the verdict ``fail``.
        catalogue: the formats of this run, which say what ``2021+`` means.
    """
    return concluded(look(report, ruleset, catalogue), fail_level)


def look(report: Report, ruleset: RuleSet, catalogue: Catalogue) -> Outcomes:
    """Let the rules look at a report, and keep what they say; the arguments are those of ``lint``."""
    if report.kind == "report":
        return _walked(report, ruleset, catalogue)
    outcomes = Outcomes(report, ruleset)
    outcomes.add(_not_checked(report, catalogue))
    return outcomes


def concluded(outcomes: Outcomes, fail_level: Severity) -> Result:
    """What it comes to: the findings in order, how each rule ended, and the verdict."""
    report, ruleset = outcomes.report, outcomes.ruleset
    findings = outcomes.findings()
    coverage = _coverage(ruleset, outcomes, findings)
    return Result(findings, coverage, verdict_of(report, ruleset, findings, coverage, fail_level))


def _walked(report: Report, ruleset: RuleSet, catalogue: Catalogue) -> Outcomes:
    """What the rules say; without those that do not end, once that is known of them."""
    while True:
        outcomes = Outcomes(report, ruleset)
        try:
            with outcomes.guarded():
                walk(report, plan_for(ruleset, report, catalogue), outcomes)
        except TookTooLong as error:
            outcomes.stop(error)
        else:
            return outcomes


def plan_for(ruleset: RuleSet, report: Report, catalogue: Catalogue) -> Plan:
    """Who gets which node of a report of this format."""
    plan = ruleset.plans.get(report.format.key)
    if plan is None or plan.catalogue is not catalogue:
        plan = ruleset.plans[report.format.key] = Plan(
            ruleset.rules, report.format, catalogue, without=ruleset.stopped
        )
    return plan


def walk(report: Report, plan: Plan, outcomes: Outcomes) -> None:
    """Hand each node of a report to the rules that asked for it."""
    outcomes.hand(plan.report, report)
    if plan.preamble:
        for paragraph in report.preamble:
            outcomes.hand(plan.preamble, paragraph)
    for section in report.sections:
        on_section, on_paragraph = plan.section(section.key)
        outcomes.hand(on_section, section)
        if on_paragraph:
            for paragraph in section.paragraphs:
                outcomes.hand(on_paragraph, paragraph)
    for table in report.tables.values():
        _walk_table(table, plan, outcomes)


def _walk_table(table: Table, plan: Plan, outcomes: Outcomes) -> None:
    on_table, on_row, on_cell = plan.table(table.key)
    outcomes.hand(on_table, table)
    if on_row or on_cell:
        for row in table.rows.values():
            outcomes.hand(on_row, row)
            if on_cell:
                for cell in row.cells:
                    outcomes.hand(on_cell, cell)


def _not_checked(report: Report, catalogue: Catalogue) -> Finding:
    place = report.title.span if report.title else _first_line(report)
    if report.kind == "legacy":
        return LEGACY.at(place, before=catalogue.formats[0].first_year - 1)
    if report.kind == "template":
        return NOT_A_REPORT.at(place, "template", severity=Severity.INFO)
    form = report.format
    tables = "、".join(table.name for table in form.tables)
    found = [("标题", "its title")] if report.title else []
    found += [(section.heading, section.heading) for section in form.sections if report.section(section.key)]
    found += [(table.name, table.name) for table in form.tables if report.table(table.key)]
    return NOT_A_REPORT.at(
        place,
        sections=len(form.sections),
        tables=tables,
        found_zh="只找到" + "、".join(zh for zh, _ in found) if found else "都没有找到",
        found_en="found only " + ", ".join(en for _, en in found) if found else "found none of them",
    )


def _first_line(report: Report) -> Span:
    text = report.document.text
    start = len(text) - len(text.lstrip())
    end = next((line.end for line in report.document.lines if line.end > start), start)
    return Span(start, end) if end > start else Span(0, 0)


def _coverage(ruleset: RuleSet, outcomes: Outcomes, findings: tuple[Finding, ...]) -> Coverage:
    failed = {finding.rule.code for finding in findings}
    undecided = outcomes.undecided()
    undecided_codes = {item.rule.code for item in undecided}
    passed: list[str] = []
    not_applicable: list[str] = []
    for rule, checked in zip(ruleset.rules, outcomes.checked, strict=True):
        if rule.code not in failed and rule.code not in undecided_codes:
            (passed if checked else not_applicable).append(rule.code)
    return Coverage(tuple(passed), tuple(sorted(failed)), tuple(not_applicable), undecided)


def verdict_of(
    report: Report,
    ruleset: RuleSet,
    findings: tuple[Finding, ...],
    coverage: Coverage,
    fail_level: Severity,
) -> Verdict:
    """Whether a report passes with these findings: grave ones fail it, open questions of error rules leave it open."""
    if any(finding.severity.at_least(fail_level) for finding in findings):
        return "fail"
    if report.kind != "report" or not ruleset.rules:
        return "incomplete"
    open_error = any(ruleset.severity(item.rule) is Severity.ERROR for item in coverage.undecided)
    return "incomplete" if open_error else "pass"
