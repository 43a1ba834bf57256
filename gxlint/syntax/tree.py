"""Tokens and the parse tree."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from gxlint.syntax.headings import HeadingLine
from gxlint.syntax.shapes import AtomKind
from gxlint.syntax.terms import Term


class Part(NamedTuple):
    """A cell, label or fragment inside a token; offsets count in the document's text.

    ``gap`` says what separates it from the part before: ``bar``, ``space``, ``line``, ``blank`` (an empty line) or
    ``row`` (a line that is a row by itself). Blank parts with ``fill`` come from a line of several bars, which fills a
    row up to the table's width.
    """

    kind: AtomKind
    start: int
    end: int
    gap: str
    type: str
    term: Term | None = None
    glued: bool = False
    begins: bool = False


class Token(NamedTuple):
    """What the grammar sees. ``start``/``end`` bound what it says; what follows up to the next token is white space."""

    type: str
    start: int
    end: int
    parts: tuple[Part, ...] = ()
    heading: HeadingLine | None = None


class Node(NamedTuple):
    """An inner node: ``rule`` is the rule's name or alias in the grammar."""

    rule: str
    children: "tuple[Node | Token, ...]"


Tree: TypeAlias = Node


def tokens(tree: Node | Token) -> Iterator[Token]:
    """The leaves of a tree, in text order."""
    pending: list[Node | Token] = [tree]
    while pending:
        item = pending.pop()
        if isinstance(item, Token):
            yield item
        else:
            pending.extend(reversed(item.children))


def leaves(tree: Node, text: str) -> Iterator[str]:
    """The text of every leaf with the white space after it; joined, they are the document's text."""
    starts = [token.start for token in tokens(tree)]
    bounds = [0, *starts[1:], len(text)] if starts else [0, len(text)]
    yield from (text[begin:end] for begin, end in pairwise(bounds))
