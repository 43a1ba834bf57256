"""Runs the examples inside a rule pack: each is set into a blank report that is otherwise in order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from gxlint.formats import Catalogue, Format, official_formats
from gxlint.lint.linter import Result, lint
from gxlint.lint.ruleset import RuleSet
from gxlint.model import Report
from gxlint.model.build import build_report
from gxlint.readers.plain import read_plain
from gxlint.rules import Finding, Message
from gxlint.rules.packs.load import Pack
from gxlint.rules.packs.models import Example
from gxlint.rules.packs.rule import PackRule
from gxlint.source import SourceText
from gxlint.testing.forms import Draft, blank_report, with_cell
from gxlint.testing.fragments import UnpairedMarkError, unmarked
from gxlint.testing.placing import set_into

_NOTHING = Message("应当报告问题,却没有报告", "should have been reported, but was not")
_UNDECIDED = Message("没有能够检查:{reason}", "could not be checked: {reason}")
_TOO_MUCH = Message("不应报告,却报告了:{messages}", "should not have been reported, but was: {messages}")
_PLACES = Message(
    "指向的地方不对:应为{expected},实为{got}", "points at the wrong place: expected {expected}, got {got}"
)
_AT = Message("应指向 {expected},实际指向 {got}", "should point at {expected}, but points at {got}")
_MESSAGE = Message(
    "提示不同:应为“{expected}”,实为“{got}”", "other message: expected “{expected}”, got “{got}”"
)
_NO_CELL = Message("没有这一格:{address}", "there is no cell {address}")
_NO_PLACE = Message("不能放在 {place}", "nothing can be put into {place}")
_MARKS = Message("⟦ 和 ⟧ 没有成对", "⟦ and ⟧ do not match")
_CRASHED = Message("规则运行出错:{reason}", "the rule crashed: {reason}")


class Fault(NamedTuple):
    """Something that is not as the example says."""

    message: Message
    params: Mapping[str, object]

    def text(self, lang: str = "zh") -> str:
        """What, in the language asked for."""
        return self.message.render(self.params, lang)


class ExampleResult(NamedTuple):
    """How one example of a rule went. ``number`` counts from 1 among those of its kind."""

    rule: type[PackRule]
    kind: Literal["pass", "fail"]
    number: int
    faults: tuple[Fault, ...]

    @property
    def keys(self) -> tuple[str | int, ...]:
        """Where the example stands in the pack."""
        return ("rule", self.rule.index, self.kind, self.number - 1)


class _BadExampleError(Exception):
    def __init__(self, message: Message, **params: object) -> None:
        self.fault = Fault(message, params)


def run_examples(pack: Pack, catalogue: Catalogue | None = None) -> Iterator[ExampleResult]:
    """Run every example of every rule of a pack, in order."""
    for rule in pack.rules:
        for case in example_cases(rule):
            yield ExampleResult(rule, case.kind, case.number, tuple(case.faults(catalogue)))


class ExampleCase(NamedTuple):
    """One example of a rule of a pack, ready to run. ``number`` counts from 1 among those of its kind."""

    rule: type[PackRule]
    kind: Literal["pass", "fail"]
    number: int
    example: Example

    @property
    def id(self) -> str:
        """The rule's code, the kind and the number."""
        return f"{self.rule.code}-{self.kind}-{self.number}"

    def faults(self, catalogue: Catalogue | None = None) -> Iterator[Fault]:
        """What is not as the example says."""
        return _faults(self.rule, self.example, self.kind == "fail", catalogue or official_formats())


def example_cases(rule: type[PackRule]) -> Iterator[ExampleCase]:
    """Every example of a rule of a pack, in order."""
    for number, example in enumerate(rule.entry.pass_, 1):
        yield ExampleCase(rule, "pass", number, example)
    for number, example in enumerate(rule.entry.fail, 1):
        yield ExampleCase(rule, "fail", number, example)


def _faults(rule: type[PackRule], example: Example, fails: bool, catalogue: Catalogue) -> Iterator[Fault]:
    try:
        text, marks = unmarked(_text(rule, example, catalogue))
        report = _report(text, example.year, catalogue)
        if example.previous:
            report.previous = _last_year(example, report, catalogue)
    except UnpairedMarkError:
        yield Fault(_MARKS, {})
        return
    except _BadExampleError as error:
        yield error.fault
        return
    result = lint(report, RuleSet((rule(),)), catalogue=catalogue)
    crashed = [finding for finding in result.findings if finding.rule.code != rule.code]
    if crashed:
        yield Fault(_CRASHED, {"reason": crashed[0].text()})
    elif fails:
        yield from _missed(result, example, marks, report)
    elif result.findings:
        yield Fault(_TOO_MUCH, {"messages": ";".join(finding.text() for finding in result.findings)})
    elif result.coverage.undecided:
        yield Fault(_UNDECIDED, {"reason": result.coverage.undecided[0].text()})


def _missed(
    result: Result, example: Example, marks: Sequence[tuple[int, int]], report: Report
) -> Iterator[Fault]:
    findings = result.findings
    if not findings:
        undecided = result.coverage.undecided
        yield Fault(_UNDECIDED, {"reason": undecided[0].text()}) if undecided else Fault(_NOTHING, {})
        return
    view = report.document.view
    found = [tuple(view.source_span(finding.span)) for finding in findings]
    if marks and sorted(found) != sorted(marks):
        source = report.document.source.text
        expected, got = (
            "、".join(f"“{source[start:end]}”" for start, end in spans) for spans in (marks, sorted(found))
        )
        yield Fault(_PLACES, {"expected": expected, "got": got})
    if example.at and (where := _address(findings[0])) != example.at:
        yield Fault(_AT, {"expected": example.at, "got": where})
    if example.message and not any(_matches(example.message, finding.text()) for finding in findings):
        yield Fault(_MESSAGE, {"expected": example.message, "got": findings[0].text()})


def _address(finding: Finding) -> str:
    where = finding.where
    if where.table is None:
        return where.section or ""
    return ".".join(part for part in (where.table, where.row, where.column) if part)


def _matches(pattern: str, message: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), message, re.DOTALL) is not None


def _text(rule: type[PackRule], example: Example, catalogue: Catalogue) -> str:
    form = _form(rule, example, catalogue)
    draft = _filled(
        blank_report(form, example.year, example.organisation or None, example.body), example.cells
    )
    place = example.in_ or rule.kind.place
    fragment = "\n".join([example.text] * example.repeat)
    section, _, aspect_key = place.partition(".")
    for part in form.sections:
        for number, aspect in enumerate(part.aspects):
            if (part.key, aspect.key) == (section, aspect_key):
                place, fragment = section, f"({'一二三四五六七八九'[number]}){aspect.title}\n{fragment}"
    if not example.text.strip():
        place, fragment = "title", draft.title
    try:
        return set_into(draft, place, fragment)
    except (ValueError, KeyError) as error:
        raise _BadExampleError(_NO_PLACE, place=place) from error


def _form(rule: type[PackRule], example: Example, catalogue: Catalogue) -> Format:
    """The format of the example's year, else the newest that the rule is for."""
    if example.year is not None:
        return catalogue.for_year(example.year) or catalogue.latest
    keys = [key.removesuffix("+") for key in rule.formats]
    known = [form for form in catalogue if form.key in keys]
    return known[-1] if known else catalogue.latest


def _filled(draft: Draft, cells: Mapping[str, int | float | str]) -> Draft:
    known = draft.cells()
    for address, value in cells.items():
        if address not in known:
            raise _BadExampleError(_NO_CELL, address=address)
        draft = with_cell(draft, address, str(value))
    return draft


def _report(text: str, year: int | None, catalogue: Catalogue) -> Report:
    return build_report(read_plain(SourceText(text), "example.txt"), catalogue, year=year)


def _last_year(example: Example, report: Report, catalogue: Catalogue) -> Report:
    year = (report.year or report.format.first_year + 1) - 1
    form = catalogue.for_year(year) or report.format
    draft = _filled(blank_report(form, year, example.organisation or None, example.body), example.previous)
    return _report(set_into(draft, "title", draft.title), year, catalogue)
