"""A blank report for a body, as what is configured and its region want it."""

import os
from datetime import date
from typing import TYPE_CHECKING

from gxlint.forms.levels import level_of
from gxlint.forms.pieces import Piece, blank_report
from gxlint.forms.wording import Filling
from gxlint.lint.advising import regional_advice
from gxlint.lint.ruleset import SettingError
from gxlint.rules import Message

if TYPE_CHECKING:
    from gxlint.lint.session import Session


class NoForm(SettingError):  # noqa: N818
    """There is no official form for a year."""

    message = Message(
        "没有 {year} 年度的统一格式:已知的格式从 {first} 年度起使用",
        "there is no official form for {year}: the first one known is for {first}",
    )


def blank_for(
    session: "Session",
    folder: str,
    *,
    year: int | None = None,
    organisation: str = "",
    level: str | None = None,
) -> tuple[Piece, ...]:
    """The pieces of a blank report.

    Args:
        session: the rules; it says what is not given here, as far as that is configured.
        folder: where the report will lie.
        year: the fiscal year; otherwise last year.
        organisation: who reports.
        level: one of ``formats.LEVELS``; otherwise what the body's name says.

    Raises:
        NoForm: there is no form for that year.
    """
    scope = session.scope(os.path.join(folder, "_.gxr.md")) or session.scopes.default
    year = year or scope.year or date.today().year - 1
    form = scope.catalogue.for_year(year)
    if form is None:
        raise NoForm(year=year, first=scope.catalogue.formats[0].first_year)
    organisation = " ".join((organisation or scope.body or "").split())
    filling = Filling(year, organisation, level or level_of(organisation))
    return tuple(blank_report(form, filling, regional_advice(session, form, filling, folder)))
