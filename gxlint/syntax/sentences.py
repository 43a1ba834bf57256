"""Lines that are sentences before and after somebody has typed in them: the tokens of a text stay what they were.

What is said here follows from what the lexer looks at; a test holds the two together.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter

from gxlint.readers.document import Document
from gxlint.source.change import Change
from gxlint.source.pattern import Pattern
from gxlint.syntax.furniture import kind_of_line
from gxlint.syntax.headings import numbered
from gxlint.syntax.lexer import EDGE_BOTTOM, EDGE_TOP, LONGEST_PROSE_IN_TABLE, Lexer
from gxlint.syntax.shapes import Strength

_FULL_STOP = "。"
_NO_PROSE = ("|", "\t")
_SHORTEST_PIECE = 24
# Every label under which a page gives the title says one of these, with its characters set apart or not.
# Two patterns, for a text is skimmed for the character that one begins with.
_CALLS_TITLE = (Pattern(r"标\s*题", "标"), Pattern(r"名\s*称", "名"))


def stays_prose(lexer: Lexer, before: Document, after: Document, change: Change) -> bool:
    """Whether the line that has changed is a token of prose by itself, as it was, and no other line is read differently.

    Args:
        lexer: that of the formats that may occur.
        before: the document before the change.
        after: the document behind it, which has the same lines.
        change: what has changed; it lies within one line.
    """
    index = _index(before, change)
    old, new = _line(before, index), _line(after, index)
    return (
        _is_prose(lexer, old)
        and _is_prose(lexer, new)
        and _ends_alike(old.rstrip(), new.rstrip())
        and (len(old) > LONGEST_PROSE_IN_TABLE) == (len(new) > LONGEST_PROSE_IN_TABLE)
        and numbered(old) == numbered(new)
        and not _matters_to_page(before, index)
    )


def calls_title(text: str) -> bool:
    """Whether a label may stand in a text under which a page gives its title."""
    return any(pattern.search(text) for pattern in _CALLS_TITLE)


def line_at(document: Document, change: Change) -> str:
    """The line that a change begins in."""
    return _line(document, _index(document, change))


def _index(document: Document, change: Change) -> int:
    return bisect_left(document.lines, change.start, key=attrgetter("end"))


def _ends_alike(old: str, new: str) -> bool:
    """Whether a line is as much of a sentence as it was: one that is whole, or a piece of one that goes on below."""
    if old.endswith(_FULL_STOP) and new.endswith(_FULL_STOP):
        return True
    return (
        old[-1] == new[-1]
        and min(len(old), len(new)) >= _SHORTEST_PIECE
        and ((_FULL_STOP in old) == (_FULL_STOP in new))
    )


def _line(document: Document, index: int) -> str:
    start, end, _ = document.lines[index]
    return document.text[start:end]


def _is_prose(lexer: Lexer, line: str) -> bool:
    if any(mark in line for mark in _NO_PROSE):
        return False
    if kind_of_line(line):  # a page says some things in sentences, too
        return False
    pieces = lexer.reader.pieces(line)
    if len(pieces) != 1:
        return False
    ((start, end, shape),) = pieces
    return (
        (start, end) == (0, len(line))
        and shape.kind == "plain"
        and shape.strength == Strength.PROSE
        and shape.heading is None
        and [atom.kind for atom in shape.atoms] == ["text"]
        and not shape.begins
    )


def _matters_to_page(document: Document, index: int) -> bool:
    """Whether a sentence, which is never the page's itself, might say of other lines whether they are."""
    above = [_line(document, at) for at in islice(_saying(document, range(index - 1, -1, -1)), 1)]
    if any(kind_of_line(line) in ("label", "site") for line in above):
        return True
    if not calls_title(document.text):
        return False
    top = islice(_saying(document, range(len(document.lines))), EDGE_TOP)
    bottom = islice(_saying(document, range(len(document.lines) - 1, -1, -1)), EDGE_BOTTOM)
    return any(kind_of_line(_line(document, at)) == "title" for at in {*top, *bottom})


def _saying(document: Document, places: Iterable[int]) -> Iterator[int]:
    """The lines that say something."""
    return (at for at in places if any(char >= "\u2e80" for char in _line(document, at)))
