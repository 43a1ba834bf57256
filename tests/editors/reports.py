"""Invented reports to open in editors."""

from __future__ import annotations

from gxlint.testing.forms import blank_report
from tests.cli.running import good_text
from tests.support.layouts import BY_NAME

# Outside the basic plane: two units of UTF-16, four bytes of UTF-8.
RARE = "𠮷"
NAME = "报告.gxr.md"


def clean() -> str:
    """A report that nothing is wrong with."""
    return good_text()


def faulty() -> str:
    """One total is wrong (CN305), and one label is not the official one, which can be mended (CN302)."""
    text = good_text()
    for old, new in (
        ("28 | 1 | 0 | 0 | 0 | 0 | 29", "28 | 1 | 0 | 0 | 0 | 0 | 30"),
        ("2.重复申请", f"2.重复申请{RARE}"),
    ):
        assert text.count(old) >= 1
        text = text.replace(old, new, 1)
    return text


def of_2025() -> str:
    """A report on 2025 that the national rules have nothing to say of, but those of 武威市 have (GS103)."""
    return BY_NAME["pipe_rows"].render(blank_report(year=2025))
