"""A number with its unit, and how exact it is."""

import re
from functools import cache
from typing import NamedTuple

from gxlint.facts.fact import Bound
from gxlint.facts.forms import Word
from gxlint.facts.numerals import number

_NUMBER_CHARACTERS = frozenset("0123456789,. 余多几零〇一二两三四五六七八九十百千万亿")
_DURATIONS = frozenset(("个工作日", "天", "个月", "小时", "字", "页"))
_BEFORE: dict[Bound, tuple[str, ...]] = {
    "about": ("约", "大约", "大概"),
    "at_least": ("逾", "超", "超过", "突破", "至少", "不少于", "不低于", "多达"),
    "at_most": ("近", "将近", "不足", "不到", "接近", "最多", "不超过"),
}


class Quantity(NamedTuple):
    """A number as written, without 余, 多 and unit in ``start``/``end``."""

    value: int | float
    unit: str
    start: int
    end: int
    bound: Bound


def quantity(sentence: str, word: Word) -> Quantity | None:
    """What a COUNT token says; none when its number is none, or when it measures time or length."""
    end = word.end
    while end > word.start and sentence[end - 1] not in _NUMBER_CHARACTERS:
        end -= 1
    unit = sentence[end : word.end]
    if unit in _DURATIONS:
        return None
    written = sentence[word.start : end]
    value = number(written)
    if value is None:
        return None
    exact = written.rstrip("余多几 ")
    more = "余" in written or "多" in written or "几" in written
    bound: Bound = "at_least" if more else _bound(sentence, word)
    return Quantity(value, unit, word.start, word.start + len(exact), bound)


def bound_before(sentence: str, at: int) -> Bound:
    """What the words before a number say about how exact it is."""
    before = sentence[max(0, at - 4) : at].removesuffix("达到").removesuffix("达")
    for bound, words in _BEFORE.items():
        if before.endswith(words):
            return bound
    return ""


def _bound(sentence: str, word: Word) -> Bound:
    if before := bound_before(sentence, word.start):
        return before
    behind = _behind().match(sentence, word.end)
    if behind is None:
        return ""
    return "about" if behind["about"] else "at_least" if behind["more"] else "at_most"


@cache
def _behind() -> re.Pattern[str]:
    return re.compile("(?P<about>左右|上下)|(?P<more>以上|[余多](?!数|样|种|元|次))|(?P<less>以内|以下)")
