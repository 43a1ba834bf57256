"""``inspect --output-format tree``: the report as a tree, down to single cells."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from gxlint.cli.views.cells import legend, mark, problem_mark
from gxlint.cli.views.facts import heading_lines
from gxlint.reporters.words import say
from gxlint.source.width import clip, visible

if TYPE_CHECKING:
    from gxlint.model import Report, Section, Table
    from gxlint.source import Span

_PROSE = 60


def show(report: Report, lang: str) -> None:
    """Draw the tree on standard output, in its full width."""
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    console.print(report_tree(report, lang))
    console.print(Text(legend(lang)))


def report_tree(report: Report, lang: str) -> Tree:
    """The tree of a report; a table stands below the section it belongs to."""
    (_, file), *facts = heading_lines(report, lang)
    tree = Tree(_text(file, "bold"))
    for label, text in facts:
        tree.add(_text(f"{label} {text}"))
    if report.preamble:
        branch = tree.add(_text(say(lang, "前言", "preamble"), "bold"))
        for paragraph in report.preamble:
            branch.add(_prose(report, paragraph.span))
    shown: set[str] = set()
    for section in report.sections:
        shown |= _add_section(tree, report, section, lang)
    for key, table in report.tables.items():
        if key not in shown:
            _add_table(tree, report, table, lang)
    return tree


def _add_section(tree: Tree, report: Report, section: Section, lang: str) -> set[str]:
    heading = report.document.slice(section.heading.span).strip()
    branch = tree.add(_text(f"{heading}  [{section.key}] {_line(report, section.heading.span)}", "bold"))
    for paragraph in section.paragraphs:
        branch.add(_prose(report, paragraph.span))
    table = report.table(section.form.table) if section.form.table else None
    if table is None:
        return set()
    _add_table(branch, report, table, lang)
    return {table.key}


def _add_table(tree: Tree, report: Report, table: Table, lang: str) -> None:
    branch = tree.add(_text(f"{table.form.name}  [{table.key}] {_line(report, table.span)}", "bold"))
    for row in table.rows.values():
        problem = problem_mark(row, lang)
        leaf = branch.add(_text(f"{row.official}  [{row.key}] {_line(report, row.span)}{problem}"))
        for cell in row.cells:
            leaf.add(_text(f"{table.column_form(cell.column).label} = {mark(cell)}"))
    for stray in table.strays:
        branch.add(_text(f"? {clip(stray.text, _PROSE)} {_line(report, stray.span)}"))


def _prose(report: Report, span: Span) -> Text:
    return _text(f"{clip(report.document.slice(span).strip(), _PROSE)} {_line(report, span)}", "dim")


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style=style)


def _line(report: Report, span: Span) -> str:
    return f"L{report.document.range(span)[0].line + 1}"
