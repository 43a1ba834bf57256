"""Check digits: identity cards (GB 11643), unified social credit codes (GB 32100), bank cards (Luhn)."""

from gxlint.model.dates import exists
from gxlint_national.page.word_list import words

_PROVINCES = words(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_OLDEST = 1900
_LATEST = 2100


def looks_like_identity(number: str) -> bool:
    """Whether 18 (or, on cards before 1999, 15) characters are built like an identity number: province, birthday."""
    if number[:2] not in _PROVINCES or not number[:-1].isdecimal():
        return False
    if len(number) == 18:
        return _is_day(int(number[6:10]), number[10:14]) and (number[17].isdecimal() or number[17] == "X")
    return len(number) == 15 and number.isdecimal() and _is_day(_OLDEST + int(number[6:8]), number[8:12])


def is_identity(number: str) -> bool:
    """Whether 18 characters are a valid identity number."""
    if len(number) != 18 or not looks_like_identity(number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return _ID_CHECKS[total % 11] == number[17]


def is_credit_code(code: str) -> bool:
    """Whether 18 characters are a valid unified social credit code; some of these have digits only."""
    if len(code) != 18 or code[1] not in "1239" or code[2:4] not in _PROVINCES:
        return False
    if any(char not in _CREDIT_CHARACTERS for char in code):
        return False
    values = [_CREDIT_CHARACTERS.index(char) for char in code]
    total = sum(value * weight for value, weight in zip(values, _CREDIT_WEIGHTS, strict=False))
    return (31 - total % 31) % 31 == values[17]


def is_bank_card(number: str) -> bool:
    """Whether 16 to 19 digits end with the check digit of a bank card."""
    if not (16 <= len(number) <= 19 and number.isdecimal()):
        return False
    total = 0
    for index, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_day(year: int, month_and_day: str) -> bool:
    return _OLDEST <= year < _LATEST and exists((year, int(month_and_day[:2]), int(month_and_day[2:])))
