"""How a cell is shown to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.reporters.words import say
from gxlint.source.width import clip, visible

if TYPE_CHECKING:
    from gxlint.model import Cell, Row

_PROBLEMS = {
    "short": ("格数不足", "too few cells"),
    "long": ("格数过多", "too many cells"),
    "detached": ("数字不在行名旁", "figures away from the label"),
    "glued": ("数字连成一片", "figures run together"),
}
_RAW = 14
_BLANK, _MISSING, _INVALID = "·", "?", "!"


def mark(cell: Cell) -> str:
    """The number, or ``·`` for blank, ``?`` for missing, the text itself for the rest (``!``: no number)."""
    if cell.value is not None:
        return str(cell.value)
    if cell.state == "blank":
        return _BLANK
    if cell.state == "missing":
        return _MISSING
    raw = clip(visible(cell.raw.strip()), _RAW)
    return raw + _INVALID if cell.state == "invalid" else raw


def problem_mark(row: Row, lang: str) -> str:
    """What is wrong with a row as a whole; empty when nothing is."""
    return f"  <{say(lang, *_PROBLEMS[row.problem])}>" if row.problem else ""


def legend(lang: str) -> str:
    """What the marks mean."""
    return say(
        lang,
        f"{_BLANK} 空白  {_MISSING} 缺格  {_INVALID} 不是数字",
        f"{_BLANK} blank  {_MISSING} missing  {_INVALID} not a number",
    )
