"""A line of the source with carets under a place, for terminals."""

from gxlint.reporters.record import Excerpt
from gxlint.source.width import TAB_STOP, char_width, visible

WIDTH = 96


def render(excerpt: Excerpt, width: int = WIDTH) -> tuple[str, str]:
    """The line and the line of carets below it; long lines show a window around the place.

    Both count in terminal columns: double-width characters take two, tabs run to the next stop.
    """
    glyphs = _glyphs(excerpt.text)
    begin, end = _window([size for _, size in glyphs], excerpt.start, width)
    left = "…" if begin or excerpt.cut_left else ""
    right = "…" if end < len(glyphs) or excerpt.cut_right else ""
    line = left + "".join(glyph for glyph, _ in glyphs[begin:end]) + right
    before = len(left) + sum(size for _, size in glyphs[begin : excerpt.start])
    marked = sum(size for _, size in glyphs[excerpt.start : min(excerpt.end, end)])
    return line.rstrip(), " " * before + "^" * max(1, marked)


def _glyphs(text: str) -> list[tuple[str, int]]:
    glyphs: list[tuple[str, int]] = []
    column = 0
    for char in text:
        if char == "\t":
            size = TAB_STOP - column % TAB_STOP
            glyphs.append((" " * size, size))
        else:
            shown = visible(char)
            size = char_width(shown)
            glyphs.append((shown, size))
        column += size
    return glyphs


def _window(sizes: list[int], place: int, width: int) -> tuple[int, int]:
    """Which characters to show: all when they fit, else up to a third of the width before the place."""
    if sum(sizes) <= width:
        return 0, len(sizes)
    begin = _reach(sizes[:place][::-1], max(width // 3, width - sum(sizes[place:])))
    begin = place - begin
    used = sum(sizes[begin:place])
    return begin, place + _reach(sizes[place:], width - used)


def _reach(sizes: list[int], room: int) -> int:
    """How many of the characters fit into the room."""
    for count, size in enumerate(sizes):
        room -= size
        if room < 0:
            return count
    return len(sizes)
