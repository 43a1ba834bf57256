"""The server behind one connection: what is open, what is known of it, and what the client is told."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from gxlint import __version__
from gxlint.lsp.checkers import Checkers
from gxlint.lsp.client import Client
from gxlint.lsp.documents import Documents, OpenDocument
from gxlint.lsp.guard import guarded
from gxlint.lsp.page_files import PageFiles
from gxlint.lsp.plain import plain_diagnostics
from gxlint.lsp.protocol import Protocol
from gxlint.lsp.quiet import being_typed, disturbs
from gxlint.lsp.scheduler import Scheduler
from gxlint.lsp.settings import ServerSettings, read_settings
from gxlint.lsp.workspace.folders import Folders
from gxlint.lsp.workspace.pushing import Pushing
from gxlint.lsp.workspace.survey import Survey
from gxlint.lsp.workspace.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from gxlint.lsp.analysis import Analysis
    from gxlint.lsp.checker import Installed
    from gxlint.lsp.documents import Snapshot
    from gxlint.lsp.features.feature import Feature
    from gxlint.lsp.worker import Worker

_log = logging.getLogger(__name__)


class Server(LanguageServer):
    """The server behind one connection.

    Attributes:
        client: what the client can do.
        settings: what the user wants, unless he wants something else in a folder.
        documents: what is open.
        folders: where the client works.
        checkers: the rules in each folder.
        survey: what is known of files that are not open.
        pushing, watching: keep that, and what holds for it, up to date.
        pages: what has been written down for the user to read.
        worker: does what takes time.
        features: the methods it knows.
        installed: the plugins.
        exit_code: what the client's wish to end comes to; none until then.
    """

    protocol: Protocol

    def __init__(
        self,
        worker: Worker,
        settings: ServerSettings,
        ended: Callable[[], None],
        installed: Installed,
        features: Sequence[Feature],
    ) -> None:
        """Wait for a client.

        Args:
            worker: does what takes time, on another thread.
            settings: what holds unless the client says something else.
            ended: called when the client wants the end.
            installed: the plugins.
            features: the methods of the protocol that it knows.
        """
        super().__init__("gxlint", __version__, protocol_cls=Protocol, converter_factory=default_converter)
        self.client, self.settings, self.worker = Client(), settings, worker
        self.documents = Documents()
        self.exit_code: int | None = None
        self._ended, self._options = ended, settings
        self.installed = installed
        self._told: set[str] = set()
        self.folders = Folders()
        self._wanted: Mapping[str, ServerSettings] = {}
        self.checkers = self._new_checkers()
        self.pages = PageFiles()
        self.survey = survey = Survey(self)
        self.pushing, self.watching = Pushing(self, survey), Watching(self, survey)
        self._scheduler = Scheduler(worker, self.documents, self._check, self._learn)
        self.features = features
        for feature in features:
            self.feature(feature.method)(guarded(feature.method, partial(feature.handle, self)))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What went wrong is for the log: the user can do nothing about it. Requests have been answered."""
        level = logging.INFO if source is FeatureRequestError else logging.ERROR
        _log.log(level, "%s: %s", source.__name__, error)

    def end(self) -> None:
        """End as the client wishes: well, if it has said so before."""
        self.exit_code = 0 if self.protocol.stage == "closing" else 1
        self._ended()

    def know(self, client: Client, folders: Folders) -> None:
        """Learn who the client is, and in which folders it works."""
        self.client = client
        self._move_to(folders)

    def move_to(self, folders: Folders) -> None:
        """The client works in other folders from now on."""
        self._move_to(folders)
        self.check_anew()

    def begin_with(self, options: object) -> None:
        """Take over what the client wants from the beginning: later settings count for more."""
        self.configure(options)
        self._options = self.settings

    def configure(self, values: object, by_folder: Mapping[str, object] | None = None) -> None:
        """Take settings over; what is not mentioned is as in the beginning.

        Args:
            values: what holds everywhere.
            by_folder: what holds in single folders, by their URIs.
        """
        settings, problems = read_settings(values, self._options)
        wanted = {}
        for uri, wish in (by_folder or {}).items():
            wanted[uri], more = read_settings(wish, self._options)
            problems += more
        self.tell(problems)
        if (settings, wanted) != (self.settings, self._wanted):
            self.settings, self._wanted = settings, wanted
            self.check_anew()

    def settings_of(self, document: OpenDocument) -> ServerSettings:
        """What the user wants for a document."""
        return self.checkers.settings_of(document.path)

    def check_anew(self) -> None:
        """Forget what is known of all documents: the settings, or a configuration, may have changed."""
        self.checkers = self._new_checkers()
        for document in self.documents:
            document.outdate()
            self._scheduler.wish(document.uri)
        self.survey.changed()
        self._refresh()
        self._renew()

    def prepare(self) -> None:
        """Load the rules before they are needed."""
        checkers = self.checkers
        self.worker.submit(self._prepare).add_done_callback(lambda _: self.tell(checkers.take_problems()))

    def opened(self, document: OpenDocument) -> None:
        """A document has been opened."""
        self.pushing.opened(document)
        self.changed(document)

    def changed(self, document: OpenDocument) -> None:
        """Have a document analysed that has been opened or changed."""
        self._scheduler.wish(document.uri)
        if document.timer is not None:
            document.timer.cancel()
        if document.caret is not None:
            pause = self.settings.quiet / 1000
            document.timer = asyncio.get_running_loop().call_later(pause, self.leave, document)

    def saved(self, document: OpenDocument) -> None:
        """A document has been saved: who wants to hear of it only then is told."""
        document.unsaved = False
        if self.settings_of(document).run == "onSave":
            document.caret = None
            self._show(document)

    def waits(self, document: OpenDocument) -> bool:
        """Whether the user does not want to hear of a document before he has saved it."""
        reaches = self.client.refreshes or not self.client.pulls  # else he would never hear of it
        return (
            reaches and document.unsaved and document.is_file and self.settings_of(document).run == "onSave"
        )

    def closed(self, uri: str) -> None:
        """A document has been closed."""
        self._scheduler.forget(uri)
        if self.documents.close(uri):
            if not self.client.pulls:
                self.send(uri, [])
            self.survey.changed()

    def abandon(self) -> None:
        """The client wants nothing more, or is gone: what is open is closed, and nothing is said of it."""
        self.pushing.end()
        self.watching.end()
        self.pages.remove()
        self.survey.end()
        for document in self.documents:
            self._scheduler.forget(document.uri)
            self.documents.close(document.uri)

    def leave(self, document: OpenDocument) -> None:
        """The user has paused, or has gone elsewhere: nothing more is held back."""
        document.caret = None
        if document.withheld:
            document.withheld = False
            self._show(document)

    def visible(self, document: OpenDocument, analysis: Analysis) -> list[types.Diagnostic]:
        """The diagnostics to show, without those on what is being typed."""
        caret = document.caret
        if caret is None:
            document.withheld = False
            return [item.diagnostic for item in analysis.shown]
        typed = being_typed(document.text, caret)
        shown = [item.diagnostic for item in analysis.shown if not disturbs(item.start, item.end, typed)]
        document.withheld = len(shown) < len(analysis.shown)
        return shown

    def publish(self, document: OpenDocument) -> None:
        """Send what is known of the document as it stands."""
        if (analysis := document.current) is not None and not self.waits(document):
            diagnostics = self.visible(document, analysis)
            self.send(document.uri, diagnostics, analysis.version)

    def send(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        """Send diagnostics."""
        params = plain_diagnostics(uri, diagnostics, version)
        self.protocol.tell(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)

    async def fixed(self, snapshot: Snapshot) -> str | None:
        """The text after all safe fixes."""
        return await asyncio.shield(self.worker.submit(partial(self._fixed, snapshot)))

    async def tidied(self, snapshot: Snapshot, lines: tuple[int, int] | None = None) -> str | None:
        """The text with its tables in columns, or those that some lines touch; none where there is nothing to tidy."""
        return await asyncio.shield(self.worker.submit(partial(self._tidied, snapshot, lines)))

    def tell(self, problems: list[str]) -> None:
        """Show messages to the user, each once."""
        for problem in problems:
            if problem in self._told:
                continue
            self._told.add(problem)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, problem))

    def settle(self) -> None:
        """Something has been checked: say what was wrong with what it was checked by, and watch that."""
        self.tell(self.checkers.take_problems())
        self.watching.learn(self.checkers.named())

    def result_id(self, diagnostics: list[types.Diagnostic]) -> str:
        """What tells these diagnostics from others."""
        return blake2b(repr(diagnostics).encode("utf-8", "replace"), digest_size=12).hexdigest()

    def _move_to(self, folders: Folders) -> None:
        self.folders, self.documents.root = folders, folders.root
        self.checkers = self._new_checkers()

    def _new_checkers(self) -> Checkers:
        return Checkers(self.client, self.installed, self.folders, self.settings, self._wanted)

    def _prepare(self) -> None:
        self.checkers.prepare()
        for feature in self.features:
            feature.prepare()

    def _check(self, snapshot: Snapshot) -> Analysis:
        return self.checkers.of(snapshot.path).check(snapshot)

    def _fixed(self, snapshot: Snapshot) -> str | None:
        return self.checkers.of(snapshot.path).fixed(snapshot)

    def _tidied(self, snapshot: Snapshot, lines: tuple[int, int] | None) -> str | None:
        return self.checkers.of(snapshot.path).tidied(snapshot, lines)

    def _learn(self, analysis: Analysis) -> None:
        self.settle()
        document = self.documents.get(analysis.uri)
        # Held until the new one has been sent: throwing away all that was known of a large document takes a while.
        before = document.latest if document is not None else None
        if document is not None and document.learn(analysis) and not self.client.pulls:
            self.publish(document)
        del before

    def _show(self, document: OpenDocument) -> None:
        if self.client.pulls:
            self._refresh()
        else:
            self.publish(document)

    def _refresh(self) -> None:
        if self.client.pulls and self.client.refreshes:
            self.workspace_diagnostic_refresh(None)

    def _renew(self) -> None:
        """Have the client ask again for what it shows beside the text."""
        if "inlay_hint" in self.client.renews:
            self.workspace_inlay_hint_refresh(None)
        if "code_lens" in self.client.renews:
            self.workspace_code_lens_refresh(None)
