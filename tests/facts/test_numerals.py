"""Numbers as reports write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.facts.numerals import number, year

_DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("36", 36),
        ("0", 0),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("12.5", 12.5),
        ("1.2万", 12000),
        ("10余万", 100000),
        ("3千余", 3000),
        ("1.23亿", 123000000),
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百零五", 105),
        ("三百余", 300),
        ("一千零二十", 1020),
        ("一万二千", 12000),
        ("五十余万", 500000),
        ("一亿零三", 100000003),
        ("三万五", None),
        ("二〇二四", None),
        ("万", None),
        ("", None),
        ("1.2.3", None),
    ],
)
def test_number(text: str, value: int | float | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("2024", 2024), ("二〇二四", 2024), ("二零二四", 2024), ("十二", None)]
)
def test_year(text: str, value: int | None) -> None:
    assert year(text) == value


def _chinese(value: int) -> str:
    """A number below ten thousand in words, written independently of the reader."""
    if value < 10:
        return _DIGITS[value]
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        if value >= unit:
            head, rest = divmod(value, unit)
            gap = "零" if rest and rest * 10 < unit else ""
            return _DIGITS[head] + name + (gap + _chinese(rest) if rest else "")
    raise ValueError(value)


@given(st.integers(0, 9999))
def test_words_below_ten_thousand(value: int) -> None:
    assert number(_chinese(value)) == value


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_words_with_ten_thousands(high: int, low: int) -> None:
    gap = "零" if 0 < low < 1000 else ""
    assert number(_chinese(high) + "万" + (gap + _chinese(low) if low else "")) == high * 10_000 + low


@given(st.integers(0, 10**9))
def test_thousands_separators(value: int) -> None:
    assert number(f"{value:,}") == number(str(value)) == value


@given(st.text(max_size=12))
def test_never_raises(text: str) -> None:
    number(text)
    year(text)
