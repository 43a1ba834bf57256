"""A valid report gives no findings, whatever it looks like; balanced figures give no errors."""

import pytest

from gxlint.formats import Format, official_formats
from gxlint.rules import Finding
from tests.support.forms import Body, Draft, blank_report
from tests.support.fragments import session
from tests.support.layouts import LAYOUTS, Layout
from tests.support.reading import document_of, sample

in_every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
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
    # Full-width digits are worth a hint; nothing else here is worth a word.
    told = [item for item in findings if not (layout.name == "full_width_digits" and item.severity == "hint")]
    assert [f"{item.rule.code} {item.text()}" for item in told] == []


@in_every_format
@in_every_layout
@pytest.mark.parametrize("seed", range(2))
def test_balanced_figures(layout: Layout, form: Format, seed: int) -> None:
    findings = _findings(layout, sample(form, layout, seed))
    assert [f"{item.rule.code} {item.text()}" for item in findings if item.severity == "error"] == []
