"""A pack is a plugin among plugins."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from gxlint.formats import official_formats
from gxlint.lint.session import Session, Settings
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.rules import hookimpl
from gxlint.rules.loading.admission import PACK_FILE
from gxlint.rules.plugins import Plugins, load_plugins
from tests.project.imports import ROOT
from tests.rules.kit import make_plugin, make_rule
from tests.rules.packs.kit import HEAD, RULE

CHECK = '[rule.forbidden]\nany = ["甲"]\n'
TEXT = HEAD + RULE + CHECK
PROFILE = '[[profile]]\ncode = "CN-YZ"\nname = "云泽县"\n'


def load(packs: Sequence[str] = (), **modules: object) -> Plugins:
    return load_plugins(modules.items(), installed=False, reserved=TOOL_RULES, packs=packs)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "yz.toml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def hooked(*paths: object) -> ModuleType:
    """A plugin that brings packs and a rule of its own."""
    module = make_plugin(make_rule("YZ901"), prefix="YZ")
    module.gxlint_packs = hookimpl(lambda: paths)  # type: ignore[attr-defined]
    return module


def test_a_pack_of_the_configuration(path: Path) -> None:
    loaded = load([str(path)])
    assert loaded.failures == ()
    (rule,) = loaded.rules
    assert (rule.code, rule.regional) == ("YZ101", False)
    assert rule.origin == ("yz.toml", "0.1.0")
    assert (rule.since, rule.examples.wrong, rule.examples.right) == ("0.1.0", "乙。", "甲。")
    assert rule.sources[0].number == "云政办函〔2024〕18号"
    assert rule.sources[0].date == "2024-12-10"


def test_a_pack_beside_rules_in_python(path: Path) -> None:
    loaded = load(yunze=hooked(path))
    assert loaded.failures == ()
    assert [rule.code for rule in loaded.rules] == ["YZ101", "YZ901"]
    assert {rule.origin.package for rule in loaded.rules} == {"yunze"}


def test_a_package_that_is_a_pack_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "gxlint_yunze_alone"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""云泽县的规则。"""\n', encoding="utf-8")
    (folder / PACK_FILE).write_text(TEXT.replace("[source", PROFILE + "[source"), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    module = __import__("gxlint_yunze_alone")
    loaded = load(alone=module)
    del sys.modules["gxlint_yunze_alone"]
    assert loaded.failures == ()
    assert [(rule.code, rule.regional) for rule in loaded.rules] == [("YZ101", True)]
    assert [profile.code for profile in loaded.profiles] == ["CN-YZ"]
    (info,) = loaded.infos
    assert (info.name, info.prefix, info.codes, info.profiles) == ("alone", "YZ", ("YZ101",), ("CN-YZ",))


def test_a_module_without_hooks_and_without_a_pack_is_refused() -> None:
    (failure,) = load(empty=ModuleType("empty")).failures
    assert "GXLINT_SPEC" in failure.text()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('prefix = "YZ"', "prefix = 1", "yz.toml:4:10:prefix 应为文字"),
        ("[rule.forbidden]", "[rule.forbiden]", "未知的键 forbiden,是否指 forbidden?"),
        ("[pack]", "[pack", "TOML 语法错误"),
        ("pass", "{pass", "TOML 语法错误"),
    ],
)
def test_a_pack_that_is_wrong_is_named_and_everything_else_goes_on(
    path: Path, old: str, new: str, said: str
) -> None:
    path.write_text(TEXT.replace(old, new), encoding="utf-8")
    loaded = load([str(path)], qingling=make_plugin(make_rule("QL101"), prefix="QL"))
    (failure,) = loaded.failures
    assert "yz.toml" in failure.text()
    assert said in failure.text()
    assert "gxlint test" in failure.text("en")
    assert [rule.code for rule in loaded.rules] == ["QL101"]


def test_a_missing_pack_is_named(tmp_path: Path) -> None:
    (failure,) = load([str(tmp_path / "none.toml")]).failures
    assert "none.toml:无法读取" in failure.text()


@pytest.mark.parametrize("paths", [(1,), (None,)])
def test_a_hook_that_gives_no_paths_is_named(paths: tuple[object, ...]) -> None:
    loaded = load(yunze=hooked(*paths))
    (failure,) = loaded.failures
    assert "gxlint_packs" in failure.text()
    assert [rule.code for rule in loaded.rules] == ["YZ901"]


def test_a_foreign_prefix_and_a_taken_code_are_refused(path: Path) -> None:
    loaded = load([str(path)], yunze=make_plugin(make_rule("YZ101"), prefix="YZ"))
    (failure,) = loaded.failures
    assert "前缀 YZ 属于软件包 yunze" in failure.text()
    assert len(loaded.rules) == 1


@pytest.mark.parametrize("prefix", ["CN", "GXL"])
def test_the_prefixes_of_gxlint_are_not_to_be_had(path: Path, prefix: str) -> None:
    path.write_text(TEXT.replace('"YZ', f'"{prefix}'), encoding="utf-8")
    loaded = load_plugins(reserved=TOOL_RULES, packs=[str(path)])
    (failure,) = loaded.failures
    assert f"前缀 {prefix} 属于软件包 gxlint" in failure.text()


def test_a_pack_cannot_pass_for_gxlint(path: Path) -> None:
    path.write_text(TEXT.replace('"YZ', '"CN').replace('name = "yunze"', 'name = "gxlint"'), encoding="utf-8")
    assert load_plugins(reserved=TOOL_RULES, packs=[str(path)]).failures


def test_rules_may_be_for_a_format_that_a_plugin_brings(path: Path) -> None:
    form = official_formats().latest.replaced(key="2031", first_year=2031)
    path.write_text(TEXT.replace("pass =", 'formats = ["2031+"]\npass ='), encoding="utf-8")
    loaded = load([str(path)], yunze=make_plugin(formats=[form]))
    assert loaded.failures == ()
    assert loaded.rules[0].formats == ("2031+",)


def test_findings_of_the_example_pack() -> None:
    plugins = load([str(ROOT / "examples" / "packs" / "yunze.toml")])
    session = Session(Settings(select=("YZ",)), plugins=plugins)
    result = session.check_path(str(ROOT / "examples" / "mistakes.md")).result
    assert result is not None
    assert {finding.rule.code for finding in result.findings} >= {"YZ103", "YZ108"}
    assert not [finding for finding in result.findings if finding.rule.code == "GXL002"]
    assert "YZ201" in {item.rule.code for item in result.coverage.undecided}


def test_a_rule_that_names_profiles_is_on_in_those_alone(path: Path) -> None:
    city = '[[profile]]\ncode = "CN-YZ-QINGLING"\nname = "青岭镇"\nparent = "CN-YZ"\n'
    second = (RULE + CHECK).replace("YZ101", "YZ102").replace("some-defect", "other-defect")
    second = second.replace("pass =", 'profiles = ["CN-YZ-QINGLING"]\npass =')
    path.write_text(HEAD + PROFILE + city + RULE + CHECK + second, encoding="utf-8")
    loaded = load([str(path)])
    assert loaded.failures == ()
    by_code = {profile.code: profile for profile in loaded.profiles}
    assert by_code["CN-YZ"].rules == ("YZ101",)
    assert by_code["CN-YZ-QINGLING"].rules == ("YZ102",)
