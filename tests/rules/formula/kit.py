"""Reports with figures made to order, and formulas held against them."""

from collections.abc import Mapping

from gxlint.formats import official_formats
from gxlint.model import Report
from gxlint.model.build import build_report
from gxlint.readers.plain import read_plain
from gxlint.rules.formula import Fault, Unknown, compile_formula
from gxlint.source import SourceText
from gxlint.testing.forms import blank_report, with_cell, with_paragraphs
from gxlint.testing.pages import report_text

FORMATS = official_formats()
LATEST = FORMATS.latest


def report(cells: Mapping[str, object] | None = None, requests: str = "", year: int | None = None) -> Report:
    """A report with these figures, 0 elsewhere; ``requests`` is the prose of its third part."""
    form = FORMATS.for_year(year) if year else LATEST
    assert form is not None
    draft = blank_report(form, year)
    for address, value in (cells or {}).items():
        draft = with_cell(draft, address, str(value))
    if requests:
        draft = with_paragraphs(draft, "requests", requests)
    return build_report(read_plain(SourceText(report_text(draft)), "report.txt"), FORMATS)


def check(formula: str, held: Report, *, at: str = "", blank_as_zero: bool = False) -> list[Fault | Unknown]:
    """What the formula says of a report."""
    compiled = compile_formula(formula, [LATEST], tuple(FORMATS), at=at, blank_as_zero=blank_as_zero)
    return list(compiled.check(held))


def holds(formula: str, held: Report) -> bool:
    """Whether a formula that can be told is true of a report."""
    verdicts = check(formula, held)
    assert not [item for item in verdicts if isinstance(item, Unknown)]
    return not verdicts


def faults(formula: str, held: Report, *, at: str = "") -> list[Fault]:
    """The comparisons that do not hold."""
    return [item for item in check(formula, held, at=at) if isinstance(item, Fault)]


def reason(formula: str, held: Report) -> str:
    """Why the formula cannot be told."""
    (item,) = check(formula, held)
    assert isinstance(item, Unknown)
    return item.reason.render(item.params)
