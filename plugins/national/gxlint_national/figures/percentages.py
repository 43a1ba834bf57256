"""Arithmetic of percentages as they are written: rounded to so many digits, or cut off."""

from math import floor

_HAIR = 1e-9


def percent(part: int | float, whole: int | float) -> float:
    """How many percent of the whole the part is."""
    return 100 * part / whole


def is_rounded(value: float, written: float, decimals: int) -> bool:
    """Whether a value, rounded to so many digits, is what is written: at most half a unit of the last digit off."""
    scale: int = 10**decimals
    return abs(value - written) <= 0.5 / scale + _HAIR


def is_cut_off(value: float, written: float, decimals: int) -> bool:
    """Whether a value, cut off behind so many digits, is what is written."""
    scale: int = 10**decimals
    return abs(floor(value * scale + _HAIR) / scale - written) < _HAIR


def shown_percent(value: float, decimals: int) -> str:
    """A percentage with so many digits, half rounded up as by hand."""
    scale: int = 10**decimals
    return f"{floor(value * scale + 0.5 + _HAIR) / scale:.{decimals}f}"
