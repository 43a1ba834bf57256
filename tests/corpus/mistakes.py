"""The ways in which a mistake gets into a report, by the key that stands in the plan."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from gxlint.testing.forms import (
    Draft,
    DraftSection,
    rename_label,
    with_cell,
    without_row,
    without_section,
    without_table,
)
from tests.corpus.plan import Mistake


def damaged(made: Draft, mistake: Mistake, name: str) -> Draft:
    """The report with one mistake in it; ``raw`` ones wait until it is written.

    Raises:
        ValueError: the plan asks for what cannot be done, for instance to replace what is not there.
    """
    kind, value = mistake.edit
    edit = _EDITS.get(kind)
    try:
        return edit(made, value) if edit else made
    except (KeyError, ValueError) as error:
        raise ValueError(f"{name}: {mistake.code}: {error}") from error


def replaced_once(text: str, old: str, new: str, name: str) -> str:
    """A text with the one place that reads ``old`` replaced."""
    if text.count(old) != 1:
        raise ValueError(f"{name}: {text.count(old)} places read {old!r}, expected one")
    return text.replace(old, new)


def mapped(made: Draft, change: Callable[[str], str]) -> Draft:
    """The report with all its words changed in one way."""

    def each(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(change, texts))

    def section(item: DraftSection) -> DraftSection:
        return replace(item, heading=change(item.heading), paragraphs=each(item.paragraphs))

    return replace(
        made,
        title=change(made.title),
        preamble=each(made.preamble),
        sections=tuple(map(section, made.sections)),
        signature=each(made.signature),
    )


def _replace(made: Draft, value: list[str]) -> Draft:
    """``[old, new]``: other words in the one place that has the old ones."""
    old, new = value
    places = sum(text.count(old) for text in _texts(made))
    if places != 1:
        raise ValueError(f"{places} places read {old!r}, expected one")
    return mapped(made, lambda text: text.replace(old, new))


def _texts(made: Draft) -> Iterator[str]:
    yield made.title
    yield from made.preamble
    for section in made.sections:
        yield section.heading
        yield from section.paragraphs
    yield from made.signature


def _cells(made: Draft, value: dict[str, Any]) -> Draft:
    """``{address: text}``: other figures."""
    for address, text in value.items():
        if made.cells()[address] == str(text):
            raise ValueError(f"{address} is {text} already")
        made = with_cell(made, address, str(text))
    return made


def _label(made: Draft, value: list[str]) -> Draft:
    """``[table, key, text]``: another wording of a row, column, group or block."""
    table, key, text = value
    return rename_label(made, table, key, text)


def _drop(made: Draft, value: str) -> Draft:
    """A part, a table, a row (``table.row``) or the ``title`` is not there."""
    if value == "title":
        return replace(made, title="")
    if value in made.form.section_forms:
        return without_section(made, value)
    if value in made.tables:
        return without_table(made, value)
    table, _, row = value.partition(".")
    if row not in made.tables[table]:
        raise ValueError(f"nothing is called {value}")
    return without_row(made, value)


def _silence(made: Draft, value: str) -> Draft:
    """A part has no words."""
    return _section(made, value, lambda _: ())


def _cut(made: Draft, value: list[str]) -> Draft:
    """``[part, beginning, ...]``: the paragraphs that begin so are not there."""
    key, *beginnings = value

    def left(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
        kept = tuple(text for text in paragraphs if not text.startswith(tuple(beginnings)))
        if len(kept) != len(paragraphs) - len(beginnings):
            raise ValueError(f"not every one of {beginnings} begins one paragraph")
        return kept

    return _section(made, key, left)


def _add(made: Draft, value: list[str]) -> Draft:
    """``[part, text]``: a further paragraph; the part may be ``preamble`` or ``signature``."""
    key, text = value
    return _section(made, key, lambda paragraphs: (*paragraphs, text))


def _blank(made: Draft, value: str) -> Draft:
    """All cells of a table, or of a row, are empty."""
    table, _, row = value.partition(".")
    rows = {
        key: dict.fromkeys(cells, "") if not row or key == row else cells
        for key, cells in made.tables[table].items()
    }
    return replace(made, tables={**made.tables, table: rows})


def _section(made: Draft, key: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Draft:
    if key == "preamble":
        return replace(made, preamble=change(made.preamble))
    if key == "signature":
        return replace(made, signature=change(made.signature))
    if key not in {section.key for section in made.sections}:
        raise ValueError(f"no part is called {key}")
    sections = tuple(
        replace(section, paragraphs=change(section.paragraphs)) if section.key == key else section
        for section in made.sections
    )
    return replace(made, sections=sections)


_EDITS: dict[str, Callable[[Draft, Any], Draft]] = {
    "replace": _replace,
    "cells": _cells,
    "label": _label,
    "drop": _drop,
    "silence": _silence,
    "cut": _cut,
    "add": _add,
    "blank": _blank,
}
