"""``gxlint convert``: into every kind of file, what it says on the way, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gxlint.formats import official_formats
from gxlint.forms.writers import SHOWN
from gxlint.model.build import build_report
from gxlint.readers import read_path
from gxlint.testing.forms import blank_report, replace_line
from gxlint.testing.pages import report_text
from tests.cli.running import gxlint
from tests.project.imports import ROOT
from tests.support.layouts import BY_NAME
from tests.support.report_words import cells, sentences

if TYPE_CHECKING:
    from pathlib import Path

    from gxlint.model import Report

PAGE = ROOT / "tests" / "corpus" / "reports" / "clean" / "lanxi-county-2024.html"
DRAFT = report_text(blank_report())


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.txt").write_text(DRAFT, encoding="utf-8")


def report(path: str) -> Report:
    return build_report(read_path(path), official_formats())


@pytest.mark.parametrize("ending", SHOWN)
def test_into_every_kind_of_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: str) -> None:
    ran = gxlint(monkeypatch, "convert", "报告.txt", f"新{ending}")
    assert (ran.code, ran.out, ran.err) == (0, "", f"已写出 新{ending}\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["报告.txt", f"新{ending}"])
    assert sentences(report(f"新{ending}")) == sentences(report("报告.txt"))
    assert cells(report(f"新{ending}")) == cells(report("报告.txt"))


def test_to_the_standard_output_as_markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "convert", "报告.txt", "-")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# 云泽县财政局")
    assert "\n## 二、" in ran.out


def test_from_the_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = PAGE.read_bytes()
    ran = gxlint(monkeypatch, "convert", "-", "a.md", "--stdin-filename", "a.html", stdin=data)
    assert ran.code == 0
    assert sentences(report("a.md")) == sentences(report(str(PAGE)))


def test_what_is_left_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "convert", str(PAGE), "a.docx")
    assert ran.code == 0
    assert "第 6 行“首页 政务公开 政民互动”:网页上报告以外的内容,没有写入" in ran.err
    kept = gxlint(monkeypatch, "convert", str(PAGE), "b.docx", "--all")
    assert kept.err == "已写出 b.docx\n"
    assert "政民互动" in report("b.docx").text
    assert "政民互动" not in report("a.docx").text


def test_what_is_kept_as_a_paragraph_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = BY_NAME["markdown_plain"].render(blank_report())
    row = next(line for line in text.splitlines() if "予以公开" in line and line.startswith("|"))
    short = replace_line(text, row, "| 三、本年度办理结果 | (一)予以公开 | | 31 | 0 | 7 |")
    (tmp_path / "短.md").write_text(short, encoding="utf-8")
    ran = gxlint(monkeypatch, "convert", "短.md", "a.html")
    assert "31 | 0 | 7”:这一行的格数与统一格式不符" in ran.err
    english = gxlint(monkeypatch, "convert", "短.md", "b.html", "--lang", "en")
    assert "kept as it is in a paragraph behind the table" in english.err
    assert "31 | 0 | 7" in report("a.html").text


def test_comments_for_gxlint_are_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    marked = f"{DRAFT}\n<!-- gxlint: ignore CN305 因故 -->\n<!-- gxlint 提示：写全 -->\n"
    (tmp_path / "a.md").write_text(marked, encoding="utf-8")
    assert "2 条 gxlint 注释" in gxlint(monkeypatch, "convert", "a.md", "a.docx").err


def test_nothing_is_overwritten_unless_that_is_wanted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_text("旧", encoding="utf-8")
    ran = gxlint(monkeypatch, "convert", "报告.txt", "a.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "--force" in ran.err
    assert path.read_text(encoding="utf-8") == "旧"
    assert gxlint(monkeypatch, "convert", "报告.txt", "a.docx", "--force").code == 0
    assert report("a.docx").kind == "report"


def test_a_file_is_not_converted_into_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran = gxlint(monkeypatch, "convert", "报告.txt", "./报告.txt", "--force")
    assert ran.code == 2
    assert "转换成它自己" in ran.err
    assert (tmp_path / "报告.txt").read_text(encoding="utf-8") == DRAFT


def test_what_is_no_report_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "信.txt").write_text("各位同事:明天下午开会。\n", encoding="utf-8")
    ran = gxlint(monkeypatch, "convert", "信.txt", "信.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "不像政府信息公开工作年度报告" in ran.err
    assert not (tmp_path / "信.docx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("报告.txt",), "请给出两个文件"),
        (("报告.txt", "a.md", "b.md"), "请给出两个文件"),
        (("没有.txt", "a.md"), "找不到文件"),
        (("报告.txt", "a.pdf"), "文件名应以"),
        (("报告.txt", "没有/a.md"), "不存在"),
    ],
)
def test_wrong_usage(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str) -> None:
    ran = gxlint(monkeypatch, "convert", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_help_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "official form" in gxlint(monkeypatch, "convert", "--help", "--lang", "en").out
