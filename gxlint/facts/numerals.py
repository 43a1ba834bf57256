"""Numbers as reports write them: 36, 1,234, 1.2万, 十二, 三百余, 两."""

from functools import lru_cache

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_FACTORS = _SMALL | _LARGE

CHINESE = "零〇一二两三四五六七八九十百千万亿"
"""The characters of Chinese numerals."""


def number(text: str) -> int | float | None:
    """The value of a number; none when the text is no proper number.

    Digits may have thousands separators, a fraction and 百, 千, 万, 亿 behind them, with 余, 多 or 几 in between:
    ``1.2万`` is 12000, ``3千余`` 3000. White space does not count.
    """
    return _number(text.replace(",", "").replace(" ", ""))


@lru_cache(maxsize=4096)
def _number(text: str) -> int | float | None:
    text = text.strip("余多几")
    head = text.rstrip("余多几百千万亿")
    if not head or not head.isascii():
        return _chinese(text)
    factor: int = 1
    for char in text[len(head) :]:
        factor *= _FACTORS.get(char, 1)
    whole, point, fraction = head.partition(".")
    if not whole.isdecimal() or (point and not fraction.isdecimal()):
        return None
    if not point:
        return int(whole) * factor
    # Exact in integers: 1.2万 is 12000, not 11999.999….
    value, scale = int(whole + fraction) * factor, 10 ** len(fraction)
    exact: int = value // scale
    return exact if factor > 1 and exact * scale == value else value / scale


def _chinese(text: str) -> int | None:
    """``一百零五``, ``十二``, ``二十``, ``一万二千``; neither ``二〇二四`` nor the colloquial ``三万五`` is a number."""
    total = section = 0
    digit: int | None = None
    text = text.replace("余", "").replace("多", "")
    if text[-1:] in _DIGITS and text[-2:-1] in ("百", "千", "万", "亿"):
        return None
    for char in text:
        if char in _DIGITS:
            if digit:  # only 零 may stand before another digit
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            section += (1 if digit is None else digit) * _SMALL[char]
            digit = None
        elif char in _LARGE:
            section += digit or 0
            if not section and not total:
                return None
            total = (total + section) * _LARGE[char] if char == "亿" else total + section * _LARGE[char]
            section, digit = 0, None
        else:
            return None
    return total + section + (digit or 0) if text else None


def year(text: str) -> int | None:
    """``2024`` or ``二〇二四`` as a year."""
    if text.isdecimal():
        return int(text)
    digits = [_DIGITS.get(char) for char in text]
    if len(digits) != 4 or None in digits:
        return None
    return int("".join(map(str, digits)))
