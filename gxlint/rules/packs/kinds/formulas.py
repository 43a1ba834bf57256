"""An equation over the figures of a report."""

from collections.abc import Iterator, Sequence

from gxlint.formats import Format
from gxlint.model import Report
from gxlint.rules.finding import Finding, Outcome, Related, Undecided
from gxlint.rules.formula import Fault, Unknown, compile_formula, shown
from gxlint.rules.formula.values import Term
from gxlint.rules.info import Message
from gxlint.rules.packs.checks import FormulaEntry
from gxlint.rules.packs.passages import start_of
from gxlint.rules.packs.rule import Kind, PackRule
from gxlint.rules.rule import where_of

_UNEQUAL = Message(
    "{left} 应{relation_zh} {right},相差 {difference}",
    "{left} should be {relation_en} {right}; the difference is {difference}",
)
_RELATIONS = {
    "=": ("等于", "equal to"),
    "!=": ("不等于", "other than"),
    "<": ("小于", "less than"),
    "<=": ("不大于", "at most"),
    ">": ("大于", "more than"),
    ">=": ("不小于", "at least"),
}
_RELATED = Message("{label}:{value}", "{label}: {value}")
_SEVERAL_CELLS = Message(
    "{table}“{row}”行有 {count} 格没有数,未核对",
    "{table}, row {row}: {count} cells hold no number; not checked",
)
_MOST_RELATED = 20
_MOST_FINDINGS = 3
_FILLS = ("left", "right", "left_value", "right_value", "difference", "relation_zh", "relation_en")


def formula(entry: FormulaEntry, forms: Sequence[Format], catalogue: Sequence[Format]) -> Kind:
    """The equation must hold.

    Raises:
        FormulaError: it is no formula, or does not fit the formats.
    """
    compiled = compile_formula(entry.check, forms, catalogue, at=entry.at, blank_as_zero=entry.blank_as_zero)

    def check(rule: PackRule, report: Report) -> Iterator[Outcome]:
        verdicts = list(compiled.check(report))
        faults = [verdict for verdict in verdicts if isinstance(verdict, Fault)]
        unknown = [verdict for verdict in verdicts if isinstance(verdict, Unknown)]
        yield from _findings(rule, report, faults)
        yield from _all_undecided(rule, [item for item in unknown if not item.unsaid])
        if unknown and not faults and all(item.unsaid for item in unknown):
            yield rule.not_applicable()

    previous = compiled.wants_previous
    return Kind(check, {"default": _UNEQUAL}, frozenset(_FILLS), "tables", previous=previous)


def _findings(rule: PackRule, report: Report, faults: Sequence[Fault]) -> Iterator[Finding]:
    """One for each that does not hold; the same on many rows or columns is one with the others as related places."""
    if len(faults) <= _MOST_FINDINGS:
        yield from (_finding(rule, report, fault) for fault in faults)
        return
    first, *more = faults
    others = tuple(fault.blamed for fault in more if fault.blamed is not None)
    yield _finding(rule, report, first._replace(others=others), held_back=len(more))


def _finding(rule: PackRule, report: Report, fault: Fault, held_back: int = 0) -> Finding:
    failure, blamed = fault.failure, fault.blamed
    zh, en = _RELATIONS[failure.operator]
    return rule.at(
        blamed.span if blamed else start_of(report),
        where=where_of(blamed.cell) if blamed and blamed.cell else None,
        related=[_related(term) for term in fault.others[:_MOST_RELATED]],
        held_back=held_back,
        left=failure.left_words,
        right=failure.right_words,
        left_value=shown(failure.left),
        right_value=shown(failure.right),
        difference=shown(max(failure.left - failure.right, failure.right - failure.left)),
        relation_zh=zh,
        relation_en=en,
    )


def _related(term: Term) -> Related:
    return Related(term.span, _RELATED, {"label": term.label, "value": shown(term.value)})


def _all_undecided(rule: PackRule, unknown: Sequence[Unknown]) -> Iterator[Undecided]:
    """One reason for each row: that all of its cells are blank is not said cell by cell."""
    rows: dict[object, list[Unknown]] = {}
    for item in unknown:
        cell = item.cell
        rows.setdefault((cell.table, cell.row) if cell else (item.reason, *item.params.values()), []).append(
            item
        )
    for first, *more in rows.values():
        if more and first.cell:
            words = {name: first.params[name] for name in ("table", "row")}
            yield rule.undecided(first.cell, _SEVERAL_CELLS, count=len(more) + 1, **words)
        else:
            yield _undecided(rule, first)


def _undecided(rule: PackRule, unknown: Unknown) -> Undecided:
    return rule.undecided(unknown.cell, unknown.reason, **unknown.params)
