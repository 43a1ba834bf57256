"""Runs the LALR tables that Lark built over a stream of tokens.

The tables are package data, so that start-up pays neither for Lark nor for building an automaton, and the loop below is
all there is to do per token. The grammars are total: there is no error to recover from.
"""

import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeVar

from gxlint.resources import GRAMMARS

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
    with open(os.path.join(GRAMMARS, f"{grammar}.tables.json"), encoding="utf-8") as file:
        data: dict[str, Any] = json.load(file)
    rules = [(origin, length, name) for origin, length, name in data["rules"]]
    return Tables(rules, data["actions"], data["gotos"], data["start"], data["end"])


class Leaf(Protocol):
    """A token of any grammar: its type is a terminal there."""

    @property
    def type(self) -> str:
        """The terminal."""


L = TypeVar("L", bound=Leaf)
N = TypeVar("N")


def parse_tokens(tokens: Iterable[L], tables: Tables, node: Callable[[str, "tuple[N | L, ...]"], N]) -> N:
    """The tree over a sequence of tokens.

    Args:
        tokens: the leaves.
        tables: of the grammar that knows their types.
        node: makes an inner node of a rule's name, or its alias, and the children.

    Raises:
        KeyError: a token type that the grammar does not know, or a sequence it does not allow.
    """
    rules, actions, gotos = tables.rules, tables.actions, tables.gotos
    states: list[int] = [tables.start]
    values: list[list[N | L]] = []

    def reduce(rule: int) -> None:
        origin, length, name = rules[rule]
        children: list[N | L] = []
        if length == 1:
            children = values.pop()
            states.pop()
        elif length:
            children = values[-length]  # grown in place: a list of n items is built in n steps, not n²
            for more in values[1 - length :]:
                children += more
            del states[-length:], values[-length:]
        states.append(gotos[states[-1]][origin])
        values.append(children if name is None else [node(name, tuple(children))])

    for token in tokens:
        kind = token.type
        while (action := actions[states[-1]][kind]) < 0:
            reduce(~action)
        states.append(action)
        values.append([token])
    while states[-1] != tables.end:
        reduce(~actions[states[-1]][_END])
    # The start rule always makes a node of its own, so that this is one.
    return values[-1][0]  # type: ignore[return-value]
