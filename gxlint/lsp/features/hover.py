"""textDocument/hover: the rule behind a finding with what it rests on, and which cell of the form this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.text import Place
from gxlint.reporters.pages.markdown import blocks_of, escaped
from gxlint.reporters.pages.page import Page, Part
from gxlint.reporters.words import say
from gxlint.rules.docstring import explanation_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server
    from gxlint.model import Cell, Report
    from gxlint.rules import RuleInfo


def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    document = server.documents.get(params.text_document.uri)
    analysis = document.current if document is not None else None
    if document is None or analysis is None or analysis.document is None:
        return None  # nothing is worked out for this: whoever still types does not read
    place = Place(params.position.line, params.position.character)
    line, column = document.text.clipped(place, server.client.columns)
    offset = analysis.document.source.line_starts[line] + column
    blocks = list(_blocks(analysis, offset, server.settings.lang))
    if not blocks:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(blocks)))


def _blocks(analysis: Analysis, offset: int, lang: str) -> Iterator[str]:
    if analysis.report is not None and (cell := _cell_at(analysis.report, offset)) is not None:
        yield _address(analysis.report, cell)
    rules = {
        item.finding.rule.code: item.finding.rule
        for item in analysis.shown
        if item.finding is not None and item.start <= offset <= item.end
    }
    for rule in rules.values():
        yield from _about(rule, lang)


def _cell_at(report: Report, offset: int) -> Cell | None:
    view = report.document.view
    for table in report.tables.values():
        start, end = view.source_span(table.span)
        if start <= offset <= end:
            for cell in table.cells():
                first, last = view.source_span(cell.span)
                if cell.state != "missing" and first <= offset <= last:
                    return cell
    return None


def _address(report: Report, cell: Cell) -> str:
    """``表三 · (一)予以公开 · 总计``."""
    form = report.format.table_forms[cell.table]
    return escaped(" · ".join((form.name, form.short_label(cell.row), form.short_label(cell.column))))


def _about(rule: RuleInfo, lang: str) -> Iterator[str]:
    """The beginning of the rule's page."""
    explained = Part("", "text", tuple(explanation_of(rule.__doc__ or "").split("\n")))
    sources = Part(say(lang, "依据", "Rests on"), "sources", sources=rule.sources)
    title, *rest = blocks_of(Page(f"{rule.code} {rule.name}", (explained, sources)))
    yield title.replace("# ", "### ", 1)
    yield from (block.replace("## ", "#### ", 1) if block.startswith("## ") else block for block in rest)


def _announce(capabilities: types.ServerCapabilities, _client: Client) -> None:
    capabilities.hover_provider = True


FEATURE = Feature(types.TEXT_DOCUMENT_HOVER, _hover, _announce)
