"""Whether what has been typed so far may become something that is offered.

Input methods commit some characters at a time, and keyboards are often left in half-width: ``1``, ``(1``, ``一`` and
``总体`` all mean 一、总体情况.
"""

import re
from functools import lru_cache

from gxlint.forms.wording import in_words
from gxlint.source.view import normalise

_LEADING_NUMBER = re.compile(r"(\(?)(\d{1,2})([.、)]?)(.*)", re.DOTALL)
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Text as it is compared: half-width, simplified, without white space."""
    return _SPACE.sub("", normalise(text).text)


def fits(typed: str, text: str) -> bool:
    """Whether the typed characters stand in the text in this order; it has to begin with a number that is typed."""
    forms = _forms(plain(typed))
    return begins(typed, text) if len(forms) > 1 else _within(forms[0], plain(text))


def begins(typed: str, text: str) -> bool:
    """Whether the text begins with what has been typed."""
    whole = plain(text)
    return any(whole.startswith(form) for form in _forms(plain(typed)))


def _forms(typed: str) -> list[str]:
    """What has been typed, and with Chinese numbers in place of the first one."""
    match = _LEADING_NUMBER.fullmatch(typed)
    if match is None:
        return [typed]
    opening, digits, closing, rest = match.groups()
    number = in_words(int(digits))
    if opening:
        return [typed, f"({number}{closing and ')'}{rest}"]
    return [typed, f"{number}{closing and '、'}{rest}"]


def _within(typed: str, text: str) -> bool:
    place = 0
    for char in typed:
        place = text.find(char, place) + 1
        if not place:
            return False
    return True
