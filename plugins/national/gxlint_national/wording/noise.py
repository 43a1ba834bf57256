"""What happened to a text on its way here: marks and characters that were lost are no mistakes of the writer."""

from gxlint.model import Label, Report, Table
from gxlint.source.pattern import Pattern

_FULL_WIDTH = "，：（）"
_HALF_WIDTH = ",:;()"
_MANY = 20
_SIGNS = 2
_CUT_NUMBER = Pattern(r"〔20\d{2}(?![〕年])", "〔20")
_RUN_TOGETHER = Pattern(r"(?<!\d)20[12]\d{2,5}日", "日")
_CUT = (_CUT_NUMBER, _RUN_TOGETHER)
_MOST_LOST = 2


def lost_full_width(report: Report) -> bool:
    """Whether full-width punctuation was turned into half-width on the way: none is left where many marks stand."""
    return report.once(_lost_full_width)


def lost_characters(report: Report) -> bool:
    """Whether characters were lost on the way: labels lack one, document numbers are cut, dates have no 年 and 月."""
    return report.once(_lost_characters)


def may_be_lost(text: str) -> bool:
    """Whether something in a piece of a text may be a sign of lost characters."""
    return any(pattern.search(text) for pattern in _CUT)


def _lost_full_width(report: Report) -> bool:
    source = report.document.source.text
    if any(mark in source for mark in _FULL_WIDTH):
        return False
    return sum(map(source.count, _HALF_WIDTH)) >= _MANY


def _lost_characters(report: Report) -> bool:
    cut = sum(1 for pattern in _CUT for _ in pattern.finditer(report.text))
    return cut + sum(table.once(_damaged_labels) for table in report.tables.values()) >= _SIGNS


def _damaged_labels(table: Table) -> int:
    return sum(label.match == "similar" and _lacks_some(label) for label in table.labels)


def _lacks_some(label: Label) -> bool:
    """Whether a label reads like the official one but for a character or two that are not there."""
    text, official = "".join(label.text.split()), label.official
    if not 0 < len(official) - len(text) <= _MOST_LOST:
        return False
    rest = iter(official)
    return all(char in rest for char in text)
