"""Takes a PDF apart in a process of its own: whatever a broken or hostile file does, it does it there.

Reads the file from standard input and writes what stands on its pages to standard output, as JSON. The process has
only so much memory and so much time.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from math import isfinite
from typing import Any

MEMORY = 2 << 30
"""Bytes the process may use."""
MOST_PAGES = 200
MOST_GLYPHS = 400_000
_MOST_SEGMENTS = 200_000
_THIN = 3.0
_DEPTH = 8
_WILD, _SMALL = 4, 8


def main() -> None:
    """Answer one file."""
    _limit_memory()
    try:
        answer = taken_apart(sys.stdin.buffer.read())
    except MemoryError:
        answer = {"problem": "large"}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def taken_apart(data: bytes) -> dict[str, Any]:
    """``pages``, or ``problem``: ``locked``, ``broken``, ``pages`` or ``large``."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        return {"problem": "locked" if "password" in str(error).lower() else "broken"}
    if len(document) > MOST_PAGES:
        return {"problem": "pages", "count": len(document)}
    pages = []
    glyphs = 0
    for number in range(len(document)):
        try:
            pages.append(_page(document[number]))
        except pdfium.PdfiumError:
            return {"problem": "broken"}
        glyphs += len(pages[-1]["glyphs"])
        if glyphs > MOST_GLYPHS:
            return {"problem": "large"}
    return {"pages": pages}


def _page(page: Any) -> dict[str, Any]:
    width, height = page.get_mediabox()[2:]
    left, bottom = page.get_mediabox()[:2]
    turn = _Turn(left, bottom, width, height, page.get_rotation())
    across, down = _strokes(page, turn)
    return {"size": turn.size, "glyphs": list(_glyphs(page, turn)), "across": across, "down": down}


class _Turn:
    """From the page's own coordinates to those of the page as it is shown, from its top left corner."""

    def __init__(self, left: float, bottom: float, right: float, top: float, angle: int) -> None:
        self.edges = (left, bottom, right, top)
        self.angle = angle
        self.size = (right - left, top - bottom) if angle in (0, 180) else (top - bottom, right - left)

    def point(self, x: float, y: float) -> tuple[float, float]:
        left, bottom, right, top = self.edges
        if self.angle == 90:
            return y - bottom, x - left
        if self.angle == 180:
            return right - x, y - bottom
        if self.angle == 270:
            return top - y, right - x
        return x - left, top - y

    def box(self, *corners: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box given by two opposite corners."""
        (one, two), (three, four) = self.point(*corners[:2]), self.point(*corners[2:])
        return min(one, three), min(two, four), max(one, three), max(two, four)


def _glyphs(page: Any, turn: _Turn) -> Iterator[tuple[str, float, float, float, float, float]]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    rect, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for number in range(min(raw.FPDFText_CountChars(text), MOST_GLYPHS + 1)):
        code = raw.FPDFText_GetUnicode(text, number)
        if (
            code <= 0x20
            or code > 0x10FFFF
            or 0xD800 <= code < 0xE000
            or raw.FPDFText_IsGenerated(text, number) == 1
        ):
            continue
        raw.FPDFText_GetCharOrigin(text, number, x, y)
        if raw.FPDFText_GetLooseCharBox(text, number, rect):
            box = turn.box(rect.left, rect.bottom, rect.right, rect.top)
            base = turn.point(x.value, y.value)[1]
            ink = turn.box(*_ink(text, number))
            if _is_wild(box, ink):  # as fonts for vertical text have it
                box, base = ink, ink[3]
            if not all(map(isfinite, (*box, base))):
                continue
            left, top, right, bottom = (round(edge, 2) for edge in box)
            yield chr(code), left, top, right, bottom, round(base, 2)


def _ink(text: Any, number: int) -> tuple[float, float, float, float]:
    """The box around what is printed of a character."""
    import pypdfium2.raw as raw

    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text, number, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _is_wild(box: tuple[float, ...], ink: tuple[float, ...]) -> bool:
    """Whether a box is far too large for what is printed in it."""
    largest = _WILD * max(_SMALL, ink[2] - ink[0], ink[3] - ink[1])
    return box[2] - box[0] > largest or box[3] - box[1] > largest


Strokes = list[tuple[float, float, float]]


def _strokes(page: Any, turn: _Turn) -> tuple[Strokes, Strokes]:
    """Straight lines across and down: drawn ones, thin boxes, and the sides of boxes."""
    import pypdfium2.raw as raw

    across: Strokes = []
    down: Strokes = []
    segments = 0
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEPTH):
        segments += raw.FPDFPath_CountSegments(item)
        if segments > _MOST_SEGMENTS:
            break
        matrix = item.get_matrix()
        for line in _lines(item):
            ends = [turn.point(*matrix.on_point(x, y)) for x, y in line]
            (left, top), (right, bottom) = sorted(ends)
            if not all(map(isfinite, (left, top, right, bottom))):
                continue
            if abs(top - bottom) <= 1 and right - left > 1:
                across.append((round(top, 1), round(left, 1), round(right, 1)))
            elif abs(right - left) <= 1 and abs(top - bottom) > 1:
                down.append((round(left, 1), round(min(top, bottom), 1), round(max(top, bottom), 1)))
    return sorted(set(across)), sorted(set(down))


def _lines(item: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight segments of a path; a thin box is the line through its middle."""
    import pypdfium2.raw as raw

    fill, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroked)
    if not (fill.value or stroked.value):
        return  # it only cuts something out
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for number in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield from _sides(points, stroked=stroked.value != 0)
            points = [point]
        elif kind == raw.FPDF_SEGMENT_LINETO:
            points.append(point)
        else:
            points = []
        if points and raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield from _sides(points, stroked=stroked.value != 0)


def _sides(
    points: list[tuple[float, float]], *, stroked: bool
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    if len(points) < 2:
        return
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    bottom, top = min(y for _, y in points), max(y for _, y in points)
    if right - left <= _THIN < top - bottom:
        yield ((left + right) / 2, bottom), ((left + right) / 2, top)
    elif top - bottom <= _THIN < right - left:
        yield (left, (bottom + top) / 2), (right, (bottom + top) / 2)
    elif stroked:  # what is only filled is a background
        yield from pairwise(points)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has none; there the time is limited alone
        return
    with suppress(ValueError, OSError):  # macOS does not know this limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
