import re

import pytest

from gxlint.source.pattern import HAN, Pattern


@pytest.mark.parametrize("text", ["", "第12号", "编号12号、第3号", "没有"])
def test_as_a_compiled_pattern(text: str) -> None:
    ours, theirs = Pattern(r"第?(\d+)号", "号"), re.compile(r"第?(\d+)号")
    for method in ("search", "match", "fullmatch"):
        one, other = getattr(ours, method)(text), getattr(theirs, method)(text)
        assert (one and one.groups()) == (other and other.groups())
    assert [match.span() for match in ours.finditer(text, 2)] == [
        match.span() for match in theirs.finditer(text, 2)
    ]
    assert ours.sub("", text) == theirs.sub("", text)


def test_is_compiled_for_a_text_with_its_words_alone() -> None:
    wrong = Pattern("(号", "号")
    assert wrong.search("没有") is None
    with pytest.raises(re.error):
        wrong.search("12号")


@pytest.mark.parametrize(
    ("char", "expected"), [*((char, True) for char in "一龥公〇"), *((char, False) for char in "aZ5_,。《 ")]
)
def test_chinese_characters(char: str, expected: bool) -> None:
    assert bool(re.fullmatch(HAN, char)) == expected
