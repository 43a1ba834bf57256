"""Looks at the files of a folder that are not open. On the worker's thread."""

from __future__ import annotations

import logging
import os
import stat
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from pygls.uris import from_fs_path

from gxlint.lint.walking import walk_folders
from gxlint.lsp.interest import HTML, interest_in, may_be_report_file
from gxlint.lsp.workspace.folders import path_key
from gxlint.lsp.workspace.symbols import symbols_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsprotocol import types

    from gxlint.lsp.checkers import Checkers
    from gxlint.lsp.workspace.folders import Folders
    from gxlint.lsp.workspace.symbols import Symbol
    from gxlint.readers import Document

_log = logging.getLogger(__name__)
# Of all folders together. Who has more than that wants the command line.
MOST_FILES = 20_000
# For so many seconds is a folder looked through; what has not been found by then lies in somebody's archive.
_LONGEST = 60.0
# What a file is called of which it matters that it cannot be read.
_TELLING = ("年度报告", "年报", "信息公开")
_READ = ("text", HTML)


class Stamp(NamedTuple):
    """What the findings in a file depend on: its contents, as far as that can be told from outside, and the rules."""

    changed: int
    size: int
    edition: int


class Listed(NamedTuple):
    """A file that may be a report."""

    path: str
    key: str
    uri: str
    stamp: Stamp


class Looked(NamedTuple):
    """What has been found in a file; no diagnostics at all where it is none of ours."""

    stamp: Stamp
    diagnostics: tuple[types.Diagnostic, ...] | None = None
    symbols: tuple[Symbol, ...] = ()


class Listing:
    """The files of some folders, found bit by bit, so that nobody has to wait for the rest."""

    def __init__(self, checkers: Checkers, folders: Folders) -> None:
        """Begin with nothing."""
        self._checkers, self._folders = checkers, folders
        self.files: list[Listed] = []
        self._left = _LONGEST
        self._rest, self._all = self._found(), False

    def advance(self, seconds: float) -> bool:
        """Go on for some time; whether that was all."""
        self._left -= seconds
        end = monotonic() + seconds
        for file in self._rest:
            if file is not None:
                self.files.append(file)
            if len(self.files) == MOST_FILES:
                _log.warning("more than %d files: the others are passed over", MOST_FILES)
                return True
            if monotonic() > end:
                return self._left < 0
        if not self._all:  # it was called off, and cannot go on where it stopped
            self.files, self._rest = [], self._found()
        return self._all

    def _found(self) -> Iterator[Listed | None]:
        """One file after the other; none wherever that takes time without any."""
        for folder in self._folders:
            if self._checkers.settings_of(folder.path).workspace is False:
                continue
            for paths in walk_folders(folder.path, _refuse):
                yield None
                yield from (
                    listed(self._checkers, path) for path in paths if self._folders.of(path) is folder
                )
        self._all = True


def listed(checkers: Checkers, path: str) -> Listed | None:
    """A file in some folder, if it is to be looked at."""
    wanted = checkers.settings_of(path)
    if wanted.workspace is False or interest_in(path, "", detect=wanted.detect) == "never":
        return None
    checker = checkers.of(path)
    session = checker.opened(path)
    scope = session.scope(path) if session is not None else None
    if scope is not None and scope.excludes(path):
        return None
    with suppress(OSError):
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode) and (uri := from_fs_path(path)):
            stamp = Stamp(status.st_mtime_ns, status.st_size, checker.edition)
            return Listed(path, path_key(path), uri, stamp)
    return None


def look(checkers: Checkers, file: Listed) -> Looked:
    """What the rules say of a file as it lies there."""
    from gxlint.readers import ReadError

    checker = checkers.of(file.path)
    try:
        document = _read(file.path)
    except ReadError as error:
        is_ours = _is_called_so(file.path)
        return Looked(file.stamp, (checker.refused(error).diagnostic,) if is_ours else None)
    found = checker.check_file(file.uri, document) if document is not None else None
    stamp = file.stamp._replace(edition=checker.edition)
    if found is None:
        return Looked(stamp)
    return Looked(stamp, tuple(item.diagnostic for item in found.shown), symbols_of(found))


def _read(path: str) -> Document | None:
    """The file, if it may be a report.

    Raises:
        ReadError: it cannot be read.
    """
    from gxlint.readers import data_of, read_bytes

    data = data_of(path)
    if not data.strip():
        return None  # about to be written: nothing is wrong with it
    if not _is_called_so(path) and not may_be_report_file(data):
        return None
    document = read_bytes(data, path)
    return document if document.kind in _READ else None


def _is_called_so(path: str) -> bool:
    """Whether it is a report by its name, whatever is in it."""
    name = os.path.basename(path)
    return interest_in(path, "", detect=False) == "always" or any(word in name for word in _TELLING)


def _refuse(error: OSError) -> None:
    _log.info("a folder cannot be opened: %s", error)
