"""Checks documents, on the worker's thread. Loads the rules when the first one comes along."""

from __future__ import annotations

import gc
import logging
import os
from functools import cached_property
from itertools import count
from typing import TYPE_CHECKING

from gxlint.lsp.analysis import Analysis, Shown
from gxlint.lsp.documents import Snapshot
from gxlint.lsp.freshness import configuration_state, named_files
from gxlint.lsp.interest import HTML, interest_in, may_be_report
from gxlint.lsp.recent import Recent
from gxlint.lsp.text import Text
from gxlint.readers import ReadError
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from gxlint.lint.session import FileResult, Session
    from gxlint.lsp.client import Client
    from gxlint.lsp.freshness import State
    from gxlint.lsp.settings import ServerSettings
    from gxlint.readers import Document
    from gxlint.rules.law_book import LawBook
    from gxlint.rules.plugins import Plugins

_log = logging.getLogger(__name__)
# Of all sessions that were ever opened: what was found in one does not hold in the next.
_EDITIONS = count(1)


class Installed:
    """The plugins, loaded once, whatever else changes."""

    def __init__(self) -> None:
        """Nothing is loaded yet."""
        self._plugins: Plugins | None = None

    @property
    def loaded(self) -> Plugins | None:
        """The same, for those who cannot wait: none until it is loaded."""
        return self._plugins

    @property
    def plugins(self) -> Plugins:
        """All plugins, and what could not be loaded."""
        if self._plugins is None:
            from gxlint.lint.tool_rules import TOOL_RULES
            from gxlint.rules.plugins import load_plugins

            self._plugins = load_plugins(reserved=TOOL_RULES, provisions=True)
        return self._plugins

    @cached_property
    def law_book(self) -> LawBook:
        """The laws and notices that the plugins know."""
        from gxlint.rules.law_book import LawBook

        return LawBook(self.plugins.laws, self.plugins.provisions)


class Checker:
    """The rules as the user wants them, and what they say of documents.

    Made anew when that changes. Nothing here raises: what goes wrong is said in the document.

    Attributes:
        edition: tells the rules as they are now from what they were before some configuration changed.
        named: further files that what holds depends on, wherever a document has been checked.
    """

    def __init__(
        self, client: Client, settings: ServerSettings, installed: Installed, root: str = ""
    ) -> None:
        """Nothing is loaded yet. ``root`` is where files that the settings name are looked for."""
        self._client, self._settings = client, settings
        self._installed, self._root = installed, root
        self._session: Session | None = None
        self._refused: ReadError | None = None
        self._problems: list[str] = []
        self._recent = Recent()
        self._states: dict[str, State] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self.edition = next(_EDITIONS)
        self.named: frozenset[str] = frozenset()

    def prepare(self) -> None:
        """Load what the first document would have to wait for."""
        try:
            if (session := self.opened("")) is not None:
                session.check(_read_as("年度报告", "_", ""))
            gc.freeze()  # all of it stays to the end: nobody has to look for garbage among it while the user types
        except Exception:
            _log.exception("loading the rules failed")

    def take_problems(self) -> list[str]:
        """What has to be said to the user since it was last asked: plugins and settings that could not be used."""
        problems, self._problems = self._problems, []
        return problems

    def check(self, snapshot: Snapshot) -> Analysis:
        """What the rules say of a document as it stands."""
        try:
            return self._checked(snapshot)
        except Exception as error:
            _log.exception("checking %s failed", snapshot.uri)
            from gxlint.lsp.diagnostics import crash

            return _analysis(snapshot, crash(_failed(error, self._settings.lang)))

    def fixed(self, snapshot: Snapshot) -> str | None:
        """The text after all safe fixes; none where there is nothing to check."""
        from gxlint.lint.fixes import fix_document

        text = str(snapshot.text)
        session = self.opened(snapshot.path)
        if session is None or not self._is_ours(snapshot, text):
            return None
        document = _read_as(text, snapshot.path, snapshot.language)
        return fix_document(session, document, unsafe=False).text

    def tidied(self, snapshot: Snapshot, lines: tuple[int, int] | None) -> str | None:
        """The text with its tables in columns, or those that some lines touch; none where there is nothing to tidy."""
        from gxlint.formatting.documents import tidy_document

        text = str(snapshot.text)
        session = self.opened(snapshot.path)
        if session is None or not self._is_ours(snapshot, text):
            return None
        scope = session.scope(snapshot.path) or session.scopes.default
        document = _read_as(text, snapshot.path, snapshot.language)
        return tidy_document(document, scope.catalogue, year=scope.year, lines=lines)

    def check_file(self, uri: str, document: Document) -> Analysis | None:
        """What the rules say of a file that is not open, as it was read; none where it is none of ours.

        Of a configuration that cannot be used nothing is said in every single file under it.
        """
        unopened = Snapshot(uri, document.path, "", 0, 0, Text([]))
        try:
            if (session := self.opened(document.path)) is None or session.scope(document.path) is None:
                return None
            found = self._checked_as(unopened, lambda session: session.check(document))
        except Exception:
            _log.exception("checking %s failed", document.path)
            return None
        return found if found.shown or found.report is not None else None

    def refused(self, error: ReadError) -> Shown:
        """Why a file cannot be checked."""
        from gxlint.lsp.diagnostics import refusal

        return refusal(error, self._settings.lang)

    def _checked(self, snapshot: Snapshot) -> Analysis:
        text = str(snapshot.text)
        if not self._is_ours(snapshot, text):
            return _analysis(snapshot)

        def look(session: Session) -> FileResult:
            return self._recent.look(
                session,
                snapshot.uri,
                text,
                lambda: _read_as(text, snapshot.path, snapshot.language),
            ).result

        return self._checked_as(snapshot, look)

    def _checked_as(self, snapshot: Snapshot, check: Callable[[Session], FileResult]) -> Analysis:
        session = self.opened(snapshot.path)
        if session is None:
            assert self._refused is not None
            return _analysis(snapshot, self.refused(self._refused))
        result = check(session)
        if result.error is not None:
            return _analysis(snapshot, self.refused(result.error))
        if result.report is not None and result.report.kind == "other" and not self._is_named(snapshot):
            return _analysis(snapshot)
        return self._painted(snapshot, result)

    def _painted(self, snapshot: Snapshot, result: FileResult) -> Analysis:
        assert result.report is not None
        document = result.report.document
        from gxlint.lsp import notes
        from gxlint.lsp.diagnostics import Painter
        from gxlint.lsp.places import Places

        lang, most = self._settings.lang, self._settings.most
        places = Places(document.source, self._client.columns)
        painter = Painter(self._client, lang, snapshot.uri, document, places)
        found = result.result.findings if result.result else ()
        gravest = sorted(range(len(found)), key=lambda index: found[index].severity.rank)[:most]
        said = [note] if (note := notes.incomplete(result, places, lang)) else []
        if len(found) > most:
            said.append(notes.too_many(len(found) - most, lang))
        return _analysis(
            snapshot, *said, *(painter.shown(found[index]) for index in sorted(gravest))
        )._replace(document=document, report=result.report, places=places, result=result)

    def _is_ours(self, snapshot: Snapshot, text: str) -> bool:
        """Whether there is anything to check. An empty document is about to be written: nothing is wrong with it."""
        interest = interest_in(snapshot.path, snapshot.language, detect=self._settings.detect)
        if interest == "never" or not text.strip():
            return False
        return interest == "always" or may_be_report(text)

    def _is_named(self, snapshot: Snapshot) -> bool:
        return interest_in(snapshot.path, snapshot.language, detect=False) == "always"

    def opened(self, path: str) -> Session | None:
        """The session for a file, if there can be one: what prevents it may have been mended since it was tried.

        A new one if what holds for the file is no longer what it was.
        """
        folder = os.path.dirname(path)
        if self._is_outdated(folder):
            self._session = None
            self._recent.forget()
            self._states.clear()
            self._named.clear()
        state = configuration_state(folder) if folder not in self._states else ()
        session = self._session or self._open()
        if session is not None and folder not in self._states:
            named = named_files(session, path)
            self.named = self.named.union(named)
            self._named[folder] = named
            self._states[folder] = (*state, *configuration_state(named=named))
            self._problems += self._wrong_with(session, path)
        return session

    def _wrong_with(self, session: Session, path: str) -> Iterator[str]:
        """What could not be used of all that should hold for a file."""
        lang = self._settings.lang
        try:
            scope = session.scopes.for_file(path)
        except ReadError as error:
            yield error.text(lang)
        else:
            yield from (failure.text(lang) for failure in scope.plugins.failures)
        yield from session.notices(lang)

    def is_outdated(self, folders: Iterable[str]) -> bool:
        """Whether what holds in one of these folders is no longer what it was."""
        return any(map(self._is_outdated, folders))

    def _is_outdated(self, folder: str) -> bool:
        state = self._states.get(folder)
        return state is not None and state != configuration_state(folder, self._named[folder])

    def _open(self) -> Session | None:
        from gxlint.lsp.opening import open_session

        plugins = self._installed.plugins
        self.edition = next(_EDITIONS)
        self._session, self._refused, problems = open_session(self._settings, plugins, self._root)
        self._problems += [failure.text(self._settings.lang) for failure in plugins.failures]
        self._problems += problems
        return self._session


def _analysis(snapshot: Snapshot, *shown: Shown) -> Analysis:
    return Analysis(snapshot.uri, snapshot.version, snapshot.edition, shown=shown)


def _read_as(text: str, path: str, language: str) -> Document:
    """The document in an editor. Its name tells how to read it, unless the editor knows better."""
    from gxlint.readers import read_text
    from gxlint.source import SourceText

    name = f"{path}.{HTML}" if language == HTML else path
    return read_text(SourceText(text), name).replaced(path=path)


def _failed(error: Exception, lang: str) -> str:
    from gxlint.rules.crash import describe

    return say(
        lang,
        "程序出错,未检查:{error}。请升级 gxlint;仍出错时请把该文件和 gxlint doctor 的输出一并反馈",
        "the program failed, nothing was checked: {error}. "
        "Upgrade gxlint; if it still fails, report it with this file and the output of gxlint doctor",
        error=describe(error),
    )
