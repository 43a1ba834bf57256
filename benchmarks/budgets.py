"""What is to be reached."""

from typing import NamedTuple


class Budget(NamedTuple):
    """A ratio that must not be exceeded, and the one aimed at. Both zero: an exact count that must be zero."""

    what: str
    against: str
    must: float
    aim: float


BUDGETS = {
    1: Budget("`gxlint check` of one report, cold", "`python -c pass`", 9, 4),
    2: Budget("modules imported by it that have no place there", "none", 0, 0),
    4: Budget("text to tree with spans", "floor", 5, 2),
    5: Budget("whole check of one report, warm", "floor", 9, 4.5),
    6: Budget("growth: time per KB at 1,000 times the input", "its own 10-fold run", 1.5, 1.3),
    12: Budget("1,000 reports, one process", "floor over the same files", 8, 4),
    13: Budget("1,000 reports, `--jobs 2`", "one process", 0.65, 0.55),
    14: Budget("peak memory at 10,000 reports", "its own run of 1,000", 2, 1.3),
    15: Budget(".html to grid", "selectolax walk", 4, 1.3),
}
