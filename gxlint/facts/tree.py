"""From a sentence to its tree, remembered by the shape of the sentence."""

from functools import cache
from typing import Any, TypeAlias

from gxlint.facts.forms import Word
from gxlint.facts.lexer import tokens
from gxlint.source.record import Record
from gxlint.syntax.parser import Tables, load_tables, parse_tokens

_ZEROS = str.maketrans("123456789", "0" * 9)
_MOST_REMEMBERED = 4096


class Branch:
    """An inner node: ``rule`` is the rule's name in ``grammars/facts.lark``.

    ``plan`` is kept by those who read the tree: what they found out about the node that depends on nothing else.
    """

    __slots__ = ("children", "plan", "rule")

    def __init__(self, rule: str, children: "tuple[Branch | Word, ...]") -> None:
        self.rule = rule
        self.children = children
        self.plan: Any = None


Tree: TypeAlias = Branch


class Parsed(Record, frozen=True):
    """A sentence's tokens, their terminals, and the tree over them; places count from the beginning of the sentence.

    ``tells`` is whether figures, or words that deny or affirm them, are among the tokens.
    """

    words: tuple[Word, ...]
    types: frozenset[str]
    tree: Tree
    tells: bool


_remembered: dict[str, Parsed] = {}


def parse(sentence: str) -> Parsed:
    """The tokens and the tree of a sentence. Any text has one.

    Sentences are remembered without their digits: reports of one series differ in nothing else.
    """
    shape = sentence.translate(_ZEROS)
    found = _remembered.get(shape)
    if found is None:
        if len(_remembered) >= _MOST_REMEMBERED:
            _remembered.clear()
        words = tuple(tokens(shape))
        types = frozenset(word.type for word in words)
        tree = parse_tokens(words, _tables(), Branch)
        found = _remembered[shape] = Parsed(words, types, tree, _tells(words, types))
    return found


def _tells(words: tuple[Word, ...], types: frozenset[str]) -> bool:
    if types & {"COUNT", "PERCENT"}:
        return True
    if "NOT" in types and ("NOUN" in types or len(words) < 3 or any(_denies(word) for word in words)):
        return True
    return "ALL" in types and any(word.key == "close" or word.key == "handle" for word in words)


def _denies(word: Word) -> bool:
    """结转 is denied without a noun, 零申请 says all by itself."""
    return word.key == "carry" or (word.type == "NOT" and word.end - word.start > 2)


@cache
def _tables() -> Tables:
    return load_tables("facts")
