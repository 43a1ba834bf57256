"""Finds installed plugins: the entry points of the group ``gxlint``.

``importlib.metadata`` answers the same question, but importing it takes longer than all the rest of a start
(it loads ``email``, ``zipfile`` and ``csv``). So the metadata folders on ``sys.path`` are read directly, by
the same rules; where something on the path is not a plain folder, ``importlib.metadata`` is asked after all.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import PathFinder
from typing import NamedTuple

GROUP = "gxlint"
_METADATA = {".dist-info": "METADATA", ".egg-info": "PKG-INFO"}
_SUFFIXES = tuple(_METADATA)


class Installed(NamedTuple):
    """An entry point. ``target`` is ``package.module`` or ``package.module:attribute``."""

    name: str
    target: str
    package: str
    version: str


def installed_plugins(path: Sequence[str] | None = None) -> list[Installed]:
    """All entry points of the group, gxlint's own first, then by package and name."""
    entries = sys.path if path is None else path
    found = list(_scan(entries)) if _plain(entries) else list(_ask_importlib(entries))
    return sorted(found, key=lambda plugin: (plugin.package != "gxlint", plugin.package, plugin.name))


def _plain(path: Sequence[str]) -> bool:
    """Whether all packages lie in folders: no zip file on the path, no import hook with its own metadata."""
    hooked = any(
        finder is not PathFinder and hasattr(finder, "find_distributions") for finder in sys.meta_path
    )
    return not hooked and not any(os.path.isfile(entry) for entry in path)


def _scan(path: Sequence[str]) -> Iterator[Installed]:
    seen: set[str] = set()  # the first of several packages with one name wins, as with importlib.metadata
    for folder in path:
        for project, metadata in _metadata_folders(folder):
            if project not in seen:
                seen.add(project)
                yield from _read(metadata)


def _metadata_folders(folder: str) -> Iterator[tuple[str, str]]:
    """The metadata folders inside a folder of the path, each with its project's name in one spelling."""
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return
    for name in names:
        # pip leaves a folder with a tilde behind when an uninstall was interrupted
        if name.lower().endswith(_SUFFIXES) and not name.startswith("~"):
            yield _project(name), os.path.join(folder, name)
    if folder.lower().endswith(".egg"):
        yield _project(os.path.basename(folder)), os.path.join(folder, "EGG-INFO")


def _project(base: str) -> str:
    # name-version.dist-info, name[-version[-py3.11]].egg-info; neither has a hyphen inside the name
    return os.path.splitext(base)[0].partition("-")[0].lower().replace(".", "_")


def _read(metadata: str) -> Iterator[Installed]:
    text = _text(os.path.join(metadata, "entry_points.txt"))
    if f"[{GROUP}]" not in text:
        return
    points = list(_points(text))
    if points:
        package, version = _identity(metadata)
        for name, target in points:
            yield Installed(name, target, package, version)


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""


def _points(text: str) -> Iterator[tuple[str, str]]:
    inside = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == f"[{GROUP}]"
        elif inside and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield name.strip(), _target(value)


def _target(value: str) -> str:
    return value.partition("[")[0].replace(" ", "")  # without extras


def _identity(metadata: str) -> tuple[str, str]:
    """Name and version as the package writes them, else as its folder is called."""
    stem, suffix = os.path.splitext(os.path.basename(metadata))
    name, _, version = stem.partition("-")
    head = {"name": name, "version": version}
    for line in _text(os.path.join(metadata, _METADATA.get(suffix.lower(), "PKG-INFO"))).split("\n"):
        key, colon, value = line.partition(":")
        if not colon:  # the blank line after the head, or a description
            break
        if key.lower() in head:
            head[key.lower()] = value.strip()
    return head["name"], head["version"]


def _ask_importlib(path: Sequence[str]) -> Iterator[Installed]:
    from importlib import metadata

    seen: set[str] = set()
    for distribution in metadata.distributions(path=list(path)):
        name = distribution.metadata["Name"] or ""
        key = name.lower().replace("-", "_").replace(".", "_")
        if key in seen:
            continue
        seen.add(key)
        for point in distribution.entry_points:
            if point.group == GROUP:
                yield Installed(point.name, _target(point.value), name, distribution.version)
