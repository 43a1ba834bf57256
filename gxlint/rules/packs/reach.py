"""For which reports a rule of a pack is meant."""

from collections.abc import Callable
from typing import TypeAlias

from gxlint.model import Report
from gxlint.rules.formula import Fault, Formula, Unknown
from gxlint.rules.packs.models import Only
from gxlint.rules.packs.terms import finders

Reach: TypeAlias = Callable[[Report], bool | Unknown]
"""Whether a rule is meant for a report, or why that cannot be told."""


def reach_of(only: Only | None, when: Formula | None) -> Reach:
    """Who is meant; everyone unless the rule says otherwise.

    Args:
        only: what the rule says.
        when: the condition among it, compiled.
    """
    if only is None:
        return lambda _: True
    names = finders(only.organisations)

    def is_meant(report: Report) -> bool | Unknown:
        if only.bodies and report.body_type not in only.bodies:
            return False
        if only.scope and report.scope != only.scope:
            return False
        if names and not any(name.search(report.organisation or "") for name in names):
            return False
        return _in_years(only, report.year) and (when is None or _holds(when, report))

    return is_meant


def _in_years(only: Only, year: int | None) -> bool:
    if only.first_year is None and only.last_year is None:
        return True
    return year is not None and (only.first_year or 0) <= year <= (only.last_year or 9999)


def _holds(when: Formula, report: Report) -> bool | Unknown:
    verdicts = list(when.check(report))
    if any(isinstance(verdict, Fault) for verdict in verdicts):
        return False
    unknown = [verdict for verdict in verdicts if isinstance(verdict, Unknown)]
    if any(item.unsaid for item in unknown):
        return False
    return unknown[0] if unknown else True
