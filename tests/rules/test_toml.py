"""Where keys and values stand in a TOML file, and what is said of one that does not fit."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, field_validator

from gxlint.rules import Message
from gxlint.rules.toml_models import refuse, validated
from gxlint.rules.toml_places import TomlError, parse_toml, read_toml
from gxlint.rules.toml_scan import LimitError, scan
from tests.project.imports import ROOT

TEXT = '''\
# 说明
title = "甲\\t乙"
[tool.gxlint]
list = [
  "一", # 注
  '二',
]
inline = { a.b = 1, "c d" = [ { e = 2024-01-01 } ] }
[[rule]]
long = """
一\\
   二
三"""
[[rule]]
raw = \'\'\'x'y\'\'\'
'''


@pytest.mark.parametrize(
    ("keys", "key", "value"),
    [
        (("title",), (2, 1), (2, 9)),
        (("tool", "gxlint"), (3, 1), (3, 1)),
        (("tool", "gxlint", "list"), (4, 1), (4, 8)),
        (("tool", "gxlint", "list", 1), (6, 3), (6, 3)),
        (("tool", "gxlint", "inline", "a", "b"), (8, 12), (8, 18)),
        (("tool", "gxlint", "inline", "c d", 0, "e"), (8, 33), (8, 37)),
        (("rule", 0, "long"), (10, 1), (10, 8)),
        (("rule", 1, "raw"), (15, 1), (15, 7)),
        (("rule", 1, "nothing"), (14, 1), (14, 1)),
        (("nowhere",), (1, 1), (1, 1)),
    ],
)
def test_places(keys: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int]) -> None:
    toml = parse_toml(TEXT, "a.toml")
    assert toml.key_place(keys) == key
    assert toml.value_place(keys) == value


@pytest.mark.parametrize(
    ("keys", "index", "place"),
    [
        (("title",), 0, (2, 10)),
        (("title",), 2, (2, 13)),
        (("rule", 0, "long"), 0, (11, 1)),
        (("rule", 0, "long"), 1, (12, 4)),
        (("rule", 0, "long"), 3, (13, 1)),
        (("rule", 1, "raw"), 2, (15, 12)),
        (("tool", "gxlint", "list"), 5, (4, 8)),
    ],
)
def test_places_inside_texts(keys: tuple[str | int, ...], index: int, place: tuple[int, int]) -> None:
    assert parse_toml(TEXT, "a.toml").inside(keys, index) == place


def paths(node: Any, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every key and index of some TOML contents."""
    if above:
        yield above
    if isinstance(node, dict):
        for key, value in node.items():
            yield from paths(value, (*above, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from paths(value, (*above, index))


FILES = [ROOT / "pyproject.toml", *sorted((ROOT / "grammars" / "formats").glob("*.toml"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_value_of_real_files_is_found(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert set(paths(tomllib.loads(text))) == set(scan(text))


pieces = st.sampled_from(
    (
        *("a", "b", '"c d"', "'e'", ".", "=", "1", "1.5e3", "true", "2024-01-01 10:00:00", "{", "}", ","),
        *("[", "]", "[[", "]]", "\n", " ", '"x\\"y"', "'z'", '"""p\nq"""', "'''r'''", "# s\n"),
        *("[t]\n", "[[u]]\n", "v = 1\n"),
    )
)


@given(st.lists(pieces, max_size=25).map("".join))
@settings(deadline=None, max_examples=500)
def test_whatever_is_toml_is_followed(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        scan(text)
        return
    assert set(paths(data)) == set(scan(text))


@given(st.text(alphabet="[]{}=.,\"'\\#\n a1", max_size=40))
@settings(deadline=None, max_examples=300)
def test_any_text_is_answered(text: str) -> None:
    try:
        parse_toml(text, "a.toml")
    except TomlError as error:
        (problem,) = error.problems
        _stands_in(problem.place, text)


def _stands_in(place: Any, text: str) -> None:
    assert 1 <= place.line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = \n", "a.toml:1:5:TOML 语法错误:值写错了;文字要加英文引号"),
        ("a = 北京", "a.toml:1:5:TOML 语法错误:值写错了;文字要加英文引号"),
        ("a：1", "a.toml:1:2:TOML 语法错误:键后面应是英文等号 ="),
        ('a = "b', "a.toml:1:7:TOML 语法错误:引号没有成对"),
        ("a = 1\na = 2", "a.toml:2:6:TOML 语法错误:这个键前面已经写过"),
        ("a = [1,\n", "a.toml:2:1:TOML 语法错误:值写错了;文字要加英文引号"),
    ],
)
def test_what_is_no_toml_is_said_in_words(text: str, said: str) -> None:
    with pytest.raises(TomlError) as caught:
        parse_toml(text, "a.toml")
    assert caught.value.text() == said


def test_limits_come_before_the_parser() -> None:
    with pytest.raises(LimitError):
        scan("a." * 100 + "b = 1")


def test_windows_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes("\ufeffa = 1\r\nb = 北京\r\n".encode())
    with pytest.raises(TomlError) as caught:
        read_toml(path, name="a.toml")
    assert caught.value.text().startswith("a.toml:2:5:")


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    size: int = 1
    names: list[str] = []

    @field_validator("size")
    @classmethod
    def _odd(cls, size: int) -> int:
        if size == 13:
            raise refuse(Message("{got} 不吉利", "{got} brings no luck"), got=size)
        return size


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)
    inner: dict[str, Inner] = {}
    either: list[Inner] | str = ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[inner.a]\nsize = '1'", 'a.toml:2:8:size 应为整数,现为 "1"'),
        ("[inner.a]\nsiz = 1", "a.toml:2:1:未知的键 siz,是否指 size?"),
        ("[inner.a]\nnothing = 1", "a.toml:2:1:未知的键 nothing;这里可用的有 names, size"),
        ("[inner.a]\nnames = ['a', 2]", "a.toml:2:15:names 应为文字(加引号),现为 2"),
        ("[inner.a]\nsize = 13", "a.toml:2:8:13 不吉利"),
        ("[[either]]\nsiz = 1", "a.toml:2:1:未知的键 siz,是否指 size?"),
        ("innner = 1", "a.toml:1:1:未知的键 innner,是否指 inner?"),
    ],
)
def test_what_does_not_fit_is_said(text: str, said: str) -> None:
    with pytest.raises(TomlError) as caught:
        validated(Outer, parse_toml(text, "a.toml"))
    assert said in caught.value.text().split("\n")
    assert caught.value.text("en") != caught.value.text()


def test_a_part_of_a_file() -> None:
    toml = parse_toml("[tool.gxlint.inner.a]\nsize = 0.5", "pyproject.toml")
    with pytest.raises(TomlError) as caught:
        validated(Outer, toml, toml.data["tool"]["gxlint"], under=("tool", "gxlint"))
    assert caught.value.text() == "pyproject.toml:2:8:size 应为整数,现为 0.5"
