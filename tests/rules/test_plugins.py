"""Plugins: what is collected, what is refused, and that nothing takes the run down."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gxlint.formats import official_formats
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.model import Paragraph, Report, Row
from gxlint.rules import Message, Rule, plugins
from gxlint.rules.discovery import Installed
from gxlint.rules.plugins import Plugins, load_plugins
from tests.rules.kit import make_plugin, make_rule


def load(**modules: object) -> Plugins:
    """Only these plugins; each is its own package."""
    return load_plugins(modules.items(), installed=False, reserved=TOOL_RULES)


def complaint(loaded: Plugins) -> str:
    """The only failure's text."""
    (failure,) = loaded.failures
    assert failure.code == "GXL002"
    assert failure.text("en").isprintable()
    return failure.text()


def codes(loaded: Plugins) -> list[str]:
    return [rule.code for rule in loaded.rules]


def test_everything_a_plugin_brings_is_collected() -> None:
    form = official_formats().latest.replaced(key="2031", first_year=2031)
    loaded = load(
        yunze=make_plugin(make_rule("YZ102"), make_rule("YZ101"), prefix="YZ", formats=[form]),
        qingling=make_plugin(make_rule("QL101"), prefix="QL", version="0.3"),
    )
    assert loaded.failures == ()
    assert codes(loaded) == ["QL101", "YZ101", "YZ102"]
    assert loaded.formats == (form,)
    first, second = loaded.infos
    assert (first.name, first.package, first.version, first.spec) == ("yunze", "yunze", "1.2", (1, 0))
    assert (first.prefix, first.codes, first.formats) == ("YZ", ("YZ101", "YZ102"), ("2031",))
    assert (second.codes, second.formats) == (("QL101",), ())
    assert loaded.rules[0].origin == ("qingling", "0.3")


@pytest.mark.parametrize(("spec", "cure"), [((0, 9), "请升级该软件包"), ((2, 0), "请升级 gxlint")])
def test_another_major_version_is_refused_by_name(spec: tuple[int, int], cure: str) -> None:
    loaded = load(
        yunze=make_plugin(make_rule(), spec=spec), qingling=make_plugin(make_rule("QL101"), prefix="QL")
    )
    text = complaint(loaded)
    assert "插件 yunze(yunze 1.2)" in text
    assert f"{spec[0]}.{spec[1]}" in text
    assert "1.1" in text
    assert cure in text
    assert codes(loaded) == ["QL101"]


def test_a_newer_minor_version_is_welcome() -> None:
    assert codes(load(yunze=make_plugin(make_rule(), spec=(1, 7)))) == ["ZZ101"]


@pytest.mark.parametrize("spec", [None, "1.0", (1,), ("1", "0")])
def test_an_undeclared_interface_is_refused(spec: object) -> None:
    assert "GXLINT_SPEC = (1, 1)" in complaint(load(yunze=make_plugin(make_rule(), spec=spec)))


def test_a_misspelt_hook_is_refused_with_a_suggestion() -> None:
    loaded = load(
        yunze=make_plugin(make_rule(), gxlint_rule=lambda: ()),
        qingling=make_plugin(make_rule("QL101"), prefix="QL"),
    )
    assert "gxlint_rule,是否指 gxlint_rules?" in complaint(loaded)
    assert codes(loaded) == ["QL101"]
    assert [info.name for info in loaded.infos] == ["qingling"]


def test_a_refused_plugin_does_not_keep_its_prefix() -> None:
    loaded = load(
        first=make_plugin(make_rule(), gxlint_rule=lambda: ()), second=make_plugin(make_rule("ZZ102"))
    )
    assert codes(loaded) == ["ZZ102"]


def test_a_hook_with_unknown_arguments_is_refused() -> None:
    assert "nonsense" in complaint(load(yunze=make_plugin(gxlint_rules=lambda nonsense: [nonsense])))


def _raise(error: BaseException) -> Callable[[], object]:
    def hook() -> object:
        raise error

    return hook


@pytest.mark.parametrize("error", [ValueError("坏"), SystemExit(3), RecursionError("太深")])
def test_a_crashing_hook_spares_the_others(error: BaseException) -> None:
    loaded = load(
        yunze=make_plugin(gxlint_rules=_raise(error)), qingling=make_plugin(make_rule("QL101"), prefix="QL")
    )
    assert f"gxlint_rules 运行出错:{type(error).__name__}" in complaint(loaded)
    assert codes(loaded) == ["QL101"]


@pytest.mark.parametrize("answer", [5, make_rule()])
def test_a_hook_has_to_return_a_collection(answer: object) -> None:
    assert "gxlint_rules 运行出错" in complaint(load(yunze=make_plugin(gxlint_rules=lambda: answer)))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import sys; sys.exit(4)", "SystemExit: 4"),
        ("def f(): f()\nf()", "RecursionError"),
        ("def f(:", "SyntaxError"),
        ("import gxlint_nowhere", "gxlint_nowhere"),
        ("raise BaseException('怪')", "BaseException: 怪"),
        ("class Odd(Exception):\n def __str__(self): raise Odd\nraise Odd", "Odd"),
    ],
)
def test_a_crash_on_import_spares_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, said: str
) -> None:
    (tmp_path / "crashing_plugin.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(
        plugins, "installed_plugins", lambda: [Installed("bad", "crashing_plugin", "gxlint-bad", "0.1")]
    )
    loaded = load_plugins([("qingling", make_plugin(make_rule("QL101"), prefix="QL"))])
    sys.modules.pop("crashing_plugin", None)
    text = complaint(loaded)
    assert "插件 bad(gxlint-bad 0.1):无法载入 crashing_plugin" in text
    assert said in text
    assert "Traceback" not in text
    assert codes(loaded) == ["QL101"]


def test_the_user_may_still_interrupt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "interrupted_plugin.py").write_text("raise KeyboardInterrupt", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(
        plugins, "installed_plugins", lambda: [Installed("x", "interrupted_plugin", "x", "1")]
    )
    with pytest.raises(KeyboardInterrupt):
        load_plugins()


def test_an_entry_point_may_name_an_attribute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "holding_plugin.py").write_text(
        "class box:\n class plugin:\n  GXLINT_SPEC = (1, 0)", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    found = [
        Installed("good", "holding_plugin:box.plugin", "x", "1"),
        Installed("bad", "holding_plugin:no", "x", "1"),
    ]
    monkeypatch.setattr(plugins, "installed_plugins", lambda: found)
    loaded = load_plugins()
    assert [info.name for info in loaded.infos] == ["good"]
    assert "AttributeError" in complaint(loaded)


def test_no_plugin_at_all_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "installed_plugins", list)
    assert "没有找到任何规则包" in complaint(load_plugins())


@pytest.mark.parametrize(
    ("other", "taken"),
    [
        (make_rule("ZZ101", name="other-name"), "ZZ101"),
        (make_rule("QL102", name="defect-zz101"), "defect-zz101"),
        (make_rule("QL102", aliases=("ZZ101",)), "ZZ101"),
        (make_rule("QL102", aliases=("old-name",)), "old-name"),
    ],
)
def test_what_is_taken_is_refused_naming_both_packages(other: type[Rule], taken: str) -> None:
    first = make_plugin(make_rule("ZZ101", aliases=("old-name",)))
    loaded = load(yunze=first, qingling=make_plugin(other, make_rule("QL103"), prefix=other.code[:2]))
    if other.code.startswith("ZZ"):
        assert "前缀 ZZ 属于软件包 yunze" in complaint(loaded)
        return
    text = complaint(loaded)
    assert "qingling" in text
    assert f"{taken} 已被软件包 yunze 的 <ZZ101 defect-zz101> 使用" in text
    assert codes(loaded) == ["QL103", "ZZ101"]


def test_one_code_twice_in_one_plugin_is_refused() -> None:
    loaded = load(yunze=make_plugin(make_rule("ZZ101"), make_rule("ZZ101", name="second")))
    assert "ZZ101 已被软件包 yunze" in complaint(loaded)
    assert [rule.name for rule in loaded.rules] == ["defect-zz101"]


def test_names_of_the_tool_are_taken() -> None:
    assert "GXL002 rule-crashed" in complaint(load(yunze=make_plugin(make_rule(name="rule-crashed"))))


def test_two_entry_points_of_one_package_share_its_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Installed("one", "one", "yunze", "1"), Installed("two", "two", "yunze", "1")]
    monkeypatch.setitem(sys.modules, "one", make_plugin(make_rule("ZZ101")))
    monkeypatch.setitem(sys.modules, "two", make_plugin(make_rule("ZZ102")))
    monkeypatch.setattr(plugins, "installed_plugins", lambda: found)
    assert codes(load_plugins()) == ["ZZ101", "ZZ102"]


def test_a_prefix_of_another_package_is_refused() -> None:
    loaded = load(yunze=make_plugin(make_rule("ZZ101")), qingling=make_plugin(make_rule("ZZ102")))
    text = complaint(loaded)
    assert "qingling" in text
    assert "前缀 ZZ 属于软件包 yunze" in text
    assert codes(loaded) == ["ZZ101"]


@pytest.mark.parametrize("package", ["yunze", "gxlint"])
def test_the_prefix_of_the_tool_is_refused(package: str) -> None:
    loaded = load(**{package: make_plugin(make_rule("GXL101"), prefix="GXL")})
    assert "前缀 GXL 属于软件包 gxlint" in complaint(loaded)


@pytest.mark.parametrize("prefix", ["z", "zz", "ZZZZ", "Z1", 7])
def test_a_prefix_has_a_shape(prefix: object) -> None:
    assert "应为两到三个大写字母" in complaint(load(yunze=make_plugin(make_rule(), prefix=prefix)))


def test_rules_need_a_prefix_and_formats_do_not() -> None:
    form = official_formats().latest.replaced(key="2031", first_year=2031)
    assert load(yunze=make_plugin(prefix="", formats=[form])).failures == ()
    assert "没有声明编号前缀" in complaint(load(yunze=make_plugin(make_rule(), prefix="")))


def test_a_format_belongs_to_one_package() -> None:
    form = official_formats().latest.replaced(key="2031", first_year=2031)
    loaded = load(
        yunze=make_plugin(prefix="", formats=[form]), qingling=make_plugin(prefix="", formats=[form])
    )
    assert "格式 2031 已由软件包 yunze 提供" in complaint(loaded)
    assert loaded.formats == (form,)


def test_a_format_has_to_be_one() -> None:
    assert "不是格式,而是 str" in complaint(
        load(yunze=make_plugin(prefix="", gxlint_formats=lambda: ["2031"]))
    )


def test_a_rule_may_name_a_format_of_any_plugin() -> None:
    form = official_formats().latest.replaced(key="2031", first_year=2031)
    loaded = load(
        yunze=make_plugin(make_rule("ZZ101", formats=("2031+",))),
        qingling=make_plugin(prefix="", formats=[form]),
    )
    assert (loaded.failures, codes(loaded)) == ((), ["ZZ101"])


class _NoCheck:
    """Something that is no rule."""


def _exploding_init(_: object) -> None:
    raise RuntimeError("构造失败")


@pytest.mark.parametrize(
    ("candidate", "said"),
    [
        (_NoCheck, "不是 Rule 的子类"),
        ("ZZ101", "不是 Rule 的子类"),
        (make_rule(check=...), "没有实现 check"),  # type: ignore[arg-type]
        (make_rule("ZZ1"), "'ZZ1' 应为两到三个大写字母加三位数字"),
        (make_rule("ZZ30٣", name="x"), "应为两到三个大写字母加三位数字"),
        (make_rule("zz101"), "应为两到三个大写字母加三位数字"),
        (make_rule("QL101"), "QL101 不以本插件声明的前缀 ZZ 开头"),
        (make_rule(name="RowTotal"), "名称 'RowTotal'"),
        (make_rule(name="row--total"), "名称 'row--total'"),
        (make_rule(name=...), "名称 None"),
        (make_rule(severity="error"), "严重程度 'error'"),
        (make_rule(__doc__="只有概述。"), "Wrong: 和 Right:"),
        (make_rule(__doc__=None), "Wrong: 和 Right:"),
        (make_rule(source="通知"), "依据(source)"),
        (make_rule(source=()), "依据(source)"),
        (make_rule(source=...), "依据(source)"),
        (make_rule(messages={}), "提示文字(messages)"),
        (make_rule(messages={"default": Message("有误", "")}), "提示文字(messages)"),
        (make_rule(messages=...), "提示文字(messages)"),
        (make_rule(formats="2021"), "formats 应为元组"),
        (make_rule(formats=("2021+", "2012")), "没有名为 '2012' 的格式"),
        (make_rule(wants=str), "wants 应为 Report, Section, Table, Row, Cell, Paragraph 之一,现为 str"),
        (make_rule(wants=Report, table="table_requests"), "不能再用 table 或 section 限定"),
        (make_rule(wants=Row, table=3), "应为字符串或 None"),
        (make_rule(status="new"), "status 'new'"),
        (make_rule(fix="unsafe"), "fix 'unsafe' 应为 none, suggested, safe 之一"),
        (make_rule(aliases="ZZ001"), "别名 'ZZ001'"),
        (make_rule(aliases=("Not one",)), "别名 ('Not one',)"),
        (make_rule(__init__=_exploding_init), "RuntimeError: 构造失败"),
    ],
)
def test_what_is_no_rule_is_refused_and_said_why(candidate: object, said: str) -> None:
    loaded = load(yunze=make_plugin(candidate, make_rule("ZZ900", wants=Paragraph, section="overview")))
    assert said in complaint(loaded)
    assert codes(loaded) == ["ZZ900"]


def test_every_mistake_of_a_rule_is_named() -> None:
    loaded = load(yunze=make_plugin(make_rule("ZZ1", name="Bad", source=None)))
    assert len(loaded.failures) == 3


def test_docstrings_may_be_stripped_by_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    class Flags:
        optimize = 2

    bare: Any = make_rule(__doc__=None)
    monkeypatch.setattr("gxlint.rules.validate.sys.flags", Flags)
    assert codes(load(yunze=make_plugin(bare))) == ["ZZ101"]
