"""The folders that the client works in. There may be several, also one inside another."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pygls.uris import to_fs_path


class Folder(NamedTuple):
    """A folder: as the client calls it, and as the system does."""

    uri: str
    path: str


class Folders:
    """All folders, in the client's order. Immutable, as it is looked at from several threads."""

    def __init__(self, folders: Iterable[Folder] = ()) -> None:
        """Take them over."""
        self._folders = tuple(folders)
        # The innermost one first.
        self._keys = sorted(((path_key(folder.path), folder) for folder in self._folders), reverse=True)

    @classmethod
    def of_uris(cls, uris: Iterable[str]) -> "Folders":
        """The folders that these are; what lies on no disk is none."""
        return cls(Folder(uri, path) for uri in uris if (path := _path(uri)))

    def __iter__(self) -> Iterator[Folder]:
        return iter(self._folders)

    @property
    def root(self) -> str:
        """Where what has not been saved yet counts as lying; empty where there is no folder."""
        return self._folders[0].path if self._folders else ""

    def of(self, path: str) -> Folder | None:
        """The innermost folder that a file lies in."""
        key = path_key(path)
        return next((folder for above, folder in self._keys if _is_inside(key, above)), None)

    def changed(self, added: Iterable[str], removed: Iterable[str]) -> "Folders":
        """The folders after some, given by their URIs, have come and gone."""
        gone = {path_key(folder.path) for folder in Folders.of_uris(removed)}
        kept = [folder for folder in self._folders if path_key(folder.path) not in gone]
        known = {path_key(folder.path) for folder in kept}
        new = [folder for folder in Folders.of_uris(added) if path_key(folder.path) not in known]
        return Folders([*kept, *new])


def path_key(path: str) -> str:
    """The same for all ways to write a path."""
    return os.path.normcase(os.path.abspath(path))


def uri_key(uri: str) -> str:
    """The same for all ways to write the address of a file; the address itself of what is none."""
    path = _path(uri)
    return path_key(path) if path else uri


def _path(uri: str) -> str | None:
    return to_fs_path(uri) if uri.startswith("file:") else None


def _is_inside(key: str, above: str) -> bool:
    return key == above or key.startswith(above.rstrip(os.sep) + os.sep)
