"""What a workbook's styles say that matters here: whether a cell is drawn with lines, and how its number is shown."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gxlint.readers.office.xml import whole

_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_BUILT_IN_PERCENT = {9: "0%", 10: "0.00%"}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2_958_465
_MOST_DECIMALS = 30  # as many as Excel shows


class Style(NamedTuple):
    """How a cell looks: drawn with lines around it; its number a date, or a percentage with so many decimals."""

    drawn: bool = False
    date: bool = False
    percent: int | None = None


def read_styles(tree: Element | None) -> list[Style]:
    """The styles in the order in which cells name them."""
    if tree is None:
        return []
    codes = {_whole(item, "numFmtId"): item.get("formatCode", "") for item in _all(tree, "numFmt")}
    borders = [_has_lines(item) for item in _all(tree, "border")]
    formats = next(_all(tree, "cellXfs"), None)
    return [_style(item, codes, borders) for item in (formats if formats is not None else ())]


def shown(text: str, style: Style, *, from_1904: bool) -> tuple[str, bool]:
    """A number as the sheet shows it, and whether that is the number itself."""
    try:
        number = float(text)
    except ValueError:
        return text, True
    if style.date and 0 < number < _LAST_DAY:
        day = (_FIRST_DAY_1904 if from_1904 else _FIRST_DAY) + timedelta(days=int(number))
        return f"{day.year}年{day.month}月{day.day}日", False
    if style.percent is not None:
        return f"{number * 100:.{style.percent}f}%", False
    if number == int(number) if abs(number) < 1e15 else False:
        return str(int(number)), True
    return f"{number:.15g}", True


def _style(item: Element, codes: dict[int, str], borders: list[bool]) -> Style:
    number, border = _whole(item, "numFmtId"), _whole(item, "borderId")
    code = _NOT_SHOWN.sub("", codes.get(number, _BUILT_IN_PERCENT.get(number, ""))).lower()
    percent = min(len(code.partition(".")[2].partition("%")[0]), _MOST_DECIMALS) if "%" in code else None
    date = number in _BUILT_IN_DATES or (
        number in codes and percent is None and re.search("[ymd]", code) is not None
    )
    return Style(border < len(borders) and borders[border], date, percent)


def _has_lines(border: Element) -> bool:
    return any(side.get("style", "none") != "none" for side in border)


def _all(tree: Element, name: str) -> Iterator[Element]:
    return (item for item in tree.iter() if item.tag.rpartition("}")[2] == name)


def _whole(item: Element, name: str) -> int:
    return whole(item.get(name, "0"))
