"""A figure of the prose: the cells that it is held against, and whether they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.pages.page import Page, Part
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from gxlint.model import Report
    from gxlint.rules import Link


def figure_page(report: Report, link: Link, lang: str = "zh") -> Page:
    """What the tables say of a figure."""
    written = report.document.slice(link.span)
    lines = (say(lang, "表格:", "Table: ") + link.text(lang), *verdict_on(link, lang))
    return Page(say(lang, "正文:{written}", "Prose: {written}", written=written), (Part("", "facts", lines),))


def told_line(report: Report, link: Link, lang: str = "zh") -> str:
    """What the prose says of a cell, for the cell's own page."""
    written = report.document.slice(link.span)
    line = report.document.source.line_of(report.document.view.source_span(link.span).start) + 1
    told = say(lang, "第 {line} 行:{written}", "Line {line}: {written}", line=line, written=written)
    return told + "".join(say(lang, ",", ", ") + verdict for verdict in verdict_on(link, lang))


def verdict_on(link: Link, lang: str) -> tuple[str, ...]:
    """Whether prose and table agree; nothing where that cannot be told."""
    if link.agrees is None:
        return ()
    return (say(lang, "一致", "they agree") if link.agrees else say(lang, "不一致", "they do not agree"),)
