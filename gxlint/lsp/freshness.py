"""Whether what holds in a folder is still what it was, for editors that do not watch files."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

from gxlint.lint.config.find import OWN_FILE, SHARED_FILE, Finder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.lint.config.config import Config
    from gxlint.lint.session import Session

State: TypeAlias = tuple[tuple[str, int, int], ...]


def configuration_state(folder: str | None = None, named: Iterable[str] = ()) -> State:
    """What can be told without reading them of the files that what holds in a folder depends on.

    Args:
        folder: the folder: the configuration files in it and above it count.
        named: further files and folders.
    """
    above = _configurations(folder) if folder is not None else ()
    return (*_states(above), *_states(named))


def named_files(session: Session, path: str) -> tuple[str, ...]:
    """The files that what holds for a file depends on: its configuration, and what that and the settings name."""
    settings = session.settings
    found = [settings.config, settings.baseline, *settings.previous]
    found += {os.path.dirname(previous) for previous in settings.previous}
    scope = session.scope(path)
    # It may be a pack that is wrong, and mended later.
    config = scope.config if scope is not None else _readable(settings.config or Finder().for_file(path))
    if config is not None:
        found += [config.path, config.baseline, *config.packs]
    return tuple(sorted({os.path.abspath(name) for name in found if name}))


def _readable(path: str | None) -> Config | None:
    from gxlint.lint.config.load import load
    from gxlint.rules.toml_places import TomlError

    try:
        return load(path) if path else None
    except TomlError:
        return None


def _configurations(folder: str) -> Iterator[str]:
    above = os.path.abspath(folder)
    while True:
        yield os.path.join(above, OWN_FILE)
        yield os.path.join(above, SHARED_FILE)
        folder, above = above, os.path.dirname(above)
        if above == folder:
            return


def _states(paths: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        with suppress(OSError, ValueError):
            status = os.stat(path)
            yield path, status.st_mtime_ns, status.st_size
