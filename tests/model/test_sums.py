"""The sums that a form demands."""

import pytest

from gxlint.model.sums import computed, figure, totals
from tests.cli.running import good_text
from tests.support.reading import report_of

REQUESTS = "table_requests"


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (30, "30"), (1234567, "1234567"), (0.1 + 0.2, "0.3"), (12.5, "12.5"), (100.0, "100")],
)
def test_figures_are_written_in_full(number: float, text: str) -> None:
    assert figure(number) == text


def test_every_demand_is_told() -> None:
    demands = list(totals(report_of(good_text()).tables[REQUESTS]))
    addresses = [demand.address for demand in demands]
    # Its row and its column both demand something of the total of totals.
    assert addresses.count(("outcomes_total", "total")) == 2
    assert {demand.sum for demand in demands if demand.address == ("outcomes_total", "total")} == {32}


def test_sums_that_cannot_be_told() -> None:
    table = report_of(good_text().replace("| 28 | 1 |", "| 若干 | 1 |")).tables[REQUESTS]
    unknown = {demand.address for demand in totals(table) if demand.sum is None}
    assert unknown == {("granted", "total"), ("outcomes_total", "natural_person")}
    assert unknown.isdisjoint(computed(table))
