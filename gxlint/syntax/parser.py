"""Runs the LALR tables that Lark built over a stream of tokens.

The tables are package data, so that start-up pays neither for Lark nor for building an automaton, and the loop below is
all there is to do per token. The layout grammar is total: there is no error to recover from.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from gxlint.resources import GRAMMARS
from gxlint.syntax.tree import Node, Token

_END = "$END"


class Tables(NamedTuple):
    """LALR tables as ``gxlint.syntax.tables`` writes them."""

    rules: list[tuple[str, int, str | None]]
    actions: list[dict[str, int]]
    gotos: list[dict[str, int]]
    start: int
    end: int


@cache
def load_tables(grammar: str) -> Tables:
    """The prepared tables of ``grammars/NAME.lark``."""
    data: dict[str, Any] = json.loads((GRAMMARS / f"{grammar}.tables.json").read_text(encoding="utf-8"))
    rules = [(origin, length, name) for origin, length, name in data["rules"]]
    return Tables(rules, data["actions"], data["gotos"], data["start"], data["end"])


def parse_tokens(tokens: Iterable[Token], tables: Tables) -> Node:
    """The tree over a sequence of tokens.

    Raises:
        KeyError: a token type that the grammar does not know, or a sequence it does not allow.
    """
    rules, actions, gotos = tables.rules, tables.actions, tables.gotos
    states: list[int] = [tables.start]
    values: list[list[Node | Token]] = []

    def reduce(rule: int) -> None:
        origin, length, name = rules[rule]
        children: list[Node | Token] = []
        if length:
            children = values[-length]  # grown in place: a list of n items is built in n steps, not n²
            for more in values[len(values) - length + 1 :]:
                children.extend(more)
            del states[-length:], values[-length:]
        states.append(gotos[states[-1]][origin])
        values.append(children if name is None else [Node(name, tuple(children))])

    for token in tokens:
        kind = token.type
        while (action := actions[states[-1]][kind]) < 0:
            reduce(~action)
        states.append(action)
        values.append([token])
    while states[-1] != tables.end:
        reduce(~actions[states[-1]][_END])
    (root,) = values[-1]
    return root if isinstance(root, Node) else Node("report", (root,))
