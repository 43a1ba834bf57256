"""Several reports of one run, each in its own format and place."""

import csv
import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from gxlint.cli.errors import UsageError
from gxlint.cli.main import main
from gxlint.cli.outputs import Output, chosen_outputs
from gxlint.reporters import REPORTERS
from tests.cli.running import gxlint, write

WRONG = ("28 | 1 | 0 | 0 | 0 | 0 | 29", "28 | 1 | 0 | 0 | 0 | 0 | 30")
FORMAT = "--output-format"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_one_run_writes_every_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)
    files = [f"{name}={name}.out" for name in REPORTERS if name != "text"]
    words = [word for file in files for word in (FORMAT, file)]
    ran = gxlint(monkeypatch, "check", "a.txt", FORMAT, "text", *words)
    assert ran.code == 1
    assert ran.out.startswith("a.txt:35:50 错误 CN305")
    made = {name: (tmp_path / f"{name}.out").read_bytes() for name in REPORTERS if name != "text"}
    assert json.loads(made["json"])["files"][0]["path"] == "a.txt"
    assert json.loads(made["sarif"])["runs"][0]["results"][0]["ruleId"] == "CN305"
    assert json.loads(made["gitlab"])[0]["location"]["path"] == "a.txt"
    assert {ET.fromstring(made[name]).tag for name in ("junit", "checkstyle")} == {"testsuites", "checkstyle"}
    rows = list(csv.reader(made["csv"].decode("utf-8-sig").splitlines()))
    assert rows[1][7] == "CN305"
    assert rows[1][13].startswith("《国务院办公厅")
    (tmp_path / "xlsx.out").rename(tmp_path / "made.xlsx")
    assert load_workbook(tmp_path / "made.xlsx")["问题"]["H2"].value == "CN305"
    assert made["html"].startswith(b"<!DOCTYPE html>")
    assert made["github"].startswith(b"::error file=a.txt,line=35")
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".tmp")]


def test_a_format_with_a_file_leaves_the_terminal_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt", WRONG)
    ran = gxlint(monkeypatch, "check", "a.txt", FORMAT, "json=a=b.json")
    assert (ran.out, ran.err, ran.code) == ("", "", 1)
    assert (tmp_path / "a=b.json").is_file()


def test_output_is_for_the_format_without_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)
    ran = gxlint(
        monkeypatch, "check", "a.txt", FORMAT, "json=list.json", FORMAT, "jsonl", "--output", "lines.jsonl"
    )
    assert (ran.out, ran.code) == ("", 1)
    assert len((tmp_path / "lines.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_a_dash_is_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    for words in ((FORMAT, "jsonl=-"), (FORMAT, "jsonl", "--output", "-")):
        assert json.loads(gxlint(monkeypatch, "check", "a.txt", *words).out)["verdict"] == "pass"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((FORMAT, "htm=a.out"), "未知的输出格式 htm"),
        ((FORMAT, "sarfi=a.out"), "是否指 sarif?"),
        ((FORMAT, "json="), "输出格式 json= 后面缺少文件名"),
        ((FORMAT, "json", FORMAT, "text"), "json 和 text 不能都写到同一处"),
        ((FORMAT, "json=a.out", "-o", "b.out"), "--output b.out 没有可写的内容"),
        ((FORMAT, "json=a.out", FORMAT, "csv=./a.out"), "json 和 csv 不能写进同一个文件 ./a.out"),
        ((FORMAT, "json=a.out", FORMAT, "csv", "-o", "a.out"), "不能写进同一个文件 a.out"),
        ((FORMAT, "json=no/a.out"), "无法写入 no/a.out:文件夹"),
        ((FORMAT, "json=."), "无法写入 .:那是一个文件夹"),
        ((FORMAT, "json=a.txt"), "a.txt 是要检查的文件,不能把结果写在上面"),
    ],
)
def test_what_cannot_be_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    before = write(tmp_path, "a.txt", WRONG).read_bytes()
    ran = gxlint(monkeypatch, "check", "a.txt", *words)
    assert ran.code == 2
    assert told in ran.err
    assert ran.out == ""
    assert (tmp_path / "a.txt").read_bytes() == before
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_workbook_is_not_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as terminal:
        terminal.setattr("gxlint.cli.outputs.sys.stdout", type("Tty", (), {"isatty": lambda _: True})())
        with pytest.raises(UsageError, match="xlsx=FILE"):
            chosen_outputs([Output("xlsx")], None, "zh")


def test_results_among_the_reports_are_not_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)
    for _ in range(2):
        ran = gxlint(monkeypatch, "check", ".", FORMAT, "text", FORMAT, "json=list.txt")
        assert "1 份报告" in ran.out
        assert "跳过" not in ran.out


def test_pages_of_earlier_runs_are_not_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)
    for name in ("old.html", "new.html"):
        gxlint(monkeypatch, "check", ".", FORMAT, f"html={name}")
    assert "1 份报告" in gxlint(monkeypatch, "check", ".").out
    # One that is named is checked all the same.
    assert gxlint(monkeypatch, "check", "old.html").out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_workbooks_of_earlier_runs_are_not_checked(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "报告.txt")
    gxlint(
        monkeypatch,
        "check",
        str(tmp_path),
        "--lang",
        lang,
        "--output-format",
        f"xlsx={tmp_path / '结果.xlsx'}",
    )
    (tmp_path / "结果.xlsx").rename(tmp_path / "上次.xlsx")
    (tmp_path / "坏.xlsx").write_bytes(b"PK")
    ran = gxlint(monkeypatch, "check", str(tmp_path), "--output-format", "json")
    assert [Path(file["path"]).name for file in json.loads(ran.out)["files"]] == ["坏.xlsx", "报告.txt"]


def test_a_person_is_told_where_the_results_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "a.txt", WRONG)
    with monkeypatch.context() as terminal:
        terminal.setattr(type(sys.stderr), "isatty", lambda _: True)
        main(["check", "a.txt", FORMAT, "html=a.html", FORMAT, "csv=a.csv"])
    assert capsys.readouterr().err.splitlines() == ["1 份报告:1 个错误;未通过 1", "结果已写入 a.html、a.csv"]


def test_a_file_that_cannot_be_replaced_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)

    def held(*_: object) -> None:
        raise PermissionError(13, "denied")

    with monkeypatch.context() as excel:
        excel.setattr("gxlint.cli.files.os.replace", held)
        ran = gxlint(excel, "check", "a.txt", FORMAT, "csv=list.csv", "--lang", "en")
    assert ran.code == 2
    assert ran.err.startswith(
        "gxlint: cannot write list.csv: no permission, or another program (such as Word or Excel)"
    )
    assert os.listdir(tmp_path) == ["a.txt"]


def test_nothing_is_left_when_one_of_several_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", WRONG)

    def fail(*_: object) -> None:
        raise RuntimeError("no")

    with monkeypatch.context() as broken:
        broken.setattr("gxlint.reporters.json._summary", fail)
        ran = gxlint(broken, "check", "a.txt", FORMAT, "csv=a.csv", FORMAT, "json=a.json")
    assert ran.code == 2
    assert os.listdir(tmp_path) == ["a.txt"]


def test_mended_standard_input_sends_the_report_to_the_error_stream(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = write(tmp_path, "a.txt", WRONG).read_bytes()
    ran = gxlint(monkeypatch, "check", "-", "--fix", FORMAT, "jsonl", FORMAT, "json=a.json", stdin=text)
    assert json.loads(ran.err)["verdict"] == "fail"
    assert (tmp_path / "a.json").is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="no such device")
def test_a_device_takes_any_number_of_reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt")
    words = (FORMAT, "json=/dev/null", FORMAT, "csv=/dev/null")
    assert gxlint(monkeypatch, "check", "a.txt", *words).code == 0
