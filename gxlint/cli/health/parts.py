"""The answer of ``gxlint doctor`` as data: parts with lines, some of which are problems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The folders of an absolute path, which may bear names: /home/li/.venv/lib/ or C:\\Users\\Li Ming\\, but no address.
_FOLDERS = re.compile(r"(?<![\w:/])/(?:[^\s/'\"():,;]+/)+|\b[A-Za-z]:\\(?:[^\\/'\"():,;|<>*?\n]+\\)*")


class Line(NamedTuple):
    """One thing that was looked at.

    Attributes:
        key: its name in JSON.
        label: its name for people, in their language.
        value: what was found.
        problem: whether that has to be mended; ``value`` then says how.
    """

    key: str
    label: str
    value: str
    problem: bool = False


class Part(NamedTuple):
    """Lines under a heading."""

    key: str
    heading: str
    lines: tuple[Line, ...]

    def without_paths(self, known: Sequence[str] = ()) -> Part:
        """The same, each path in it cut down to the name at its end; ``known`` are folders whatever they look like."""
        cut = (line._replace(value=_without_paths(line.value, known)) for line in self.lines)
        return self._replace(lines=tuple(cut))

    @property
    def problems(self) -> tuple[Line, ...]:
        """The lines that have to be mended."""
        return tuple(line for line in self.lines if line.problem)


def _without_paths(text: str, known: Iterable[str]) -> str:
    for folder in known:
        text = text.replace(folder, "…")
    return _FOLDERS.sub("…/", text)
