"""Takes the findings that are known and meant out of a result."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gxlint.lint.acceptance.accepted import Accepted, Fingerprint, Use, fingerprint
from gxlint.lint.acceptance.comments import Mark, covers, marks
from gxlint.lint.acceptance.entries import FileEntries
from gxlint.lint.linter import Coverage, Result, verdict_of
from gxlint.lint.ruleset import RuleSet
from gxlint.lint.tool_rules import TOOL_RULES, UNKNOWN_SUPPRESSION, UNUSED_SUPPRESSION
from gxlint.model import Report
from gxlint.rules import Finding, RuleInfo, Severity, SpeakingRule, Undecided
from gxlint.rules.selectors import closest

_TOOL_CODES = frozenset(rule.code for rule in TOOL_RULES)
_BASELINE = "基线"


class Known(NamedTuple):
    """What is known of one file besides its marks: entries of the configuration, findings of the baseline."""

    entries: FileEntries | None = None
    baseline: Counter[Fingerprint] | None = None


class Judged(NamedTuple):
    """A result without what is accepted, what that was, and which entries of the configuration were of use."""

    result: Result
    accepted: tuple[Accepted, ...] = ()
    uses: tuple[Use, ...] = ()


def judge(
    report: Report,
    result: Result,
    ruleset: RuleSet,
    *,
    known: Known,
    rules: Sequence[RuleInfo],
    fail_level: Severity,
) -> Judged:
    """Take out of a result what is accepted; complain about marks that mean nothing.

    Args:
        report: what was checked.
        result: what the rules say of it.
        ruleset: the rules that ran.
        known: what the configuration and the baseline accept.
        rules: all rules there are, the tool's own among them.
        fail_level: what makes a report fail.
    """
    found = marks(report.document, rules)
    if not found and known.entries is None and not known.baseline:
        return Judged(result)
    judging = _Judging(report, found, known)
    kept: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in result.findings:
        why = judging.why(finding)
        if why is None:
            kept.append(finding)
        else:
            accepted.append(why)
    ran = (
        _TOOL_CODES.union(rule.code for rule in ruleset.rules)
        if report.kind == "report"
        else frozenset[str]()
    )
    settled = {item.finding.rule.code for item in accepted} - {finding.rule.code for finding in kept}
    undecided = tuple(
        item
        for item in result.coverage.undecided
        if not judging.accepts_open(item) and waits_for(item) not in settled
    )
    kept += (
        finding
        for finding in judging.complaints(ran, rules, ruleset)
        if finding.rule.code not in ruleset.silenced
    )
    kept.sort(key=lambda finding: (finding.span.start, finding.rule.code))
    coverage = _coverage(result, kept, undecided)
    verdict = verdict_of(report, ruleset, tuple(kept), coverage, fail_level)
    decided = ran - {item.rule.code for item in result.coverage.undecided}
    uses = known.entries.uses(decided) if known.entries else ()
    return Judged(Result(tuple(kept), coverage, verdict), tuple(accepted), uses)


def waits_for(item: Undecided) -> str | None:
    """The code of the rule whose finding keeps a check from being made: its reason names it as ``code``."""
    code = item.params.get("code")
    return code if isinstance(code, str) else None


class _Judging:
    def __init__(self, report: Report, found: Sequence[Mark], known: Known) -> None:
        self._report, self._marks, self._known = report, found, known
        self._used: set[Mark] = set()

    def why(self, finding: Finding) -> Accepted | None:
        """Why a finding is accepted; none where it is not."""
        document = self._report.document
        own = [mark for mark in self._marks if covers(mark, finding, document)]
        self._used.update(own)
        # Asked in any case: an entry that meets the same finding is of use.
        entry = self._known.entries.accepting(finding, self._report) if self._known.entries else None
        if own:
            return Accepted(finding, "comment", own[0].reason)
        if entry is not None:
            return Accepted(finding, "accept", entry.reason)
        baseline = self._known.baseline
        if baseline and baseline[key := fingerprint(finding, document)] > 0:
            baseline[key] -= 1
            return Accepted(finding, "baseline", _BASELINE)
        return None

    def accepts_open(self, item: Undecided) -> bool:
        """Whether a check that could not be made is not asked for: an entry means it, or a mark for the whole file."""
        own = [mark for mark in self._marks if mark.code == item.rule.code]
        self._used.update(own)  # what a mark on a line may mean cannot be told of an open check
        entries = self._known.entries
        return any(mark.lines is None for mark in own) or bool(entries and entries.accepting_open(item))

    def complaints(
        self, ran: frozenset[str], rules: Sequence[RuleInfo], ruleset: RuleSet
    ) -> Iterator[Finding]:
        """About marks that name no rule, and those that met no finding although their rule ran."""
        for mark in self._marks:
            if not mark.code:
                close = closest(mark.word, rules) if mark.word else None
                message = "nothing" if not mark.word else "close" if close else "default"
                yield _at(UNKNOWN_SUPPRESSION, mark, ruleset, message, got=mark.word, close=close)
            elif mark not in self._used and mark.code in ran:
                yield _at(UNUSED_SUPPRESSION, mark, ruleset, "default", got=mark.code)


def _at(rule: SpeakingRule, mark: Mark, ruleset: RuleSet, message: str, **params: Any) -> Finding:
    return rule.at(mark.span, message, severity=ruleset.severity(rule), **params)


def _coverage(result: Result, kept: Sequence[Finding], left: tuple[Undecided, ...]) -> Coverage:
    """A rule of which all findings and open checks are accepted has passed."""
    coverage = result.coverage
    failed = {finding.rule.code for finding in kept}
    ended = {*coverage.passed, *coverage.failed, *(item.rule.code for item in coverage.undecided)}
    passed = ended - failed - {item.rule.code for item in left} - _TOOL_CODES
    return coverage._replace(failed=tuple(sorted(failed)), passed=tuple(sorted(passed)), undecided=left)
