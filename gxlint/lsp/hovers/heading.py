"""A heading: what belongs in the part, and which articles demand it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.lsp.hovers.hover import Told
from gxlint.reporters.pages.section import aspect_page, section_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.lsp.reading import Reading
    from gxlint.lsp.spot import Spot


def told(reading: Reading, spot: Spot) -> Iterator[Told]:
    """The heading that is pointed at, of a part or of one of the aspects that it has to cover."""
    for section in reading.report.sections:
        if spot.within(section.heading.span):
            page = section_page(reading.report, section.form, reading.book, reading.lang)
            yield Told.of(reading, section.heading.span, page)
        for heading in section.subheadings:
            if spot.within(heading.span):
                aspect = next((item for item in section.form.aspects if item.title in heading.title), None)
                if aspect is not None:
                    page = aspect_page(reading.report, section.form, aspect, reading.lang)
                    yield Told.of(reading, heading.span, page)
