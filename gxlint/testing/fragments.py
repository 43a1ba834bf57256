"""Runs the cases of a rule: the fragment is set into a blank form, and the rule must point at the marks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.lint.session import Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.readers.document import Document
from gxlint.readers.plain import read_plain
from gxlint.rules import Finding
from gxlint.rules.plugins import Plugins, load_plugins
from gxlint.source import SourceText
from gxlint.testing.cases import Case
from gxlint.testing.placing import set_into
from gxlint.testing.placing_rows import CLOSE, OPEN

_ROUNDS = 5


class Bench:
    """Where cases are run: the installed plugins, or those given. Sessions are made once and kept."""

    def __init__(self, plugins: Plugins | None = None) -> None:
        """Nothing is loaded before it is needed.

        Args:
            plugins: used in place of the installed ones.
        """
        self._plugins = plugins
        self._sessions: dict[tuple[str | None, ...], Session] = {}

    @property
    def plugins(self) -> Plugins:
        """All rules there are, and what could not be loaded."""
        if self._plugins is None:
            self._plugins = load_plugins(reserved=TOOL_RULES)
        return self._plugins

    def session(self, *codes: str, province: str | None = None) -> Session:
        """A session with all rules that are on, or with some only, under the profile of a province or city."""
        key = (province, *codes)
        if key not in self._sessions:
            # What a test says does not depend on the configuration of the folder it is run in.
            settings = Settings(select=codes, province=province, config="")
            self._sessions[key] = Session(settings, plugins=self.plugins)
        return self._sessions[key]

    def findings(self, document: Document, *codes: str, province: str | None = None) -> list[Finding]:
        """What these rules, or all that are on, find in a document, in the order of the text."""
        result = self.session(*codes, province=province).check(document).result
        return [] if result is None else sorted(result.findings, key=lambda finding: finding.span)


class UnpairedMarkError(ValueError):
    """A mark that opens or closes a place, without the other one: where the place is cannot be told."""

    def __init__(self) -> None:
        super().__init__(f"{OPEN} and {CLOSE} do not match")


INSTALLED = Bench()


def session(*codes: str) -> Session:
    """A session with the installed plugins: all their rules, or some only."""
    return INSTALLED.session(*codes)


def problems(case: Case, bench: Bench = INSTALLED) -> Iterator[str]:
    """What is wrong with a rule according to one of its cases; nothing when the case holds."""
    trial = _Trial(case, bench)
    try:
        text, marks = unmarked(case.text)
    except UnpairedMarkError as error:
        yield str(error)
        return
    document = _read(text)
    findings = trial.findings(document)
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
        yield from trial.undecided_problems(document, case.undecided)
    if case.fixed is not None:
        yield from trial.fix_problems(text, case.fixed)
    for forbidden in case.never:
        yield from (f"never {forbidden}: {said.text()}" for said in trial.forbidden(forbidden, document))


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its marks, and the stretches they enclosed, in order.

    Raises:
        UnpairedMarkError: one of them has no other.
    """
    pieces = re.split(f"([{OPEN}{CLOSE}])", text)
    clean, starts, marks = "", [], []
    for piece in pieces:
        if piece == OPEN:
            starts.append(len(clean))
        elif piece != CLOSE:
            clean += piece
        elif starts:
            marks.append((starts.pop(), len(clean)))
        else:
            raise UnpairedMarkError
    if starts:
        raise UnpairedMarkError
    return clean, sorted(marks)


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


class _Trial(NamedTuple):
    """A case on a bench."""

    case: Case
    bench: Bench

    def findings(self, document: Document) -> list[Finding]:
        """What the rule says."""
        return self.bench.findings(document, self.case.code, province=self.case.province)

    def undecided_problems(self, document: Document, wanted: str) -> Iterator[str]:
        result = self.bench.session(self.case.code, province=self.case.province).check(document).result
        reasons = [item.text() for item in result.coverage.undecided] if result else []
        if not any(wanted in reason for reason in reasons):
            yield f"undecided: expected a reason with {wanted!r}, got {reasons}"

    def fix_problems(self, text: str, wanted: str) -> Iterator[str]:
        expected, _ = unmarked(set_into(self.case.draft, self.case.place, wanted))
        fixed = text
        for _ in range(_ROUNDS):
            changed = self._fixed(fixed)
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
        if left := self.findings(_read(fixed)):
            yield f"after fixing: {[finding.text() for finding in left]}"

    def forbidden(self, forbidden: str, document: Document) -> Iterator[Finding]:
        """What no rule may say, and one does."""
        code, _, severity = forbidden.partition("/")
        for finding in self.bench.findings(document, province=self.case.province):
            named = finding.severity == "error" if code == "ERRORS" else finding.rule.code == code
            if named and (not severity or finding.severity == severity):
                yield finding

    def _fixed(self, text: str) -> str:
        document = _read(text)
        edits = [
            (document.view.source_span(edit.span), edit.new_text)
            for finding in self.findings(document)
            if finding.fix
            for edit in finding.fix.edits
        ]
        end = len(text) + 1
        for span, new in sorted(edits, reverse=True):
            if span.end <= end:  # of two edits that overlap, one waits for the next round
                text = text[: span.start] + new + text[span.end :]
                end = span.start
        return text


def _read(text: str) -> Document:
    return read_plain(SourceText(text), "report.txt")


def _source_span(document: Document, finding: Finding) -> tuple[int, int]:
    start, end = document.view.source_span(finding.span)
    return start, end


def _shown(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    shown = []
    for start, end in spans:
        line, begin = text.count("\n", 0, start) + 1, text.rfind("\n", 0, start) + 1
        before = text[max(start - 6, begin) : start]
        shown.append(f"line {line}: {'…' if start - 6 > begin else ''}{before}⟦{text[start:end]}⟧")
    return shown
