"""Which figures of the prose are held against which cells, as editors know it: what CN501 to CN508 compare."""

from collections.abc import Iterable, Iterator

from gxlint.facts import Count, facts_of
from gxlint.formats import TableForm
from gxlint.model import Cell, Report
from gxlint.rules import Link, Message, Severity
from gxlint.source import Span
from gxlint_national.figures.agreement import agrees
from gxlint_national.figures.certainty import weight
from gxlint_national.figures.cn503_all_closed import weight_of
from gxlint_national.figures.comparison import Disagreement, comparison
from gxlint_national.figures.expectations import Books
from gxlint_national.figures.ledger import Figure, Term
from gxlint_national.figures.naming import detail_of, row_name, source_of
from gxlint_national.tables.naming import figure

_SAYS = Message("{source} {expected}{detail}", "{source_en}: {expected}{detail}")
_UNSURE = Message(
    "{source} {expected}{detail};表内该处勾稽不平,数字未定",
    "{source_en}: {expected}{detail}; the table does not add up there, so that is not certain",
)
_OTHERWISE = Message(
    "{source} {expected}{detail};数字不同,口径可能不同,请核对",
    "{source_en}: {expected}{detail}; the figures differ, they may not count the same, please check",
)


def links(report: Report) -> tuple[Link, ...]:
    """The figures that some cell tells of, in text order; those of a portion, another year or another body have none."""
    compared = report.once(comparison)
    found = [
        _link(item.count, item.figure, report, _SAYS if _says(item.count, item.figure) else _UNSURE)
        for item in compared.agreements
        if weight(item.count, report) is not None
    ]
    found += [_link(item.count, item.figure, report, _wording(item)) for item in compared.disagreements]
    found += _all_closed(report)
    return tuple(sorted(found, key=lambda link: link.span))


def _all_closed(report: Report) -> Iterator[Link]:
    """Words that everything was closed: nothing is carried forward then."""
    statements = [item for item in facts_of(report).statements if item.subject == "all_closed"]
    if not any(weight_of(item, report) is not None for item in statements):
        return
    books = report.once(Books)
    known = books.ledger.confirmed(books.request("carried_forward"))
    if isinstance(known, Figure):
        for item in statements:
            if weight_of(item, report) is not None:
                yield _to_cells(item.span, known, report, _SAYS, agrees=not known.value)


def _says(count: Count, known: Figure) -> bool:
    return agrees(count, known.value)


def _wording(item: Disagreement) -> Message:
    known = item.figure
    if known.doubts or known.balances:
        return _UNSURE
    # What is published or decided need not be what 表二 asks for.
    loose = item.severity is Severity.INFO or known.terms[0].cell.table == "table_proactive"
    return _OTHERWISE if loose else _SAYS


def _link(count: Count, known: Figure, report: Report, says: Message) -> Link:
    span = count.span if count.zero_statement else count.number_span
    return _to_cells(span, known, report, says, agrees=_says(count, known) if says is _SAYS else None)


def _to_cells(span: Span, known: Figure, report: Report, says: Message, *, agrees: bool | None) -> Link:
    form = report.format.table_forms[known.terms[0].cell.table]
    source, source_en = source_of(known, form)
    return Link(
        span=span,
        cells=tuple(_cells(known)),
        says=says,
        params={
            "source": source,
            "source_en": source_en,
            "expected": _difference(known, form) if known.without else figure(known.value),
            "detail": detail_of(known, form),
        },
        agrees=agrees,
    )


def _difference(known: Figure, form: TableForm) -> str:
    """``12 - 结转下年度 1 = 11``."""
    whole = sum(term.number for term in known.terms)
    parts = " - ".join(f"{row_name(form, term.cell)} {figure(term.number)}" for term in _held(known.without))
    return f"{figure(whole)} - {parts} = {figure(known.value)}"


def _cells(known: Figure) -> Iterator[Cell]:
    """The cells of a figure; of a group those that hold anything, or else its first."""
    terms = _held(known.terms) if known.group else known.terms
    cells = [term.cell for term in (*terms, *_held(known.without, least=0)) if term.cell.state != "missing"]
    yield from sorted(cells, key=lambda cell: cell.span)


def _held(terms: Iterable[Term], least: int = 1) -> list[Term]:
    """The terms that hold anything, or else the first so many."""
    every = list(terms)
    return [term for term in every if term.number] or every[:least]
