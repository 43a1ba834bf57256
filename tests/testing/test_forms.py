"""The generator keeps its promises: without them the tests built on it would prove nothing."""

from random import Random

import pytest

from gxlint.formats import Format, official_formats
from gxlint.forms.grid import grid_width
from gxlint.testing.bars import pipe_rows
from gxlint.testing.figures import holds, reading, with_blanks, with_figures
from gxlint.testing.forms import (
    blank_report,
    rename_label,
    replace_line,
    swap_rows,
    with_cell,
    without_row,
    without_section,
    without_table,
)
from gxlint.testing.grid import grid_of
from gxlint.testing.pages import written

FORMATS = tuple(official_formats())
in_every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)


@in_every_format
@pytest.mark.parametrize("limit", [None, 9])
def test_random_figures_hold_all_identities(form: Format, limit: int | None) -> None:
    some = 0
    for seed in range(20):
        draft = with_blanks(with_figures(blank_report(form), Random(seed), limit=limit), Random(seed))
        for table in form.tables:
            assert all(holds(table, identity, draft.tables[table.key]) for identity in table.identities)
        some += sum(bool(reading(text)[0]) for text in draft.cells().values())
        assert limit is None or all(len(text) <= 1 for text in draft.cells().values())
    assert some > 200, "figures are nearly all zero"


@in_every_format
def test_grid_is_a_rectangle(form: Format) -> None:
    draft = blank_report(form)
    for table in form.tables:
        grid = grid_of(draft, table.key)
        area = sum(cell.colspan * cell.rowspan for row in grid for cell in row)
        assert area == grid_width(grid) * len(grid)


def test_requests_are_drawn_as_the_notice_draws_them() -> None:
    grid = grid_of(blank_report(FORMATS[-1]), "table_requests")
    spans = {cell.text: (cell.colspan, cell.rowspan) for row in grid for cell in row if not cell.figure}
    assert spans["三、本年度办理结果"] == (1, 22)
    assert spans["(三)不予公开"] == (1, 8)
    assert spans["(七)总计"] == (2, 1)
    assert spans["四、结转下年度继续办理"] == (3, 1)
    assert spans["法人或其他组织"] == (5, 1)
    assert spans["自然人"] == (1, 2)
    assert len(grid) == 3 + 25


def test_mutators() -> None:
    draft = blank_report(FORMATS[-1])
    assert (
        with_cell(draft, "table_requests.denied.state_secret.total", "7").cells()[
            "table_requests.denied.state_secret.total"
        ]
        == "7"
    )
    assert "(一)予以公开" not in written(without_row(draft, "table_requests.granted"), pipe_rows)
    assert "结果维持" not in written(without_table(draft, "table_disputes"), pipe_rows)
    assert "二、主动公开" not in written(without_section(draft, "proactive_disclosure"), pipe_rows)
    swapped = written(swap_rows(draft, "table_proactive", "penalties", "compulsory_measures"), pipe_rows)
    assert swapped.index("行政强制 |") < swapped.index("行政处罚 |")
    assert "(一)同意公开 | 0" in written(
        rename_label(draft, "table_requests", "granted", "(一)同意公开"), pipe_rows
    )
    assert "规章 | 1 |" in replace_line(written(draft, pipe_rows), "规章 | 0 | 0 | 0 |", "规章 | 1 |")
