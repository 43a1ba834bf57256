"""``gxlint plugin new``: names, refusals and what is written. That it works is shown in ``tests/installed``."""

import errno
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest

from gxlint import __version__
from gxlint.cli.commands.plugin import run
from gxlint.cli.errors import UsageError
from gxlint.cli.scaffold.names import Names, names_of
from gxlint.cli.scaffold.writing import loaded, write_plugin
from gxlint.rules.packs.rule import PackRule
from gxlint.testing import Bench, docstring_cases, load_cases, verify
from gxlint.testing.packs import example_cases
from tests.cli.running import gxlint


def _names(target: str, *, prefix: str = "", province: str = "", title: str = "") -> Names:
    return names_of(target, prefix=prefix, province=province, title=title, lang="zh")


@pytest.mark.parametrize("province", ["GS", "gs", "CN-GS", "甘肃", "甘肃省", "620000"])
def test_a_province_says_it_all(province: str) -> None:
    names = _names("work/gxlint-gansu", province=province)
    assert names == Names(
        Path("work/gxlint-gansu"), "gxlint-gansu", "gxlint_gansu", "gansu", "GS", "CN-GS", "甘肃省"
    )


@pytest.mark.parametrize("target", ["gansu", "gxlint-gansu", "gxlint_gansu", "Gxlint-Gansu", "./gansu/"])
def test_the_package_is_named_after_the_folder(target: str) -> None:
    names = _names(target, prefix="gs")
    assert (names.distribution, names.module, names.entry) == ("gxlint-gansu", "gxlint_gansu", "gansu")
    assert (names.prefix, names.province, names.title) == ("GS", "", "gxlint-gansu")


def test_a_city() -> None:
    names = _names("gxlint-wuwei", province="武威", prefix="GSW")
    assert (names.province, names.prefix, names.title) == ("CN-GS-620600", "GSW", "武威市")


def test_a_longer_name() -> None:
    names = _names("gxlint-sichuan.office", prefix="SC", title="四川省政府办公厅")
    assert (names.distribution, names.module) == ("gxlint-sichuan-office", "gxlint_sichuan_office")
    assert names.title == "四川省政府办公厅"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"target": "甘肃", "prefix": "GS"}, "“甘肃”不能作软件包名"),
        ({"target": "gxlint-", "prefix": "GS"}, "不能作软件包名"),
        ({"target": "gansu"}, "--province 甘肃"),
        ({"target": "gansu", "province": "甘素"}, "未知的省、市、县 甘素"),
        ({"target": "gulou", "province": "鼓楼区", "prefix": "GL"}, "鼓楼区 不止一处,请写代码"),
        ({"target": "wuwei", "province": "武威"}, "武威市的规则请另取一个,如 --prefix GSA"),
        ({"target": "gansu", "prefix": "GANSU"}, "前缀 GANSU 不能用"),
        ({"target": "gansu", "prefix": "cn"}, "前缀 cn 不能用"),
    ],
)
def test_what_cannot_be(asked: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        _names(**asked)
    assert said in str(refused.value)


def test_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    ran = gxlint(monkeypatch, "plugin", "new", "gxlint-gansu", "--province", "甘肃")
    assert (ran.code, ran.err) == (0, "")
    folder = tmp_path / "gxlint-gansu"
    written = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert written == {
        ".github/workflows/tests.yml",
        ".gitignore",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "docs/rules/GS101.md",
        "docs/rules/GS102.md",
        "docs/rules/README.md",
        "gxlint_gansu/__init__.py",
        "gxlint_gansu/py.typed",
        "gxlint_gansu/rules.toml",
        "gxlint_gansu/training_count.py",
        "pyproject.toml",
        "tests/cases/102.yaml",
        "tests/corpus.txt",
        "tests/corpus/example.txt",
        "tests/test_rules.py",
    }
    assert all(f"  {name}\n" in ran.out for name in written)
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"]["gxlint"] == {"gansu": "gxlint_gansu"}
    (requirement,) = project["dependencies"]
    assert requirement.startswith(f"gxlint>={__version__.rpartition('.')[0]},<")
    assert "GS102" in (folder / "tests/corpus.txt").read_text(encoding="utf-8")
    for path in written:
        text = (folder / path).read_text(encoding="utf-8")
        assert "$" not in text.replace("${{ matrix.python }}", ""), path
        assert str(tmp_path) not in text


@pytest.mark.parametrize(
    "options",
    [
        {"province": "甘肃"},
        {"province": "武威", "prefix": "GSW"},
        {"prefix": "GA", "title": "甘肃省政府办公厅"},
    ],
    ids=["province", "city", "everywhere"],
)
def test_its_examples_hold(tmp_path: Path, options: dict[str, str]) -> None:
    names = _names(str(tmp_path / "gxlint-gansu"), **options)
    write_plugin(names)
    with loaded(names) as plugins:
        assert plugins.failures == ()
        assert [profile.code for profile in plugins.profiles] == [names.province][: bool(names.province)]
        pack_rule, rule = plugins.rules
        assert isinstance(pack_rule, PackRule)
        bench = Bench(plugins)
        cases = load_cases(names.folder / "tests" / "cases" / "102.yaml")
        for example in example_cases(type(pack_rule)):
            verify(example, bench)
        for case in (*docstring_cases(rule), *cases):
            verify(case, bench)


def test_nothing_is_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gansu").mkdir()
    (tmp_path / "gansu" / "notes.txt").write_text("手写的说明", encoding="utf-8")
    ran = gxlint(monkeypatch, "plugin", "new", "gansu", "--province", "GS")
    assert (ran.code, ran.out) == (2, "")
    assert "gansu 已经存在,没有改动它" in ran.err
    assert [path.name for path in (tmp_path / "gansu").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("answer", ["甘肃", EOFError])
def test_on_a_terminal_it_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | type[EOFError]
) -> None:
    def asked(question: str) -> str:
        assert "哪个省、市、县" in question
        if not isinstance(answer, str):
            raise answer
        return answer

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("builtins.input", asked)
    if isinstance(answer, str):
        assert run(["new", "gansu"], "zh") == 0
        assert 'prefix = "GS"' in (tmp_path / "gansu/gxlint_gansu/rules.toml").read_text(encoding="utf-8")
    else:
        with pytest.raises(UsageError, match="--province"):
            run(["new", "gansu"], "zh")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new",), "请写出新规则包的名称或文件夹"),
        (("nwe", "gansu"), "未知的操作 nwe,是否指 new?"),
        (("new", "gansu"), "请用 --province 给出省、市、县"),
        (("new", "no/such/gansu", "--prefix", "GS"), "文件夹 no/such 不存在"),
    ],
)
def test_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = gxlint(monkeypatch, "plugin", *words)
    assert ran.code == 2
    assert said in ran.err
    assert not list(tmp_path.iterdir())


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    def full(path: Path, text: str) -> None:
        if path.name == "rules.toml":
            raise OSError(errno.ENOSPC, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    monkeypatch.setattr("gxlint.cli.scaffold.writing._write", full)
    ran = gxlint(monkeypatch, "plugin", "new", "gxlint-gansu", "--province", "GS")
    assert (ran.code, ran.err) == (2, "gxlint: 无法写入 gxlint-gansu:磁盘已满\n")
    assert list(tmp_path.iterdir()) == []
