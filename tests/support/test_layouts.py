"""Layouts and mutations keep their promises: without them the tests built on them would prove nothing."""

from random import Random

import pytest

from gxlint.formats import Format, official_formats
from gxlint.testing.figures import with_figures
from gxlint.testing.forms import blank_report
from tests.support.layouts import BY_NAME, LAYOUTS, Layout
from tests.support.mutations import Step, mutated

FORMATS = tuple(official_formats())


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_layouts_are_stable_and_different(layout: Layout, form: Format) -> None:
    draft = with_figures(blank_report(form), Random(1), limit=layout.limit)
    assert layout.render(draft) == layout.render(draft)
    assert layout.render(draft) != layout.render(blank_report(form))


def test_mutations_name_the_rows_they_touch() -> None:
    draft = with_figures(blank_report(FORMATS[-1]), Random(1))
    layout = BY_NAME["pipe_rows"]
    lines = layout.render(draft).split("\n")
    place = next(index for index, line in enumerate(lines) if line.startswith("(七)总计"))
    text, touched = mutated(draft, layout, [Step("cut", place, 0)])
    assert text.split("\n") == lines[:place] + lines[place + 1 :]
    assert touched == {"table_requests.outcomes_total"}
