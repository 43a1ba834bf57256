"""Patterns of paths."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.lint.config.globs import name_matches, path_matches


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("a.txt", "a.txt", True),
        ("a.txt", "b/a.txt", True),
        ("a.txt", "b/ba.txt", False),
        ("./a.txt", "a.txt", True),
        ("b/a.txt", "b/a.txt", True),
        ("b/a.txt", "c/b/a.txt", False),
        ("b\\a.txt", "b/a.txt", True),
        ("*.txt", "b/c/a.txt", True),
        ("b/*.txt", "b/a.txt", True),
        ("b/*.txt", "b/c/a.txt", False),
        ("b/**", "b/c/a.txt", True),
        ("b/**/a.txt", "b/a.txt", True),
        ("b/**/a.txt", "b/c/d/a.txt", True),
        ("**/b/*", "x/b/a.txt", True),
        ("**", "x/b/a.txt", True),
        ("b", "b/c/a.txt", True),
        ("b/", "b/c/a.txt", True),
        ("b", "bb/a.txt", False),
        ("草稿", "某局/草稿/报告.txt", True),
        ("?.txt", "a.txt", True),
        ("?.txt", "ab.txt", False),
        ("a+(1).txt", "a+(1).txt", True),
        ("[1].txt", "[1].txt", True),
        ("**", "../a.txt", True),
        ("a.txt", "../b/a.txt", True),
        ("**", "a.txt", True),
        ("**/", "a.txt", True),
        ("b/**", "c/a.txt", False),
        ("b/**/c/**/a.txt", "b/x/c/y/z/a.txt", True),
        ("b/**/c/**/a.txt", "b/x/y/z/a.txt", False),
        ("/b/a.txt", "b/a.txt", True),
        ("/", "a.txt", False),
        ("a**b", "axxb", True),
        ("*a*b*", "xaxbx", True),
        ("*a*b", "xaxbx", False),
        ("", "a.txt", False),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert path_matches(pattern, path) is expected


def test_no_pattern_takes_for_ever() -> None:
    assert not path_matches("*a" * 2000 + "b", "a" * 3000)
    assert not path_matches("**/" * 500 + "b", "a/" * 500 + "c")


@given(st.text("ab*?", max_size=8), st.text("ab", max_size=8))
def test_names_are_matched_as_a_regular_expression_would(pattern: str, name: str) -> None:
    meant = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    assert name_matches(pattern, name) == (re.fullmatch(meant, name) is not None)
