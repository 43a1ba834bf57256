"""Writes accepted exceptions into the text of a configuration, which stays as it is otherwise."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from gxlint.lint.acceptance.toml import inline_text, table_text, value_text
from gxlint.lint.edits import SourceEdit, apply
from gxlint.rules.toml_places import TomlError, parse_toml
from gxlint.rules.toml_scan import LimitError, scan

_KEY = "accept"


def with_entry(text: str, under: Sequence[str], entry: Mapping[str, str | int]) -> SourceEdit | None:
    """The edit that adds an entry to a configuration.

    Args:
        text: the configuration.
        under: the keys under which the configuration stands in its file.
        entry: the entry.

    Returns:
        None where the text is no TOML, or says it in a way to which nothing can be added.
    """
    before = _entries(text, under)
    if before is None:
        return None
    for made in (_as_table, _in_list):
        edit = made(text, under, entry)
        if edit is not None and _entries(apply(text, [edit]), under) == [*before, dict(entry)]:
            return edit
    return None


def with_files(text: str, under: Sequence[str], renamed: Callable[[str], str | None]) -> list[SourceEdit]:
    """The edits that have the entries mean files by their new names.

    Args:
        text: the configuration.
        under: the keys under which the configuration stands in its file.
        renamed: the new name for what stands in an entry as ``file``; none where that stays.
    """
    before = _entries(text, under)
    edits = list(_renaming(text, under, before, renamed)) if before is not None else []
    after = _entries(apply(text, edits), under) if edits else None
    return edits if after is not None and len(after) == len(before or ()) else []


def _renaming(
    text: str, under: Sequence[str], entries: Sequence[Any], renamed: Callable[[str], str | None]
) -> Iterator[SourceEdit]:
    found = scan(_lined(text))
    for number, entry in enumerate(entries):
        file = entry.get("file") if isinstance(entry, Mapping) else None
        place = found.get((*under, _KEY, number, "file"))
        new = renamed(file) if isinstance(file, str) else None
        if place is not None and new is not None:
            yield SourceEdit(_offset(text, place.start), _offset(text, place.end), value_text(new))


def _entries(text: str, under: Sequence[str]) -> list[Any] | None:
    """The entries of a configuration; none where it is not TOML, or says something else there."""
    try:
        found: Any = parse_toml(text, "").data
    except TomlError:
        return None
    for key in (*under, _KEY):
        found = found.get(key, {}) if isinstance(found, Mapping) else None
    if found == {}:
        return []
    return found if isinstance(found, list) else None


def _as_table(text: str, under: Sequence[str], entry: Mapping[str, str | int]) -> SourceEdit:
    """At the end, where a table of its own may always begin."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
    new = gap + table_text(".".join((*under, _KEY)), entry)
    return SourceEdit(len(text), len(text), new.replace("\n", line_end))


def _in_list(text: str, under: Sequence[str], entry: Mapping[str, str | int]) -> SourceEdit | None:
    """Behind the last one of a list; a comma may follow in any case."""
    try:
        found = scan(_lined(text))
    except LimitError:
        return None
    whole = found.get((*under, _KEY))
    if whole is None:
        return None
    last, number = None, 0
    while (*under, _KEY, number) in found:
        last = found[(*under, _KEY, number)]
        number += 1
    at = _offset(text, last.end if last is not None else whole.start + 1)
    return SourceEdit(at, at, (", " if last is not None else "") + inline_text(entry))


def _lined(text: str) -> str:
    return text.replace("\r\n", "\n")


def _offset(text: str, at: int) -> int:
    """Where a place stands in the text as it is, which may have more line ends."""
    for match in re.finditer("\r\n", text):
        if match.start() >= at:
            break
        at += 1
    return at
