"""The format that a future notice brings is a file: reading a report in it touches no code."""

from pathlib import Path

import pytest

from gxlint.formats import official_formats
from gxlint.formats.load import load_format
from gxlint.model.build import build_report
from tests.support.layouts import BY_NAME
from tests.support.reading import compare, document_of, sample

FORM = load_format(Path(__file__).parent / "data" / "2031.toml")
CATALOGUE = official_formats().with_formats([FORM])


@pytest.mark.parametrize(
    "name",
    [
        "pipe_rows",
        "pipe_rows_padded",
        "cell_lines_piped",
        "cell_lines_blank",
        "markdown",
        "tabs",
        "one_line",
        "html",
    ],
)
@pytest.mark.parametrize("seed", range(3))
def test_report_in_a_format_of_its_own(name: str, seed: int) -> None:
    layout = BY_NAME[name]
    draft = sample(FORM, layout, seed)
    report = build_report(document_of(layout.render(draft), layout.kind), CATALOGUE)
    found = compare(draft, report)
    assert (found.wrong, found.missing) == ([], [])
    assert (report.format.key, report.year) == ("2031", 2034)
    assert [section.key for section in report.sections] == ["summary", "open_data", "services", "outlook"]


def test_official_reports_stay_what_they_are() -> None:
    form = official_formats().latest
    draft = sample(form, BY_NAME["pipe_rows"], 1)
    report = build_report(document_of(BY_NAME["pipe_rows"].render(draft)), CATALOGUE)
    assert report.format.key == form.key
    assert compare(draft, report).wrong == []
