"""The rules in every folder that the client works in, where the user may want different things."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from gxlint.lsp.checker import Checker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gxlint.lsp.checker import Installed
    from gxlint.lsp.client import Client
    from gxlint.lsp.settings import ServerSettings
    from gxlint.lsp.workspace.folders import Folders


class Checkers:
    """A checker for each folder; folders in which the same is wanted share one.

    Made anew when something of that changes.
    """

    def __init__(
        self,
        client: Client,
        installed: Installed,
        folders: Folders,
        settings: ServerSettings,
        wanted: Mapping[str, ServerSettings],
    ) -> None:
        """Nothing is loaded yet.

        Args:
            client: whom diagnostics are for.
            installed: the plugins.
            folders: where the client works.
            settings: what holds where nothing else is wanted.
            wanted: what is, by the URI of the folder.
        """
        self._folders, self._wanted, self._settings = folders, wanted, settings
        made: dict[tuple[ServerSettings, str], Checker] = {}

        def checker(wish: ServerSettings, root: str) -> Checker:
            key = (wish, root if wish.depends_on_folder else "")
            if key not in made:
                made[key] = Checker(client, wish, installed, root)
            return made[key]

        self._default = checker(settings, folders.root)
        self._by_folder = {
            folder.uri: checker(wanted.get(folder.uri, settings), folder.path) for folder in folders
        }
        self._all = tuple(made.values())

    def of(self, path: str) -> Checker:
        """The checker for a file."""
        folder = self._folders.of(path)
        return self._by_folder[folder.uri] if folder is not None else self._default

    def settings_of(self, path: str) -> ServerSettings:
        """What the user wants for a file."""
        folder = self._folders.of(path)
        return self._wanted.get(folder.uri, self._settings) if folder is not None else self._settings

    def prepare(self) -> None:
        """Load what the first document would have to wait for."""
        self._default.prepare()

    def take_problems(self) -> list[str]:
        """What has to be said to the user since it was last asked."""
        return [problem for checker in self._all for problem in checker.take_problems()]

    def named(self) -> frozenset[str]:
        """The files that what holds depends on, as far as known."""
        return frozenset[str]().union(*(checker.named for checker in self._all))

    def is_outdated(self, paths: Iterable[str]) -> bool:
        """Whether for some of these files no longer holds what did when they were checked."""
        folders: dict[Checker, set[str]] = {}
        for path in paths:
            folders.setdefault(self.of(path), set()).add(os.path.dirname(path))
        return any(checker.is_outdated(found) for checker, found in folders.items())
