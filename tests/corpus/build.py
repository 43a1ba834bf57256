"""From an entry of the plan to the report as it lies on disk."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gxlint.formats import Format, official_formats
from gxlint.testing.forms import Draft, DraftSection
from tests.corpus.figures import full_tables
from tests.corpus.furniture import furnished
from tests.corpus.mistakes import damaged, mapped, replaced_once
from tests.corpus.plan import Entry, Mistake
from tests.corpus.voices import filling, spoken

_HALF = ",:;()?!"
_FULL_WIDTH = str.maketrans(_HALF, "\uff0c\uff1a\uff1b\uff08\uff09\uff1f\uff01")
_ADDRESS = re.compile(r"(https?://[\w./-]+|\d{2}:\d{2})")


def contents(entry: Entry) -> bytes:
    """The file of a report."""
    text = furnished(entry.layout.render(draft(entry)), entry)
    for mistake in mistakes(entry):
        if mistake.edit[0] == "raw":
            old, new = (item if entry.half_width else _widened(item) for item in mistake.edit[1])
            text = replaced_once(text, old, new, entry.name)
    return text.encode(entry.encoding)


def draft(entry: Entry) -> Draft:
    """The report before it is written in a layout, its mistakes in it."""
    form = _form_of(entry)
    tables = full_tables(form, entry.figures)
    prose = spoken(entry, tables)
    made = Draft(
        form=form,
        year=entry.year,
        organisation=entry.organisation,
        body=entry.body,
        title=entry.title or f"{entry.organisation}{entry.year}年政府信息公开工作年度报告",
        preamble=prose.get("preamble", ()),
        sections=tuple(
            DraftSection(
                section.key,
                prose.headings.get(section.key, section.title),
                prose.get(section.key, ()),
                section.table,
            )
            for section in form.sections
        ),
        tables=tables,
        signature=prose.get("signature", ()),
    )
    for mistake in mistakes(entry):
        made = damaged(made, mistake, entry.name)
    return made if entry.half_width else _full_width(made)


def mistakes(entry: Entry) -> tuple[Mistake, ...]:
    """The mistakes of a report, figures filled in."""
    fill = filling(entry, full_tables(_form_of(entry), entry.figures))

    def filled(value: Any) -> Any:
        if isinstance(value, list):
            return [filled(item) for item in value]
        return fill(value) if isinstance(value, str) else value

    return tuple(
        replace(item, at=fill(item.at), edit=(item.edit[0], filled(item.edit[1]))) for item in entry.mistakes
    )


def _form_of(entry: Entry) -> Format:
    forms = tuple(official_formats())
    return next(
        form
        for form in reversed(forms)
        if (form.key == entry.form if entry.form else form.first_year <= entry.year)
    )


def _full_width(made: Draft) -> Draft:
    """The report with the punctuation of official documents; voices and forms have it half-width."""
    labels = {key: _widened(text) for key, text in _labels(made)}
    named = {key: _widened(text) for key, text in made.labels.items()}
    return replace(mapped(made, _widened), labels={**labels, **named})


def _widened(text: str) -> str:
    pieces = _ADDRESS.split(text)
    return "".join(piece if place % 2 else piece.translate(_FULL_WIDTH) for place, piece in enumerate(pieces))


def _labels(made: Draft) -> Iterator[tuple[tuple[str, str], str]]:
    for table in made.form.tables:
        parts: tuple[Any, ...] = (*table.rows, *table.columns, *table.groups, *table.blocks)
        yield from (((table.key, part.key), part.label) for part in parts if part.label)
        yield from (((table.key, "corner"), text) for text in table.corner[:1])
