"""From the tree of a formula to closures, after seeing that conditions stand where conditions belong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from gxlint.formats import Format
from gxlint.rules.formula.addresses import CellAddress, read_address
from gxlint.rules.formula.errors import FormulaError
from gxlint.rules.formula.numbers import Numbers, Numeric, in_words
from gxlint.rules.formula.parser import Node, Tree
from gxlint.rules.formula.values import Number, Scope, Term, Unknown
from gxlint.rules.info import Message

if TYPE_CHECKING:
    from gxlint.rules.formula.lexer import Token

_NOT_A_CONDITION = Message(
    "这里应是条件(如 A = B),不是数", "a condition such as A = B is expected here, not a number"
)
_NO_STAR = Message(
    "{each}: 之后要有以 * 代替{axis_zh}的地址",
    "after {each}: there must be an address with * as its {axis_en}",
)
_MIXED_ROWS = Message(
    "each row 里各地址的行要写成一样的通配符,这里有 {one} 和 {other}",
    "inside each row all wildcards for rows must be the same, but there are {one} and {other}",
)
_NOTHING_COMMON = Message("这些地址没有共同的列", "these addresses have no column in common")
_TWICE = Message("{each} 不能套用两次", "{each} cannot stand inside itself")

_AXES = {"row": "行", "column": "列"}
_HOLDS: Final[dict[str, Callable[[Number, Number], bool]]] = {
    "=": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}

_OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


class Failure(NamedTuple):
    """A comparison that does not hold, with what stands on its two sides.

    ``at_hand`` is the row or column that an ``each`` had come to.
    """

    operator: str
    left: Number
    right: Number
    left_words: str
    right_words: str
    left_terms: tuple[Term, ...]
    right_terms: tuple[Term, ...]
    at_hand: Mapping[str, str]


Verdict: TypeAlias = Failure | Unknown
Condition: TypeAlias = Callable[[Scope], Iterator[Verdict]]
"""Yields what does not hold or cannot be told; nothing when all is well."""


def compile_tree(tree: Node, forms: Sequence[Format], catalogue: Sequence[Format]) -> Condition:
    """The formula as a condition.

    Raises:
        FormulaError: an address that does not exist, or a number where a condition belongs, or the reverse.
    """
    return _Conditions(Numbers(forms, catalogue)).condition(tree.children[0], frozenset())


class _Conditions:
    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def condition(self, tree: Tree, axes: frozenset[str]) -> Condition:
        """A part that holds or does not. ``axes`` are those that an ``each`` around it goes along."""
        make = {
            "when": self._when,
            "each": self._each,
            "either": self._either,
            "both": self._both,
            "denial": self._denial,
            "comparison": self._comparison,
            "group": self._group,
        }.get(tree.name if isinstance(tree, Node) else "")
        if make is None:
            raise FormulaError(tree.start, _NOT_A_CONDITION)
        return make(cast("Node", tree), axes)

    def _group(self, node: Node, axes: frozenset[str]) -> Condition:
        return self.condition(node.children[1], axes)

    def _when(self, node: Node, axes: frozenset[str]) -> Condition:
        given, then = self.condition(node.children[1], axes), self.condition(node.children[3], axes)

        def judge(scope: Scope) -> Iterator[Verdict]:
            verdicts = list(given(scope))
            if not verdicts:
                yield from then(scope)
            elif all(isinstance(verdict, Unknown) for verdict in verdicts):
                yield verdicts[0]

        return judge

    def _each(self, node: Node, axes: frozenset[str]) -> Condition:
        axis = cast("Token", node.children[1]).text
        if axis in axes:
            raise FormulaError(node.start, _TWICE, each=f"each {axis}")
        addresses = [
            item
            for item in self._addresses(node.children[3])
            if (item.any_row if axis == "row" else item.any_column)
        ]
        if not addresses:
            zh = _AXES[axis]
            raise FormulaError(node.start, _NO_STAR, each=f"each {axis}", axis_zh=zh, axis_en=axis)
        keys = self._rows_of(addresses) if axis == "row" else self._columns_of(addresses, node.start)
        body = self.condition(node.children[3], axes | {axis})

        def judge(scope: Scope) -> Iterator[Verdict]:
            for key in keys[scope.report.format.key]:
                yield from body(scope._replace(at_hand={**scope.at_hand, axis: key}))

        return judge

    def _rows_of(self, addresses: Sequence[CellAddress]) -> dict[str, tuple[str, ...]]:
        first = addresses[0]
        for other in addresses:
            if (other.table, other.row) != (first.table, first.row):
                one, two = f"{first.table}.{first.row}", f"{other.table}.{other.row}"
                raise FormulaError(other.start, _MIXED_ROWS, one=one, other=two)
        rows = {}
        for form in self._numbers.forms:
            table = form.table_forms[first.table]
            # Blocks of a table differ in their columns.
            rows[form.key] = tuple(
                row
                for row in first.rows(table)
                if all(item._replace(row=row).columns(table) for item in addresses)
            )
        return rows

    def _columns_of(self, addresses: Sequence[CellAddress], at: int) -> dict[str, tuple[str, ...]]:
        common = {}
        for form in self._numbers.forms:
            sets = [item.columns(form.table_forms[item.table]) for item in addresses if not item.previous]
            sets = sets or [item.columns(form.table_forms[item.table]) for item in addresses]
            common[form.key] = tuple(key for key in sets[0] if all(key in other for other in sets))
            if not common[form.key]:
                raise FormulaError(at, _NOTHING_COMMON)
        return common

    def _addresses(self, tree: Tree) -> Iterator[CellAddress]:
        if isinstance(tree, Node):
            for child in tree.children:
                yield from self._addresses(child)
        elif tree.type == "ADDRESS":
            address = read_address(tree, self._numbers.forms, self._numbers.catalogue)
            if isinstance(address, CellAddress):
                yield address

    def _both(self, node: Node, axes: frozenset[str]) -> Condition:
        parts = [self.condition(part, axes) for part in node.children[::2]]

        def judge(scope: Scope) -> Iterator[Verdict]:
            for part in parts:
                yield from part(scope)

        return judge

    def _either(self, node: Node, axes: frozenset[str]) -> Condition:
        parts = [self.condition(part, axes) for part in node.children[::2]]

        def judge(scope: Scope) -> Iterator[Verdict]:
            found = [list(part(scope)) for part in parts]
            if all(found):
                told = [verdicts for verdicts in found if any(isinstance(item, Failure) for item in verdicts)]
                unknown = [item for verdicts in found for item in verdicts if isinstance(item, Unknown)]
                # One of those that cannot be told may hold.
                yield from unknown[:1] if len(told) < len(found) else told[0]

        return judge

    def _denial(self, node: Node, axes: frozenset[str]) -> Condition:
        denied = self.condition(node.children[1], axes)
        first = _first_comparison(node)
        left, right = (self._numbers.number(part, axes) for part in first.children[::2])
        opposite = _OPPOSITE[cast("Token", first.children[1]).text]

        def judge(scope: Scope) -> Iterator[Verdict]:
            verdicts = list(denied(scope))
            if verdicts:
                unknown = [verdict for verdict in verdicts if isinstance(verdict, Unknown)]
                yield from unknown[:1] if len(unknown) == len(verdicts) else ()
                return
            try:
                yield _failure(opposite, left, right, scope)
            except Unknown as unsaid:
                yield unsaid

        return judge

    def _comparison(self, node: Node, axes: frozenset[str]) -> Condition:
        left_tree, operator_token, right_tree = node.children
        left, right = self._numbers.number(left_tree, axes), self._numbers.number(right_tree, axes)
        operator = cast("Token", operator_token).text
        holds = _HOLDS[operator]

        def judge(scope: Scope) -> Iterator[Verdict]:
            try:
                one, other = left.value(scope), right.value(scope)
            except Unknown as unknown:
                yield unknown
                return
            if not holds(one, other):
                yield _failure(operator, left, right, scope)

        return judge


def _first_comparison(tree: Tree) -> Node:
    while isinstance(tree, Node) and tree.name != "comparison":
        tree = tree.children[1 if tree.name in ("group", "denial") else 0]
    assert isinstance(tree, Node)
    return tree


def _failure(operator: str, left: Numeric, right: Numeric, scope: Scope) -> Failure:
    return Failure(
        operator,
        left.value(scope),
        right.value(scope),
        in_words(left, scope),
        in_words(right, scope),
        left.terms(scope),
        right.terms(scope),
        scope.at_hand,
    )
