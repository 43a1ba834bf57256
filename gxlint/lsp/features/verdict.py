"""gxlint/verdict: how a document has come off, for a status bar. No method of LSP: only our own extensions ask.

Takes ``{"textDocument": {"uri"}}``. The answer is null for a document that is none of ours, else ``{"version", "verdict",
"word", "kind", "counts": {"error", "warning", "info", "hint"}, "undecided", "year", "organisation", "format",
"profile"}``.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from gxlint.lsp.features.feature import Feature
from gxlint.reporters.sentences import ending

if TYPE_CHECKING:
    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.server import Server

METHOD = "gxlint/verdict"
_SEVERITIES = ("error", "warning", "info", "hint")


async def _verdict(server: Server, params: Any) -> dict[str, Any] | None:
    document = server.documents.get(uri_of(params))
    analysis = await document.analysed() if document is not None else None
    return verdict_of(analysis, server.settings.lang) if analysis is not None else None


def uri_of(params: Any) -> str:
    """The document that a request of our own is about. pygls has no type for its parameters."""
    uri = getattr(getattr(params, "textDocument", None), "uri", None)
    return uri if isinstance(uri, str) else ""


def verdict_of(analysis: Analysis, lang: str) -> dict[str, Any] | None:
    """How the document has come off; none where it is none of ours."""
    report, result = analysis.report, analysis.result
    if report is None or result is None or result.result is None:
        return None
    outcome = result.result
    counts = Counter(finding.severity.value for finding in outcome.findings)
    return {
        "version": analysis.version,
        "verdict": outcome.verdict,
        "word": ending(report.kind, outcome.verdict, lang),
        "kind": report.kind,
        "counts": {severity: counts[severity] for severity in _SEVERITIES},
        "undecided": len({item.rule.code for item in outcome.coverage.undecided}),
        "year": report.year,
        "organisation": report.organisation,
        "format": report.format.key,
        "profile": result.profile.name if result.profile is not None else None,
    }


FEATURE = Feature(METHOD, _verdict)
