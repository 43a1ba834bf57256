"""Pages for the user to read, as files, for clients that show nothing else."""

from __future__ import annotations

import logging
import os

from pygls.uris import from_fs_path

_log = logging.getLogger(__name__)


class PageFiles:
    """Files of this process. They go when the client does."""

    def __init__(self) -> None:
        """There are none yet."""
        self._folder: str | None = None

    def uri(self, name: str, text: str) -> str | None:
        """A page as a file, by its name; none where that cannot be written."""
        from tempfile import mkdtemp

        try:
            if self._folder is None:
                self._folder = mkdtemp(prefix="gxlint-")
            path = os.path.join(self._folder, f"{name}.md")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            _log.warning("a page cannot be written: %s", error)
            return None
        uri: str | None = from_fs_path(path)
        return uri

    def remove(self) -> None:
        """Nobody reads them any more."""
        if self._folder is not None:
            import shutil

            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
