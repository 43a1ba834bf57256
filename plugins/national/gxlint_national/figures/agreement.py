"""Whether a count in the prose can be the same number as another one, exact or about."""

from gxlint.facts import Count

_SCALES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def agrees(count: Count, number: int | float) -> bool:
    """Whether the count says this number: exactly, within the digits written, or within 余, 近, 约."""
    if count.bound == "about":
        return True
    if count.bound == "at_least":
        return number >= count.value
    if count.bound == "at_most":
        return number <= count.value
    return abs(number - count.value) <= tolerance(count)


def tolerance(count: Count) -> float:
    """Half a unit of the last digit where the number is written in 万 or the like (1.2万), else nothing."""
    text = count.number_text
    if text.isdecimal() or not any(char.isdecimal() for char in text):
        return 0
    scale = 1
    for char in text:
        scale *= _SCALES.get(char, 1)
    if scale == 1:
        return 0
    decimals = len(text.rstrip("百千万亿").partition(".")[2])
    return float(scale / 10**decimals / 2)


def exact(count: Count) -> bool:
    """Whether the number is given to the last unit."""
    return not count.bound and not tolerance(count)
