"""Real reports: every cell read right, every labelled mistake found, nothing reported that is none."""

import pytest

from tests.support import shared
from tests.support.shared import Expectation, Truth

if not shared.SHARED.is_dir():
    pytest.skip("the labelled reports do not lie beside the project", allow_module_level=True)

LABELS = [item for item in shared.expectations() if shared.judged(item)]


@pytest.mark.parametrize("truth", shared.truths(), ids=lambda truth: truth.file.name[:3])
def test_cells(truth: Truth) -> None:
    report = shared.report_at(truth.file)
    verdicts = {cell: shared.verdict_on(cell, report) for cell in truth.cells}
    assert {cell.address: verdict for cell, verdict in verdicts.items() if verdict.startswith("wrong")} == {}
    assert [c.address for c, verdict in verdicts.items() if verdict == "missing" and not c.optional] == []


@pytest.mark.parametrize("truth", shared.truths(), ids=lambda truth: truth.file.name[:3])
def test_format_and_year(truth: Truth) -> None:
    report = shared.report_at(truth.file)
    assert (report.format.key, report.year) == (truth.format, truth.year)


@pytest.mark.parametrize(
    "item", [item for item in LABELS if item.verdict == "must"], ids=lambda item: item.id
)
def test_found(item: Expectation) -> None:
    assert shared.matches(item), item.note


@pytest.mark.parametrize(
    "item", [item for item in LABELS if item.verdict == "never"], ids=lambda item: item.id
)
def test_not_reported(item: Expectation) -> None:
    assert [f"{finding.rule.code} {finding.text()}" for finding in shared.matches(item)] == [], item.note
