"""``rules``, ``explain``, ``plugins`` and ``inspect`` for programs, and every help."""

import json
from pathlib import Path
from typing import Any

import pytest

from gxlint.cli.main import COMMANDS
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.source.width import display_width
from tests.cli.running import gxlint, write


def test_rules_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = json.loads(gxlint(monkeypatch, "rules", "--output-format", "json").out)["rules"]
    by_code = {rule["code"]: rule for rule in rules}
    assert list(by_code) == sorted(by_code)
    total = by_code["CN305"]
    assert (total["name"], total["severity"], total["package"]) == ("row-total", "error", "gxlint")
    assert total["formats"] == ["2019", "2021"]
    assert by_code["CN309"]["formats"] == ["2021"]
    for rule in rules:
        assert rule["summary"]
        assert rule["status"] in ("preview", "stable", "deprecated")
        assert all(set(source) == {"title", "number", "date", "url"} for source in rule["source"])


def test_every_rule_can_be_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = json.loads(gxlint(monkeypatch, "rules", "--output-format", "json").out)["rules"]
    codes = [rule["code"] for rule in rules] + [rule.code for rule in TOOL_RULES]
    for lang, heads in (("zh", ("级别:", "依据")), ("en", ("Severity: ", "Rests on"))):
        ran = gxlint(monkeypatch, "explain", *codes, "--lang", lang)
        assert ran.code == 0
        assert all(ran.out.count(head) >= len(codes) for head in heads)


def test_plugins_as_json(monkeypatch: pytest.MonkeyPatch) -> None:
    made = json.loads(gxlint(monkeypatch, "plugins", "--output-format", "json").out)
    (national,) = [plugin for plugin in made["plugins"] if plugin["name"] == "national"]
    assert (national["package"], national["prefix"]) == ("gxlint", "CN")
    assert "CN305" in national["rules"]


def test_inspect_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(
        tmp_path, "a.txt", ("行政许可 | 12 |", "行政许可 | |"), ("行政处罚 | 0 |", "行政处罚 | 约3 |")
    )
    ran = gxlint(monkeypatch, "inspect", str(path), "--output-format", "json", encoding="gbk")
    made = json.loads(ran.out)
    assert (made["format"], made["year"], made["organisation"]) == ("2021", 2024, "云泽县财政局")
    assert made["title"] == "云泽县财政局2024年政府信息公开工作年度报告"
    assert (made["period"]["start"], made["period"]["end"]) == ("2024-01-01", "2024-12-31")
    assert (made["kind"], made["body_type"], made["scope"], made["published"]) == (
        "report",
        "department",
        "own",
        None,
    )
    assert made["signature"]["date"] == "2025-01-20"
    _check_facts(made["facts"], path.read_text(encoding="utf-8").split("\n"))
    assert [section["key"] for section in made["sections"]][:2] == ["overview", "proactive_disclosure"]
    lines = path.read_text(encoding="utf-8").split("\n")
    for section in made["sections"]:
        assert lines[section["range"]["start"]["line"]].startswith(section["heading"])
    cells = made["tables"]["table_requests"]["cells"]
    place = cells["granted"]["total"]["range"]
    assert cells["granted"]["total"] == {"raw": "29", "value": 29, "range": place}
    assert lines[place["start"]["line"]][place["start"]["character"] : place["end"]["character"]] == "29"
    proactive = made["tables"]["table_proactive"]["cells"]
    assert (proactive["licensing"]["decisions"]["value"], proactive["licensing"]["decisions"]["state"]) == (
        None,
        "blank",
    )
    assert (proactive["penalties"]["decisions"]["raw"], proactive["penalties"]["decisions"]["state"]) == (
        "约3",
        "invalid",
    )


@pytest.mark.parametrize("view", ["text", "json", "tree"])
@pytest.mark.parametrize(
    "text", ["买菜:白菜、豆腐", "x", "2016年政府信息公开工作年度报告\n一、概述\n全年公开信息10条。"]
)
def test_inspect_shows_anything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, view: str
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ran = gxlint(monkeypatch, "inspect", str(tmp_path / "a.txt"), "--output-format", view)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help(monkeypatch: pytest.MonkeyPatch, command: str, lang: str) -> None:
    words = [*([command] if command else []), "--help", "--lang", lang]
    ran = gxlint(monkeypatch, *words)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("用法:gxlint" if lang == "zh" else "Usage: gxlint")
    assert any("\u4e00" <= char <= "\u9fff" for char in ran.out) == (lang == "zh")
    assert max(map(display_width, ran.out.splitlines())) <= 100
    for name in COMMANDS if not command else ["--lang", "--help"]:
        assert name in ran.out


def test_without_a_command_the_help_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = gxlint(monkeypatch, "--help")
    assert gxlint(monkeypatch) == gxlint(monkeypatch, "help") == shown


def test_version(monkeypatch: pytest.MonkeyPatch) -> None:
    from gxlint import __version__

    assert gxlint(monkeypatch, "--version").out == f"gxlint {__version__}\n"


def _check_facts(facts: list[dict[str, Any]], lines: list[str]) -> None:
    """Every fact has the fixed keys, and what it says stands at its range."""
    assert all(list(fact)[:6] == ["kind", "subject", "value", "unit", "text", "range"] for fact in facts)
    counts = [fact for fact in facts if fact["kind"] == "count"]
    assert [(fact["subject"], fact["value"], fact["unit"]) for fact in counts][:2] == [
        ("disclosed_website", 126, "条"),
        ("policy_interpretations", 18, "篇"),
    ]
    for fact in counts:
        start, end = fact["range"]["start"], fact["range"]["end"]
        assert lines[start["line"]][start["character"] : end["character"]] == fact["text"]
