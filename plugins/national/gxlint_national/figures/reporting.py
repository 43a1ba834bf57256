"""How a disagreement between prose and table is reported: one finding for one wrong number."""

from collections.abc import Callable, Iterable, Iterator

from gxlint.facts import Count
from gxlint.formats import Format
from gxlint.model import Report
from gxlint.rules import Finding, Message, Outcome, Related, Rule, Where
from gxlint_national.figures.comparison import Disagreement, Silence, comparison
from gxlint_national.tables.naming import figure, named
from gxlint_national.tables.wording import shown

DISAGREES = Message(
    "正文写{what} {got},{source} {expected} 件{detail}{note}",
    "the text says {got} ({what}), {source_en}: {expected}{note_en}",
)
"""The message of all rules that hold a number of the prose against a table."""

_ALSO = Message("这里也写 {got}", "{got} here as well")
_SUBJECTS = {
    "received": "收到申请",
    "handled": "办理申请",
    "closed": "办结",
    "carried_over": "上年结转",
    "carried_forward": "结转下年度",
    "outcomes_total": "办理结果总计",
    "reconsideration": "行政复议",
    "litigation": "行政诉讼",
    "disputes": "行政复议和行政诉讼",
    "normative_documents": "规范性文件",
}
_MEASURES = {"issued": "制发", "repealed": "废止", "in_force": "现行有效", "disclosed": "公开", "decisions": ""}

Choice = Callable[[Count], bool]


def of_subjects(*subjects: str) -> Choice:
    """Counts of these subjects; ``litigation`` stands for its results, ``denied`` for its reasons too."""
    return lambda count: count.subject in subjects or count.subject.partition(".")[0] in subjects


def outcomes(rule: Rule, report: Report, choice: Choice) -> Iterator[Outcome]:
    """What a rule has to say about the counts it answers for: findings, undecided checks, or that there are none."""
    compared = report.once(comparison)
    if not any(choice(count) for count in compared.counts):
        yield rule.not_applicable()
        return
    yield from findings(rule, [item for item in compared.disagreements if choice(item.count)], report)
    yield from undecided(rule, [item for item in compared.silences if choice(item.count)])


def findings(
    rule: Rule, items: Iterable[Disagreement], report: Report, message: str = "default"
) -> Iterator[Finding]:
    """One finding for each wrong number of a thing; where it is repeated stands with it."""
    for group in alike(items):
        yield _finding(rule, group, report, message)


def _finding(rule: Rule, group: list[Disagreement], report: Report, message: str) -> Finding:
    first = group[0]
    count, known = first.count, first.figure
    severity = max(first.severity, rule.severity, key=lambda item: item.rank)
    finding = rule.at(
        count.span if count.zero_statement else count.number_span,
        message,
        severity=severity,
        where=Where(section=count.section),
        related=related(group, report),
        what=called(count, report.format),
        got=written(count),
        source=known.name[0],
        source_en=known.name[1],
        expected=figure(known.value),
        detail=known.detail,
        note=";表内该行勾稽不平,请一并核对" if known.doubts else "",
        note_en="; the table itself does not add up there" if known.doubts else "",
    )
    if count.zero_statement or count.bound:
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
    cells = group[0].figure.cells
    places = shown(report.format.table_forms[cells[0].table], cells) if cells else ()
    also = [Related(item.count.number_span, _ALSO, {"got": written(item.count)}) for item in group[1:]]
    return (*places, *also)


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


def called(count: Count, form: Format) -> str:
    """What a count counts, as messages name it."""
    subject, _, result = count.subject.partition(".")
    disputes = form.table_forms["table_disputes"]
    if subject in disputes.row_forms or subject in ("litigation", "disputes"):
        name = _SUBJECTS.get(subject) or named(disputes, subject)
        return f"{name}“{named(disputes, result)}”" if result else name
    if count.subject in _SUBJECTS:
        return _MEASURES.get(count.measure, "") + _SUBJECTS[count.subject]
    for table in form.tables:
        if count.subject in table.row_forms or count.subject in table.group_forms:
            return _MEASURES.get(count.measure, "") + named(table, count.subject)
    return count.label or count.subject
