"""Each file is under the configuration nearest to it."""

import pickle
from collections.abc import Mapping
from pathlib import Path

import pytest

from gxlint.lint.config.config import ConfigError
from gxlint.lint.ruleset import SettingError
from gxlint.lint.session import FileResult, Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.readers import ReadError
from gxlint.rules import Severity
from gxlint.rules.plugins import load_plugins
from tests.cli.running import good_text
from tests.lint.kit import complaining
from tests.rules.kit import make_plugin

PLUGINS = load_plugins(
    [("made", make_plugin(complaining("ZZ101", "云泽县"), complaining("ZZ102", "2024年")))],
    installed=False,
    reserved=TOOL_RULES,
)
PACK = """
[pack]
name = "own"
version = "1.0"
prefix = "YZ"
title = "本县"

[[rule]]
code = "YZ101"
name = "own-word"
severity = "error"
summary = "写明某词。"
source = { title = "通知", number = "云政办〔2024〕1号", date = 2024-12-10 }
pass = ["某词"]
fail = ["别的"]

[rule.required]
section = "overview"
any = ["某词"]
"""


def lay(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def checked(session: Session, path: Path) -> FileResult:
    return session.check_bytes(good_text().encode(), str(path))


def ran(session: Session, path: Path) -> list[str]:
    ruleset = checked(session, path).ruleset
    assert ruleset is not None
    return [rule.code for rule in ruleset.rules]


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def test_each_folder_has_its_own(tmp_path: Path) -> None:
    lay(tmp_path, {"a/gxlint.toml": 'select = ["ZZ101"]', "b/gxlint.toml": 'ignore = ["ZZ101"]\nyear = 2031'})
    session = Session(plugins=PLUGINS)
    assert ran(session, tmp_path / "a/x.txt") == ["ZZ101"]
    assert ran(session, tmp_path / "b/x.txt") == ["ZZ102"]
    assert ran(session, tmp_path / "x.txt") == ["ZZ101", "ZZ102"]
    report = checked(session, tmp_path / "b/x.txt").report
    assert report is not None
    assert report.year == 2031


def test_the_fail_level_of_the_configuration_makes_the_verdict(tmp_path: Path) -> None:
    lay(
        tmp_path,
        {
            "a/gxlint.toml": 'fail-level = "hint"\n[severities]\nZZ = "hint"',
            "b/gxlint.toml": 'severities = { ZZ = "hint" }',
        },
    )
    verdicts = []
    for settings in (Settings(), Settings(fail_level=Severity.WARNING)):
        session = Session(settings, plugins=PLUGINS)
        for name in ("a/x.txt", "b/x.txt", "x.txt"):
            result = checked(session, tmp_path / name).result
            assert result is not None
            verdicts.append(result.verdict)
    assert verdicts == ["fail", "pass", "fail", "pass", "pass", "fail"]


def test_a_named_configuration_is_that_of_all(tmp_path: Path) -> None:
    lay(tmp_path, {"a/gxlint.toml": 'select = ["ZZ101"]', "own.toml": 'ignore = ["ZZ101"]'})
    session = Session(Settings(config=str(tmp_path / "own.toml")), plugins=PLUGINS)
    assert ran(session, tmp_path / "a/x.txt") == ["ZZ102"]


def test_a_wrong_configuration_costs_the_files_under_it(tmp_path: Path) -> None:
    lay(tmp_path, {"a/gxlint.toml": 'selct = ["ZZ101"]', "b/gxlint.toml": 'baseline = "gone.json"'})
    session = Session(plugins=PLUGINS)
    first, second = (checked(session, tmp_path / name).error for name in ("a/x.txt", "b/x.txt"))
    assert isinstance(first, ConfigError)
    assert first.code == "GXL001"
    assert "gxlint.toml:1:1:未知的键 selct,是否指 select?" in first.text()
    assert "did you mean select?" in first.text("en")
    assert pickle.loads(pickle.dumps(first)).text("en") == first.text("en")
    assert second is not None
    assert "gone.json" in second.text()
    assert checked(session, tmp_path / "x.txt").error is None
    assert session.scope(str(tmp_path / "a/x.txt")) is None


def test_a_wrong_configuration_of_the_current_folder_is_told_at_once(tmp_path: Path) -> None:
    lay(tmp_path, {"here/gxlint.toml": "year = 1"})
    with pytest.raises(ReadError, match="1949"):
        Session(plugins=PLUGINS)


def test_settings_may_name_what_there_is_in_one_place_only(tmp_path: Path) -> None:
    lay(tmp_path, {"here/gxlint.toml": 'packs = ["own.toml"]', "here/own.toml": PACK})
    session = Session(Settings(select=("YZ101",)))
    assert ran(session, tmp_path / "here/x.txt") == ["YZ101"]
    assert ran(session, tmp_path / "x.txt") == []  # and not everything
    lay(tmp_path, {"none.toml": ""})
    with pytest.raises(SettingError, match="YZ101"):
        Session(Settings(select=("YZ101",), config=str(tmp_path / "none.toml")))


def test_packs_lie_beside_the_configuration(tmp_path: Path) -> None:
    lay(tmp_path, {"a/gxlint.toml": 'packs = ["rules/own.toml"]', "a/rules/own.toml": PACK})
    session = Session()
    result = checked(session, tmp_path / "a/x.txt").result
    assert result is not None
    assert [finding.rule.code for finding in result.findings] == ["YZ101"]
    assert "YZ101" not in ran(session, tmp_path / "x.txt")


def test_a_broken_pack_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    lay(tmp_path, {"a/gxlint.toml": 'packs = ["gone.toml"]'})
    session = Session()
    assert checked(session, tmp_path / "a/x.txt").error is None
    scope = session.scope(str(tmp_path / "a/x.txt"))
    assert scope is not None
    (failure,) = scope.plugins.failures
    assert "gone.toml" in failure.text()


def test_excluded_files(tmp_path: Path) -> None:
    lay(tmp_path, {"a/gxlint.toml": 'exclude = ["草稿", "*.bak.txt"]'})
    scope = Session(plugins=PLUGINS).scope(str(tmp_path / "a/x.txt"))
    assert scope is not None
    names = ("a/x.txt", "a/草稿/x.txt", "a/b/x.bak.txt")
    assert [scope.excludes(str(tmp_path / name)) for name in names] == [False, True, True]
