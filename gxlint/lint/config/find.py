"""Finds the configuration of a folder: in it, or in the nearest folder above that has one."""

import os
import re

OWN_FILE = "gxlint.toml"
SHARED_FILE = "pyproject.toml"
# Nothing above the folder of a repository is looked at: it belongs to something else.
_ROOTS = (".git", ".hg", ".svn")
_MOST_BYTES = 1 << 20
_OURS = rb"(?m)^[ \t]*\[{0,2}[ \t]*tool[ \t]*\.[ \t]*[\"']?gxlint|^[ \t]*\[[ \t]*tool[ \t]*\]"


class Finder:
    """Remembers what was found for each folder."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._found: dict[str, str | None] = {}
        self._asked: dict[str, str | None] = {}

    def for_file(self, path: str) -> str | None:
        """The configuration file for a file; of the current folder for what is no file."""
        folder = os.path.dirname(path)
        if folder not in self._asked:
            self._asked[folder] = self.for_folder(os.path.abspath(folder))
        return self._asked[folder]

    def for_folder(self, folder: str) -> str | None:
        """The configuration file for a folder, or none."""
        if folder not in self._found:
            self._found[folder] = self._look(folder)
        return self._found[folder]

    def _look(self, folder: str) -> str | None:
        own = os.path.join(folder, OWN_FILE)
        if os.path.isfile(own):
            return own
        shared = os.path.join(folder, SHARED_FILE)
        if os.path.isfile(shared) and _mentions_us(shared):
            return shared
        above = os.path.dirname(folder)
        if above == folder or any(os.path.lexists(os.path.join(folder, name)) for name in _ROOTS):
            return None
        return self.for_folder(above)


def _mentions_us(path: str) -> bool:
    """Whether a ``pyproject.toml`` has something for us; told without reading TOML, for most have nothing."""
    try:
        with open(path, "rb") as file:
            return re.search(_OURS, file.read(_MOST_BYTES)) is not None
    except OSError:
        return False
