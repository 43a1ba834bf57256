"""``gxlint test``: exit codes, words and JSON."""

import json
from pathlib import Path

import pytest

from gxlint.rules.packs.schema import schema_text
from tests.cli.running import gxlint
from tests.project.imports import ROOT
from tests.rules.packs.kit import HEAD, RULE

GOOD = HEAD + RULE + '[rule.forbidden]\nsection = "overview"\nany = ["乙"]\n'
FAILING = GOOD.replace('fail = ["乙。"]', 'fail = [\n  "乙。",\n  "甲。",\n]')
WRONG = GOOD.replace("[rule.forbidden]", "[rule.forbiden]")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"good.toml": GOOD, "failing.toml": FAILING, "wrong.toml": WRONG}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_pass(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "test", "good.toml")
    assert (ran.code, ran.out, ran.err) == (0, "good.toml:1 条规则,2 个例子,全部通过\n", "")


def test_some_fail(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "test", "good.toml", "failing.toml")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "good.toml:1 条规则,2 个例子,全部通过",
        "failing.toml:20:3 YZ101 some-defect 第 2 个错误(fail)例子",
        "  应当报告问题,却没有报告",
        "failing.toml:1 条规则,3 个例子,1 个不符",
    ]


def test_a_pack_that_cannot_be_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "test", "wrong.toml", "--lang", "en")
    assert ran.code == 2
    assert "wrong.toml:19:1: unknown key forbiden; did you mean forbidden?" in ran.out


def test_json(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "test", "failing.toml", "wrong.toml", "--output-format", "json")
    made = json.loads(ran.out)
    assert (ran.code, made["version"]) == (2, 1)
    assert made["summary"] == {"packs": 2, "refused": 1, "rules": 1, "examples": 3, "failed": 1}
    first, second = made["packs"]
    assert [(item["code"], item["kind"], item["number"], item["ok"]) for item in first["examples"]] == [
        ("YZ101", "pass", 1, True),
        ("YZ101", "fail", 1, True),
        ("YZ101", "fail", 2, False),
    ]
    assert second["problems"][0]["line"] == 19
    assert (second["name"], second["examples"]) == (None, [])


def test_the_folder_of_a_package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gxlint_yz").mkdir()
    assert "没有 gxlint-pack.toml" in gxlint(monkeypatch, "test", "gxlint_yz").err
    (folder / "gxlint_yz" / "gxlint-pack.toml").write_text(GOOD, encoding="utf-8")
    assert gxlint(monkeypatch, "test", "gxlint_yz").code == 0


def test_a_pack_must_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = gxlint(monkeypatch, "test")
    assert ran.code == 2
    assert "请给出规则包文件" in ran.err


def test_the_schema_is_the_one_that_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = (ROOT / "docs" / "schemas" / "pack.schema.json").read_text(encoding="utf-8")
    assert gxlint(monkeypatch, "test", "--schema").out == shipped == schema_text()
