"""A valid report gives no findings, whatever it looks like; balanced figures give no errors."""

import pytest

from gxlint.formats import Format, official_formats
from gxlint.rules import Finding
from gxlint.testing.forms import Body, Draft, blank_report
from gxlint.testing.fragments import session
from tests.support.layouts import LAYOUTS, Layout
from tests.support.reading import document_of, sample

in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
# What some layouts show besides a good report is worth a word.
_WORTH_A_WORD = {
    "full_width_digits": ("CN202", "CN304", "CN403"),
    "traditional": ("CN901",),
    "mirror": ("CN901", "CN902", "CN903"),
    "furniture": ("CN902", "CN903"),
}
in_every_format = pytest.mark.parametrize("form", tuple(official_formats()), ids=lambda form: form.key)


def _findings(layout: Layout, draft: Draft) -> tuple[Finding, ...]:
    checked = session().check(document_of(layout.render(draft), layout.kind))
    assert checked.result is not None, checked.error and checked.error.text()
    return checked.result.findings


@in_every_format
@in_every_layout
@pytest.mark.parametrize("body", ["department", "township", "government"])
def test_blank_form(layout: Layout, form: Format, body: Body) -> None:
    findings = _findings(layout, blank_report(form, body=body))
    told = [item for item in findings if item.rule.code not in _WORTH_A_WORD.get(layout.name, ())]
    assert [f"{item.rule.code} {item.text()}" for item in told] == []


@in_every_format
@in_every_layout
@pytest.mark.parametrize("seed", range(2))
def test_balanced_figures(layout: Layout, form: Format, seed: int) -> None:
    findings = _findings(layout, sample(form, layout, seed))
    assert [f"{item.rule.code} {item.text()}" for item in findings if item.severity == "error"] == []
