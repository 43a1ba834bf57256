"""Every cell of a well-formed report is read right in every layout; of damaged ones, none wrong."""

import re

import pytest

from gxlint.formats import Format, official_formats
from gxlint.model import Report
from gxlint.testing.figures import reading
from gxlint.testing.forms import Draft
from tests.support.layouts import LAYOUTS, Layout
from tests.support.reading import compare, report_of, sample

FORMATS = tuple(official_formats())
SEEDS = range(4)

in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
in_every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)


def _read(layout: Layout, draft: Draft) -> Report:
    return report_of(layout.render(draft), layout.kind)


@in_every_format
@in_every_layout
@pytest.mark.parametrize("seed", SEEDS)
def test_cells(layout: Layout, form: Format, seed: int) -> None:
    draft = sample(form, layout, seed)
    report = _read(layout, draft)
    found = compare(draft, report)
    assert not found.wrong, found.wrong
    if layout.promise == "exact":
        assert not found.missing, (len(found.missing), found.missing)
        for table in report.tables.values():
            assert not table.strays_with_figures
            assert not table.duplicates
            assert all(row.complete for row in table.rows.values())


@in_every_format
@in_every_layout
def test_cells_point_at_their_text(layout: Layout, form: Format) -> None:
    draft = sample(form, layout, 1)
    report = _read(layout, draft)
    for table in report.tables.values():
        for cell in table.cells():
            if cell.value is not None:
                shown = re.sub(r"\s", "", report.document.slice(cell.span))
                assert reading(shown)[0] == cell.value, (cell.address, shown)
                assert re.sub(r"\s", "", cell.raw), cell.address


@in_every_format
@in_every_layout
def test_frame(layout: Layout, form: Format) -> None:
    draft = sample(form, layout, 0)
    report = _read(layout, draft)
    assert report.kind == "report"
    assert report.format.key == form.key
    assert report.year == draft.year
    assert report.organisation == draft.organisation
    assert report.body_type == draft.body
    assert report.period is not None
    assert (report.period.start, report.period.end) == ((draft.year, 1, 1), (draft.year, 12, 31))
    assert [section.key for section in report.sections] == [section.key for section in form.sections]
    assert {section.match for section in report.sections} == {"official"}
    assert report.title is not None
    assert report.title.years == (draft.year,)


@in_every_format
@in_every_layout
def test_prose_is_what_the_parts_say(layout: Layout, form: Format) -> None:
    draft = sample(form, layout, 2)
    report = _read(layout, draft)
    if layout.promise == "partial":
        return
    for section, written in zip(report.sections, draft.sections, strict=True):
        assert _squeezed(section.text) == _squeezed("".join(written.paragraphs)), section.key
    assert _squeezed("".join(paragraph.text for paragraph in report.preamble)) == _squeezed(
        "".join(draft.preamble)
    )


@in_every_format
@in_every_layout
def test_signature(layout: Layout, form: Format) -> None:
    draft = sample(form, layout, 0)
    signature = _read(layout, draft).signature
    assert signature.name == draft.organisation
    assert signature.date == (draft.year + 1, 1, 20)


def _squeezed(text: str) -> str:
    # Traditional texts come back with some characters in another choice of form; the words are what counts.
    return re.sub(r"[\s\-#]", "", text).replace("覆", "复")
