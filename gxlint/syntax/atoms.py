"""The atoms of a line: its cells, or what stands for them, and which of them make a row."""

from typing import Literal, NamedTuple

from gxlint.syntax.terms import Term

_LONGEST_ENTRY = 12
_MOST_WRONG = 5

AtomKind = Literal["label", "figure", "blank", "text"]
TokenType = Literal["CELLS", "ROW_LABEL", "GROUP_LABEL", "HEADER", "FRAGMENT"]


class Atom(NamedTuple):
    """A cell, or the part of a line that stands for one. Offsets count from the line's start.

    ``type`` is the token it goes into; ``begins`` says that it is the beginning of a longer label.
    """

    kind: AtomKind
    start: int
    end: int
    type: TokenType
    term: Term | None = None
    glued: bool = False
    begins: bool = False


def without_fill(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The atoms without blank ones before the first label."""
    for index, atom in enumerate(atoms):
        if atom.kind == "label":
            return atoms[index:]
        if atom.kind != "blank":
            break
    return atoms


def as_cells(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """A row's cells, where short texts in the place of figures count as figures: a wrong entry is still a cell."""
    label = max((index for index, atom in enumerate(atoms) if atom.kind == "label"), default=-1)
    rest = atoms[label + 1 :]
    if not any(atom.kind == "text" for atom in rest):
        return atoms
    if label < 0:
        return _figures_throughout(atoms)
    figure = next((index for index, atom in enumerate(atoms) if atom.kind == "figure"), len(atoms))
    # Behind the label itself a text may be the rest of a label that was cut over cells.
    certain = atoms[label].type == "ROW_LABEL" and not atoms[label].begins and not rest[0].begins
    first = label + 1 if certain and (figure <= label + 2 or figure == len(atoms)) else figure
    return tuple(
        atom._replace(kind="figure", type="CELLS")
        if index >= first and atom.kind == "text" and atom.end - atom.start <= _LONGEST_ENTRY
        else atom
        for index, atom in enumerate(atoms)
    )


def _figures_throughout(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """A row without a label of its own (表四) whose cells are figures but for a few: those are wrong entries.

    What stands before the first figure may be a label that nobody knows, unless it is a single character.
    """
    figures = sum(atom.kind == "figure" for atom in atoms)
    if figures * 3 <= len(atoms) * 2 or figures <= _MOST_WRONG:
        return atoms
    first = next(index for index, atom in enumerate(atoms) if atom.kind == "figure")
    return tuple(
        atom._replace(kind="figure", type="CELLS")
        if atom.kind == "text" and atom.end - atom.start <= (_LONGEST_ENTRY if index > first else 1)
        else atom
        for index, atom in enumerate(atoms)
    )
