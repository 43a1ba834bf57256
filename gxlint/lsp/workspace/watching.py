"""Learns when something has changed on the disk: the client tells, or else it is looked at now and then."""

from __future__ import annotations

import asyncio
import logging
import os
import re
from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import from_fs_path

from gxlint.lint.config.find import OWN_FILE, SHARED_FILE
from gxlint.lint.walking import SUFFIXES
from gxlint.lsp.workspace.folders import path_key, uri_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gxlint.lsp.workspace.host import Host
    from gxlint.lsp.workspace.survey import Survey

_log = logging.getLogger(__name__)
_FILES, _NAMED = "gxlint-files", "gxlint-named-files"
_CONFIGURATIONS = (OWN_FILE, SHARED_FILE)
_PATTERNS = tuple(f"**/{name}" for name in (*_CONFIGURATIONS, *(f"*{suffix}" for suffix in SUFFIXES)))
# Seconds between two looks at what open documents depend on.
_PAUSE = 2.0
_SPECIAL = re.compile(r"[*?{}\[\]!,]")


class Watching:
    """Has the server check anew when a configuration changes, or something that one names."""

    def __init__(self, host: Host, survey: Survey) -> None:
        """Nothing is watched before ``begin``."""
        self._host, self._survey = host, survey
        self._named: frozenset[str] = frozenset()
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin to watch."""
        if self._host.client.watches:
            self._register(_FILES, map(types.FileSystemWatcher, _PATTERNS))
        elif self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._look_now_and_then())

    def end(self) -> None:
        """It does not matter any more."""
        if self._task is not None:
            self._task.cancel()

    def learn(self, named: frozenset[str]) -> None:
        """These files, wherever they lie, are what a configuration or the settings name."""
        if not self._host.client.watches or named == self._named:
            return
        if self._named:
            gone = types.Unregistration(_NAMED, types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
            self._host.client_unregister_capability(types.UnregistrationParams([gone]))
        self._named = named
        if named:
            self._register(_NAMED, map(self._watcher, sorted(named)))

    def changed(self, uris: Iterable[str]) -> None:
        """These files have changed, as the client says."""
        keys = [uri_key(uri) for uri in uris]
        named = {path_key(path) for path in self._host.checkers.named()}
        if not keys or any(self._matters(key, named) for key in keys):
            self._host.check_anew()
        else:
            self._survey.changed()

    def _matters(self, key: str, named: set[str]) -> bool:
        folder, name = os.path.split(key)
        return name in _CONFIGURATIONS or key in named or folder in named

    def _register(self, name: str, watchers: Iterable[types.FileSystemWatcher]) -> None:
        options = types.DidChangeWatchedFilesRegistrationOptions([*watchers])
        wanted = types.Registration(name, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        self._host.client_register_capability(types.RegistrationParams([wanted]))

    def _watcher(self, path: str) -> types.FileSystemWatcher:
        """For a single file: what means something in a pattern stands for any character there."""
        folder, name = os.path.split(path)
        if self._host.client.relative:
            base = from_fs_path(folder) or ""
            return types.FileSystemWatcher(types.RelativePattern(base, _SPECIAL.sub("?", name)))
        return types.FileSystemWatcher(_SPECIAL.sub("?", path.replace(os.sep, "/")))

    async def _look_now_and_then(self) -> None:
        host = self._host
        while True:
            await asyncio.sleep(_PAUSE)
            if not (paths := [document.path for document in host.documents]):
                continue
            try:
                work = partial(host.checkers.is_outdated, paths)
                if await host.worker.submit(work, background=True):
                    host.check_anew()
            except Exception:
                _log.exception("looking whether a configuration has changed failed")
