"""workspace/diagnostic: what is wrong with the reports of all folders, open or not.

A client that takes it bit by bit has an open ear: it is answered when there is news, and not before.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from lsprotocol import types

from gxlint.lsp.features.feature import Feature
from gxlint.lsp.workspace.folders import uri_key
from gxlint.lsp.workspace.progress import Progress
from gxlint.lsp.workspace.survey import Told
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from gxlint.lsp.client import Client
    from gxlint.lsp.server import Server
    from gxlint.lsp.workspace.survey import Found

    Items = list[types.WorkspaceDocumentDiagnosticReport]

# So many findings, or what there is after so many seconds, make a message.
_MOST, _OFTEN = 200, 0.2


async def _workspace_diagnostic(
    server: Server, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    told = {uri_key(known.uri): Told(known.uri, known.value) for known in params.previous_result_ids}
    telling = _Telling(server, params.partial_result_token)
    server.pushing.asking(begins=True)
    try:
        token = params.work_done_token
        while not server.survey.ended:
            since = server.survey.changes
            title = say(server.settings.lang, "检查文件夹中的年度报告", "Checking the reports in the folder")
            if not telling.bit_by_bit or server.survey.stopped != since:
                async with Progress(server, title, token) as progress:
                    await server.survey.sweep(told, telling.add, progress.step)
                if progress.called_off:
                    server.survey.stopped = since
            telling.send()
            if telling.news or not telling.bit_by_bit:
                break
            token, telling.repeats = None, False
            await server.survey.news(since)
    finally:
        server.pushing.asking(begins=False)
    return types.WorkspaceDiagnosticReport(telling.items)


class _Telling:
    """What is told of one document after the other: at once, or all in the end."""

    def __init__(self, server: Server, token: types.ProgressToken | None) -> None:
        self._server, self._token = server, token
        self._sent = monotonic()
        self.items: Items = []
        self._findings = 0
        self.bit_by_bit = token is not None
        self.news = False
        self.repeats = True

    def add(self, found: Found) -> None:
        """Tell of a document."""
        if found.items is not None:
            # Of an open document the client learns in another way, too.
            self.news = self.news or found.version is None
            self._findings += len(found.items)
            self.items.append(
                types.WorkspaceFullDocumentDiagnosticReport(
                    found.uri, found.items, found.version, result_id=found.result_id
                )
            )
        elif self.repeats:
            self.items.append(types.WorkspaceUnchangedDocumentDiagnosticReport(found.uri, found.result_id))
        if self._findings >= _MOST or monotonic() - self._sent > _OFTEN:
            self.send()

    def send(self) -> None:
        """Send what there is, if the client takes it bit by bit."""
        self._sent, self._findings = monotonic(), 0
        if self._token is not None and self.items:
            part = types.WorkspaceDiagnosticReportPartialResult(self.items)
            self._server.progress(types.ProgressParams(self._token, part))
            self.items = []


def _announce(capabilities: types.ServerCapabilities, client: Client) -> None:
    options = capabilities.diagnostic_provider
    if client.pulls and isinstance(options, types.DiagnosticOptions):
        options.workspace_diagnostics = True
        options.work_done_progress = True


FEATURE = Feature(types.WORKSPACE_DIAGNOSTIC, _workspace_diagnostic, _announce)
