"""Rules that compare with last year's report get it, if the run has it."""

from pathlib import Path

import pytest

from gxlint.formats import official_formats
from gxlint.lint.linter import Result
from gxlint.lint.session import Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.rules.plugins import load_plugins
from gxlint.testing.forms import blank_report, with_cell
from gxlint.testing.pages import report_text
from tests.cli.running import gxlint
from tests.rules.packs.kit import HEAD, RULE

FORMULA = "table_requests.carried_over.total = previous.table_requests.carried_forward.total"
PACK = HEAD + RULE + f'[rule.formula]\ncheck = "{FORMULA}"\n'
OTHER = "云泽县水务局"


def _write(folder: Path, year: int, cell: str, value: int, organisation: str | None = None) -> str:
    form = official_formats().for_year(year)
    assert form is not None
    path = folder / f"{organisation or 'report'}-{year}.txt"
    path.write_text(
        report_text(with_cell(blank_report(form, year, organisation), cell, str(value))), encoding="utf-8"
    )
    return str(path)


def _this_year(folder: Path) -> str:
    return _write(folder, 2024, "table_requests.carried_over.total", 2)


def _last_year(folder: Path, value: int, organisation: str | None = None) -> str:
    return _write(folder, 2023, "table_requests.carried_forward.total", value, organisation)


@pytest.fixture
def pack(tmp_path: Path) -> str:
    path = tmp_path / "yz.toml"
    path.write_text(PACK, encoding="utf-8")
    return str(path)


def _check(pack: str, path: str, *previous: str) -> Result:
    plugins = load_plugins(installed=False, reserved=TOOL_RULES, packs=[pack])
    result = Session(Settings(previous=previous), plugins=plugins).check_path(path).result
    assert result is not None
    return result


@pytest.mark.parametrize(("value", "found"), [(2, 0), (3, 1)])
def test_it_is_compared(tmp_path: Path, pack: str, value: int, found: int) -> None:
    result = _check(pack, _this_year(tmp_path), _last_year(tmp_path, 9, OTHER), _last_year(tmp_path, value))
    assert len(result.findings) == found
    assert result.coverage.undecided == ()


def test_another_body_or_year_is_no_last_year(tmp_path: Path, pack: str) -> None:
    older = _write(tmp_path, 2022, "table_requests.carried_forward.total", 3)
    result = _check(pack, _this_year(tmp_path), _last_year(tmp_path, 3, OTHER), older)
    assert [item.text() for item in result.coverage.undecided] == ["没有上年的报告,未核对"]


def test_what_cannot_be_read_is_as_good_as_not_there(tmp_path: Path, pack: str) -> None:
    result = _check(pack, _this_year(tmp_path), str(tmp_path / "none.txt"))
    assert len(result.coverage.undecided) == 1


def test_it_is_not_read_for_rules_that_do_not_ask(tmp_path: Path) -> None:
    plugins = load_plugins(reserved=TOOL_RULES)
    checked = Session(Settings(previous=(_last_year(tmp_path, 3),)), plugins=plugins).check_path(
        _this_year(tmp_path)
    )
    assert checked.report is not None
    assert checked.report.previous is None


def test_on_the_command_line(tmp_path: Path, pack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gxlint.toml").write_text('packs = ["yz.toml"]\nselect = ["YZ"]\n', encoding="utf-8")
    (tmp_path / "old").mkdir()
    _this_year(tmp_path)
    _last_year(tmp_path / "old", 3)
    monkeypatch.chdir(tmp_path)
    ran = gxlint(monkeypatch, "check", "report-2024.txt", "--previous", "old", "--jobs", "1")
    assert "YZ101" in ran.out
    assert "YZ101" not in gxlint(monkeypatch, "check", "report-2024.txt").out
    ran = gxlint(monkeypatch, "check", "report-2024.txt", "--previous", "none.txt")
    assert (ran.code, "没有上年的报告 none.txt" in ran.err) == (2, True)
