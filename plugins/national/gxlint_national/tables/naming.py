"""How rows and columns are called in messages: the official label, shortened to what a clerk would say."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from gxlint.formats import TableForm
from gxlint.model import Cell, Row

_NOTE = r"\([^()]{3,}\)$"
_NUMBERING = r"^(?:[0-9]{1,2}\.|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}、)"
_FILLER = ("政府信息公开申请数量", "继续办理")
_TOO_SHORT_ALONE = 2


@cache
def numbered(form: TableForm, key: str) -> str:
    """The label with its number, without notes: ``(七)总计``, ``一、本年新收``."""
    label = re.sub(_NOTE, "", form.label_of(key))
    for filler in _FILLER:
        label = label.removesuffix(filler)
    number = re.match(_NUMBERING, label)
    start = number.end() if number else 0
    # 申请人无正当理由逾期不补正、行政机关不再处理…: the first clause tells it apart.
    head = label.find("、", start + 1)
    return label[:head] if head > 0 else label


@cache
def named(form: TableForm, key: str) -> str:
    """The label without number and notes: ``予以公开``; a short child such as ``3.其他`` with its group."""
    name = re.sub(_NUMBERING, "", numbered(form, key))
    group, dot, _ = key.rpartition(".")
    if dot and len(name) <= _TOO_SHORT_ALONE:
        return f"{re.sub(_NUMBERING, '', form.label_of(group))}·{name}"
    return name


def row_name(row: Row) -> str:
    """A row as messages name it."""
    return named(row.form, row.key)


def rows_named(form: TableForm, keys: Sequence[str]) -> str:
    """``“予以公开”`` or ``“予以公开”等 3``: one row by name, further ones by number."""
    first = f"“{named(form, keys[0])}”"
    return first if len(keys) == 1 else f"{first}等 {len(keys)} "


def listed(form: TableForm, keys: Iterable[str], *, most: int = 4) -> str:
    """``“重复申请”、“其他处理·其他”``, cut short with 等 N 行."""
    names = [f"“{named(form, key)}”" for key in keys]
    shown = "、".join(names[:most])
    return shown if len(names) <= most else f"{shown}等 {len(names)} "


def figure(number: float) -> str:
    """A number as written by hand: no trailing zeros, no exponent."""
    if isinstance(number, int) or number == int(number):
        return str(int(number))
    return f"{number:.6f}".rstrip("0")


def signed(number: float) -> str:
    """A difference with its sign."""
    return f"+{figure(number)}" if number > 0 else figure(number)


def written(cell: Cell) -> str:
    """What stands in a cell, or that nothing does."""
    return cell.raw.strip() or "空白"
