"""The parts of a formula that are numbers, as closures."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final, NamedTuple, cast

from gxlint.formats import Format
from gxlint.rules.formula.addresses import CellAddress, FactAddress, read_address
from gxlint.rules.formula.errors import FormulaError
from gxlint.rules.formula.lexer import Token
from gxlint.rules.formula.parser import Node, Tree
from gxlint.rules.formula.values import Number, Scope, Term, Unknown, cells, exact, fact, shown
from gxlint.rules.info import Message

_NOT_A_NUMBER = Message("这里应是数,不是条件", "a number is expected here, not a condition")
_STAR = Message(
    "通配符 * 代表多个格,只能放在 sum(…)、max(…)、min(…) 里,或写在 {each}: 之后",
    "* stands for several cells: put it into sum(…), max(…) or min(…), or write {each}: before",
)
_ONE_ARGUMENT = Message("abs 只能有一个数", "abs takes one number")
_BY_ZERO = Message("除数为 0,未核对", "division by zero; not checked")
_MOST_SHOWN = 6
_FUNCTIONS: Final[dict[str, Callable[[list[Number]], Number]]] = {
    "sum": lambda numbers: sum(numbers, 0),
    "max": lambda numbers: max(numbers),
    "min": lambda numbers: min(numbers),
    "abs": lambda numbers: max(numbers[0], -numbers[0]),
}


class Numeric(NamedTuple):
    """A part that is a number. ``terms`` and ``words`` are asked only where something does not hold."""

    value: Callable[[Scope], Number]
    terms: Callable[[Scope], tuple[Term, ...]]
    words: Callable[[Scope], str]
    single: bool  # whether the words already show the value


class Numbers:
    """Makes closures of the parts that are numbers.

    ``forms`` are the formats in which addresses have to exist, ``catalogue`` all formats.
    """

    def __init__(self, forms: Sequence[Format], catalogue: Sequence[Format]) -> None:
        self.forms, self.catalogue = forms, catalogue

    def number(self, tree: Tree, axes: frozenset[str]) -> Numeric:
        """A part that is a single number. ``axes`` are those that an ``each`` around it goes along.

        Raises:
            FormulaError: it is a condition, or an address that does not exist or stands for several cells.
        """
        if isinstance(tree, Token):
            return self._literal(tree) if tree.type == "NUMBER" else self._address(tree, axes)
        if tree.name == "group":
            return self.number(tree.children[1], axes)._replace(single=False)
        if tree.name == "call":
            return self._call(tree, axes)
        if tree.name in ("sum", "product", "signed"):
            return self._arithmetic(tree, axes)
        raise FormulaError(tree.start, _NOT_A_NUMBER)

    def _literal(self, token: Token) -> Numeric:
        value = exact(float(token.text)) if "." in token.text else int(token.text)
        return Numeric(lambda _: value, lambda _: (), lambda _: shown(value), True)

    def _address(self, token: Token, axes: frozenset[str]) -> Numeric:
        address = read_address(token, self.forms, self.catalogue)
        if isinstance(address, FactAddress):
            return _of_fact(address)
        for wild, axis in ((address.any_row, "row"), (address.any_column, "column")):
            if wild and axis not in axes:
                raise FormulaError(token.start, _STAR, each=f"each {axis}")
        return _of_cells(address)

    def _call(self, node: Node, axes: frozenset[str]) -> Numeric:
        name, arguments = cast("Token", node.children[0]).text, node.children[2:-1:2]
        if name == "abs" and len(arguments) > 1:
            raise FormulaError(arguments[1].start, _ONE_ARGUMENT)
        parts = [self._argument(part, axes, many=name != "abs") for part in arguments]
        combine = _FUNCTIONS[name]

        def value(scope: Scope) -> Number:
            return combine([number for part in parts for number in part(scope)])

        numerics = [self._spread(part, axes) for part in arguments]

        def terms(scope: Scope) -> tuple[Term, ...]:
            return tuple(term for part in numerics for term in part.terms(scope))

        def words(scope: Scope) -> str:
            inner = (" + " if name == "sum" else "、").join(part.words(scope) for part in numerics)
            return inner if name == "sum" else f"{name}({inner})"

        return Numeric(value, terms, words, False)

    def _argument(self, tree: Tree, axes: frozenset[str], *, many: bool) -> Callable[[Scope], list[Number]]:
        """The numbers an argument stands for: several where it is an address with a wildcard."""
        if many and isinstance(tree, Token) and tree.type == "ADDRESS":
            address = read_address(tree, self.forms, self.catalogue)
            if isinstance(address, CellAddress):
                return lambda scope: [term.value for term in cells(address, scope)]
        numeric = self.number(tree, axes)
        return lambda scope: [numeric.value(scope)]

    def _spread(self, tree: Tree, axes: frozenset[str]) -> Numeric:
        """The same, for showing it."""
        if isinstance(tree, Token) and tree.type == "ADDRESS":
            return self._address(tree, axes | {"row", "column"})
        return self.number(tree, axes)

    def _arithmetic(self, node: Node, axes: frozenset[str]) -> Numeric:
        """Sums, products and signs: operators and operands in turn."""
        children = node.children
        if node.name == "signed":
            children = (Token("NUMBER", "0", node.start), *children)
        parts = [self.number(part, axes) for part in children[::2]]
        operators = [cast("Token", item).text for item in children[1::2]]

        def value(scope: Scope) -> Number:
            result = parts[0].value(scope)
            for operator, part in zip(operators, parts[1:], strict=True):
                result = _applied(operator, result, part.value(scope))
            return result

        def terms(scope: Scope) -> tuple[Term, ...]:
            return tuple(term for part in parts for term in part.terms(scope))

        def words(scope: Scope) -> str:
            text = "" if node.name == "signed" else parts[0].words(scope)
            for operator, part in zip(operators, parts[1:], strict=True):
                text += f" {operator.replace('*', '×').replace('/', '÷')} {part.words(scope)}"
            return text.strip()

        return Numeric(value, terms, words, False)


def _applied(operator: str, left: Number, right: Number) -> Number:
    if operator == "/":
        if right == 0:
            raise Unknown(_BY_ZERO)
        return Fraction(left) / right
    if operator == "*":
        return left * right
    return left + right if operator == "+" else left - right


def _of_fact(address: FactAddress) -> Numeric:
    def terms(scope: Scope) -> tuple[Term, ...]:
        return (fact(address, scope.report),)

    return Numeric(
        lambda scope: fact(address, scope.report).value,
        terms,
        lambda scope: _term_words(terms(scope)[0]),
        True,
    )


def _of_cells(address: CellAddress) -> Numeric:
    """One cell, or the rows of a group taken together."""

    def terms(scope: Scope) -> tuple[Term, ...]:
        return tuple(cells(address, scope))

    def value(scope: Scope) -> Number:
        return sum(term.value for term in cells(address, scope))

    def words(scope: Scope) -> str:
        found = cells(address, scope)
        if len(found) == 1:
            return _term_words(found[0])
        if not address.any_row:
            return _group_words(address, found, scope)
        if len(found) <= _MOST_SHOWN:
            return " + ".join(map(_term_words, found))
        return f"{len(found)} 格之和 {shown(value(scope))}"

    return Numeric(value, terms, words, True)


def in_words(part: Numeric, scope: Scope) -> str:
    """One side of a comparison: its value and what that is made of."""
    count = len(part.terms(scope))
    if part.single and (count <= 1 or count > _MOST_SHOWN):
        return part.words(scope)
    return f"{shown(part.value(scope))}({part.words(scope)})"


def _group_words(address: CellAddress, found: Sequence[Term], scope: Scope) -> str:
    form = scope.report.format.table_forms[address.table]
    year = "上年" if address.previous else ""
    label = f"{year}{form.short_label(address.row)} {form.short_label(address.column)}"
    return f"{label} {shown(sum(term.value for term in found))}"


def _term_words(term: Term) -> str:
    return term.label if term.cell is None else f"{term.label} {shown(term.value)}"
