"""gxlint/preview: the tables as the public will see them, with the cells that are wrong. No method of LSP.

Takes ``{"textDocument": {"uri"}}``. The answer is null for a document that is none of ours, else ``{"version",
"summary", "title", "tables"}``: the summary is that of ``gxlint/verdict``, a table ``{"key", "name", "title", "findings",
"rows"}``, a row a list of cells ``{"kind", "text", "colspan", "rowspan", "range", "findings", "expected", "problem"}`` with
covered places left out as in HTML, and a finding ``{"code", "severity", "message"}``. All texts are plain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.features.verdict import uri_of, verdict_of
from gxlint.reporters.detail_tables import row_problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.places import Places
    from gxlint.lsp.server import Server
    from gxlint.model import Report
    from gxlint.reporters.drawn import DrawnCell, DrawnTable
    from gxlint.rules import Finding
    from gxlint.source import Span

METHOD = "gxlint/preview"


async def _preview(server: Server, params: Any) -> dict[str, Any] | None:
    document = server.documents.get(uri_of(params))
    analysis = await document.analysed() if document is not None else None
    if analysis is None or (summary := verdict_of(analysis, server.settings.lang)) is None:
        return None
    from gxlint.reporters.drawn import drawn_tables

    preview = _Preview(analysis, server.settings.lang)
    report = preview.report
    return {
        "version": analysis.version,
        "summary": summary,
        "title": report.title.text if report.title is not None else "",
        "tables": [preview.table(table) for table in drawn_tables(report, preview.findings)],
    }


class _Preview:
    def __init__(self, analysis: Analysis, lang: str) -> None:
        assert analysis.report is not None
        assert analysis.places is not None
        assert analysis.result is not None
        assert analysis.result.result is not None
        self.report: Report = analysis.report
        self.findings: tuple[Finding, ...] = analysis.result.result.findings
        self._places: Places = analysis.places
        self._lang = lang

    def table(self, table: DrawnTable) -> dict[str, Any]:
        return {
            "key": table.key,
            "name": table.name,
            "title": table.title,
            "findings": self._told(table.findings),
            "rows": [[self._cell(table.key, cell) for cell in row] for row in table.rows],
        }

    def _cell(self, table: str, cell: DrawnCell) -> dict[str, Any]:
        span = self._span(table, cell)
        return {
            "kind": cell.kind,
            "text": cell.text,
            "colspan": cell.colspan,
            "rowspan": cell.rowspan,
            "range": self._range(span) if span is not None else None,
            "findings": self._told(cell.findings),
            "expected": cell.expected,
            "problem": row_problem(cell.problem, self._lang) if cell.problem else None,
        }

    def _span(self, table: str, cell: DrawnCell) -> Span | None:
        """Where it stands in the text: a figure, or the label of a row."""
        if cell.problem == "missing" or not cell.row:
            return None
        found = self.report.tables[table]
        if not cell.column:
            return found[cell.row].label.span
        figure = found.cell(cell.row, cell.column)
        return figure.span if figure is not None else None

    def _range(self, span: Span) -> Any:
        return self._places.range(*self.report.document.view.source_span(span))

    def _told(self, numbers: Iterable[int]) -> list[dict[str, str]]:
        findings = (self.findings[number] for number in numbers)
        return [
            {"code": found.rule.code, "severity": found.severity.value, "message": found.text(self._lang)}
            for found in findings
        ]


FEATURE = Feature(METHOD, _preview)
