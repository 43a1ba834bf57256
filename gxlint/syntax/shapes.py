"""The shape of a single line, seen by itself: cells, labels, figures, prose.

What a line looks like depends on its text alone, so it is found once per distinct text: the lines of the official form,
which make up most of a report, are dictionary hits. The same holds for single cells.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property
from typing import Literal, NamedTuple, TypeVar

from gxlint.syntax.atoms import Atom, AtomKind, TokenType, as_cells, without_fill
from gxlint.syntax.headings import HeadingLine, section_heading
from gxlint.syntax.terms import Dictionary, Term, compact

T = TypeVar("T")

LineKind = Literal["empty", "bars", "page", "rule", "cells", "plain"]


class Strength(IntEnum):
    """How much a line says that it belongs to a table."""

    PROSE = 0
    WEAK = 1
    STRONG = 2


class Shape(NamedTuple):
    """What a line looks like.

    Attributes:
        cells: the atoms without blank ones before the first label, which stand for a label that spans rows.
        is_row: several cells of figures stand in this line, so that it is a table row by itself.
        closed: the last cell ended with a bar.
        opened: the line began with one, which is the table's border or ends a blank first cell.
        bars: how many bars, where nothing else stands in the line.
        heading: the section heading it is, if it is one.
        begins: its last atom is the beginning of a label that may go on in the next line.
        says_nothing: an empty line, a page number or a rule between rows: it only keeps apart what is around it.
        has_label, has_text: whether a label, and whether something that is neither label nor figure, stands in it.
    """

    kind: LineKind
    atoms: tuple[Atom, ...] = ()
    strength: Strength = Strength.WEAK
    cells: tuple[Atom, ...] = ()
    is_row: bool = False
    closed: bool = False
    opened: bool = False
    bars: int = 0
    heading: HeadingLine | None = None
    begins: bool = False
    says_nothing: bool = False
    has_label: bool = False
    has_text: bool = False


_EMPTY, _RULE_LINE, _PAGE_LINE = (Shape(kind, says_nothing=True) for kind in ("empty", "rule", "page"))

_FIGURE = r"[+\-±增减约近]?\d+(?:,\d{3})*(?:\.\d+)?[余多]?(?: ?(?:[万亿]?元|人次|[万件条例项个次起宗份]))?"
# Words that clerks write where a count belongs, and letters that stand for 0.
_NOTHING = "[无零]|暂无|无数据|未知|不详|若干|待定|见附[件表]|N/?A|[OoXx×]"
_ENTRY = rf"(?:{_FIGURE}|[/／]|[—–]{{1,2}}|-)"
_IS_FIGURE = re.compile(rf"(?:{_FIGURE}|[/／\\]|[—–\-]{{1,3}}|{_NOTHING})\s*$")
_FIGURES = re.compile(rf"(?:{_ENTRY}(?:\s+|$))+$")
_TRAILING_FIGURES = re.compile(rf"(?<=[^\d\s.,+\-/])(\s*)({_ENTRY}(?:\s+{_ENTRY})*)\s*$")
_FIGURE_IN_LINE = re.compile(rf"{_FIGURE}(?![\d.]* ?[年月日号])|(?<=\s)[/—](?=\s)")
_EACH_FIGURE = re.compile(r"\S+")
_EACH_ENTRY = re.compile(_ENTRY)
_PAGE = re.compile(r"\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?)\s*$")
RULE = re.compile(r"(?=[^\w]*(?:--|[─━═]))[\s|:+\-─━═┼├┤┌┐└┘┬┴╪╞╡╠╣╬]+$")
_BESIDE_WORDS = re.compile(r"[\s“”\"]+|(?<![\d.])\d+(?![\d.、])")
_GAP = re.compile(r"\s+")
_COLUMN_GAP = re.compile(r"\s{2,}")
_SENTENCE = re.compile(r"[。;!?]|,.*,")
_COUNTERS = "件宗份例条个项次起"
_LONGEST_FRAGMENT = 24
_SHORTEST_ROW = 2
_LONGEST_HEADING = 80
_MEMO_SIZE = 50_000


class Shapes:
    """Classifies lines against a dictionary and remembers what it saw (bounded)."""

    def __init__(self, dictionary: Dictionary) -> None:
        """Start with an empty memory."""
        self.dictionary = dictionary
        self._lines: dict[str, Shape] = {}
        self._pieces: dict[str, tuple[Atom, ...]] = {}

    def of(self, text: str) -> Shape:
        """The shape of a line."""
        shape = self._lines.get(text)
        if shape is None:
            shape = remember(self._lines, text, self._classify(text))
        return shape

    def scan(self, text: str) -> tuple[Atom, ...]:
        """Labels and figures anywhere in a line: for tables whose cells lost their separators."""
        return tuple(self._scan(text))

    def _classify(self, text: str) -> Shape:
        if not text or text.isspace():
            return _EMPTY
        if RULE.match(text):
            return _RULE_LINE
        if "|" in text:
            return self._barred(text)
        if "\t" in text.strip(" "):
            return self._tabbed(text)
        return self._plain(text)

    def _barred(self, text: str) -> Shape:
        stripped = text.strip()
        if not stripped.strip("| \t"):
            return Shape("bars", closed=True, bars=stripped.count("|"))
        closed, opened = stripped.endswith("|"), stripped.startswith("|")
        pieces = text.split("|")
        offset = len(pieces[0]) + 1 if opened else 0
        atoms = self._cells(pieces[1 if opened else 0 : -1 if closed else None], offset)
        shape = self._shape("cells", text, as_cells(atoms), barred=True)
        heading = self._heading_in_cell(text) if len(shape.atoms) == 1 and not shape.has_label else None
        return shape._replace(closed=closed, opened=opened, heading=heading)

    def _tabbed(self, text: str) -> Shape:
        shape = self._shape("cells", text, as_cells(self._cells(text.split("\t"), 0)), barred=True)
        return shape if shape.strength == Strength.STRONG else self._plain(text.replace("\t", " "))

    def _plain(self, text: str) -> Shape:
        if _PAGE.match(text):
            return _PAGE_LINE
        heading = section_heading(text, self.dictionary) if len(text) <= _LONGEST_HEADING else None
        if heading is not None and heading.term is not None and heading.term.match != "similar":
            return Shape("plain", strength=Strength.WEAK, heading=heading)
        start, end = _bounds(text, 0, len(text))
        shape = self._shape("plain", text, tuple(self._atoms(text, start, end)), barred=False)
        if (
            heading is not None
            and heading.term is not None
            and not shape.is_row
            and "figure" not in _kinds(shape)
        ):
            # A numbered title that names what labels name, 行政复议和行政诉讼情况, is no row of labels.
            return shape._replace(strength=Strength.WEAK, heading=heading)
        return shape if shape.strength == Strength.STRONG else shape._replace(heading=heading)

    def _heading_in_cell(self, text: str) -> HeadingLine | None:
        """The heading a line is that was set into a table of one cell."""
        start, end = _bounds(text, 0, len(text), " \t|*")
        found = section_heading(text[start:end], self.dictionary)
        if found is None or found.term is None:
            return None
        return found._replace(
            start=found.start + start, title_start=found.title_start + start, end=found.end + start
        )

    def _shape(self, kind: LineKind, text: str, atoms: tuple[Atom, ...], *, barred: bool) -> Shape:
        kinds = [atom.kind for atom in atoms]
        return Shape(
            kind,
            atoms,
            _strength(text, atoms, kinds, barred=barred),
            without_fill(atoms),
            is_row=kinds.count("figure") + kinds.count("blank") > 1,
            begins=bool(atoms) and atoms[-1].begins,
            has_label="label" in kinds,
            has_text="text" in kinds,
        )

    def _cells(self, pieces: list[str], offset: int) -> tuple[Atom, ...]:
        """The cells between bars or tabs, each looked up by its text."""
        atoms: list[Atom] = []
        for piece in pieces:
            known = self._pieces.get(piece)
            if known is None:
                known = remember(self._pieces, piece, tuple(self._cell(piece)))
            for kind, start, end, type_, term, glued, begins in known:
                atoms.append(Atom(kind, start + offset, end + offset, type_, term, glued, begins))
            offset += len(piece) + 1
        return tuple(atoms)

    def _cell(self, piece: str) -> Iterator[Atom]:
        start, end = _bounds(piece, 0, len(piece))
        if start == end:
            yield Atom("blank", start, end, "CELLS")
        else:
            yield from self._atoms(piece, start, end)

    def _atoms(self, text: str, start: int, end: int) -> Iterator[Atom]:
        """A stretch without bars: a label, figures, a label with figures behind it, columns set apart by spaces."""
        piece = text[start:end]
        if _IS_FIGURE.match(piece):
            yield Atom("figure", start, end, "CELLS")
            return
        key = compact(piece)
        if (term := self.dictionary.term(key)) is not None:
            yield self._label(start, end, term, key)
        elif _FIGURES.match(piece):
            yield from (
                Atom("figure", start + m.start(), start + m.end(), "CELLS")
                for m in _EACH_FIGURE.finditer(piece)
            )
        elif _COLUMN_GAP.search(piece) and (columns := self._columns(text, start, end)):
            yield from columns
        elif (labelled := self._labelled(text, start, end)) is not None:
            yield from labelled
        elif (after := self._after_sentence(text, start, end)) is not None:
            yield from after
        elif self._looks_joined(piece):
            yield from (
                atom._replace(start=atom.start + start, end=atom.end + start) for atom in self.scan(piece)
            )
        else:
            yield Atom("text", start, end, "FRAGMENT", begins=key in self.dictionary.beginnings)

    def _label(self, start: int, end: int, term: Term, key: str) -> Atom:
        return Atom("label", start, end, token_type(term), term, begins=key in self.dictionary.beginnings)

    def _columns(self, text: str, start: int, end: int) -> list[Atom]:
        """Pieces between wide gaps, if they make a table line: mostly labels and figures."""
        bounds = [start]
        for match in _COLUMN_GAP.finditer(text, start, end):
            bounds += [match.start(), match.end()]
        bounds.append(end)
        atoms: list[Atom] = []
        for begin, stop in zip(bounds[::2], bounds[1::2], strict=True):
            atoms += self._atoms(text, begin, stop) if begin < stop else ()
        return atoms if sum(atom.kind != "text" for atom in atoms) * 2 >= len(atoms) else []

    def _labelled(self, text: str, start: int, end: int) -> list[Atom] | None:
        """``行政许可 97``, ``规章000``: a label with figures behind it."""
        match = _TRAILING_FIGURES.search(text, start, end)
        if match is None:
            return None
        key = compact(text[start : match.start()])
        term = self.dictionary.term(key) or (
            self.dictionary.similar(key) if len(key) < _LONGEST_HEADING else None
        )
        glued = not match[1]
        figures = [
            Atom("figure", each.start(), each.end(), "CELLS", glued=glued)
            for each in _EACH_ENTRY.finditer(text, match.start(2), end)
        ]
        if term is not None:
            return [self._label(start, match.start(), term, key), *figures]
        if len(figures) < _SHORTEST_ROW:
            return None
        if self.dictionary.is_in_a_label(key):  # one that was cut over lines
            begins = key in self.dictionary.beginnings
            return [Atom("text", start, match.start(), "FRAGMENT", begins=begins), *figures]
        beside = self._beside_a_group(text, start, match.start())
        return [*beside, *figures] if beside is not None else None

    def _beside_a_group(self, text: str, start: int, end: int) -> tuple[Atom, Atom] | None:
        """``(四)无 1.本机关不掌握相关政府信息``: the first line of a group's name, and a row's label beside it."""
        for gap in _GAP.finditer(text, start, end):
            key = compact(text[gap.end() : end])
            term = self.dictionary.exact(key)
            if term is not None and compact(text[start : gap.start()]) in self.dictionary.beginnings:
                return Atom("text", start, gap.start(), "FRAGMENT"), self._label(gap.end(), end, term, key)
        return None

    def _after_sentence(self, text: str, start: int, end: int) -> tuple[Atom, Atom] | None:
        """``…情况见下表。 第二十条第(一)项``: the first label of a table right behind a sentence."""
        stop = text.rfind("。", start, end) + 1
        begin, _ = _bounds(text, stop, end) if stop else (end, end)
        key = compact(text[begin:end])
        term = self.dictionary.term(key) if key else None
        return (
            (Atom("text", start, stop, "FRAGMENT"), self._label(begin, end, term, key))
            if term is not None
            else None
        )

    def _looks_joined(self, piece: str) -> bool:
        """Whether several labels stand in the piece without a separator."""
        squeezed = _BESIDE_WORDS.sub("", piece)
        # Prose, the common case, is spared the search for every short label.
        wanted = self._anchors if "。" in piece else self._all_labels
        named = sum(len(label) for label in wanted if label in squeezed)
        if not named or (named * 2 <= len(squeezed) and "。" not in piece):
            return False
        atoms = self.scan(piece)
        figures = [atom for atom in atoms if atom.kind == "figure"]
        counted = sum(
            piece[atom.end - 1] in _COUNTERS or piece[atom.end : atom.end + 1] == "%" for atom in figures
        )
        if counted * 2 > len(figures):
            return False  # 予以公开14件,占40%;部分公开5件: a sentence; the figures of a table are bare
        covered = sum(atom.end - atom.start for atom in atoms if atom.kind != "text")
        return sum(atom.kind == "label" for atom in atoms) > 1 and covered * 2 > len(squeezed)

    @cached_property
    def _all_labels(self) -> tuple[str, ...]:
        return tuple(self.dictionary.labels)

    @cached_property
    def _anchors(self) -> tuple[str, ...]:
        """Labels of which at least one stands in any table written on one line."""
        return tuple(
            label for label in self.dictionary.labels if len(label) >= 8 or label in ("自然人", "结果维持")
        )

    def _scan(self, text: str) -> Iterator[Atom]:
        at = last = 0
        while at < len(text):
            found = self._label_at(text, at) or _figure_at(text, at)
            if found is None:
                at += 1
                continue
            yield from _text_between(text, last, at)
            yield found
            at = last = found.end
        yield from _text_between(text, last, len(text))

    def _label_at(self, text: str, start: int) -> Atom | None:
        hit = self.dictionary.label_at(text, start)
        return Atom("label", start, hit[1], token_type(hit[0]), hit[0]) if hit is not None else None


def _kinds(shape: Shape) -> set[AtomKind]:
    return {atom.kind for atom in shape.atoms}


def token_type(term: Term) -> TokenType:
    """The token a label goes into: a row's if it can be a row in any format, else a group's, else a header's."""
    roles = {reading.role for reading in term.readings}
    if "row" in roles:
        return "ROW_LABEL"
    return "GROUP_LABEL" if "group" in roles else "HEADER"


def remember(memo: dict[str, T], key: str, value: T) -> T:
    """Keep a value in a memory that is emptied when it is full."""
    if len(memo) >= _MEMO_SIZE:
        memo.clear()
    memo[key] = value
    return value


def _strength(text: str, atoms: tuple[Atom, ...], kinds: list[AtomKind], *, barred: bool) -> Strength:
    labels = [atom.term for atom in atoms if atom.term is not None]
    figures = kinds.count("figure")
    if len(labels) > 1 or any(term.strong and not term.similar for term in labels):
        return Strength.STRONG
    mostly_cells = (figures + kinds.count("blank")) * 2 > len(atoms)
    if (labels and (barred or figures)) or (figures > 2 and mostly_cells):
        return Strength.STRONG
    if labels or (atoms and figures == len(atoms)):
        return Strength.WEAK
    if barred:
        longest = max((atom.end - atom.start for atom in atoms if atom.kind == "text"), default=0)
        return Strength.WEAK if longest <= _LONGEST_FRAGMENT else Strength.PROSE
    fragment = len(text.strip()) <= _LONGEST_FRAGMENT and not _SENTENCE.search(text)
    return Strength.WEAK if fragment else Strength.PROSE


def _figure_at(text: str, start: int) -> Atom | None:
    match = _FIGURE_IN_LINE.match(text, start)
    if match is None:
        return None
    glued = start > 0 and not text[start - 1].isspace()
    return Atom("figure", start, match.end(), "CELLS", glued=glued)


def _text_between(text: str, start: int, end: int) -> Iterator[Atom]:
    start, end = _bounds(text, start, end)
    if start < end:
        yield Atom("text", start, end, "FRAGMENT")


def _bounds(text: str, start: int, end: int, around: str = " \t\r*") -> tuple[int, int]:
    """The stretch without white space and Markdown emphasis around it."""
    while start < end and text[start] in around:
        start += 1
    while end > start and text[end - 1] in around:
        end -= 1
    return start, end
