"""What a province, city or county asks of a report, as advice to whoever fills it in."""

import os
from typing import TYPE_CHECKING

from gxlint.formats import Advice, Catalogue, Format
from gxlint.forms.layout import written
from gxlint.forms.pieces import blank_report
from gxlint.forms.wording import Filling
from gxlint.lint.plan import holds_for
from gxlint.readers import read_text
from gxlint.source import SourceText

if TYPE_CHECKING:
    from gxlint.lint.session import Session
    from gxlint.model import Report
    from gxlint.rules import Rule

_FRONT = "preamble"
# What should not be written is told when it has been written.
_NO_DEMANDS = ("forbidden", "wording")


def regional_advice(session: "Session", form: Format, filling: Filling, folder: str) -> tuple[Advice, ...]:
    """What the rules that a region adds to the national ones want, each at the part that it looks at.

    The region is the one asked for, or else the body's own, as when a report is checked.

    Args:
        session: the rules.
        form: the official format.
        filling: the body and the year.
        folder: where the report will lie, whose configuration holds.
    """
    text = SourceText(written(blank_report(form, filling)))
    checked = session.check(read_text(text, os.path.join(folder, "_.gxr.md")))
    report, ruleset = checked.report, checked.ruleset
    if report is None or ruleset is None:
        return ()
    return tuple(
        _advice(rule, report) for rule in ruleset.rules if _is_wanted(rule, report, session.catalogue)
    )


def _advice(rule: "Rule", report: "Report") -> Advice:
    source = rule.sources[0]
    return Advice(_place(rule, report), rule.summary, source.number or source.title)


def _is_wanted(rule: "Rule", report: "Report", catalogue: Catalogue) -> bool:
    return rule.regional and holds_for(rule, report.format, catalogue) and _is_demand(rule, report)


def _is_demand(rule: "Rule", report: "Report") -> bool:
    entry = getattr(rule, "entry", None)  # of a pack; a rule in Python says nothing about whom it is for
    if entry is None:
        return True
    return type(rule).only(report) is True and not any(getattr(entry, kind) for kind in _NO_DEMANDS)  # type: ignore[attr-defined]


def _place(rule: "Rule", report: "Report") -> str:
    """The part of the report that the rule looks at; the front where it looks at all of it."""
    kind = getattr(rule, "kind", None)
    place = kind.place if kind is not None else _FRONT
    form = report.format
    if place in form.table_forms:
        return form.table_forms[place].section
    section, _, aspect = place.partition(".")
    if section not in form.section_forms:
        return _FRONT
    known = any(item.key == aspect for item in form.section_forms[section].aspects)
    return place if known or not aspect else section
