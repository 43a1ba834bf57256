"""Items that count themselves (一是, 1、, (一), 第一,) and the series they make."""

import re
from collections.abc import Sequence
from functools import cache

from gxlint.model import Report
from gxlint.source.record import Record
from gxlint_national.structure.numerals import number_of
from gxlint_national.wording.prose import Prose, prose

_DEEPEST = 5  # so many lists inside one another at most


class Item(Record, frozen=True):
    """The number an item begins with. Offsets count in the prose of the report.

    ``family`` is the way the number is written (``word`` 一是, ``chinese`` 一、, ``bracketed`` (一), ``ordinal`` 第一,
    ``arabic`` 1., ``parenthesised`` (1), ``circled`` ①, ``spoken`` 首先), ``mark`` what stands behind it, from ``mark_start`` to ``end``.
    """

    family: str
    ordinal: int
    mark: str
    start: int
    mark_start: int
    end: int
    section: str


def items(report: Report) -> tuple[Item, ...]:
    """All numbered items of the prose, in text order."""
    return report.once(_items)


def numbers_in(text: str) -> list[tuple[str, int]]:
    """The numbers that items of one paragraph begin with, as they are written with what is before them, and where they end."""
    return [(match[0], match.end() - 1) for match in _pattern().finditer(f"\n{text}")]


def _items(report: Report) -> tuple[Item, ...]:
    text = prose(report)
    found: list[Item] = []
    spoken = 0
    for match in _pattern().finditer(text.text):
        item = _item(match, text, spoken)
        if item.family == "spoken":  # what comes behind 最后 is another list
            spoken = 0 if match["spoken"] == "最后" else item.ordinal
        found.append(item)
    return tuple(found)


def _item(match: re.Match[str], text: Prose, spoken: int) -> Item:
    """One item; ``spoken`` is how many 首先, 其次 and the like have been counted so far."""
    family = next(name for name in _FAMILIES if match[name] is not None)
    number = match[family]
    if family == "spoken":
        ordinal = 1 if number == "首先" else spoken + 1
    else:
        ordinal = ord(number) - ord("①") + 1 if family == "circled" else number_of(number) or 0
    end = match.end()
    mark = match[f"{family}_mark"] if family != "circled" else ""
    return Item(
        family, ordinal, mark, match.start(family), end - len(mark), end, text.section_at(match.start(family))
    )


_FAMILIES = ("word", "chinese", "bracketed", "ordinal", "arabic", "parenthesised", "circled", "spoken")


@cache
def _pattern() -> re.Pattern[str]:
    numeral = "[一二三四五六七八九十]{1,3}"
    return re.compile(
        r"[\n。;:,!?] ?(?:"
        rf"(?P<word>{numeral})(?P<word_mark>[是要])|(?P<spoken>首先|其次|再次|最后)(?P<spoken_mark>[,是要])|(?<!,)(?<!, )(?:"
        rf"(?P<chinese>{numeral})(?P<chinese_mark>、)"
        rf"|\((?P<bracketed>{numeral})\)(?P<bracketed_mark>[、.]?)"
        rf"|[第其](?P<ordinal>{numeral})(?P<ordinal_mark>[,、是:])"
        r"|(?P<arabic>\d{1,2})(?P<arabic_mark>[、.)])(?!\d)"
        r"|\((?P<parenthesised>\d{1,2})\)(?P<parenthesised_mark>[、.]?)"
        r"|(?P<circled>[①-⑳])))"
    )


def series_of(found: Sequence[Item]) -> list[list[Item]]:
    """The series that items of one part make, nested ones apart.

    An item goes on with the nearest series that has counted up to it, rather with one that writes its numbers alike;
    what was opened inside that series is then over.
    """
    done: list[list[Item]] = []
    stack: list[list[Item]] = []
    for item in found:
        if item.ordinal == 1:
            stack = [*stack[-_DEEPEST:], [item]]
            done.append(stack[-1])
            continue
        fitting = [series for series in reversed(stack) if series[-1].ordinal == item.ordinal - 1]
        alike = [series for series in fitting if series[-1].mark == item.mark]
        chosen = next(iter(alike or fitting), None)
        if chosen is not None:
            del stack[next(index for index, series in enumerate(stack) if series is chosen) + 1 :]
            chosen.append(item)
    return done
