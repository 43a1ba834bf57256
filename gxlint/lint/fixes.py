"""Applies fixes in rounds until nothing more can be mended, and never leaves a document worse than it was."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from gxlint.lint.edits import SourceEdit, apply, overlap, source_edits
from gxlint.lint.linter import Result
from gxlint.lint.session import FileResult, Session
from gxlint.model import Report
from gxlint.readers import Document, read_text
from gxlint.rules import Finding, Severity, Where
from gxlint.source import SourceText

_MOST_ROUNDS = 20


class FixOutcome(NamedTuple):
    """What came of fixing a document.

    ``text`` is the source text afterwards and ``result`` what the rules say of it. ``applied`` are the
    findings that were mended, ``refused`` those whose fix would have made the document worse, or no better.
    """

    text: str
    applied: tuple[Finding, ...]
    rounds: int
    refused: tuple[Finding, ...]
    result: FileResult


class _State(NamedTuple):
    """The document at some moment, and what the rules say of it."""

    document: Document
    report: Report
    result: Result
    checked: FileResult


class _Repair(NamedTuple):
    """A finding and what its fix changes in the source. ``key`` finds the same fix again in a later round."""

    finding: Finding
    edits: tuple[SourceEdit, ...]
    key: object


def fix_document(session: Session, document: Document, *, unsafe: bool) -> FixOutcome:
    """Apply the fixes that the rules offer; the document itself is not touched.

    Fixes that do not overlap are applied together, the text is read and checked again, and so on until none
    is left. A round that adds a finding as grave as one it mends, or hides something from the rules, is taken
    back, and its fixes are tried in smaller groups; those at fault are refused.

    Args:
        session: checks the document before and after every round.
        document: what to mend.
        unsafe: whether to apply proposals too, which decide what the writer meant.
    """
    first = session.check(document)
    state = _state(document, first)
    if state is None:
        return FixOutcome(document.source.text, (), 0, (), first)
    applied: list[Finding] = []
    refused: dict[object, Finding] = {}
    seen = {document.source.text}
    rounds = 0
    while rounds < _MOST_ROUNDS and (batch := _batch(state, refused, unsafe=unsafe)):
        better, mended = _round(session, state, batch, seen)
        refused |= {repair.key: repair.finding for repair in batch if repair not in mended}
        if mended:
            applied += [repair.finding for repair in mended]
            seen.add(better.document.source.text)
            state = better
            rounds += 1
    return FixOutcome(
        state.document.source.text, tuple(applied), rounds, tuple(refused.values()), state.checked
    )


def _state(document: Document, checked: FileResult) -> _State | None:
    if checked.report is None or checked.result is None:
        return None
    return _State(document, checked.report, checked.result, checked)


def _batch(state: _State, refused: Container[object], *, unsafe: bool) -> list[_Repair]:
    """The fixes that can be applied together, in the order of their findings; the rest has to wait."""
    batch: list[_Repair] = []
    taken: list[SourceEdit] = []
    for finding in state.result.findings:
        repair = _repair(finding, state.document, unsafe=unsafe)
        if repair is None or repair.key in refused:
            continue
        if not any(_collides(edit, taken) for edit in repair.edits):
            batch.append(repair)
            for edit in repair.edits:
                insort(taken, edit)
    return batch


def _repair(finding: Finding, document: Document, *, unsafe: bool) -> _Repair | None:
    if finding.fix is None or not (finding.fix.safe or unsafe):
        return None
    edits = source_edits(document, finding.fix)
    text = document.source.text
    if edits is None or all(text[start:end] == new for start, end, new in edits):
        return None
    changes = tuple((text[start:end], new) for start, end, new in edits)
    return _Repair(finding, edits, (finding.rule.code, finding.where, finding.text(), changes))


def _collides(edit: SourceEdit, taken: Sequence[SourceEdit]) -> bool:
    place = bisect_left(taken, edit)
    return any(overlap(edit, other) for other in taken[max(0, place - 1) : place + 1])


def _round(
    session: Session,
    state: _State,
    batch: list[_Repair],
    seen: Container[str],
    done: tuple[_State, list[_Repair]] | None = None,
) -> tuple[_State, list[_Repair]]:
    """The document after as many of the fixes as do good, and those fixes.

    Where they do harm together, each half is tried on top of what is ``done`` so far.
    """
    best, kept = done or (state, [])
    attempt = _attempt(session, state, [*kept, *batch])
    if attempt and _is_better(best, attempt, batch, seen):
        return attempt, [*kept, *batch]
    if len(batch) == 1:
        return best, kept
    half = len(batch) // 2
    done = _round(session, state, batch[:half], seen, (best, kept))
    return _round(session, state, batch[half:], seen, done)


def _attempt(session: Session, state: _State, repairs: Iterable[_Repair]) -> _State | None:
    edits = [edit for repair in repairs for edit in repair.edits]
    document = _edited(state.document, edits)
    return _state(document, session.check(document))


def _edited(document: Document, edits: list[SourceEdit]) -> Document:
    """The document as it would be read after the edits."""
    if document.places is not None:
        from gxlint.readers.typeset import edited

        return edited(document, edits)
    source = document.source
    return read_text(SourceText(apply(source.text, edits), source.encoding), document.path)


def _is_better(before: _State, after: _State, repairs: Sequence[_Repair], seen: Container[str]) -> bool:
    """Whether the fixes mended what they were for and broke nothing as grave.

    A text that was there before means that fixes undo one another, which would never end.
    """
    if after.document.source.text in seen or _hides(before, after):
        return False
    mildest = max((repair.finding.severity for repair in repairs), key=lambda severity: severity.rank)
    added = _by_address(after.result) - _by_address(before.result)
    if any(severity.at_least(mildest) for _, severity, _ in added):
        return False
    left, mended = _by_text(after.result.findings), _by_text(repair.finding for repair in repairs)
    were = _by_text(before.result.findings)
    return all(left[key] <= were[key] - count for key, count in mended.items())


def _hides(before: _State, after: _State) -> bool:
    """Whether the rules see less of the report than before, so that fewer findings mean nothing."""
    old, new = before.report, after.report
    were, are = (
        Counter((item.rule.code, item.where) for item in state.result.coverage.undecided)
        for state in (before, after)
    )
    return (
        old.kind != new.kind
        or before.document.kind != after.document.kind
        or not old.tables.keys() <= new.tables.keys()
        or not {section.key for section in old.sections} <= {section.key for section in new.sections}
        or bool(are - were)
    )


def _by_address(result: Result) -> Counter[tuple[str, Severity, Where]]:
    return Counter((finding.rule.code, finding.severity, finding.where) for finding in result.findings)


def _by_text(findings: Iterable[Finding]) -> Counter[tuple[str, Where, str]]:
    return Counter((finding.rule.code, finding.where, finding.text()) for finding in findings)
