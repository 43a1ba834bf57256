"""The shape of a single line, seen by itself: cells, labels, figures, prose.

A line's shape depends on its text alone, so it is computed once per distinct text: the lines of the official form,
which make up most of a report, are dictionary hits.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property
from typing import Literal, NamedTuple

from gxlint.syntax.terms import Dictionary, Term, compact, longest_first

AtomKind = Literal["label", "figure", "blank", "text"]
LineKind = Literal["empty", "bars", "page", "rule", "cells", "plain"]


class Atom(NamedTuple):
    """A cell, or the part of a line that stands for one. Offsets count from the line's start."""

    kind: AtomKind
    start: int
    end: int
    term: Term | None = None
    glued: bool = False


class Strength(IntEnum):
    """How much a line says that it belongs to a table."""

    PROSE = 0
    WEAK = 1
    STRONG = 2


class Shape(NamedTuple):
    """A line's cells.

    ``closed``: its last cell ended with a bar. ``opened``: it began with one, which is the table's border or ends a
    blank first cell. ``bars``: how many, where nothing else stands.
    """

    kind: LineKind
    atoms: tuple[Atom, ...]
    strength: Strength
    closed: bool = False
    opened: bool = False
    bars: int = 0

    @property
    def is_row(self) -> bool:
        """Whether several cells of figures stand in this line, so that it is a table row by itself."""
        return sum(atom.kind in ("figure", "blank") for atom in self.atoms) > 1


_FIGURE = r"(?:[+\-±增减]|约|近)?\d+(?:,\d{3})*(?:\.\d+)?(?:余|多)?(?: ?(?:万元|亿元|万|元|件|条|例|项|个|次|人次|起|宗))?"
_NOT_APPLICABLE = r"[/／\\]|[—–\-]{1,3}|无"
_IS_FIGURE = re.compile(rf"(?:{_FIGURE}|{_NOT_APPLICABLE})\s*$")
_FIGURES = re.compile(rf"(?:(?:{_FIGURE}|[/／]|[—–]{{1,2}}|-)(?:\s+|$))+$")
_EACH_FIGURE = re.compile(r"\S+")
_TRAILING_FIGURES = re.compile(rf"(?<=[^\d\s.,+\-/])(\s*)((?:{_FIGURE}|[/／]|[—–]{{1,2}}|-)(?:\s+(?:{_FIGURE}|[/／]|[—–]{{1,2}}|-))*)\s*$")
_PAGE = re.compile(r"\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?)\s*$")
_RULE = re.compile(r"(?=[^\w]*(?:--|[─━═]))[\s|:+\-─━═┼├┤┌┐└┘┬┴╪╞╡╠╣╬]+$")
_COLUMN_GAP = re.compile(r"\s{2,}")
_SENTENCE = re.compile(r"[。;!?]|,.*,")
_LONGEST_FRAGMENT = 24
_LONGEST_ENTRY = 12
_MEMO_SIZE = 50_000


class Shapes:
    """Classifies lines against a dictionary and remembers what it saw (bounded)."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Start with an empty memory."""
        self.dictionary = dictionary
        self._memo: dict[str, Shape] = {}

    def of(self, text: str) -> Shape:
        """The shape of a line."""
        shape = self._memo.get(text)
        if shape is None:
            if len(self._memo) >= _MEMO_SIZE:
                self._memo.clear()
            shape = self._memo[text] = self._classify(text)
        return shape

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """Labels of which at least one stands in any table written on one line."""
        return tuple(label for label in self.dictionary.labels if len(label) >= 8 or label in ("自然人", "结果维持"))

    @cached_property
    def _all_labels(self) -> tuple[str, ...]:
        return tuple(self.dictionary.labels)

    def scan(self, text: str) -> tuple[Atom, ...]:
        """Labels and figures anywhere in a line: for tables whose cells lost their separators."""
        return tuple(_scan(text, self._anywhere, self.dictionary))

    def _classify(self, text: str) -> Shape:
        if not text or text.isspace():
            return Shape("empty", (), Strength.WEAK)
        if _RULE.match(text):
            return Shape("rule", (), Strength.WEAK)
        if "|" in text:
            return self._barred(text)
        return self._tabbed(text) if "\t" in text.strip() or text.endswith("\t") else self._plain(text)

    def _tabbed(self, text: str) -> Shape:
        atoms = tuple(atom for start, end in _pieces(text, "\t") for atom in self._cell(text, start, end))
        shape = Shape("cells", atoms, self._strength(text, atoms, barred=True))
        return shape if shape.strength == Strength.STRONG else self._plain(text.replace("\t", " "))

    def _barred(self, text: str) -> Shape:
        stripped = text.strip()
        if not stripped.strip("| \t"):
            return Shape("bars", (), Strength.WEAK, closed=True, bars=stripped.count("|"))
        closed = stripped.endswith("|")
        pieces = list(_pieces(text, "|"))
        opened = stripped.startswith("|")
        if opened:
            pieces = pieces[1:]
        if closed:
            pieces = pieces[:-1]
        atoms = _as_cells(tuple(atom for start, end in pieces for atom in self._cell(text, start, end)))
        return Shape("cells", atoms, self._strength(text, atoms, barred=True), closed, opened)

    def _plain(self, text: str) -> Shape:
        if _PAGE.match(text):
            return Shape("page", (), Strength.WEAK)
        atoms = tuple(self._atoms(text, *_bounds(text, 0, len(text))))
        return Shape("plain", atoms, self._strength(text, atoms, barred=False))

    def _strength(self, text: str, atoms: tuple[Atom, ...], *, barred: bool) -> Strength:
        labels = [atom.term for atom in atoms if atom.term is not None]
        figures = sum(atom.kind == "figure" for atom in atoms)
        if any(term.strong and not term.similar for term in labels) or len(labels) > 1:
            return Strength.STRONG
        if (labels and (barred or figures)) or (figures > 2 and sum(atom.kind in ("figure", "blank") for atom in atoms) * 2 > len(atoms)):
            return Strength.STRONG
        if labels or (atoms and figures == len(atoms)):
            return Strength.WEAK
        if barred:
            longest = max((atom.end - atom.start for atom in atoms if atom.kind == "text"), default=0)
            return Strength.WEAK if longest <= _LONGEST_FRAGMENT else Strength.PROSE
        fragment = len(text.strip()) <= _LONGEST_FRAGMENT and not _SENTENCE.search(text)
        return Strength.WEAK if fragment else Strength.PROSE

    def _cell(self, text: str, start: int, end: int) -> Iterator[Atom]:
        start, end = _bounds(text, start, end)
        if start == end:
            yield Atom("blank", start, end)
            return
        piece = text[start:end]
        if _IS_FIGURE.match(piece):
            yield Atom("figure", start, end)
            return
        key = compact(piece)
        term = self.dictionary.term(key) or self.dictionary.similar(key)
        if term is not None:
            yield Atom("label", start, end, term)
        else:
            yield from self._atoms(text, start, end)

    def _atoms(self, text: str, start: int, end: int) -> Iterator[Atom]:
        """A stretch without bars: a label, figures, a label with figures behind it, columns set apart by spaces."""
        piece = text[start:end]
        key = compact(piece)
        if (term := self.dictionary.term(key)) is not None:
            yield Atom("label", start, end, term)
        elif _IS_FIGURE.match(piece):
            yield Atom("figure", start, end)
        elif _FIGURES.match(piece):
            yield from (Atom("figure", start + m.start(), start + m.end()) for m in _EACH_FIGURE.finditer(piece))
        elif _COLUMN_GAP.search(piece) and (columns := tuple(self._columns(text, start, end))):
            yield from columns
        elif (labelled := self._labelled(text, start, end)) is not None:
            yield from labelled
        elif len(piece) <= 80 and (term := self.dictionary.similar(key)) is not None:
            yield Atom("label", start, end, term)
        elif self._looks_joined(piece):
            yield from (Atom(a.kind, a.start + start, a.end + start, a.term, a.glued) for a in self.scan(piece))
        else:
            yield Atom("text", start, end)

    def _columns(self, text: str, start: int, end: int) -> Iterator[Atom]:
        """Pieces between wide gaps, if they make a table line: mostly labels and figures."""
        bounds = [start]
        for match in _COLUMN_GAP.finditer(text, start, end):
            bounds += [match.start(), match.end()]
        bounds.append(end)
        atoms: list[Atom] = []
        for begin, stop in zip(bounds[::2], bounds[1::2], strict=True):
            atoms += self._cell(text, begin, stop)
        if sum(atom.kind != "text" for atom in atoms) * 2 >= len(atoms):
            yield from atoms

    def _labelled(self, text: str, start: int, end: int) -> list[Atom] | None:
        """``行政许可 97``, ``规章000``: a label with figures behind it."""
        match = _TRAILING_FIGURES.search(text, start, end)
        if match is None:
            return None
        key = compact(text[start : match.start()])
        term = self.dictionary.term(key) or self.dictionary.similar(key)
        if term is None:
            return None
        glued = not match[1]
        figures = [Atom("figure", m.start(), m.end(), glued=glued) for m in _EACH_FIGURE.finditer(text, match.start(2), end)]
        return [Atom("label", start, match.start(), term), *figures]

    def _looks_joined(self, piece: str) -> bool:
        """Whether several labels stand in the piece without a separator."""
        squeezed = "".join(piece.split())
        # Prose, the common case, is spared the search for every short label.
        wanted = self.anchors if "。" in piece else self._all_labels
        if not any(label in squeezed for label in wanted):
            return False
        atoms = self.scan(piece)
        named = sum(atom.end - atom.start for atom in atoms if atom.kind != "text")
        return sum(atom.kind == "label" for atom in atoms) > 1 and named * 2 > len(squeezed)

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        labels = "|".join(_spaced(label) for label in longest_first(self.dictionary.labels))
        return re.compile(rf"(?P<label>{labels})|(?P<figure>{_FIGURE}(?![\d.]* ?[年月日号])|(?<=\s)[/—](?=\s))|(?P<bar>\|)")


def _as_cells(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """A line's cells, where short texts after a figure count as figures: a wrong entry is still a cell."""
    first = next((index for index, atom in enumerate(atoms) if atom.kind == "figure"), len(atoms))
    if not any(atom.kind == "label" for atom in atoms[:first]):
        return atoms
    return tuple(
        atom._replace(kind="figure") if index > first and atom.kind == "text" and atom.end - atom.start <= _LONGEST_ENTRY else atom
        for index, atom in enumerate(atoms)
    )


def _spaced(label: str) -> str:
    """A label as a pattern that allows white space inside, either mark after its number, and quotation marks."""
    parts = [r"[.、,]" if char == "." and index < 3 else re.escape(char) for index, char in enumerate(label)]
    return r"[ “”\"]?".join(parts) + '[”"]?'


def _scan(text: str, pattern: re.Pattern[str], dictionary: Dictionary) -> Iterator[Atom]:
    last = 0
    for match in pattern.finditer(text):
        yield from _text_between(text, last, match.start())
        last = match.end()
        if match.lastgroup == "label":
            yield Atom("label", match.start(), last, dictionary.term(compact(match[0])))
        elif match.lastgroup == "figure":
            glued = match.start() > 0 and not text[match.start() - 1].isspace()
            yield Atom("figure", match.start(), last, glued=glued)
    yield from _text_between(text, last, len(text))


def _text_between(text: str, start: int, end: int) -> Iterator[Atom]:
    start, end = _bounds(text, start, end)
    if start < end:
        yield Atom("text", start, end)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and Markdown emphasis around it."""
    while start < end and (text[start].isspace() or text[start] == "*"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "*"):
        end -= 1
    return start, end


def _pieces(text: str, separator: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (at := text.find(separator, start)) >= 0:
        yield start, at
        start = at + 1
    yield start, len(text)
