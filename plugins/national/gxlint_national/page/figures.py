"""Long numbers of the prose that may belong to a person, and how to speak of them without repeating them."""

import re
from collections.abc import Iterator
from functools import cache

from gxlint.model import Report
from gxlint.source.record import Record
from gxlint_national.wording.prose import prose

_BEFORE, _AFTER = 18, 8
_IN_ADDRESS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./?=&%#~+@_-")


class Figure(Record, frozen=True):
    """A long number with what stands around it. ``digits`` is without separators; offsets count in the prose."""

    digits: str
    start: int
    end: int
    before: str
    after: str


def long_numbers(report: Report) -> tuple[Figure, ...]:
    """Numbers of 11 digits and more in the prose, addresses left out; its groups are one number."""
    return report.once(_long_numbers)


def masked(digits: str, head: int, tail: int) -> str:
    """A number with its middle hidden."""
    return digits[:head] + "*" * (len(digits) - head - tail) + digits[-tail:]


def _long_numbers(report: Report) -> tuple[Figure, ...]:
    return tuple(_found(prose(report).text))


def _found(text: str) -> Iterator[Figure]:
    for match in _long().finditer(text):
        start, end = match.span()
        if not _is_in_address(text, start, end):
            digits = "".join(char for char in match[0] if char.isalnum()).upper()
            yield Figure(digits, start, end, text[max(0, start - _BEFORE) : start], text[end : end + _AFTER])


def _is_in_address(text: str, start: int, end: int) -> bool:
    """Whether the number is part of a web or mail address, or of a code with letters."""
    begin, stop = start, end
    while begin and text[begin - 1] in _IN_ADDRESS:
        begin -= 1
    while text[stop : stop + 1] in _IN_ADDRESS and stop < len(text):
        stop += 1
    around = text[begin:start] + text[end:stop]
    return any(char.isalpha() or char in "@_=&%#~" for char in around) or text[end : end + 1].isdigit()


@cache
def _long() -> re.Pattern[str]:
    """A run of digits, or the groups in which mobile, identity and card numbers are written."""
    return re.compile(
        r"[0-9](?<![0-9]{2})(?:[0-9]{10,}[Xx]?"
        r"|[0-9]{2}[ -][0-9]{4}[ -][0-9]{4}(?![0-9])"
        r"|[0-9]{5}[ -][0-9]{8}[ -][0-9]{3}[0-9Xx]"
        r"|[0-9]{3}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?(?![0-9]))"
    )
