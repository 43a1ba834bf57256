"""The parser makes the trees that Lark makes of the same tokens."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Token, Tree

from gxlint.resources import GRAMMARS
from gxlint.syntax.parser import load_tables, parse_tokens
from gxlint.syntax.tables import declared_only

GRAMMAR_FILES = {path.stem: path for path in Path(GRAMMARS).glob("*.lark")}
# Formulas are written by people and may be wrong; the other grammars take anything their lexers make.
NAMES = sorted(GRAMMAR_FILES.keys() - {"formula"})
_PAIRS = {"OPEN": "CLOSE"}


class Leaf(NamedTuple):
    type: str


class Inner(NamedTuple):
    rule: str
    children: tuple[Any, ...]


def _grammar(name: str) -> str:
    return GRAMMAR_FILES[name].read_text(encoding="utf-8")


def _types(name: str) -> list[str]:
    """The terminals of a grammar."""
    return sorted({type_ for state in load_tables(name).actions for type_ in state if type_ != "$END"})


def _shape(node: Inner | Leaf) -> Any:
    if isinstance(node, Leaf):
        return node.type
    return node.rule, [_shape(child) for child in node.children]


def _lark_shape(node: Any) -> Any:
    if isinstance(node, Token):
        return node.type
    assert isinstance(node, Tree)
    return str(node.data), [_lark_shape(child) for child in node.children]


def _allowed(types: Iterable[str]) -> list[str]:
    """What the grammars ask of their lexers: what begins ends."""
    made: list[str] = []
    waiting: list[str] = []
    for type_ in types:
        if type_ in _PAIRS:
            waiting.append(_PAIRS[type_])
        elif type_ in _PAIRS.values() and (not waiting or waiting.pop() != type_):
            continue
        made.append(type_)
    return made + waiting[::-1]


def test_there_are_grammars() -> None:
    assert {"facts", "layout", "table"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_same_tree_as_lark(name: str, data: st.DataObject) -> None:
    types = _allowed(data.draw(st.lists(st.sampled_from(_types(name)), max_size=25)))
    ours = parse_tokens([Leaf(type_) for type_ in types], load_tables(name), Inner)
    larks = declared_only(_grammar(name)).parse([Token(type_, type_) for type_ in types])
    assert _shape(ours) == _lark_shape(larks)
