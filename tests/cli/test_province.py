"""``--province`` with a province's package at hand, and what is accepted, as machines read it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gxlint.rules import Profile, Severity
from gxlint.rules.discovery import Installed, installed_plugins
from gxlint.source import Span
from tests.cli.running import Ran, gxlint, write
from tests.rules.kit import make_plugin, make_rule

WRONG = ("28 | 1 | 0 | 0 | 0 | 0 | 29", "28 | 1 | 0 | 0 | 0 | 0 | 30")
Run = Callable[..., Ran]


def _gansu() -> ModuleType:
    def always(rule: Any, _node: object, _report: object) -> Any:
        yield rule.at(Span(0, 3), "got", got=rule.parameter("limit"))

    return make_plugin(
        make_rule("GS101", always, severity=Severity.WARNING, parameters={"limit": 1000}),
        make_rule("GS201", severity=Severity.WARNING),
        prefix="GS",
        spec=(1, 1),
        version="2.1",
        gxlint_profiles=lambda: (
            Profile(
                "CN-GS",
                "甘肃省",
                rules=("GS1",),
                replaces={"CN107": "GS101"},
                severities={"CN103": "warning"},
            ),
            Profile("CN-GS-620600", "武威市", rules=("GS2",), parameters={"GS101": {"limit": 800}}),
        ),
    )


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The program with a package for 甘肃 installed beside the national rules."""
    gansu = _gansu()
    monkeypatch.setitem(sys.modules, "gxlint_made_gansu", gansu)
    found = [*installed_plugins(), Installed("gansu", "gxlint_made_gansu", "gxlint-gansu", "2.1")]
    monkeypatch.setattr("gxlint.rules.plugins.installed_plugins", lambda: found)
    monkeypatch.chdir(tmp_path)
    return lambda *words: gxlint(monkeypatch, *words)


def checked(run: Run, *words: str) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = json.loads(run("check", *words, "--output-format", "json").out)["files"]
    return files


def codes(file: dict[str, Any]) -> list[str]:
    return [item["code"] for item in file["diagnostics"]]


@pytest.mark.parametrize("word", ["GS", "CN-GS", "gs", "甘肃", "甘肃省", "金昌市"])
def test_a_province_may_be_called_many_things(tmp_path: Path, run: Run, word: str) -> None:
    write(tmp_path, "a.txt")
    (file,) = checked(run, "a.txt", "--province", word)
    assert (file["province"], codes(file)) == ("CN-GS", ["GS101"])
    assert "CN107" not in file["coverage"]["passed"]


def test_without_the_profile_its_rules_do_not_run(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "a.txt")
    (file,) = checked(run, "a.txt")
    assert (file["province"], codes(file)) == (None, [])
    (file,) = checked(run, "a.txt", "--extend-select", "GS1")
    assert (file["province"], codes(file)) == (None, ["GS101"])


def test_each_report_of_a_folder_is_held_to_its_own_province(tmp_path: Path, run: Run) -> None:
    for number, place in enumerate(("云泽县", "武威市", "武威市凉州区", "金昌市", "长沙市")):
        path = write(tmp_path, f"{number}.txt")
        path.write_text(path.read_text(encoding="utf-8").replace("云泽县", place), encoding="utf-8")
    for jobs in ("1", "2"):
        files = checked(run, ".", "--jobs", jobs)
        assert [file["province"] for file in files] == [None, "CN-GS-620600", "CN-GS-620600", "CN-GS", None]
        messages = [[item["message"] for item in file["diagnostics"]] for file in files]
        assert messages == [[], ["现为 800"], ["现为 800"], ["现为 1000"], []]


def test_a_configuration_names_the_province_and_the_command_line_another(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "gxlint.toml").write_text(
        'province = "武威市"\n[parameters.GS101]\nlimit = 5\n', encoding="utf-8"
    )
    (file,) = checked(run, "a.txt")
    assert (file["province"], file["diagnostics"][0]["message"]) == ("CN-GS-620600", "现为 5")
    assert checked(run, "a.txt", "--province", "CN")[0]["province"] is None


def test_the_rules_of_a_province_are_marked(run: Run) -> None:
    made = json.loads(run("rules", "--province", "武威", "--output-format", "json").out)
    assert made["province"] == "CN-GS-620600"
    rules = {rule["code"]: rule for rule in made["rules"]}
    assert {code: rules[code]["standing"] for code in ("CN101", "CN103", "CN107", "GS101", "GS201")} == {
        "CN101": "baseline",
        "CN103": "tightened",
        "CN107": "replaced",
        "GS101": "added",
        "GS201": "added",
    }
    assert rules["CN107"]["replaced_by"] == "GS101"
    assert rules["CN103"]["severity"] == "warning"
    assert rules["CN103"]["by"] == {"profile": "CN-GS", "package": "gxlint-gansu", "version": "2.1"}
    assert rules["GS101"]["changed_parameters"] == {"limit": 800}
    text = run("rules", "--province", "GS", "--select", "CN107,GS").out.split("\n")
    assert [line.split()[:5] for line in text[:3]] == [
        ["CN107", "警告", "替换", "problems-and-improvements", "gxlint-gansu"],
        ["GS101", "警告", "新增", "defect-gs101", "gxlint-gansu"],
        ["GS201", "警告", "停用", "defect-gs201", "gxlint-gansu"],
    ]
    assert "(改用 GS101)" in text[0]


def test_the_configuration_tells_what_comes_from_the_province(run: Run) -> None:
    made = json.loads(run("config", "--province", "武威", "--output-format", "json").out)
    by_key = {value["key"]: value for value in made["values"]}
    assert by_key["province"]["origin"]["kind"] == "command line"
    assert by_key["parameters.GS101.limit"]["value"] == 800
    assert by_key["parameters.GS101.limit"]["origin"] == {
        "kind": "profile",
        "file": None,
        "line": None,
        "profile": "CN-GS-620600",
        "package": "gxlint-gansu 2.1",
    }
    text = run("config", "--province", "武威").out
    assert "地区:武威市 (CN-GS-620600)" in text
    assert "CN-GS-620600 (gxlint-gansu 2.1)" in text


def test_the_plugins_tell_their_provinces(run: Run) -> None:
    assert "  省市:甘肃省 (CN-GS)、武威市 (CN-GS-620600)\n" in run("plugins").out
    made = json.loads(run("plugins", "--output-format", "json").out)["plugins"]
    assert [plugin["profiles"] for plugin in made] == [[], ["CN-GS", "CN-GS-620600"]]


def test_accepted_findings_are_counted_and_listed_where_asked_for(tmp_path: Path, run: Run) -> None:
    write(tmp_path, "a.txt", WRONG)
    (tmp_path / "gxlint.toml").write_text('[[accept]]\ncode = "CN305"\nreason = "口径"\n', encoding="utf-8")
    made = json.loads(run("check", "a.txt", "--output-format", "json").out)
    assert (made["summary"]["accepted"], made["summary"]["error"], codes(made["files"][0])) == (1, 0, [])
    made = json.loads(run("check", "a.txt", "--output-format", "json", "--show-accepted").out)
    (found,) = made["files"][0]["diagnostics"]
    assert (found["code"], found["accepted"], found["by"], found["reason"]) == (
        "CN305",
        True,
        "accept",
        "口径",
    )
    assert (made["summary"]["accepted"], made["summary"]["error"]) == (1, 0)


def test_processes_agree_on_what_is_of_no_use(tmp_path: Path, run: Run) -> None:
    for number in range(6):
        write(tmp_path, f"{number}.txt", *([WRONG] if number == 5 else []))
    entries = ('code = "CN305"', 'code = "CN304"', 'code = "CN305"\nfile = "0.txt"')
    (tmp_path / "gxlint.toml").write_text(
        "".join(f'[[accept]]\nreason = "因"\n{entry}\n' for entry in entries), encoding="utf-8"
    )
    answers = [run("check", ".", "--jobs", jobs).out for jobs in ("1", "3")]
    assert answers[0] == answers[1]
    assert [line.split(" ")[:3] for line in answers[0].split("\n") if "GXL004" in line] == [
        ["gxlint.toml:6:8", "警告", "GXL004"],
        ["gxlint.toml:9:8", "警告", "GXL004"],
    ]


def test_a_file_that_was_changed_is_judged_anew_against_the_baseline(tmp_path: Path, run: Run) -> None:
    path = write(tmp_path, "a.txt", WRONG)
    assert run("check", ".", "--write-baseline", "known.toml").code == 0
    assert run("check", ".", "--baseline", "known.toml").code == 0
    text = path.read_text(encoding="utf-8")
    path.write_text("\n" + text.replace("行政许可 | 12 |", "行政许可 | -12 |"), encoding="utf-8")
    (file,) = checked(run, "a.txt", "--baseline", "known.toml")
    assert "CN305" not in codes(file)
    assert codes(file)
