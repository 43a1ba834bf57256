"""What a cell's text is worth."""

import re
from functools import lru_cache

from gxlint.formats.form import ColumnType
from gxlint.model.report import State

_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_SIGNS = ("+", "-", "增", "减")
_AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(亿元|万元|万|元)?")
_NOT_APPLICABLE = frozenset(("/", "\\", "-", "--", "—", "——", "–", "无"))
_IN_WAN = {"亿元": 10_000.0, "万元": 1.0, "万": 1.0, "": 1.0, "元": 0.0001}

Value = tuple[int | float | None, State]


@lru_cache(maxsize=4096)
def parse_value(text: str, type_: ColumnType) -> Value:
    """The number in a cell (normalised text) and its state, by the column's type.

    Counts are non-negative integers, deltas may carry a sign or 增/减, amounts are in 万元 whatever unit stands in the
    cell. Thousands separators are read. Everything else is ``invalid``.
    """
    text = text.strip().replace(" ", "")
    if not text:
        return None, "blank"
    if type_ == "amount":
        return _amount(text)
    if text in _NOT_APPLICABLE:
        return None, "not_applicable"
    if type_ == "delta":
        number = text[1:].lstrip() if text.startswith(_SIGNS) else text
        if not _COUNT.fullmatch(number):
            return None, "invalid"
        return (-_integer(number) if text.startswith(("-", "减")) else _integer(number)), "integer"
    return (_integer(text), "integer") if _COUNT.fullmatch(text) else (None, "invalid")


def _amount(text: str) -> Value:
    if text in _NOT_APPLICABLE:
        return None, "not_applicable"
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return None, "invalid"
    factor = _IN_WAN[match[3] or ""]
    if not match[2] and factor == 1.0:
        return _integer(match[1]), "integer"
    return float(match[1].replace(",", "") + (match[2] or "")) * factor, "decimal"


def _integer(text: str) -> int:
    return int(text.replace(",", ""))
