"""Whatever is written, the language answers; and it counts as Python does."""

import ast
import operator
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.rules.formula import Fault, FormulaError, Unknown, compile_formula
from gxlint.rules.formula.lexer import tokens
from gxlint.rules.formula.parser import Node, Tree, parse
from tests.rules.formula.kit import FORMATS, LATEST, report

REPORT = report({"table_requests.granted.total": 4, "table_requests.received.total": 9})
WORDS = (
    *("when", "then", "each", "row", "column", "and", "or", "not", "sum", "max", "abs", "(", ")", ",", ":"),
    *("=", "!=", "<", ">=", "+", "-", "*", "/", "0", "1", "2.5", "table_requests.granted.total"),
    *(
        "table_requests.*.total",
        "table_requests.granted.*",
        "fact.received",
        "previous.table_requests.granted.total",
    ),
)
_OPERATORS: dict[type, Any] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: lambda left, right: Fraction(left) / right,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}


def _counted(node: Any) -> Fraction:
    """What an arithmetic expression comes to, by Python's own grammar."""
    if isinstance(node, ast.BinOp):
        return Fraction(_OPERATORS[type(node.op)](_counted(node.left), _counted(node.right)))
    if isinstance(node, ast.UnaryOp):
        return Fraction(_OPERATORS[type(node.op)](_counted(node.operand)))
    return Fraction(str(node.value))


arithmetic = st.recursive(
    st.integers(0, 999).map(str) | st.sampled_from(("0.5", "2.25")),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(" ".join),
        inner.map(lambda text: f"({text})"),
        inner.map(lambda text: f"-({text})"),
    ),
    max_leaves=12,
)


@given(arithmetic)
@settings(deadline=None)
def test_it_counts_as_python_does(text: str) -> None:
    try:
        expected = _counted(ast.parse(text, mode="eval").body)
    except ZeroDivisionError:
        expected = None
    (verdict,) = compile_formula(f"{text} = table_requests.granted.total / 7919", [LATEST]).check(REPORT)
    if expected is None:
        assert isinstance(verdict, Unknown)
    else:
        assert isinstance(verdict, Fault)
        assert verdict.failure.left == expected


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
@settings(deadline=None, max_examples=300)
def test_any_words_are_a_formula_or_refused(text: str) -> None:
    try:
        compiled = compile_formula(text, [LATEST], tuple(FORMATS))
    except FormulaError as error:
        _says_where(error, text)
        return
    for verdict in compiled.check(REPORT):
        assert isinstance(verdict, Fault | Unknown)


def _says_where(error: FormulaError, text: str) -> None:
    assert 0 <= error.at <= len(text)
    assert error.text("zh")
    assert error.text("en")


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_text_is_answered(text: str) -> None:
    try:
        parse(text)
    except FormulaError as error:
        _says_where(error, text)


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
@settings(deadline=None)
def test_the_leaves_of_the_tree_are_the_tokens(text: str) -> None:
    try:
        tree = parse(text)
    except FormulaError:
        return
    assert list(_leaves(tree)) == tokens(text)


def _leaves(tree: Tree) -> Any:
    if isinstance(tree, Node):
        for child in tree.children:
            yield from _leaves(child)
    else:
        yield tree
