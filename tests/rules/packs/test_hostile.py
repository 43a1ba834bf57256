"""A pack from a stranger: refused or bounded, with a message, and soon."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gxlint.rules.packs import load_pack
from gxlint.rules.toml_places import MOST_BYTES, TomlError
from tests.project.imports import ROOT
from tests.rules.packs.kit import HEAD, RULE, findings, pack_of, report, said_of

CHECK = '[rule.forbidden]\nany = ["甲"]\n'
EXAMPLE = (ROOT / "examples" / "packs" / "yunze.toml").read_text(encoding="utf-8")
SOON = 30.0  # seconds; what is refused takes a fraction of one, also on a busy machine


@pytest.fixture
def _within_time() -> Iterator[None]:
    began = time.perf_counter()
    yield
    assert time.perf_counter() - began < SOON


def rules(number: int) -> str:
    one = (RULE + CHECK).replace("some-defect", "defect-{n}").replace("YZ101", "YZ{n:03}")
    return HEAD + "".join(
        one.replace("{n:03}", f"{n % 1000:03}").replace("{n}", str(n)) for n in range(number)
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + RULE + "[rule.forbidden]\nany = ['/(a+)+$/']", "只能用 ?"),
        (HEAD + RULE + "[rule.forbidden]\nany = ['/(.*)*x/']", "只能用 ?"),
        (HEAD + RULE + "[rule.forbidden]\nany = ['/.{0,60}.{0,60}.{0,60}x/']", "太灵活"),
        (HEAD + RULE + "[rule.forbidden]\nany = ['" + "a" * 400 + "']", "太长"),
        (HEAD + RULE + "[rule.forbidden]\nany = [" + "'a'," * 5000 + "]", "至多 100 项"),
        (HEAD + RULE + "[rule.formula]\ncheck = '" + "(" * 150 + "1" + ")" * 150 + " = 1'", "嵌套超过"),
        (HEAD + RULE + "[rule.formula]\ncheck = '" + "1+" * 1500 + "1 = 1'", "太长"),
        (HEAD + RULE + '[rule.formula]\ncheck = \'__import__("os").system("true") = 1\'', "不是地址"),
        (HEAD + RULE + "[rule.formula]\ncheck = '1 = 9e999'", "不是地址"),
        (HEAD + RULE + "[rule.length]\nsection = 'overview'\nmax = " + "9" * 90, "max 不能大于"),
        (HEAD + RULE + "[rule.length]\nsection = 'overview'\nmax = " + "9" * 5000, "数值超过 100 个字符"),
        (HEAD + RULE + "[rule.length]\nsection = 'overview'\nmax = nan", "max 应为整数"),
        (HEAD + (RULE + "[rule.forbidden]\nany = [" + "'/a/'," * 90 + "]") * 60, "至多 2000 个"),
        ("".join(f"a{n} = {n}\n" for n in range(20_000)), "未知的键 a1"),
        (HEAD + "x = " + "[" * 5000, "嵌套超过 16 层"),
        (HEAD + "x = " + "{a=" * 5000, "嵌套超过 16 层"),
        ("a" + ".a" * 200_000 + " = 1", "超过 16 层"),
        ("[" + "a." * 200_000 + "a]", "超过 16 层"),
        (("[a.b.c.d.e.f]\n[a.b.c.d.e]\n") * 10_000, "TOML 语法错误"),
        ('x = "' + "\\u0041" * 50_000, "TOML 语法错误"),
        ('x = """' + '"' * 100_001, "TOML 语法错误"),
        ("\x00" * 1000, "TOML 语法错误"),
        ("[[rule]]\n" * 50_000, "至多 500 项"),
        ("rule = 5", "rule 应为方括号列表"),
        ("rule = [1, 2]", "rule 应为一组"),
        ("pack = []", "pack 应为一组"),
        (HEAD + RULE + CHECK + "[rule.only]\nfirst_year = 2024-01-01", "first_year 应为整数"),
        (HEAD + RULE.replace('"甲。"', "{ text = 'a', repeat = 100000 }") + CHECK, "repeat 不能大于"),
    ],
)
@pytest.mark.usefixtures("_within_time")
def test_it_is_refused(text: str, said: str) -> None:
    assert said in said_of(text)


@pytest.mark.usefixtures("_within_time")
def test_ten_thousand_rules_are_refused() -> None:
    assert "rule 至多 500 项,现有 3000 项" in said_of(rules(3000))


def test_the_file_is_held_to_its_size(tmp_path: Path) -> None:
    path = tmp_path / "big.toml"
    path.write_text(rules(10_000), encoding="utf-8")
    assert path.stat().st_size > MOST_BYTES
    with pytest.raises(TomlError, match="larger than"):
        load_pack(path)


def test_as_many_rules_as_may_be_are_taken() -> None:
    assert len(pack_of(rules(500)).rules) == 500


@pytest.mark.skipif(os.name != "posix", reason="pipes by name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    os.mkfifo(path)
    with pytest.raises(TomlError, match="not a regular file"):
        load_pack(path)


def test_a_folder_a_missing_file_and_other_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "gbk.toml").write_bytes("[pack]\nname = '云泽'".encode("gb18030"))
    (tmp_path / "pack.py").write_text("raise SystemExit", encoding="utf-8")
    for name, said in (
        ("folder.toml", "not a regular file"),
        ("none.toml", "cannot be read"),
        ("gbk.toml", "UTF-8"),
        ("pack.py", r"\.toml"),
    ):
        with pytest.raises(TomlError, match=said):
            load_pack(tmp_path / name)


def test_a_pack_cannot_name_other_files() -> None:
    # There is no key that takes a path; what looks like one is an unknown key, or plain text.
    assert "未知的键 include" in said_of(HEAD + 'include = "../../etc/passwd"\n')
    pack = pack_of(
        HEAD + RULE.replace("some-defect", "some-defect") + '[rule.forbidden]\nany = ["../../etc/passwd"]'
    )
    assert len(findings(pack, report("overview", "见 ../../etc/passwd 。"))) == 1


@pytest.mark.usefixtures("_within_time")
def test_the_slowest_pattern_that_is_taken_ends_soon_on_a_long_report() -> None:
    pack = pack_of(HEAD + RULE + "[rule.forbidden]\nsection = 'overview'\nany = ['/a{0,40}a{0,40}x/']")
    assert findings(pack, report("overview", "a" * 20_000)) == []


# What a line or a value is replaced by.
PIECES = r"""
¦ ¦[¦]¦[[rule]]¦[rule]¦=¦1¦-1¦nan¦true¦"x"¦" "¦'/(a+)+/'¦'/(/'¦'///'¦['/[/']¦[]¦[[]]¦{}¦x = 1¦2024-01-01¦"{"¦"{0}"
"\u0000"¦"\u200b"¦["\u200b"]¦[['甲'], '/乙+/']¦[1, 'a', {}]¦{ zh = '' }¦[rule.formula]¦# 甲
""".replace("\n", "¦").split("¦")


@given(st.data())
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_a_damaged_pack_is_taken_or_refused_in_words(data: st.DataObject) -> None:
    lines = EXAMPLE.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(lines) - 1))
        key, equals, _ = lines[index].partition(" = ")
        piece = data.draw(st.sampled_from(PIECES))
        lines[index] = f"{key} = {piece}" if equals and data.draw(st.booleans()) else piece
    said = said_of("\n".join(lines))
    assert said == "" or all(line.startswith("yz.toml:") for line in said.split("\n"))
