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
    3: Budget("`gxlint server`: start to `initialize` answered", "a trivial pygls server", 1.3, 1.15),
    4: Budget("text to tree with spans", "floor", 5, 2),
    5: Budget("whole check of one report, warm", "floor", 9, 4.5),
    6: Budget("growth: time per KB at 1,000 times the input", "its own 10-fold run", 1.5, 1.3),
    7: Budget("keystroke to diagnostics, median", "the trivial server, ten diagnostics", 2, 1.2),
    8: Budget("the same, 700 KB", "the same server", 3, 0.6),
    9: Budget("keystroke to diagnostics, 99th percentile", "that server's", 3, 1.5),
    10: Budget("diagnostics sent for a burst of 50 keystrokes", "one", 3, 2),
    11: Budget("hover while 700 KB are analysed", "50 ms", 1, 0.32),
    12: Budget("1,000 reports, one process", "floor over the same files", 8, 4),
    13: Budget("1,000 reports, `--jobs 2`", "one process", 0.65, 0.55),
    14: Budget("peak memory at 10,000 reports", "its own run of 1,000", 2, 1.3),
    15: Budget(".docx and .html to grid", "lxml walk; selectolax walk", 4, 1.3),
}
