"""Findings as the client shows them."""

from lsprotocol import types

from gxlint.lint.tool_rules import CRASHED, UNREADABLE
from gxlint.lsp.analysis import Shown
from gxlint.lsp.client import Client
from gxlint.lsp.places import Places
from gxlint.readers import Document, ReadError
from gxlint.reporters.basis import link_of
from gxlint.rules import Finding, Fix, RuleInfo, Severity

SOURCE = "gxlint"
SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}
# Nothing is to be said about the line itself: it is the document as a whole.
BEGINNING = types.Range(types.Position(0, 0), types.Position(0, 0))


class Painter:
    """Makes diagnostics of the findings in one document."""

    def __init__(self, client: Client, lang: str, uri: str, document: Document, places: Places) -> None:
        """For this client and document."""
        self._client, self._lang = client, lang
        self._uri, self._document, self._places = uri, document, places

    def shown(self, finding: Finding) -> Shown:
        """A finding as a diagnostic."""
        client, rule = self._client, finding.rule
        start, end = self._document.view.source_span(finding.span)
        diagnostic = types.Diagnostic(
            range=self._places.range(start, end),
            severity=SEVERITIES[finding.severity],
            code=rule.code,
            code_description=code_description(rule) if client.descriptions else None,
            source=SOURCE,
            message=finding.text(self._lang),
            tags=self._tags(finding) or None,
            related_information=self._related(finding) or None,
            data=self._data(finding) if client.data else None,
        )
        return Shown(diagnostic, start, end, finding)

    def _related(self, finding: Finding) -> list[types.DiagnosticRelatedInformation]:
        if not self._client.related:
            return []
        view = self._document.view
        return [
            types.DiagnosticRelatedInformation(
                types.Location(self._uri, self._places.range(*view.source_span(item.span))),
                item.message.render(item.params, self._lang),
            )
            for item in finding.related
        ]

    def _tags(self, finding: Finding) -> list[types.DiagnosticTag]:
        found = []
        if finding.fix and _only_deletes(finding.fix):
            found.append(types.DiagnosticTag.Unnecessary)
        if finding.rule.outdated:
            found.append(types.DiagnosticTag.Deprecated)
        return [tag for tag in found if tag in self._client.tags]

    def _data(self, finding: Finding) -> dict[str, object]:
        """What tools that read diagnostics want to know and the protocol has no place for."""
        fix = finding.fix
        return {
            "name": finding.rule.name,
            "where": finding.where.as_dict(),
            "heldBack": finding.held_back,
            "fix": {"title": fix.title.render(fix.params, self._lang), "safe": fix.safe} if fix else None,
        }


def code_description(rule: RuleInfo) -> types.CodeDescription | None:
    """Where to read more: the rule's page, or else the law or notice that it rests on."""
    page = link_of(rule)
    return types.CodeDescription(page) if page else None


def refusal(error: ReadError, lang: str) -> Shown:
    """Why a document could not be checked."""
    rule = UNREADABLE if error.code == UNREADABLE.code else CRASHED
    return Shown(_at_beginning(rule.code, error.text(lang), types.DiagnosticSeverity.Error))


def crash(text: str) -> Shown:
    """A mistake of ours in a document."""
    return Shown(_at_beginning(CRASHED.code, text, types.DiagnosticSeverity.Error))


def _at_beginning(code: str, message: str, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    return types.Diagnostic(BEGINNING, message, severity=severity, code=code, source=SOURCE)


def _only_deletes(fix: Fix) -> bool:
    return all(edit.span.length and not edit.new_text for edit in fix.edits)
