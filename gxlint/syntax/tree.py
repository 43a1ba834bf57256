"""Tokens and the parse tree."""

from collections.abc import Callable, Hashable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias, TypeVar

from gxlint.syntax.atoms import AtomKind
from gxlint.syntax.headings import HeadingLine
from gxlint.syntax.terms import Term

T = TypeVar("T")


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
    """What a grammar sees. ``start``/``end`` bound what it says; what follows up to the next token is white space.

    ``parts`` are the cells, labels or fragments that a token of a table holds, ``heading`` what a heading says,
    ``table`` what stands in a table.
    """

    type: str
    start: int
    end: int
    parts: tuple[Part, ...] = ()
    heading: HeadingLine | None = None
    table: "TableText | None" = None


class Node(NamedTuple):
    """An inner node: ``rule`` is the rule's name or alias in the grammar."""

    rule: str
    children: "tuple[Node | Token, ...]"


class TableText:
    """The text of a table and the tree over it, in which places count from the text's start.

    One object stands for all tables with the same text.
    """

    __slots__ = ("_made", "text", "tree")

    def __init__(self, text: str, tree: Node) -> None:
        """Take the text with its tree."""
        self.text = text
        self.tree = tree
        self._made: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` makes of this text, made the first time only. ``key`` says what, and all else it depends on."""
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]  # type: ignore[no-any-return]


Tree: TypeAlias = Node


def tokens(tree: Node) -> Iterator[Token]:
    """The leaves of a document's tree, those of its tables among them, in text order.

    Parts of tokens in tables count from the table's start.
    """
    for leaf in _leaves(tree):
        if leaf.table is None:
            yield leaf
        else:
            for inner in _leaves(leaf.table.tree):
                yield inner._replace(start=leaf.start + inner.start, end=leaf.start + inner.end)


def _leaves(tree: Node) -> Iterator[Token]:
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
