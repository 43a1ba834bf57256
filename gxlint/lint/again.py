"""A look at a report in one sentence of which somebody has typed: only what his words reach is looked at again.

Each rule says how far that is (``Rule.reach``). What it said before is kept where it can be, further down where the text
has moved; where that is not certain, the rule looks at the whole report as ever.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from gxlint.facts import facts_of
from gxlint.formats import Catalogue
from gxlint.lint.linter import plan_for, walk
from gxlint.lint.outcomes import Noticed, Outcomes
from gxlint.lint.plan import Entries, Entry, Reached
from gxlint.model import Paragraph, Report
from gxlint.rules import Edit, Finding, Related, RuleInfo
from gxlint.rules.watch import TookTooLong
from gxlint.source import Span
from gxlint.source.change import Change


def look_again(
    before: Outcomes, report: Report, typed: Paragraph, change: Change, catalogue: Catalogue
) -> Outcomes | None:
    """What the rules say of a report; none where they have to look at all of it anew.

    Args:
        before: what they said before the change, none of them in trouble.
        report: as it is now.
        typed: its paragraph that has changed.
        change: what has become of the text.
        catalogue: the formats of this run.
    """
    again = _Again(before, report, typed, change)
    reach = plan_for(before.ruleset, report, catalogue).reach
    try:
        with again.after.guarded():
            anew = again.run(reach)
            walk(report, reach.report, again.after)
            if anew:
                walk(report, reach.report.only(anew), again.after)
    except TookTooLong:
        return None  # the whole report is looked at with the usual care
    return again.after if again.after.smooth and again.alone.smooth else None


class _Again:
    """One further look.

    Attributes:
        after: what is said now.
        alone: what is said of the paragraph alone by the rules of which a paragraph is enough.
    """

    def __init__(self, before: Outcomes, report: Report, typed: Paragraph, change: Change) -> None:
        self.after = Outcomes(report, before.ruleset)
        self.alone = Outcomes(_with_one_paragraph(report, typed), before.ruleset)
        self._before, self._typed, self._change = before, typed, change
        self._old = Span(typed.span.start, typed.span.end - change.by)

    def run(self, reach: Reached) -> list[Entry]:
        """Say again what can be said again; the rules that have to look at the whole report."""
        self.alone.hand(reach.paragraph, self.alone.report)
        before, now = self._known(reach.noticed), self._noticed(self._typed, self.alone.report, reach.noticed)
        self.after.noticed = now
        kept = () if _is_below_table(self.after.report, self._typed) else reach.nowhere
        if not (now.figures or before.figures):
            kept += reach.figures
        if not _is_last(self.after.report, self._typed):
            kept += tuple(entry for entry in reach.noticed if _is_same(before, now, entry.place))
        places = {entry.place for entry in kept if self._is_said_again(entry.rule)}
        places |= {entry.place for entry in reach.paragraph if self._adds_nothing(entry)}
        for place in places:
            self.after.checked[place] |= self._before.checked[place]
        each = (*reach.nowhere, *reach.figures, *reach.paragraph, *reach.noticed)
        return [entry for entry in each if entry.place not in places]

    def _known(self, entries: Entries) -> Noticed:
        """What is known of the paragraph as it was: mostly from when it was typed in last."""
        known, was = self._before.noticed, self._was_typed
        if known is not None and (known.paragraph.span, known.paragraph.text) == (was.span, was.text):
            return known
        return self._noticed(was, self._was, entries)

    @staticmethod
    def _noticed(paragraph: Paragraph, alone: Report, entries: Entries) -> Noticed:
        answers = {entry.place: _answer(entry, alone) for entry in entries}
        return Noticed(paragraph, _tells_figures(alone), answers)

    @cached_property
    def _was_typed(self) -> Paragraph:
        """The paragraph as it was."""
        return next(
            paragraph
            for paragraphs in _around(self._before.report, self._old)
            for paragraph in paragraphs
            if paragraph.span == self._old
        )

    @cached_property
    def _was(self) -> Report:
        """The report before, with the paragraph that changed alone."""
        return _with_one_paragraph(self._before.report, self._was_typed)

    def _is_said_again(self, rule: RuleInfo) -> bool:
        """Say again what a rule said, where it stands now; whether that was possible."""
        findings = self._before.said(rule)
        if not all(_is_apart(finding, self._change) for finding in findings):
            return False
        for finding in findings:
            self.after.keep(_moved(finding, self._change))
        for item in self._before.left_open(rule):
            self.after.leave_open(item)
        return True

    def _adds_nothing(self, entry: Entry) -> bool:
        """Say again what a rule said, if it had and has nothing to say of the paragraph; whether that is so."""
        before, alone, rule, place = self._before, self.alone, entry.rule, entry.place
        if before.left_open(rule) or alone.left_open(rule):
            return False
        if _touch(before.said(rule), self._old) or _touch(alone.said(rule), self._typed.span):
            return False
        if before.checked[place] and not alone.checked[place]:
            was = Outcomes(self._was, before.ruleset)
            was.hand((entry,), self._was)
            if was.checked[place]:
                return False  # it cannot be told whether there is anything to check elsewhere
        self.after.checked[place] = alone.checked[place]
        return self._is_said_again(rule)


def _tells_figures(report: Report) -> bool:
    facts = facts_of(report)
    return bool(facts.counts or facts.statements or facts.ratios or facts.changes)


def _answer(entry: Entry, report: Report) -> object:
    """What the only paragraph of a report is to a rule."""
    try:
        return entry.rule.notices(report)
    except Exception:  # it will be looked at in the usual way, and whatever is wrong be said
        return True


def _is_same(before: Noticed, now: Noticed, place: int) -> bool:
    """Whether the paragraph is to a rule what it was."""
    was, answer = before.answers[place], now.answers[place]
    return was is not True and answer is not True and bool(was == answer)


def _around(report: Report, stretch: Span) -> Iterator[list[Paragraph]]:
    """The parts of a report that a stretch may lie in."""
    yield report.preamble
    for section in report.sections:
        if section.span.covers(stretch.start):
            yield section.paragraphs


def _is_last(report: Report, paragraph: Paragraph) -> bool:
    """Whether no prose follows a paragraph: whether a text breaks off depends on it."""
    last = report.sections[-1] if report.sections else None
    return last is None or (last.span.covers(paragraph.span.start) and last.paragraphs[-1:] == [paragraph])


def _with_one_paragraph(report: Report, paragraph: Paragraph) -> Report:
    """The report as if it had one paragraph only."""
    at = paragraph.span.start
    sections = [section for section in report.sections if section.span.covers(at)][:1]
    return report.replaced(
        preamble=[] if sections else [paragraph],
        sections=[section.replaced(paragraphs=[paragraph]) for section in sections],
        _memo={},
    )


def _is_below_table(report: Report, paragraph: Paragraph) -> bool:
    """Whether a table stands above a paragraph in its section: what is missing there may have come to stand below it."""
    at = paragraph.span.start
    return any(
        section.span.covers(at) and section.span.start <= table.span.start <= at
        for section in report.sections
        for table in report.tables.values()
    )


def _places(finding: Finding) -> list[Span]:
    edits = finding.fix.edits if finding.fix else ()
    return [finding.span, *(item.span for item in finding.related), *(edit.span for edit in edits)]


def _touch(findings: Iterable[Finding], stretch: Span) -> bool:
    """Whether one of these findings has a place in a stretch, if only at its end."""
    start, end = stretch
    return any(span.start <= end and start <= span.end for finding in findings for span in _places(finding))


def _is_apart(finding: Finding, change: Change) -> bool:
    return all(change.spares(span) or change.is_inside(span) for span in _places(finding))


def _moved(finding: Finding, change: Change) -> Finding:
    if not change.by or all(span.end < change.start for span in _places(finding)):
        return finding
    fix = finding.fix
    return finding.replaced(
        span=change.moved(finding.span),
        related=tuple(Related(change.moved(item.span), *item[1:]) for item in finding.related),
        fix=fix and fix.replaced(edits=tuple(Edit(change.moved(at), text) for at, text in fix.edits)),
    )
