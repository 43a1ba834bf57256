"""Parts and tables of the official form that a report lacks, put in where they belong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lint.edits import SourceEdit
from gxlint.lsp.actions.action import Action, Offer
from gxlint.reporters.words import enumeration, say
from gxlint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.forms.inserting import Gap
    from gxlint.lsp.actions.action import Asked
    from gxlint.lsp.analysis import Shown
    from gxlint.model import Report, Section

QUICK_FIX, REFACTOR = types.CodeActionKind.QuickFix.value, types.CodeActionKind.Refactor.value
_MISSING_SECTION, _MISSING_TABLE = "CN101", "CN104"


def _provide(asked: Asked) -> Iterator[Offer]:
    from gxlint.forms.inserting import missing_sections, missing_tables

    report, read = asked.analysis.report, asked.read
    # Between the words of a page nothing can be put, and a text in traditional characters wants others.
    if (
        report is None
        or report.kind not in ("report", "template")
        or read.kind != "text"
        or read.view.traditional
    ):
        return
    for gap in (*missing_sections(report), *missing_tables(report)):
        found = tuple(_findings(asked, gap))
        if found or _is_asked_for(asked, gap, report):
            yield _offer(asked, gap, report, found)


def _offer(asked: Asked, gap: Gap, report: Report, found: tuple[Shown, ...]) -> Offer:
    from gxlint.forms.inserting import gap_text
    from gxlint.forms.layout import layout_of

    source = asked.read.source
    text = gap_text(gap, report, layout_of(source.text), date.today().year - 1)
    place = asked.read.view.source_span(Span(gap.at, gap.at)).start
    return Offer(
        say(asked.lang, "插入{names}", "Insert {names}", names=_names(asked, gap)),
        QUICK_FIX if found else REFACTOR,
        (SourceEdit(place, place, text),),
        shown=found,
    )


def _names(asked: Asked, gap: Gap) -> str:
    from gxlint.forms.wording import printed

    if gap.table is not None:
        return say(asked.lang, "空白的{table}", "a blank {table}", table=gap.table.name)
    return enumeration([f"“{printed(section.title)}”" for section in gap.sections], asked.lang)


def _findings(asked: Asked, gap: Gap) -> Iterator[Shown]:
    """What was found that this puts right, if it is asked for."""
    code, around = (
        (_MISSING_TABLE, [gap.before])
        if gap.table is not None
        else (_MISSING_SECTION, [gap.before, gap.after])
    )
    headings = [section.heading.span for section in around if section is not None]
    for item in asked.shown():
        if item.finding is not None and item.finding.rule.code == code and item.finding.span in headings:
            yield item


def _is_asked_for(asked: Asked, gap: Gap, report: Report) -> bool:
    """Whether the caret stands where the gap is: between two parts, or in the part that lacks its table."""
    view = report.document.view
    start, end = view.source_span(gap.zone if gap.table is None else _whole(gap.before))
    return asked.touches(start, end)


def _whole(section: Section | None) -> Span:
    return section.span if section is not None else Span(0, 0)


ACTION = Action((QUICK_FIX, REFACTOR), _provide)
