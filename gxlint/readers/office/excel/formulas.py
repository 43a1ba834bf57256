"""Sums in a workbook that no program has worked out yet: what other programs export often holds formulas alone.

Only what totals are made of is understood: numbers and cells of the same sheet, ``+ - * /``, comparisons, ``SUM``,
``COUNT`` and ``IF``. Anything else has no result, as before.
"""

import re
from collections.abc import Callable, Mapping

from gxlint.readers.office.excel.references import address

Cell = tuple[int, int]
"""Row and column, from 1."""
Value = float | str | bool
_TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:\.\d*)?|\.\d+)
  | (?P<text>"(?:[^"]|"")*")
  | (?P<range>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?)(?![\w(!.])
  | (?P<name>[A-Z]+)(?=\()
  | (?P<sign><=|>=|<>|[-+*/=<>(),])
    )\s*""",
    re.VERBOSE,
)
_LONGEST, _MOST_WRITTEN, _MOST_LOOKS, _DEEPEST = 4_000, 2_000_000, 1_000_000, 40
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    ">": lambda one, other: one > other,
    "<=": lambda one, other: one <= other,
    ">=": lambda one, other: one >= other,
}


class NoResultError(Exception):
    """A formula that is not understood, goes round in a circle, or takes too long."""


class Formulas:
    """Works out the formulas of one sheet, each once."""

    def __init__(self, numbers: Mapping[Cell, float], formulas: Mapping[Cell, str]) -> None:
        """Nothing is worked out before it is asked for.

        Args:
            numbers: the cells that hold a number, as it stands in the file.
            formulas: the cells that hold a formula and no result, without the ``=``.
        """
        self._numbers, self._formulas = dict(numbers), formulas
        self._texts: dict[Cell, str] = {}
        self._under_way: list[Cell] = []
        self._looks = self._written = 0

    def result(self, cell: Cell) -> Value:
        """What the formula of a cell comes to.

        Raises:
            NoResultError: that cannot be told.
        """
        formula = self._formulas[cell]
        self._written += len(formula)
        too_much = len(formula) > _LONGEST or self._written > _MOST_WRITTEN
        if too_much or cell in self._under_way or len(self._under_way) >= _DEEPEST:
            raise NoResultError
        self._under_way.append(cell)
        try:
            found = _Reading(formula, self.number).whole()
        except (ZeroDivisionError, OverflowError, RecursionError):
            raise NoResultError from None
        finally:
            self._under_way.pop()
        if isinstance(found, str):
            self._texts[cell] = found
        else:
            self._numbers[cell] = float(found)
        return found

    def number(self, cell: Cell) -> float | None:
        """The number in a cell; none where it holds none."""
        self._looks += 1
        if self._looks > _MOST_LOOKS:
            raise NoResultError
        if cell not in self._numbers and cell not in self._texts and cell in self._formulas:
            self.result(cell)
        return self._numbers.get(cell)


class _Reading:
    """One formula, read from left to right and worked out on the way."""

    def __init__(self, formula: str, number: Callable[[Cell], float | None]) -> None:
        self._number = number
        self._tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(formula):
            match = _TOKEN.match(formula, at)
            if match is None:
                raise NoResultError
            kind = match.lastgroup or ""
            self._tokens.append((kind, match[kind]))
            at = match.end()
        self._tokens.reverse()  # the next one is the last

    def whole(self) -> Value:
        found = self._comparison()
        if self._tokens:
            raise NoResultError
        return found

    def _next(self, *signs: str) -> str | None:
        """The sign that comes next, if it is one of these; it is done with then."""
        if self._tokens and self._tokens[-1][0] == "sign" and self._tokens[-1][1] in signs:
            return self._tokens.pop()[1]
        return None

    def _comparison(self) -> Value:
        one = self._sum()
        if (sign := self._next(*_COMPARED)) is None:
            return one
        return _COMPARED[sign](_figure(one), _figure(self._sum()))

    def _sum(self) -> Value:
        found = self._product()
        while (sign := self._next("+", "-")) is not None:
            other = _figure(self._product())
            found = _figure(found) + (other if sign == "+" else -other)
        return found

    def _product(self) -> Value:
        found = self._factor()
        while (sign := self._next("*", "/")) is not None:
            other = _figure(self._factor())
            found = _figure(found) * other if sign == "*" else _figure(found) / other
        return found

    def _factor(self) -> Value:
        if self._next("-"):
            return -_figure(self._factor())
        if self._next("("):
            found = self._comparison()
            self._close()
            return found
        kind, text = self._tokens.pop() if self._tokens else ("", "")
        if kind == "number":
            return float(text)
        if kind == "text":
            return text[1:-1].replace('""', '"')
        if kind == "range" and ":" not in text:
            return self._number(_corner(text)) or 0.0
        if kind == "name" and self._next("("):
            return self._function(text)
        raise NoResultError

    def _close(self) -> None:
        if not self._next(")"):
            raise NoResultError

    def _function(self, name: str) -> Value:
        if name == "IF":
            return self._choice()
        if name not in ("SUM", "COUNT"):
            raise NoResultError
        numbers = self._arguments()
        return sum(numbers) if name == "SUM" else float(len(numbers))

    def _choice(self) -> Value:
        found = [self._comparison()]
        while self._next(","):
            found.append(self._comparison())
        self._close()
        if len(found) != 3:
            raise NoResultError
        return found[1] if _figure(found[0]) else found[2]

    def _arguments(self) -> list[float]:
        """The numbers that the arguments of a function hold; blank cells and texts hold none."""
        found: list[float] = []
        while True:
            if self._tokens and self._tokens[-1][0] == "range":
                first, _, last = self._tokens.pop()[1].partition(":")
                found += self._inside(_corner(first), _corner(last or first))
            else:
                found.append(_figure(self._comparison()))
            if not self._next(","):
                break
        self._close()
        return found

    def _inside(self, first: Cell, last: Cell) -> list[float]:
        (top, bottom), (left, right) = (sorted(pair) for pair in zip(first, last, strict=True))
        numbers = (
            self._number((row, column)) for row in range(top, bottom + 1) for column in range(left, right + 1)
        )
        return [number for number in numbers if number is not None]


def _figure(value: Value) -> float:
    if isinstance(value, str):
        raise NoResultError
    return float(value)


def _corner(reference: str) -> Cell:
    found = address(reference.replace("$", ""))
    if found is None:
        raise NoResultError
    return found
