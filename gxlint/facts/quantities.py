"""A number with its unit, and how exact it is."""

import re
from functools import cache

from gxlint.facts.fact import Bound
from gxlint.facts.forms import Word
from gxlint.source.record import Record

_NUMBER_CHARACTERS = frozenset("0123456789,. 余多几零〇一二两三四五六七八九十百千万亿")
_DURATIONS = frozenset(("个工作日", "天", "个月", "小时", "字", "页"))
_BEFORE: dict[Bound, tuple[str, ...]] = {
    "about": ("约", "大约", "大概"),
    "at_least": ("逾", "超", "超过", "突破", "至少", "不少于", "不低于", "多达"),
    "at_most": ("近", "将近", "不足", "不到", "接近", "最多", "不超过"),
}


class Frame(Record, frozen=True):
    """Where the digits of a number stand, 余 and 多 left out, its unit, and how exact it is: all but its value."""

    start: int
    end: int
    unit: str
    bound: Bound


def frame_of(sentence: str, word: Word) -> Frame | None:
    """The frame of a COUNT token; none when it measures time or length."""
    end = word.end
    while end > word.start and sentence[end - 1] not in _NUMBER_CHARACTERS:
        end -= 1
    unit = sentence[end : word.end]
    if unit in _DURATIONS:
        return None
    written = sentence[word.start : end]
    exact = word.start + len(written.rstrip("余多几 "))
    if "余" in written or "多" in written or "几" in written:
        return Frame(word.start, exact, unit, "at_least")
    return Frame(word.start, exact, unit, _bound(sentence, word))


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
