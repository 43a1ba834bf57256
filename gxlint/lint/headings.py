"""Headings that a province accepts besides the official ones, written into the formats."""

from collections.abc import Iterable

from gxlint.formats import Catalogue, Format
from gxlint.model import Report
from gxlint.rules import Profile


def with_headings(catalogue: Catalogue, chain: Iterable[Profile]) -> Catalogue:
    """The catalogue with the headings that these profiles accept; the same one where they accept none."""
    accepted: dict[str, tuple[str, ...]] = {}
    for profile in chain:
        for key, wordings in profile.headings.items():
            accepted[key] = (*accepted.get(key, ()), *wordings)
    if not accepted:
        return catalogue
    return Catalogue(tuple(_with_headings(form, accepted) for form in catalogue))


def all_official(report: Report) -> bool:
    """Whether every part of the report has its official heading, so that no other has to be looked for."""
    return all(
        (section := report.section(form.key)) is not None and section.match == "official"
        for form in report.format.sections
    )


def _with_headings(form: Format, accepted: dict[str, tuple[str, ...]]) -> Format:
    sections = tuple(
        section._replace(
            variants=(*section.variants, *accepted.get(section.key, ())),
            accepted=accepted.get(section.key, ()),
        )
        for section in form.sections
    )
    return form.replaced(sections=sections)
