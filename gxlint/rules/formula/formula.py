"""A formula ready to be held against reports."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gxlint.formats import Format
from gxlint.model import Report
from gxlint.rules.formula.addresses import PREVIOUS, CellAddress, read_address
from gxlint.rules.formula.conditions import Condition, Failure, compile_tree
from gxlint.rules.formula.errors import FormulaError
from gxlint.rules.formula.lexer import tokens
from gxlint.rules.formula.parser import parse
from gxlint.rules.formula.values import Scope, Term, Unknown, cells
from gxlint.rules.info import Message

_NOT_A_CELL = Message(
    "at 应是一个格子的地址,如 table_requests.granted.total",
    "at must be the address of a cell, such as table_requests.granted.total",
)


class Fault(NamedTuple):
    """A comparison that does not hold in a report: the number to blame, none where no number of it is in the text."""

    failure: Failure
    blamed: Term | None
    others: tuple[Term, ...]


class Formula:
    """A condition over the numbers of a report. ``wants_previous``: over those of last year's report, too."""

    def __init__(
        self, condition: Condition, at: CellAddress | None, *, blank_as_zero: bool, wants_previous: bool
    ) -> None:
        self._condition, self._at, self._blank_as_zero = condition, at, blank_as_zero
        self.wants_previous = wants_previous

    def check(self, report: Report) -> Iterator[Fault | Unknown]:
        """What does not hold, and what cannot be told and why; nothing when all is well."""
        scope = Scope(report, self._blank_as_zero)
        for verdict in self._condition(scope):
            yield verdict if isinstance(verdict, Unknown) else self._fault(verdict, scope)

    def _fault(self, failure: Failure, scope: Scope) -> Fault:
        terms = [term for term in (*failure.left_terms, *failure.right_terms) if term.here]
        blamed = self._declared(scope._replace(at_hand=failure.at_hand)) or (terms[0] if terms else None)
        others = {term.span: term for term in terms if blamed is None or term.span != blamed.span}
        return Fault(failure, blamed, tuple(others.values()))

    def _declared(self, scope: Scope) -> Term | None:
        """The cell that the author says is to blame."""
        if self._at is None:
            return None
        try:
            return cells(self._at, scope)[0]
        except Unknown:
            return None


def compile_formula(
    text: str,
    forms: Sequence[Format],
    catalogue: Sequence[Format] = (),
    *,
    at: str = "",
    blank_as_zero: bool = False,
) -> Formula:
    """Make a formula of its text.

    Args:
        text: as the author wrote it.
        forms: the formats it is for; every address must exist in each of them.
        catalogue: all formats there are, for last year's report; ``forms`` unless given.
        at: address of the cell to blame; the first one of the formula unless given.
        blank_as_zero: whether a cell without a figure counts as 0; otherwise nothing can be told.

    Raises:
        FormulaError: the text is no formula, or does not fit the formats.
    """
    every = catalogue or forms
    condition = compile_tree(parse(text), forms, every)
    return Formula(
        condition,
        _blamed(at, forms) if at else None,
        blank_as_zero=blank_as_zero,
        wants_previous=any(token.text.startswith(f"{PREVIOUS}.") for token in tokens(text)),
    )


def _blamed(at: str, forms: Sequence[Format]) -> CellAddress:
    try:
        found = tokens(at)
        if len(found) == 1 and found[0].type == "ADDRESS":
            address = read_address(found[0], forms, forms)
            if isinstance(address, CellAddress) and not address.previous:
                return address
        raise FormulaError(0, _NOT_A_CELL)
    except FormulaError as error:
        error.in_at = True
        raise
