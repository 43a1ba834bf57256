"""Turns a Lark grammar into the small tables the parser runs on.

Lark reads the grammar and builds the LALR(1) automaton; this happens when the grammar changes, not when gxlint starts.
The result is package data (``grammars/*.tables.json``); ``python -m gxlint.prepare`` writes it and a test holds
that it is fresh.
"""

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lark import Lark, Token

_FIRST_RULE = re.compile(r"^([a-z_]\w*)\s*:", re.MULTILINE)


def declared_only(grammar: str) -> "Lark":
    """Lark's own parser for a grammar whose terminals are all declared; it takes ready-made tokens.

    The first rule of a grammar is its start.
    """
    from lark import Lark
    from lark.lexer import Lexer

    class TokensAsTheyAre(Lexer):
        def __init__(self, lexer_conf: object) -> None:
            pass

        def lex(self, data: Any) -> "Iterator[Token]":  # type: ignore[override]
            return iter(data)

    return Lark(grammar, parser="lalr", start=_start(grammar), lexer=TokensAsTheyAre)


def build_tables(grammar: str) -> dict[str, Any]:
    """LALR tables of a grammar whose terminals are all declared.

    Returns:
        ``rules``: list of [name, length, keep], ``keep`` being the name of the tree node or none where the children
        go up by themselves; ``actions``: per state, terminal → state to shift to (>= 0) or ~rule to reduce by;
        ``gotos``: per state, rule name → state; ``start``: the first state.
    """
    from lark.parsers.lalr_analysis import Shift

    lark = declared_only(grammar)
    start = _start(grammar)
    table = lark.parser.parser._parse_table
    rules = sorted(lark.rules, key=str)
    numbers = _numbered_states(table, start)
    nonterminals = {rule.origin.name for rule in rules}
    actions: list[dict[str, int]] = [{} for _ in numbers]
    gotos: list[dict[str, int]] = [{} for _ in numbers]
    for state, moves in table.states.items():
        for symbol, (action, target) in moves.items():
            if action is not Shift:
                actions[numbers[state]][symbol] = ~rules.index(target)
            elif symbol in nonterminals:
                gotos[numbers[state]][symbol] = numbers[target]
            else:
                actions[numbers[state]][symbol] = numbers[target]
    return {
        "rules": [[rule.origin.name, len(rule.expansion), _node_name(rule)] for rule in rules],
        "actions": actions,
        "gotos": gotos,
        "start": numbers[table.start_states[start]],
        "end": numbers[table.end_states[start]],
    }


def _start(grammar: str) -> str:
    first = _FIRST_RULE.search(grammar)
    assert first is not None
    return first[1]


def _numbered_states(table: Any, start: str) -> dict[Any, int]:
    """States in the order a walk from the start meets them: the same in every build of the same grammar."""
    from lark.parsers.lalr_analysis import Shift

    numbers: dict[Any, int] = {}
    waiting = [table.start_states[start], table.end_states[start]]
    while waiting:
        state = waiting.pop(0)
        if state not in numbers:
            numbers[state] = len(numbers)
            moves = sorted(table.states[state].items())
            waiting += [target for _, (action, target) in moves if action is Shift]
    return numbers


def _node_name(rule: Any) -> str | None:
    name = rule.origin.name
    if rule.alias:
        return str(rule.alias)
    if name.startswith("_") or (rule.options.expand1 and len(rule.expansion) == 1):
        return None
    return str(name)


def tables_text(grammar_path: Path) -> str:
    """The contents of the table file for a grammar."""
    tables = build_tables(grammar_path.read_text(encoding="utf-8"))
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
