"""Which cell belongs to which column: a run of cells held against the columns of its row.

Only what is certain is assigned. A run that fits in no certain way leaves its cells ``missing`` and says why.
"""

from collections.abc import Sequence

from gxlint.model.report import RowProblem
from gxlint.source.record import Record
from gxlint.syntax import Part

_TOO_MANY_DIGITS = 7  # a count this long does not occur where a whole row of digits would stand


class Aligned(Record, frozen=True):
    """The cells of a row from left to right, or a problem. ``found`` counts cells, filling left out."""

    parts: tuple[Part, ...]
    problem: RowProblem | None
    found: int
    rest: tuple[Part, ...] = ()


class Alignment:
    """How the lines of one table are filled up to its width, learned from the rows where it is plain.

    Texts differ: some put the blank cells of merged labels before the figures, most put filling after them.
    """

    def __init__(self, runs: Sequence[tuple[Sequence[Part], int]]) -> None:
        """Look at all (cells, number of columns) of a table."""
        before = after = 0
        for parts, columns in runs:
            if len(parts) > columns:
                lead, trail = _lead(parts), _trail(parts)
                before += lead >= len(parts) - columns and trail == 0
                after += trail >= len(parts) - columns and lead == 0
        self.fills_before = before > after

    def align(self, text: str, cells: Sequence[Part], columns: int) -> Aligned:
        """Hold a run of cells against the number of columns its row has."""
        parts = tuple(cells)
        while len(parts) > columns and parts[-1].gap == "fill":
            parts = parts[:-1]
        padded = tuple(part for part in parts if part.gap != "fill")
        if len(padded) < len(parts) and any(part.kind == "figure" for part in padded):
            parts = padded  # bars that fill up a line are no cells of a row that holds figures
        if len(parts) == columns:
            return Aligned(parts, None, columns)
        if len(parts) > columns:
            return self._too_many(text, parts, columns)
        if parts and all(part.kind == "blank" for part in parts):
            return Aligned(parts + (parts[-1],) * (columns - len(parts)), None, columns)
        if len(parts) == 1 and (digits := _unglued(text, parts[0], columns)):
            return Aligned(digits, None, columns)
        problem: RowProblem = "glued" if len(parts) == 1 and parts[0].glued and columns > 1 else "short"
        return Aligned((), problem, len(parts), parts)

    def _too_many(self, text: str, parts: tuple[Part, ...], columns: int) -> Aligned:
        extra = len(parts) - columns
        lead, trail = _lead(parts), _trail(parts)
        if _repeats_last(text, parts, columns):
            # A merged cell, written once for every column it spans; beside a blank one nobody can tell which it was.
            return (
                Aligned(parts[:columns], None, columns)
                if not lead
                else Aligned((), "long", len(parts), parts)
            )
        if self.fills_before and lead >= extra:
            return Aligned(parts[extra:], None, columns)
        if lead + trail >= extra:
            begin = max(0, extra - trail)
            return Aligned(parts[begin : begin + columns], None, columns)
        if _stands_apart(parts, columns):
            return Aligned(parts[:columns], None, columns, parts[columns:])
        vertical = parts[-1].gap in ("line", "blank")
        return Aligned((), "detached" if vertical else "long", len(parts) - trail, parts)


def _stands_apart(parts: Sequence[Part], columns: int) -> bool:
    """Whether the first cells, one below the other, are evenly spaced and what follows them is spaced otherwise."""
    gaps = {part.gap for part in parts[1:columns]}
    if columns == 1 or len(gaps) > 1 or not gaps <= {"line", "blank"} or len(parts) <= columns + 1:
        return False
    following = parts[columns + 1]
    return following.kind == "figure" and following.gap not in gaps


def _repeats_last(text: str, parts: Sequence[Part], columns: int) -> bool:
    same = {text[part.start : part.end] for part in parts[columns - 1 :]}
    return len(same) == 1 and parts[-1].kind == "figure" and len(parts) <= 3


def _lead(parts: Sequence[Part]) -> int:
    return next((index for index, part in enumerate(parts) if part.kind != "blank"), len(parts))


def _trail(parts: Sequence[Part]) -> int:
    return _lead(parts[::-1])


def _unglued(text: str, part: Part, columns: int) -> tuple[Part, ...]:
    """``000`` in a row of three columns: one digit each. With any other number of digits nobody can tell."""
    digits = text[part.start : part.end]
    if not (
        digits.isdecimal()
        and len(digits) == columns
        and (part.glued or digits[0] == "0" or columns >= _TOO_MANY_DIGITS)
    ):
        return ()
    return tuple(
        Part("figure", part.start + at, part.start + at + 1, "glued", "CELLS") for at in range(columns)
    )
