"""The server behind one connection: what is open, what is known of it, and what the client is told."""

from __future__ import annotations

import asyncio
import logging
from functools import partial, wraps
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, JsonRpcInternalError
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from gxlint import __version__
from gxlint.lsp.checker import Checker
from gxlint.lsp.client import Client
from gxlint.lsp.documents import Documents, OpenDocument
from gxlint.lsp.protocol import Protocol
from gxlint.lsp.quiet import being_typed, disturbs
from gxlint.lsp.scheduler import Scheduler
from gxlint.lsp.settings import ServerSettings, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
        settings: what the user wants.
        documents: what is open.
        worker: does what takes time.
        features: the methods it knows.
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
        self._installed = installed
        self._told: set[str] = set()
        self._checker = Checker(self.client, settings, self._installed)
        self._scheduler = Scheduler(worker, self.documents, self._check, self._learn)
        self.features = features
        for feature in features:
            self.feature(feature.method)(_guarded(feature.method, partial(feature.handle, self)))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What went wrong is for the log: the user can do nothing about it. Requests have been answered."""
        level = logging.INFO if source is FeatureRequestError else logging.ERROR
        _log.log(level, "%s: %s", source.__name__, error)

    def end(self) -> None:
        """End as the client wishes: well, if it has said so before."""
        self.exit_code = 0 if self.protocol.stage == "closing" else 1
        self._ended()

    def know(self, client: Client, root: str) -> None:
        """Learn who the client is, and in which folder it works."""
        self.client, self.documents.root = client, root
        self._renew()

    def begin_with(self, options: object) -> None:
        """Take over what the client wants from the beginning: later settings count for more."""
        self.configure(options)
        self._options = self.settings

    def configure(self, values: object) -> None:
        """Take settings over; what is not mentioned is as in the beginning."""
        settings, problems = read_settings(values, self._options)
        self.tell(problems)
        if settings != self.settings:
            self.settings = settings
            self.check_anew()

    def check_anew(self) -> None:
        """Forget what is known of all documents: the settings, or a configuration, may have changed."""
        self._renew()
        for document in self.documents:
            document.outdate()
            self._scheduler.wish(document.uri)
        self._refresh()

    def prepare(self) -> None:
        """Load the rules before they are needed."""
        checker = self._checker
        self.worker.submit(checker.prepare).add_done_callback(lambda _: self.tell(checker.take_problems()))

    def changed(self, document: OpenDocument) -> None:
        """Have a document analysed that has been opened or changed."""
        self._scheduler.wish(document.uri)
        if document.timer is not None:
            document.timer.cancel()
        if document.caret is not None:
            pause = self.settings.quiet / 1000
            document.timer = asyncio.get_running_loop().call_later(pause, self.leave, document)

    def closed(self, uri: str) -> None:
        """A document has been closed."""
        self._scheduler.forget(uri)
        if self.documents.close(uri) and not self.client.pulls:
            self.send(uri, [])

    def abandon(self) -> None:
        """The client wants nothing more, or is gone: what is open is closed, and nothing is said of it."""
        for document in self.documents:
            self._scheduler.forget(document.uri)
            self.documents.close(document.uri)

    def leave(self, document: OpenDocument) -> None:
        """The user has paused, or has gone elsewhere: nothing more is held back."""
        document.caret = None
        if document.withheld:
            document.withheld = False
            if self.client.pulls:
                self._refresh()
            else:
                self.publish(document)

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
        if (analysis := document.current) is not None:
            diagnostics = self.visible(document, analysis)
            self.send(document.uri, diagnostics, analysis.version)

    def send(self, uri: str, diagnostics: list[types.Diagnostic], version: int | None = None) -> None:
        """Send diagnostics."""
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    async def fixed(self, snapshot: Snapshot) -> str | None:
        """The text after all safe fixes."""
        return await asyncio.shield(self.worker.submit(partial(self._checker.fixed, snapshot)))

    def tell(self, problems: list[str]) -> None:
        """Show messages to the user, each once."""
        for problem in problems:
            if problem in self._told:
                continue
            self._told.add(problem)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, problem))

    def result_id(self, diagnostics: list[types.Diagnostic]) -> str:
        """What tells these diagnostics from others."""
        return blake2b(repr(diagnostics).encode("utf-8", "replace"), digest_size=12).hexdigest()

    def _renew(self) -> None:
        self._checker = Checker(self.client, self.settings, self._installed, self.documents.root)

    def _check(self, snapshot: Snapshot) -> Analysis:
        return self._checker.check(snapshot)

    def _learn(self, analysis: Analysis) -> None:
        self.tell(self._checker.take_problems())
        document = self.documents.get(analysis.uri)
        if document is None or not document.learn(analysis) or self.client.pulls:
            return
        self.publish(document)

    def _refresh(self) -> None:
        if self.client.pulls and self.client.refreshes:
            self.workspace_diagnostic_refresh(None)


def _guarded(method: str, handle: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The handler, whose mistakes are logged and answered in a line, without a traceback."""
    if not asyncio.iscoroutinefunction(handle):

        @wraps(handle)
        def answer(params: Any) -> Any:
            try:
                return handle(params)
            except JsonRpcException:
                raise
            except Exception as error:
                raise _failure(method, error) from None

        return answer

    @wraps(handle)
    async def answer_later(params: Any) -> Any:
        try:
            return await handle(params)
        except JsonRpcException:
            raise
        except Exception as error:
            raise _failure(method, error) from None

    return answer_later


def _failure(method: str, error: Exception) -> JsonRpcInternalError:
    _log.exception("%s failed", method)
    return JsonRpcInternalError(f"{method}: {type(error).__name__}: {error}")
