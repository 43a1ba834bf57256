"""Traditional and variant characters in a simplified text: which there are, and where they may stand."""

import os
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from gxlint_national.page.names import SURNAMES, TITLES

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "traditional.txt")
_OPENING, _CLOSING = "“‘《「『〈", "”’》」』〉"
# Usual, but not in that set, or in it as another character.
_MARKS = "·—–•〇"
# In that set for the sake of a rare surname.
_IN_THE_SET = "後"
_LONGEST_NAME = 12
_AROUND = 14
# Names of languages, and Chinese outside the mainland, which writes itself this way.
_LANGUAGES = ("繁體", "簡體", "正體", "臺灣", "澳門", "香港")
_ELSEWHERE = ("香港", "澳门", "澳門", "台湾", "臺灣", "港澳", "台胞", "两岸")
_ART = ("书法", "篆", "碑", "匾", "题词", "题字", "楹联", "对联", "古籍", "字画", "手稿", "繁体", "异体")


def has_any(text: str) -> bool:
    """Whether a text may have such characters: all others it has are of the set that simplified Chinese made do with."""
    if _IN_THE_SET in text:
        return True
    for mark in _MARKS:
        text = text.replace(mark, "")
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def simplified() -> dict[str, str]:
    """The simplified form of each character that no simplified text has."""
    return _simplified()


def strays(text: str) -> Iterator[int]:
    """Where such characters stand that do not belong there, by offset."""
    table = simplified()
    for index, char in enumerate(text):
        if char in table and not _may_stand(text, index):
            yield index


def runs(offsets: list[int]) -> list[tuple[int, int]]:
    """Offsets side by side as one stretch."""
    starts = [offsets[0], *(after for before, after in pairwise(offsets) if after != before + 1)]
    ends = [*(before + 1 for before, after in pairwise(offsets) if after != before + 1), offsets[-1] + 1]
    return list(zip(starts, ends, strict=True))


@cache
def _simplified() -> dict[str, str]:
    with open(FILE, encoding="utf-8") as file:
        return {pair[0]: pair[1] for line in file if not line.startswith("#") for pair in line.split()}


def _may_stand(text: str, index: int) -> bool:
    if any(word in text[max(0, index - 1) : index + 2] for word in _LANGUAGES):
        return True
    return _is_name(text, index) or _is_in_traditional_title(text, index) or _is_about_elsewhere(text, index)


def _is_name(text: str, index: int) -> bool:
    """Whether the character is part of a person's name: a surname, one or two characters, and what that person is."""
    table = simplified()
    for start in range(index, max(-1, index - 3), -1):
        if table.get(text[start], text[start]) in SURNAMES:
            for end in (start + 2, start + 3):
                if index < end and (
                    text.startswith(TITLES, end) or text[max(0, start - 2) : start] in TITLES
                ):
                    return True
    return False


def _is_in_traditional_title(text: str, index: int) -> bool:
    """Whether the character stands in quotation marks with nothing simplified between them: a work, a name, a sign."""
    begin = max(text.rfind(mark, max(0, index - _LONGEST_NAME), index) for mark in _OPENING)
    ends = [at for mark in _CLOSING if (at := text.find(mark, index, index + _LONGEST_NAME)) >= 0]
    if begin < 0 or not ends:
        return False
    quoted = text[begin + 1 : min(ends)]
    written = sum(char in simplified() for char in quoted)
    if any(mark in quoted for mark in _CLOSING) or written * 3 < len(quoted):
        return False
    try:
        quoted.encode("big5")
    except UnicodeEncodeError:
        return False
    return True


def _is_about_elsewhere(text: str, index: int) -> bool:
    """Whether the clause speaks of Hong Kong, Macau or Taiwan, or of writing as an art."""
    before, after = text[max(0, index - _AROUND) : index], text[index + 1 : index + 1 + _AROUND]
    clause = (
        before[max(before.rfind(mark) for mark in "。;\n") + 1 :]
        + after.partition("。")[0].partition("\n")[0]
    )
    return any(word in clause for word in (*_ELSEWHERE, *_ART))
