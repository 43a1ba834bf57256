"""Runs the cases of a rule: fragments set into a blank form, the expected place marked by ``⟦ ⟧``.

A case file (YAML) names the ``rule``, where its fragments go (``in``, see ``placing.set_into``) and the
``cases`` by name. A case has one of ``fail`` (the rule must report exactly the marks) and ``pass`` (it
must stay silent); what else it may have holds for all cases when it stands beside ``cases``:

- ``message``: one, or a list in the order of the marks; ``…`` stands for anything.
- ``fixed``: the fragment after all fixes of the rule; the text must then be clean and stable for it.
- ``severity``; ``undecided``: part of the reason the rule gives for not deciding.
- ``never``: codes, ``CODE/severity`` or ``ERRORS`` that must not be reported on the text either.
- ``format``, ``year``, ``organisation``, ``body`` of the form; ``without``: addresses of rows, tables and
  sections to leave out of it.
- its own ``in``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from gxlint.formats import Format, official_formats
from gxlint.lint.session import Session, Settings
from gxlint.readers.document import Document
from gxlint.readers.plain import read_plain
from gxlint.rules import Finding, Rule
from gxlint.source import SourceText
from tests.support.forms import Draft, blank_report, without_row, without_section, without_table
from tests.support.placing import place_of, set_into
from tests.support.placing_rows import CLOSE, OPEN

_FORM = ("format", "year", "organisation", "body", "without")
_KEYS = frozenset(("in", "fail", "pass", "message", "fixed", "severity", "undecided", "never", *_FORM))
_ROUNDS = 5


@dataclass(frozen=True)
class Case:
    """One case of a rule, ready to run."""

    id: str
    code: str
    place: str
    fragment: str
    fails: bool
    draft: Draft
    messages: tuple[str, ...] = ()
    fixed: str | None = None
    severity: str | None = None
    undecided: str | None = None
    never: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The report the case is about, marks included."""
        return set_into(self.draft, self.place, self.fragment)


class CaseError(ValueError):
    """A case file is written wrongly. The message names the file, the case and what was expected."""


def load_cases(path: Path) -> Iterator[Case]:
    """All cases of one file.

    Raises:
        CaseError: the file is not what the head of this module describes.
    """
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not {"rule", "cases"} <= data.keys():
        raise CaseError(f"{path.name}: expected the keys rule, in and cases")
    shared = {key: value for key, value in data.items() if key not in ("rule", "cases")}
    for name, entry in data["cases"].items():
        where = f"{path.name}: {name}"
        if not isinstance(entry, dict):
            raise CaseError(f"{where}: expected a mapping with fail or pass")
        case = {**shared, **entry}
        if unknown := case.keys() - _KEYS:
            raise CaseError(
                f"{where}: unknown keys {', '.join(sorted(unknown))}; known are {', '.join(sorted(_KEYS))}"
            )
        if ("fail" in case) == ("pass" in case):
            raise CaseError(f"{where}: exactly one of fail and pass")
        yield _case(data["rule"], name, case, where)


def _case(code: str, name: str, case: Mapping[str, Any], where: str) -> Case:
    if "in" not in case:
        raise CaseError(f"{where}: the key in is missing: where does the fragment go?")
    fails = "fail" in case
    return Case(
        id=f"{code}-{name}",
        code=code,
        place=case["in"],
        fragment=str(case["fail"] if fails else case["pass"]),
        fails=fails,
        draft=_draft(case, where),
        messages=_listed(case.get("message")),
        fixed=case.get("fixed"),
        severity=case.get("severity"),
        undecided=case.get("undecided"),
        never=_listed(case.get("never")),
    )


def _listed(value: Any) -> tuple[str, ...]:
    return () if value is None else tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _draft(case: Mapping[str, Any], where: str) -> Draft:
    form = official_formats().get(str(case.get("format", "2021")))
    if form is None:
        raise CaseError(f"{where}: unknown format {case['format']!r}")
    draft = blank_report(form, case.get("year"), case.get("organisation"), case.get("body", "department"))
    for address in _listed(case.get("without")):
        draft = _without(draft, address, where)
    return draft


def _without(draft: Draft, address: str, where: str) -> Draft:
    if address in draft.form.section_forms:
        return without_section(draft, address)
    if address in draft.tables:
        return without_table(draft, address)
    table, _, row = address.partition(".")
    if row not in draft.tables.get(table, {}):
        raise CaseError(f"{where}: without names {address!r}, which is no section, table or row of the form")
    return without_row(draft, address)


def docstring_cases(rule: Rule) -> Iterator[Case]:
    """The wrong and the right example of a rule's docstring as cases."""
    draft = blank_report(_format_of(rule))
    examples = rule.examples
    for name, fragment in (("wrong", examples.wrong), ("right", examples.right)):
        if fragment:
            place = place_of(fragment, draft, rule.table, rule.section)
            yield Case(f"{rule.code}-docstring-{name}", rule.code, place, fragment, name == "wrong", draft)


def _format_of(rule: Rule) -> Format:
    formats = official_formats()
    keys = [key.removesuffix("+") for key in rule.formats]
    return formats.latest if not keys else next(form for form in reversed(tuple(formats)) if form.key in keys)


def problems(case: Case) -> Iterator[str]:
    """What is wrong with a rule according to one of its cases; nothing when the case holds."""
    text, marks = _unmarked(case.text)
    document = read_plain(SourceText(text), "report.txt")
    findings = _findings(case.code, document)
    found = [_source_span(document, finding) for finding in findings]
    if case.fails:
        if not findings:
            yield f"{case.code} reports nothing"
        if marks and found != marks:
            yield f"places: expected {_shown(text, marks)}, got {_shown(text, found)}"
        yield from _message_problems(case, findings)
    elif findings:
        yield f"{case.code} reports {[finding.text() for finding in findings]} at {_shown(text, found)}"
    if case.undecided is not None:
        yield from _undecided_problems(case, document)
    if case.fixed is not None:
        yield from _fix_problems(case, text)
    for forbidden in case.never:
        yield from (f"never {forbidden}: {finding.text()}" for finding in _forbidden(forbidden, document))


def _message_problems(case: Case, findings: Sequence[Finding]) -> Iterator[str]:
    got = [finding.text() for finding in findings]
    if case.messages and (
        len(case.messages) != len(got)
        or not all(_matches(pattern, message) for pattern, message in zip(case.messages, got, strict=True))
    ):
        yield f"messages: expected {list(case.messages)}, got {got}"
    for finding in findings:
        if not finding.text("en").isascii() and not re.search("[A-Za-z]{3}", finding.text("en")):
            yield f"no English message: {finding.text('en')!r}"
        if case.severity and finding.severity != case.severity:
            yield f"severity: expected {case.severity}, got {finding.severity}"


def _matches(pattern: str, message: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("…"))), message) is not None


def _undecided_problems(case: Case, document: Document) -> Iterator[str]:
    result = session(case.code).check(document).result
    reasons = [item.text() for item in result.coverage.undecided] if result else []
    if not any(case.undecided in reason for reason in reasons if case.undecided):
        yield f"undecided: expected a reason with {case.undecided!r}, got {reasons}"


def _fix_problems(case: Case, text: str) -> Iterator[str]:
    expected, _ = _unmarked(set_into(case.draft, case.place, case.fixed or ""))
    fixed = text
    for _ in range(_ROUNDS):
        changed = _fixed(case.code, fixed)
        if changed == fixed:
            break
        fixed = changed
    else:
        yield f"fixing does not come to rest after {_ROUNDS} rounds"
    if fixed != expected:
        differing = [
            f"expected {right!r}, got {left!r}"
            for left, right in zip(fixed.split("\n"), expected.split("\n"), strict=False)
            if left != right
        ]
        yield f"fixed: {differing or 'different number of lines'}"
    if left := _findings(case.code, read_plain(SourceText(fixed), "report.txt")):
        yield f"after fixing: {[finding.text() for finding in left]}"


def _fixed(code: str, text: str) -> str:
    document = read_plain(SourceText(text), "report.txt")
    edits = [
        (document.view.source_span(edit.span), edit.new_text)
        for finding in _findings(code, document)
        if finding.fix
        for edit in finding.fix.edits
    ]
    end = len(text) + 1
    for span, new in sorted(edits, reverse=True):
        if span.end <= end:  # of two edits that overlap, one waits for the next round
            text = text[: span.start] + new + text[span.end :]
            end = span.start
    return text


def _unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    pieces = re.split(f"([{OPEN}{CLOSE}])", text)
    clean, starts, marks = "", [], []
    for piece in pieces:
        if piece == OPEN:
            starts.append(len(clean))
        elif piece == CLOSE:
            marks.append((starts.pop(), len(clean)))
        else:
            clean += piece
    return clean, sorted(marks)


def _source_span(document: Document, finding: Finding) -> tuple[int, int]:
    start, end = document.view.source_span(finding.span)
    return start, end


def _shown(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    def line(start: int) -> int:
        return text.count("\n", 0, start) + 1

    return [
        f"line {line(start)}: …{text[max(start - 6, 0) : start]}⟦{text[start:end]}⟧" for start, end in spans
    ]


def _findings(code: str, document: Document) -> list[Finding]:
    return sorted(_all_findings(session(code), document), key=lambda finding: finding.span)


def _forbidden(forbidden: str, document: Document) -> list[Finding]:
    code, _, severity = forbidden.partition("/")
    return [
        finding
        for finding in _all_findings(session(), document)
        if (finding.severity == "error" if code == "ERRORS" else finding.rule.code == code)
        and (not severity or finding.severity == severity)
    ]


def _all_findings(checker: Session, document: Document) -> list[Finding]:
    result = checker.check(document).result
    return [] if result is None else list(result.findings)


@cache
def session(*codes: str) -> Session:
    """A session with all rules, or with some only."""
    return Session(Settings(select=codes))
