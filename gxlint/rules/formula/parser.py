"""From the tokens of a formula to its tree, with the prepared tables of ``grammars/formula.lark``."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from gxlint.rules.formula.errors import FormulaError
from gxlint.rules.formula.lexer import Token, tokens
from gxlint.rules.info import Message
from gxlint.syntax.parser import load_tables, parse_tokens

DEEPEST = 32

_EMPTY = Message("公式是空的", "the formula is empty")
_UNEXPECTED = Message("这里不应出现“{got}”{hint_zh}", "“{got}” is not expected here{hint_en}")
_UNFINISHED = Message("公式没有写完{hint_zh}", "the formula is not complete{hint_en}")
_TOO_DEEP = Message(
    f"公式嵌套超过 {DEEPEST} 层,请拆成几条规则",
    f"the formula is nested deeper than {DEEPEST}; make several rules of it",
)
_NO_HINT = ("", "")
_HINTS = {
    "COMPARE": (
        ",一次只能比较两边,几个条件用 and 连接",
        ": compare two sides only, and join conditions with and",
    ),
    "CLOSE": (",括号没有成对", ": the brackets do not match"),
    "EACH": (",each 只能写在最前面或 then 之后", ": each stands at the beginning or after then"),
    "WHEN": (
        ",when 只能写在最前面、then 或冒号之后",
        ": when stands at the beginning, after then or a colon",
    ),
    "COLON": (",冒号只能写在 each row 或 each column 之后", ": a colon follows each row or each column"),
}
_OPEN_BRACKET = (",括号没有成对", ": the brackets do not match")


class Node(NamedTuple):
    """A part of a formula: a rule of the grammar and what it is made of."""

    name: str
    children: "tuple[Tree, ...]"

    @property
    def start(self) -> int:
        """Where it begins."""
        tree: Tree = self
        while isinstance(tree, Node):
            tree = tree.children[0]
        return tree.start


Tree: TypeAlias = Node | Token


def parse(text: str) -> Node:
    """The tree of a formula.

    Raises:
        FormulaError: it is not one, or goes beyond the limits.
    """
    words = tokens(text)
    if not words:
        raise FormulaError(0, _EMPTY)
    _hold_depth(words)
    seen: list[Token] = []
    try:
        tree: Node = parse_tokens(_watched(words, seen), load_tables("formula"), Node)
    except KeyError as error:
        raise _misplaced(words, seen, text) from error
    return tree


def _hold_depth(words: Sequence[Token]) -> None:
    """Brackets, and signs and negations in a row, are what makes a formula deep."""
    depth = run = 0
    for word in words:
        depth += {"OPEN": 1, "CLOSE": -1}.get(word.type, 0)
        run = run + 1 if word.type in ("NOT", "SIGN", "WHEN", "THEN", "EACH") else 0
        if depth > DEEPEST or run > DEEPEST:
            raise FormulaError(word.start, _TOO_DEEP)
    if sum(word.type in ("WHEN", "EACH") for word in words) > DEEPEST:
        raise FormulaError(words[-1].start, _TOO_DEEP)


def _watched(words: Sequence[Token], seen: list[Token]) -> Iterator[Token]:
    for word in words:
        seen.append(word)
        yield word
    seen.append(Token("$END", "", 0))


def _misplaced(words: Sequence[Token], seen: Sequence[Token], text: str) -> FormulaError:
    last = seen[-1]
    if last.type != "$END":
        zh, en = _HINTS.get(last.type, _NO_HINT)
        return FormulaError(last.start, _UNEXPECTED, got=last.text, hint_zh=zh, hint_en=en)
    is_open = sum(word.type == "OPEN" for word in words) > sum(word.type == "CLOSE" for word in words)
    zh, en = _OPEN_BRACKET if is_open else _NO_HINT
    return FormulaError(max(0, len(text.rstrip()) - 1), _UNFINISHED, hint_zh=zh, hint_en=en)
