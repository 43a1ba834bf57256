"""The test kit for rule authors: a blank valid report, cases with their places marked, a pytest plugin.

Everything a plugin's tests need is here, and the project's own rules are tested with it::

    from gxlint.testing import blank_report, verify, with_cell

The names are looked up when they are first used: pytest imports this package in every project where gxlint is
installed, and must not pay for it. Reading case files takes PyYAML: ``pip install gxlint[testing]``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gxlint.testing.cases import Case, CaseError, docstring_cases, load_cases
    from gxlint.testing.corpus import differences, parsed, snapshot
    from gxlint.testing.figures import with_blanks, with_figures
    from gxlint.testing.forms import (
        Draft,
        blank_report,
        rename_label,
        swap_rows,
        with_cell,
        with_paragraphs,
        with_table,
        without_row,
        without_section,
        without_table,
    )
    from gxlint.testing.fragments import Bench, problems
    from gxlint.testing.pages import report_text
    from gxlint.testing.placing import set_into
    from gxlint.testing.verifying import verify

_HOMES = {
    "cases": ("Case", "CaseError", "docstring_cases", "load_cases"),
    "corpus": ("differences", "parsed", "snapshot"),
    "figures": ("with_blanks", "with_figures"),
    "forms": (
        "Draft",
        "blank_report",
        "rename_label",
        "swap_rows",
        "with_cell",
        "with_paragraphs",
        "with_table",
        "without_row",
        "without_section",
        "without_table",
    ),
    "fragments": ("Bench", "problems"),
    "pages": ("report_text",),
    "placing": ("set_into",),
    "verifying": ("verify",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Bench",
    "Case",
    "CaseError",
    "Draft",
    "blank_report",
    "differences",
    "docstring_cases",
    "load_cases",
    "parsed",
    "problems",
    "rename_label",
    "report_text",
    "set_into",
    "snapshot",
    "swap_rows",
    "verify",
    "with_blanks",
    "with_cell",
    "with_figures",
    "with_paragraphs",
    "with_table",
    "without_row",
    "without_section",
    "without_table",
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
