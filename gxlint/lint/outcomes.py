"""Calls rules under a guard and keeps what they say, after seeing that it can be said at all."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any, NamedTuple, cast

from gxlint.lint.address import full_address, named
from gxlint.lint.plan import Entries, Entry
from gxlint.lint.ruleset import RuleSet
from gxlint.lint.tool_rules import CRASHED
from gxlint.model import Paragraph, Report
from gxlint.rules import Finding, Message, NotApplicable, Rule, RuleInfo, Severity, Undecided, Where
from gxlint.rules.crash import describe
from gxlint.rules.rule import span_of, where_of
from gxlint.rules.watch import TookTooLong, time_limit
from gxlint.source import Span

_CRASHED = Message("规则运行出错:{error}", "the rule crashed: {error}")
_ENDLESS = Message(
    "规则运行 {seconds:g} 秒仍未结束,已停止", "the rule did not end within {seconds:g} s and was stopped"
)
# A rule may call sys.exit(); only the user's own Ctrl+C ends the run.
_CRASHES = (Exception, SystemExit)
_LANGUAGES = ("zh", "en")


class _Crash(NamedTuple):
    """The first crash of a rule in a report."""

    rule: Rule
    span: Span
    where: Where
    error: str


class Noticed(NamedTuple):
    """A paragraph: whether it tells figures, and what it is to the rules that were asked, by their places."""

    paragraph: Paragraph
    figures: bool
    answers: Mapping[int, object]


class Outcomes:
    """What the rules say about one report.

    ``checked`` tells for each rule, by its place in the set of rules, whether it really looked at anything. ``report`` and
    ``ruleset`` are what it is about. ``noticed`` is what was found out about the paragraph that was typed in last.
    """

    def __init__(self, report: Report, ruleset: RuleSet) -> None:
        """Begin with nothing said."""
        self.checked = [False] * len(ruleset.rules)
        self.report = report
        self.ruleset = ruleset
        # Keyed by what they are sorted by: an exact repetition falls out by itself.
        self._findings: dict[tuple[int, str, int, str], Finding] = {}
        self._undecided: dict[tuple[str, Where, str], Undecided] = {}
        self._crashes: dict[str, list[_Crash]] = {}
        self.noticed: Noticed | None = None

    def hand(self, entries: Entries, node: Any) -> None:
        """Let each of these rules look at a node."""
        report = self.report
        for entry in entries:
            applicable = True
            try:
                for outcome in entry.check(node, report):
                    if isinstance(outcome, NotApplicable):
                        applicable = False
                    else:
                        self._take(entry.rule, outcome)
            except _CRASHES as error:
                self._crash(entry, node, error)
            else:
                if applicable:
                    self.checked[entry.place] = True

    @staticmethod
    def guarded() -> AbstractContextManager[None]:
        """Within this, a rule that does not end is stopped by ``TookTooLong``."""
        return time_limit(Outcomes.hand.__code__, _rule_at_work, _name_of_rule)

    def stop(self, error: TookTooLong) -> None:
        """Let a rule that did not end look at nothing any more, in this report and those to come."""
        rule = cast("Rule", error.who)
        self.ruleset.stopped[rule.code] = error.seconds
        self.ruleset.plans.clear()

    def add(self, finding: Finding) -> None:
        """Keep a finding. Raises when it cannot be shown: no such place, a message that lacks a parameter."""
        rule = finding.rule
        if rule.code in self.ruleset.silenced:
            return
        finding = finding.replaced(
            severity=self._severity(finding),
            where=full_address(finding.where, self.report, finding.span.start),
            related=tuple(named(item, self.report) for item in finding.related),
        )
        text = _seen_to(finding, len(self.report.text))
        self._findings.setdefault((finding.span.start, rule.code, finding.span.end, text), finding)

    @property
    def smooth(self) -> bool:
        """Whether no rule crashed, or had to be stopped."""
        return not self._crashes and not self._stopped()

    def said(self, rule: RuleInfo) -> list[Finding]:
        """The findings of one rule, in no order."""
        return self._by_rule.get(rule.code, [])

    def left_open(self, rule: RuleInfo) -> list[Undecided]:
        """The checks of one rule that could not be made."""
        return [item for item in self._undecided.values() if item.rule.code == rule.code]

    def keep(self, finding: Finding) -> None:
        """Keep a finding that another look brought up, as it is."""
        key = (finding.span.start, finding.rule.code, finding.span.end, finding.text())
        self._findings.setdefault(key, finding)

    def leave_open(self, item: Undecided) -> None:
        """Keep a check that could not be made in another look."""
        self._undecided.setdefault((item.rule.code, item.where, item.text()), item)

    @cached_property
    def _by_rule(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self._findings.values():
            found.setdefault(finding.rule.code, []).append(finding)
        return found

    def findings(self) -> tuple[Finding, ...]:
        """All findings, sorted by place, then code; each rule that crashed has one, or shares that of one error."""
        for crashes in self._by_error():
            self.add(_crash_finding(crashes))
        for rule, seconds in self._stopped():
            self.add(_endless_finding(rule, seconds))
        return tuple(finding for _, finding in sorted(self._findings.items(), key=lambda item: item[0]))

    def undecided(self) -> tuple[Undecided, ...]:
        """All checks that could not be made, sorted by code; crashed rules among them."""
        crashed = [
            Undecided(first.rule, _CRASHED, {"error": first.error}, first.where)
            for first, *_ in self._crashes.values()
        ]
        endless = [
            Undecided(rule, _ENDLESS, {"seconds": seconds}, Where()) for rule, seconds in self._stopped()
        ]
        return tuple(sorted([*self._undecided.values(), *crashed, *endless], key=lambda item: item.rule.code))

    def _stopped(self) -> list[tuple[Rule, float]]:
        """The rules that this report was to be shown to, had they not been stopped."""
        stopped = self.ruleset.stopped
        if not stopped or self.report.kind != "report":
            return []
        return [(rule, stopped[rule.code]) for rule in self.ruleset.rules if rule.code in stopped]

    def _by_error(self) -> Iterable[list[list[_Crash]]]:
        """The crashes of each rule, those of rules of one package together that end in the same error.

        What several rules rest on, such as the facts of the prose, fails all of them at once.
        """
        groups: dict[tuple[object, str], list[list[_Crash]]] = {}
        for crashes in self._crashes.values():
            groups.setdefault((crashes[0].rule.origin, crashes[0].error), []).append(crashes)
        return groups.values()

    def _take(self, rule: RuleInfo, outcome: object) -> None:
        if not isinstance(outcome, Finding | Undecided):
            raise TypeError(f"check yielded {type(outcome).__name__}")
        if outcome.rule is not rule:
            raise TypeError(f"check yielded an outcome of {outcome.rule!r}")
        if isinstance(outcome, Finding):
            self.add(outcome)
        else:
            item = outcome._replace(where=full_address(outcome.where, self.report))
            zh, _ = item.text("zh"), item.text("en")
            self._undecided.setdefault((rule.code, item.where, zh), item)

    def _severity(self, finding: Finding) -> Severity:
        wanted = self.ruleset.severity(finding.rule)
        if finding.severity is finding.rule.severity:
            return wanted
        if wanted is finding.rule.severity:
            return finding.severity
        # What the rule itself holds to be less grave than usual is not raised by a setting for the usual.
        return finding.severity if wanted.at_least(finding.severity) else wanted

    def _crash(self, entry: Entry, node: Any, error: BaseException) -> None:
        span = Span(0, 0) if isinstance(node, Report) else span_of(node)
        crash = _Crash(entry.rule, span, where_of(node), describe(error))
        self._crashes.setdefault(entry.rule.code, []).append(crash)


def _rule_at_work(variables: Mapping[str, Any]) -> Rule | None:
    entry = variables.get("entry")
    return None if entry is None else cast("Entry", entry).rule


def _name_of_rule(rule: Rule) -> str:
    return f"{rule.code} {rule.name} ({_origin(rule)})"


def _origin(rule: Rule) -> str:
    return " ".join(filter(None, rule.origin))


def _endless_finding(rule: Rule, seconds: float) -> Finding:
    return CRASHED.at(
        Span(0, 0),
        "endless",
        code=rule.code,
        name=rule.name,
        package=rule.origin.package,
        origin=_origin(rule),
        seconds=seconds,
    )


def _crash_finding(crashes: Sequence[Sequence[_Crash]]) -> Finding:
    """One finding for an error; ``crashes`` are those of each rule that it held back."""
    rule, span, where, error = crashes[0][0]
    codes = sorted(each[0].rule.code for each in crashes)
    return CRASHED.at(
        span,
        "default" if len(codes) == 1 else "several",
        where=where,
        held_back=sum(len(each) - 1 for each in crashes),
        code=rule.code,
        name=rule.name,
        number=len(codes),
        codes="、".join(codes),
        codes_en=", ".join(codes),
        ignored=",".join(codes),
        package=rule.origin.package,
        origin=_origin(rule),
        error=error,
    )


def _seen_to(finding: Finding, length: int) -> str:
    """The message in Chinese, after making sure that all of the finding can be shown in every language."""
    spans = [finding.span, *(item.span for item in finding.related)]
    if finding.fix:
        spans += [edit.span for edit in finding.fix.edits]
        for lang in _LANGUAGES:
            finding.fix.title.render(finding.fix.params, lang)
    for start, end in spans:
        if not 0 <= start <= end <= length:
            raise ValueError(f"place {start}-{end} is outside the text")
    for lang in _LANGUAGES:
        finding.text(lang)
        for item in finding.related:
            item.message.render(item.params, lang)
    return finding.text()
