"""Which numbered headings are the sections of the report, and what belongs to each.

The tree has a section for every heading that looks like one. Some are not: a table of contents, the 一、二、三、 of an
office that numbers its sub-headings this way, a sub-heading that happens to be worded like a section.
"""

from collections.abc import Sequence
from typing import Literal

from gxlint.source.record import Record, made
from gxlint.syntax import Node, Token


class Part(Record):
    """A section of the report, or what stands before the first one (``heading`` is none then).

    ``tokens`` are the lines of prose, headings that turned out to be no sections among them; ``inner`` are those.
    """

    heading: Token | None
    key: str
    match: Literal["official", "variant", "similar"]
    tokens: list[Token] = made(default_factory=list)
    tables: list[Token] = made(default_factory=list)
    inner: list[Token] = made(default_factory=list)


def outline(tree: Node) -> list[Part]:
    """The parts of the report: the front first, then its sections in text order."""
    nodes = [child for child in tree.children if isinstance(child, Node)]
    front, sections = nodes[0], nodes[1:]
    accepted = _accepted(sections)
    parts = [Part(None, "", "official")]
    _fill(parts[0], front.children)
    for node in sections:
        heading = node.children[0]
        assert isinstance(heading, Token)
        assert heading.heading is not None
        term = heading.heading.term
        if id(node) in accepted and term is not None:
            parts.append(Part(heading, term.key, term.match))
        else:
            parts[-1].tokens.append(heading)
            parts[-1].inner.append(heading)
        _fill(parts[-1], node.children[1:])
    return parts


def _fill(part: Part, children: Sequence[Node | Token]) -> None:
    for child in children:
        assert isinstance(child, Token)
        (part.tokens if child.table is None else part.tables).append(child)


def _accepted(sections: Sequence[Node]) -> set[int]:
    """Ids of the nodes that are sections of the report."""
    candidates = [node for node in sections if _key(node) is not None]
    level = _main_level(candidates)
    exact = {_key(node) for node in candidates if _match(node) != "similar" and _fits(node, level)}
    numbered = {_key(node) for node in candidates if _level(node)}
    filled_later: set[tuple[str | None, bool]] = set()
    accepted: set[int] = set()
    for node in reversed(candidates):
        key, similar = _key(node), _match(node) == "similar"
        if not _fits(node, level):
            continue
        # A heading with nothing under it, whose like comes again with its text, is a line of a table of contents.
        again = (key, False) in filled_later or (similar and (key, True) in filled_later)
        empty = len(node.children) == 1
        if not empty:
            filled_later.add((key, similar))
        unnumbered_double = _level(node) == 0 and key in numbered
        if not (similar and key in exact) and not (empty and again) and not unnumbered_double:
            accepted.add(id(node))
    return accepted


def _main_level(candidates: Sequence[Node]) -> int:
    """The outermost way of numbering in use among headings with official wording."""
    levels = [_level(node) for node in candidates if _match(node) != "similar" and _level(node)]
    return min(levels, default=1)


def _fits(node: Node, level: int) -> bool:
    return _level(node) in (0, level)


def _head(node: Node) -> Token:
    head = node.children[0]
    assert isinstance(head, Token)
    return head


def _key(node: Node) -> str | None:
    line = _head(node).heading
    return line.term.key if line is not None and line.term is not None else None


def _match(node: Node) -> str:
    line = _head(node).heading
    return line.term.match if line is not None and line.term is not None else "similar"


def _level(node: Node) -> int:
    line = _head(node).heading
    return line.number.level if line is not None and line.number is not None else 0
