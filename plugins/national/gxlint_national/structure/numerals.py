"""Chinese numerals up to ninety-nine, as headings and announcements use them."""

_DIGITS = "一二三四五六七八九"


def chinese(number: int) -> str:
    """``6`` as ``六``, ``12`` as ``十二``."""
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens - 1] + "十"
    return head + (_DIGITS[units - 1] if units else "")


def number_of(text: str) -> int | None:
    """``六``, ``十二`` or ``12`` as a number; none for anything else."""
    if text.isdecimal():
        return int(text)
    head, ten, tail = text.rpartition("十")
    tens = (_digit(head) if head else 1) if ten else 0
    units = _digit(tail) if tail else 0
    return None if tens is None or units is None or not text else tens * 10 + units


def _digit(char: str) -> int | None:
    if char == "两":
        return 2
    at = _DIGITS.find(char) if len(char) == 1 else -1
    return at + 1 if at >= 0 else None
