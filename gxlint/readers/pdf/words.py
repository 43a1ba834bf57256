"""From glyphs to lines of text."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxlint.readers.pdf.page import Glyph

_SAME_LINE = 0.35  # of a glyph's height: how far apart the bases of one line may be
_GAP, _COLUMN = 0.5, 1.5  # of a glyph's height: what is a space, and what parts columns
_SPACE = 0.5  # width of a space in the text
_MOST_SPACES = 40


class TextLine(NamedTuple):
    """Glyphs side by side. ``columns`` counts the wide gaps in it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    columns: int

    @property
    def size(self) -> float:
        """How high it is."""
        return self.bottom - self.top


def lines_of(glyphs: Iterable[Glyph], *, wide: bool = True) -> list[TextLine]:
    """The lines that glyphs make, from the top. ``wide`` keeps wide gaps wide, so that columns stay columns."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (glyph.base, glyph.left)):
        if lines and glyph.base - lines[-1][0].base <= _SAME_LINE * lines[-1][0].size:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [_line(line, wide=wide) for line in lines]


def cell_text(glyphs: Sequence[Glyph]) -> str:
    """The text of a cell: its lines follow each other without a gap, as labels and figures are broken anywhere."""
    text = ""
    for line in lines_of(glyphs, wide=False):
        between = " " if text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii() else ""
        text += between + line.text
    return text


def _line(glyphs: list[Glyph], *, wide: bool) -> TextLine:
    glyphs.sort(key=lambda glyph: glyph.left)
    text, columns = "", 0
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None:
            if glyph.text == before.text and abs(glyph.left - before.left) < 0.2 * glyph.size:
                continue  # printed twice, to look bold
            gap = glyph.left - before.right
            if gap > _GAP * glyph.size:
                spaces = min(_MOST_SPACES, max(1, round(gap / (_SPACE * glyph.size)))) if wide else 1
                text += " " * spaces
                columns += gap > _COLUMN * glyph.size
        text += glyph.text
        before = glyph
    left, right = glyphs[0].left, max(glyph.right for glyph in glyphs)
    return TextLine(
        text, left, min(glyph.top for glyph in glyphs), right, max(glyph.bottom for glyph in glyphs), columns
    )
