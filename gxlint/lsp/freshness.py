"""Whether the configuration of a folder is still what it was, for editors that do not watch files."""

import os
from contextlib import suppress
from typing import TypeAlias

from gxlint.lint.config.find import OWN_FILE, SHARED_FILE

State: TypeAlias = tuple[tuple[str, int, int], ...]


def configuration_state(folder: str) -> State:
    """What can be told without reading them of the files that may hold the configuration of a folder."""
    found = []
    above = os.path.abspath(folder)
    while True:
        for name in (OWN_FILE, SHARED_FILE):
            path = os.path.join(above, name)
            with suppress(OSError):
                status = os.stat(path)
                found.append((path, status.st_mtime_ns, status.st_size))
        folder, above = above, os.path.dirname(above)
        if above == folder:
            return tuple(found)
