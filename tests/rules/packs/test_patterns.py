"""Patterns find what regular expressions find, and none of them can run away."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.rules.packs.patterns import MOST_REPEATS, PatternError, compile_pattern

characters = st.sampled_from(("a", "b", "1", "年", "[ab]", "[^a]", r"\d", ".", "[0-9年]"))
repeats = st.sampled_from(("", "", "?", "{0,2}", "{1,3}", "{2}", "+", "*"))
simple = st.tuples(characters, repeats).map("".join)
patterns = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda options: f"({'|'.join(options)})"),
        inner.map(lambda text: f"({text})?"),
    ),
    max_leaves=6,
)
texts = st.text(alphabet="ab1年\n", max_size=30)


def _plain(pattern: str) -> str:
    """The same for Python, where repeats reach as far as here."""
    return pattern.replace("*", f"{{0,{MOST_REPEATS}}}").replace("+", f"{{1,{MOST_REPEATS}}}")


@given(patterns, texts)
@settings(deadline=None, max_examples=500)
def test_it_finds_what_python_finds(pattern: str, text: str) -> None:
    try:
        compiled = compile_pattern(pattern)
    except PatternError:
        return
    expected = [match.span() for match in re.finditer(_plain(pattern), text)]
    assert [match.span() for match in compiled.finditer(text)] == expected


@given(st.text(alphabet="a年1()[]{}|?*+.^$\\,-ds", max_size=25))
@settings(deadline=None, max_examples=500)
def test_any_text_is_a_pattern_or_refused(pattern: str) -> None:
    try:
        compile_pattern(pattern).search("a年1" * 20)
    except PatternError as error:
        _says_where(error, pattern)


def _says_where(error: PatternError, pattern: str) -> None:
    assert 0 <= error.at <= len(pattern)
    assert error.message.render(error.params, "zh")
    assert error.message.render(error.params, "en")


@given(patterns, st.sampled_from("ab1年"))
@settings(deadline=None, max_examples=100)
def test_it_ends_soon_on_the_worst_text(pattern: str, char: str) -> None:
    try:
        compiled = compile_pattern(pattern + "x")
    except PatternError:
        return
    began = time.perf_counter()
    assert compiled.search(char * 3000) is None
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("pattern", "at", "said"),
    [
        ("(a+)+b", 4, "只能用 ?"),
        ("(a|aa)*b", 6, "只能用 ?"),
        ("a**", 2, "重复两次"),
        ("a+?", 2, "重复两次"),
        ("(a)?*", 4, "重复两次"),
        (".*.*.*x", 0, "太灵活"),
        ("a{1,1000}", 1, "重复次数"),
        ("a{1,99999999}", 1, "重复次数"),
        ("a{3,2}", 1, "重复次数"),
        ("a{0}", 1, "重复次数"),
        ("(?=a)b", 0, "不支持"),
        ("(?<!a)b", 0, "不支持"),
        ("(?P<name>a)", 0, "不支持"),
        (r"(a)\1", 3, "不支持"),
        (r"\bword", 0, "不支持"),
        ("^a", 0, "不支持"),
        ("a$", 1, "不支持"),
        ("(a", 0, "没有成对"),
        ("a)", 1, "没有成对"),
        ("[a", 0, "没有成对"),
        ("[十-一]", 1, "前大后小"),
        ("*a", 0, "没有可以重复的字"),
        ("a?", 0, "什么都不写"),
        ("a|", 0, "什么都不写"),
        ("", 0, "什么都不写"),
        ("(" * 20 + "a" + ")" * 20, 9, "层以上"),
        ("a" * 301, 300, "超过"),
    ],
)
def test_it_is_refused(pattern: str, at: int, said: str) -> None:
    with pytest.raises(PatternError) as caught:
        compile_pattern(pattern)
    assert caught.value.at == at
    assert said in caught.value.message.render(caught.value.params)


def test_the_text_is_normalised_and_so_is_the_pattern() -> None:
    assert compile_pattern("（[１２]）：.").search("见(1):附件")
    assert compile_pattern(r"\(试行\)").search("办法(试行)")


@pytest.mark.parametrize(
    "pattern", [r"培训[^。]{0,12}\d+\s*(次|期|场)", r"(共|计)?\d+(件|条|份|篇)(次)?", "第[一二三四五]是"]
)
def test_what_authors_write_is_taken(pattern: str) -> None:
    assert compile_pattern(pattern)
