"""Reports as PDF files: text set line by line, tables drawn with lines or only aligned, over page breaks."""

from collections.abc import Iterator

from gxlint.forms.grid import Grid, grid_width
from gxlint.testing.forms import Draft
from gxlint.testing.pages import parts

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 60
_SIZE, _LEADING, _ROW = 10, 16, 18
_A_LINE = _WIDTH - 2 * _MARGIN


class _Sheets:
    """Collects what is drawn, page by page."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = [[]]
        self.y: float = _HEIGHT - _MARGIN

    def room(self, height: float) -> None:
        """Begin a new page where there is not so much room left."""
        if self.y - height < _MARGIN:
            self.pages.append([])
            self.y = _HEIGHT - _MARGIN

    def text(self, x: float, y: float, text: str) -> None:
        code = text.encode("utf-16-be").hex()
        self.pages[-1].append(f"BT /F1 {_SIZE} Tf {x:.1f} {y:.1f} Td <{code}> Tj ET")

    def line(self, *ends: float) -> None:
        one, two, three, four = (f"{end:.1f}" for end in ends)
        self.pages[-1].append(f"{one} {two} m {three} {four} l S")


def pdf(draft: Draft, *, lines: bool = True) -> bytes:
    """The report as a PDF; without ``lines`` its tables are columns of text."""
    sheets = _Sheets()
    for part in parts(draft):
        if part.kind == "table":
            _table(sheets, part.grid, lines=lines)
        else:
            _paragraph(sheets, part.text, indented=part.kind in ("paragraph", "heading", "subheading"))
    for number, page in enumerate(sheets.pages, 1):
        code = f"— {number} —".encode("utf-16-be").hex()
        page.append(f"BT /F1 9 Tf {_WIDTH / 2 - 20} 30 Td <{code}> Tj ET")
    return pdf_file(["\n".join(page) for page in sheets.pages])


def _paragraph(sheets: _Sheets, text: str, *, indented: bool) -> None:
    indent = 2 * _SIZE * indented
    x: float = _MARGIN + indent
    for line in _wrapped(text, _A_LINE, indent):
        sheets.room(_LEADING)
        sheets.y -= _LEADING
        sheets.text(x, sheets.y, line)
        x = _MARGIN


def _wrapped(text: str, room: float, used: float = 0) -> list[str]:
    """The text in lines that fit; digits and letters are half as wide as the rest."""
    lines = [""]
    for char in text:
        width = _SIZE / 2 if char.isascii() else _SIZE
        if used + width > room and lines[-1]:
            lines.append("")
            used = 0
        lines[-1] += char
        used += width
    return lines


def _table(sheets: _Sheets, grid: Grid, *, lines: bool) -> None:
    edges = _edges(grid)
    heights = [_height(row, edges) for row in _placed(grid)]
    rows = list(_placed(grid))
    at = 0
    while at < len(rows):
        sheets.room(heights[at])
        until, left = at, sheets.y - _MARGIN
        while until < len(rows) and heights[until] <= left:
            left -= heights[until]
            until += 1
        _rows(sheets, rows, heights, edges, range(at, max(until, at + 1)), lines=lines)
        at = max(until, at + 1)


def _rows(
    sheets: _Sheets,
    rows: list[list[tuple[int, int, int, str]]],
    heights: list[float],
    edges: list[float],
    wanted: range,
    *,
    lines: bool,
) -> None:
    """The rows of one page: what covers rows of several pages is drawn on each of them, its text on the first."""
    tops = [sheets.y - sum(heights[wanted.start : row]) for row in wanted]
    bottom = tops[-1] - heights[wanted[-1]]
    for first, cells in enumerate(rows):
        for column, colspan, rowspan, text in cells:
            last = first + rowspan - 1
            if last < wanted.start or first > wanted[-1]:
                continue
            top = tops[max(first, wanted.start) - wanted.start]
            low = tops[last + 1 - wanted.start] if last < wanted[-1] else bottom
            left, right = edges[column], edges[column + colspan]
            if lines:
                for ends in (
                    (left, top, right, top),
                    (left, low, right, low),
                    (left, top, left, low),
                    (right, top, right, low),
                ):
                    sheets.line(*ends)
            if first >= wanted.start:
                for number, line in enumerate(_wrapped(text, right - left - 4)):
                    sheets.text(left + 2, top - _SIZE - 2 - number * (_SIZE + 1), line)
    sheets.y = bottom


def _placed(grid: Grid) -> Iterator[list[tuple[int, int, int, str]]]:
    covered: set[tuple[int, int]] = set()
    for line, row in enumerate(grid):
        column, cells = 0, []
        for cell in row:
            while (line, column) in covered:
                column += 1
            cells.append((column, cell.colspan, cell.rowspan, cell.text))
            covered |= {
                (line + down, column + right) for down in range(cell.rowspan) for right in range(cell.colspan)
            }
            column += cell.colspan
        yield cells


def _edges(grid: Grid) -> list[float]:
    width = grid_width(grid)
    room = _WIDTH - 2 * _MARGIN
    figures = min(34.0, room / width)
    wide = max(0, width - 7) if width < 15 else 0
    label = (room - figures * (width - wide)) / wide if wide else 0.0
    edges = [float(_MARGIN)]
    for column in range(width):
        edges.append(edges[-1] + (label if column < wide else figures if wide else room / width))
    return edges


def _height(cells: list[tuple[int, int, int, str]], edges: list[float]) -> float:
    most = 1
    for column, colspan, rowspan, text in cells:
        lines = _wrapped(text, edges[column + colspan] - edges[column] - 4)
        most = max(most, len(lines) if rowspan == 1 else 1)
    return _ROW + (most - 1) * (_SIZE + 1)


def pdf_file(contents: list[str], trailer: str = "") -> bytes:
    """A whole file around the contents of its pages."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{item}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + head.encode("ascii") + tail.encode("ascii")
