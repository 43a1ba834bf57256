"""The sums that one cell takes part in, written out: ``自然人 12 + 商业企业 3 = 15 ≠ 总计 16(差 1)``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gxlint.model.sums import figure, number_at, terms_of
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gxlint.formats import Identity
    from gxlint.model import Table
    from gxlint.model.sums import Number

# A row has six terms and a total; what is longer is told without its zeros.
_MOST_TERMS = 7
_MOST_NAMED = 2


class Term(NamedTuple):
    """A cell in a sum, by the label that tells it from the others; no number where it cannot be told."""

    label: str
    number: Number | None


class Equation(NamedTuple):
    """What a form demands: both sides come to the same."""

    left: tuple[Term, ...]
    right: tuple[Term, ...]

    @property
    def gap(self) -> Number | None:
        """Left less right; none where that cannot be told."""
        left, right = _total(self.left), _total(self.right)
        return None if left is None or right is None else round(left - right, 6)

    def text(self, lang: str) -> str:
        """The equation with its numbers, and the difference where it does not hold."""
        left, right, gap = _side(self.left, lang), _side(self.right, lang), self.gap
        if gap is None:
            return self._unknown(lang)
        if not gap:
            both = len(self.left) > 1 < len(self.right)
            return " = ".join((left, *([_figure(_total(self.left))] if both else ()), right))
        if len(self.left) > 1:
            left = f"{left} = {_figure(_total(self.left))}"
        if len(self.right) > 1:
            right = f"{_figure(_total(self.right))} = {right}"
        return say(
            lang,
            "{left} ≠ {right}(差 {gap})",
            "{left} ≠ {right} (difference {gap})",
            left=left,
            right=right,
            gap=_figure(abs(gap)),
        )

    def _unknown(self, lang: str) -> str:
        names = [term.label for term in (*self.left, *self.right) if term.number is None]
        return say(
            lang,
            "{sum}:{names}{more}不能确定,未核对",
            "{sum}: not checked, as these cannot be told: {names}{more}",
            sum=" = ".join(_ends(side) for side in (self.left, self.right)),
            names="、".join(f"“{name}”" for name in names[:_MOST_NAMED]),
            more=say(lang, "等 {n} 项", " and more, {n} in all", n=len(names))
            if len(names) > _MOST_NAMED
            else "",
        )


def equations(table: Table, row: str, column: str) -> Iterator[Equation]:
    """The sums of the form that a cell is part of, along its row first. None where the table is blank."""
    if table.blank:
        return
    form = table.form
    for identity in sorted(form.identities, key=lambda identity: identity.each != "row"):
        if identity.each == "row":
            if column in (*identity.sum, *identity.equals) and set(identity.sum) <= set(form.columns_of(row)):
                yield _along_row(table, identity, row)
        elif any(
            address == (row, column) for address in terms_of(table, (*identity.sum, *identity.equals), column)
        ):
            yield _along_column(table, identity, column)


def _along_row(table: Table, identity: Identity, row: str) -> Equation:
    def terms(columns: Sequence[str]) -> tuple[Term, ...]:
        return tuple(
            Term(table.form.short_label(column), number_at(table, (row, column))) for column in columns
        )

    return Equation(terms(identity.sum), terms(identity.equals))


def _along_column(table: Table, identity: Identity, column: str) -> Equation:
    def terms(keys: Sequence[str]) -> tuple[Term, ...]:
        return tuple(
            Term(table.form.short_label(address[0]), number_at(table, address))
            for address in terms_of(table, keys, column)
        )

    return Equation(terms(identity.sum), terms(identity.equals))


def _total(terms: Sequence[Term]) -> Number | None:
    numbers = [term.number for term in terms]
    return None if None in numbers else sum(number for number in numbers if number is not None)


def _side(terms: Sequence[Term], lang: str) -> str:
    shown = terms if len(terms) <= _MOST_TERMS else [term for term in terms if term.number != 0]
    if not shown:
        return say(lang, "各项 0", "all terms 0")
    return " + ".join(f"{term.label} {_figure(term.number)}" for term in shown)


def _ends(terms: Sequence[Term]) -> str:
    """A side without its numbers: ``自然人 + … + 其他``."""
    labels = [term.label for term in terms]
    return " + ".join(labels if len(labels) <= _MOST_NAMED else (labels[0], "…", labels[-1]))


def _figure(number: Number | None) -> str:
    """A number as written by hand."""
    return "?" if number is None else figure(number)
