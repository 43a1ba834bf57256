"""Edits as a client applies them."""

from __future__ import annotations

import itertools
from typing import Any

from gxlint.source import Position, SourceText


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """The text after these edits, which must not overlap; positions count in UTF-16."""
    source = SourceText(text)
    stretches = sorted(
        (
            source.offset(Position(**edit["range"]["start"])),
            source.offset(Position(**edit["range"]["end"])),
            edit,
        )
        for edit in edits
    )
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(stretches))
    for start, end, edit in reversed(stretches):
        text = text[:start] + edit["newText"] + text[end:]
    return text


def edits_of(action: dict[str, Any], version: int | None) -> list[dict[str, Any]]:
    """The edits of an action: of a certain version, or without one if ``version`` is none."""
    if version is None:
        (edits,) = action["edit"]["changes"].values()
    else:
        (change,) = action["edit"]["documentChanges"]
        assert change["textDocument"]["version"] == version
        edits = change["edits"]
    found: list[dict[str, Any]] = edits
    return found
