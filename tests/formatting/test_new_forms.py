"""A blank report that gxlint writes is tidy already."""

from pathlib import Path

import pytest

from gxlint.formats import Format, official_formats
from tests.cli.running import gxlint


@pytest.mark.parametrize("form", tuple(official_formats()), ids=lambda form: form.key)
def test_a_new_report_needs_no_tidying(form: Format, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.gxr.md"
    year = str(form.last_year or form.first_year)
    made = gxlint(monkeypatch, "new", "--year", year, "--org", "云泽县财政局", "--output", str(path))
    assert made.code == 0, made.err
    checked = gxlint(monkeypatch, "format", "--check", str(path))
    assert (checked.code, checked.err) == (0, "1 份无需整理\n")
