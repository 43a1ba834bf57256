"""``gxlint new``: blank reports, what is in them, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from gxlint.forms.writers import SHOWN, WRITERS, writer_for
from tests.cli.running import gxlint
from tests.project.imports import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WUWEI = ROOT / "plugins" / "gansu" / "gxlint_gansu" / "wuwei.toml"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_to_the_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "new", "--org", "云泽县财政局", "--year", "2024")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# 云泽县财政局2024年政府信息公开工作年度报告\n\n根据《")
    assert ran.out.endswith("云泽县财政局\n\n2025年__月__日\n")


def test_last_year_unless_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "new")
    assert ran.out.startswith(f"# ____{date.today().year - 1}年政府信息公开工作年度报告\n")


@pytest.mark.parametrize(("year", "label"), [("2020", "本年新制作数量"), ("2021", "本年制发件数")])
def test_the_format_of_the_year(monkeypatch: pytest.MonkeyPatch, year: str, label: str) -> None:
    assert label in gxlint(monkeypatch, "new", "--year", year).out


@pytest.mark.parametrize("name", ["a.gxr.md", "a.MD", "a.txt", "年报.gxr.txt"])
def test_into_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    ran = gxlint(monkeypatch, "new", "--output", name)
    assert (ran.code, ran.out) == (0, "")
    assert name in ran.err
    text = (tmp_path / name).read_bytes().decode("utf-8")
    assert text.startswith("# ") is name.lower().endswith(".md")
    assert "\r" not in text
    assert [path.name for path in tmp_path.iterdir()] == [name]
    checked = gxlint(monkeypatch, "check", name, "--output-format", "csv")
    assert {line.split(",")[0] for line in checked.out.splitlines()} != set()
    assert checked.code == 1


def test_nothing_is_overwritten_unless_that_is_wanted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.md"
    path.write_text("草稿", encoding="utf-8")
    ran = gxlint(monkeypatch, "new", "--output", "a.md")
    assert (ran.code, ran.out) == (2, "")
    assert "已经存在" in ran.err
    assert "--force" in ran.err
    assert path.read_text(encoding="utf-8") == "草稿"
    assert gxlint(monkeypatch, "new", "--output", "a.md", "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", ["a.docx.", "a.pdf", "报告"])
def test_what_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    ran = gxlint(monkeypatch, "new", "--output", name)
    assert ran.code == 2
    assert all(ending in ran.err for ending in SHOWN)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "new", "--output", "没有/a.md")
    assert ran.code == 2
    assert "不存在" in ran.err


def test_a_year_without_a_form(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "new", "--year", "2018")
    assert (ran.code, ran.out) == (2, "")
    assert "2019" in ran.err


@pytest.mark.parametrize(
    ("words", "there"),
    [
        (("--level", "乡镇"), True),
        (("--level", "city"), True),
        (("--level", "部门"), False),
        (("--org", "青岭镇人民政府"), True),
        (("--org", "青岭镇人民政府", "--level", "department"), False),
        ((), False),
    ],
)
def test_levels(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], there: bool) -> None:
    assert ("社会评议结果____" in gxlint(monkeypatch, "new", *words).out) is there


def test_an_unknown_level(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "new", "--level", "科级")
    assert ran.code == 2
    assert "乡镇、县级、市级、省级、部门" in ran.err


@pytest.mark.parametrize("words", [("--org", "武威市司法局"), ("--province", "武威市")])
def test_what_the_province_asks_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "gxlint.toml").write_text(f"packs = ['{WUWEI}']\n", encoding="utf-8")
    ran = gxlint(monkeypatch, "new", "--year", "2025", *words)
    overview = ran.out.split("## 二、")[0]
    assert "原则上不超过 1000 字。（武政办发〔2025〕54号） -->" in overview
    assert "1000 字" not in gxlint(monkeypatch, "new", "--year", "2025", *words, "--province", "CN").out
    # What holds from a later year on is not asked for yet.
    assert "政务公开专区、公报的数量" in overview
    assert "政务公开专区、公报的数量" not in gxlint(monkeypatch, "new", "--year", "2024", *words).out


def test_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "new", "--lang", "en", "--output", "a.md")
    assert "Fill in" in ran.err
    assert "is there already" in gxlint(monkeypatch, "new", "--lang", "en", "--output", "a.md").err
    assert "township" in gxlint(monkeypatch, "new", "--lang", "en", "--level", "x").err
    assert "blank report" in gxlint(monkeypatch, "new", "--help", "--lang", "en").out


def test_every_ending_told_can_be_written() -> None:
    assert all(writer_for(f"a{ending}") is not None for ending in (*SHOWN, *WRITERS))
    assert writer_for("a.docx~") is None
