"""How a disagreement between prose and table is reported: one finding for one wrong number."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from gxlint.facts import Count
from gxlint.model import Cell, Report
from gxlint.rules import Finding, Message, Outcome, Related, Rule, Where
from gxlint_national.figures.comparison import Disagreement, Silence, comparison
from gxlint_national.figures.ledger import Figure, parts_of
from gxlint_national.figures.naming import called, detail_of, source_of
from gxlint_national.tables.naming import figure
from gxlint_national.tables.wording import shown

DISAGREES: Mapping[str, Message] = {
    "default": Message(
        "正文写{what} {got},{source} {expected} 件{detail}{note}",
        "the text says {got} ({what}), {source_en}: {expected}{detail}{note_en}",
    ),
    "none": Message(
        "正文说“{got}”,{source} {expected} 件{detail}{note}",
        "the text says that there were none (“{got}”), {source_en}: {expected}{detail}{note_en}",
    ),
}
"""The messages of all rules that hold a number of the prose against a table."""

_ALSO = Message("这里也写 {got}", "{got} here as well")
Choice = Callable[[Count], bool]


def of_subjects(*subjects: str) -> Choice:
    """Counts of these subjects; ``litigation`` stands for its results, ``denied`` for its reasons too."""
    return lambda count: count.subject in subjects or count.subject.partition(".")[0] in subjects


def outcomes(rule: Rule, report: Report, choice: Choice, *, propose: bool = True) -> Iterator[Outcome]:
    """What a rule has to say about the counts it answers for: findings, undecided checks, or that there are none.

    ``propose`` offers the table's figure in place of the number.
    """
    compared = report.once(comparison)
    if not any(choice(count) for count in compared.counts):
        yield rule.not_applicable()
        return
    for group in alike(item for item in compared.disagreements if choice(item.count)):
        yield _finding(rule, group, report, propose=propose)
    yield from undecided(rule, [item for item in compared.silences if choice(item.count)])


def _finding(rule: Rule, group: list[Disagreement], report: Report, *, propose: bool) -> Finding:
    """One finding for a wrong number of a thing; where it is repeated stands with it."""
    first = group[0]
    count, known = first.count, first.figure
    form = report.format.table_forms[known.terms[0].cell.table]
    source, source_en = source_of(known, form)
    severity = max(first.severity, rule.severity, key=lambda item: item.rank)
    finding = rule.at(
        count.span if count.zero_statement else count.number_span,
        "none" if count.zero_statement else "default",
        severity=severity,
        where=Where(section=count.section),
        related=related(group, report),
        what=called(count, report.format),
        got=written(count),
        source=source,
        source_en=source_en,
        expected=figure(known.value),
        detail=detail_of(known, form),
        note=";表内该行勾稽不平,请一并核对" if known.doubts or known.balances else "",
        note_en="; the table itself does not add up there" if known.doubts or known.balances else "",
    )
    if not propose or count.zero_statement or count.bound:
        return finding
    return finding.suggest(figure(known.value), span=count.number_span)


def alike(items: Iterable[Disagreement]) -> Iterator[list[Disagreement]]:
    """The same wrong number of the same thing, wherever it is repeated; the surest first."""
    groups: dict[tuple[object, ...], list[Disagreement]] = {}
    for item in items:
        count = item.count
        key = (count.subject, count.measure, count.value, count.bound, item.figure.value)
        groups.setdefault(key, []).append(item)
    for group in groups.values():
        yield sorted(group, key=lambda item: item.severity.rank)


def related(group: list[Disagreement], report: Report) -> tuple[Related, ...]:
    """The cells of a disagreement, and the other places that say the same."""
    also = [Related(item.count.number_span, _ALSO, {"got": written(item.count)}) for item in group[1:]]
    return (*cells_shown(group[0].figure, report), *also)


def cells_shown(known: Figure, report: Report) -> tuple[Related, ...]:
    """The cells that a figure comes from: of a group those that hold anything, of a blank total those it is the sum of."""
    form = report.format.table_forms[known.terms[0].cell.table]
    terms = [term for term in known.terms if term.number] if known.group else known.terms
    cells: list[Cell] = []
    for cell, number in terms or known.terms[:1]:
        row = report.tables[cell.table].rows[cell.row]
        parts = [part for part in parts_of(row, cell) if part.value] if number and cell.value is None else []
        cells += parts or [cell]
    return shown(form, cells)


def undecided(rule: Rule, silences: Iterable[Silence]) -> Iterator[Outcome]:
    """That counts could not be compared, each reason once."""
    reasons = {(item.why.reason, tuple(item.why.params.values())): item.why for item in silences}
    for why in reasons.values():
        yield rule.undecided(None, why.reason, **why.params)


def written(count: Count) -> str:
    """The number as the text has it, with 余 and its unit."""
    text, end = count.paragraph.text, count.number_end
    if count.zero_statement:
        return count.text
    while text[end : end + 1] in ("余", "多"):
        end += 1
    end += len(count.unit) if text.startswith(count.unit, end) else 0
    return text[count.number_start : end]
