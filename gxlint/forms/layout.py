"""How a report is written: the marks of headings, the lines between paragraphs, the look of tables."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gxlint.forms.grid import map_cells
from gxlint.forms.pieces import Piece
from gxlint.forms.table_text import table_text
from gxlint.forms.wording import narrow

_ADVICE = "<!-- gxlint 提示：{text} -->"
_HEADING = re.compile(r"^[ \t\u3000]*[一二三四五六七八九十]{1,2}、", re.MULTILINE)
_HEADING_MARK = re.compile(r"^(#{1,5})[ \t]*[一二三四五六七八九十]{1,2}、", re.MULTILINE)
_TITLE_MARK = re.compile(r"\A\s*(#{1,4})[ \t]*\S")
_LINE_END = re.compile(r"\r\n|\n|\r")
_INDENTED = re.compile(r"^\u3000\u3000\S", re.MULTILINE)
_WIDE = re.compile("(?<=[\u4e00-\u9fff])[，：；（]")
_NARROW = re.compile("(?<=[\u4e00-\u9fff])[,:;(]")
_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|", re.MULTILINE)
_BARS = re.compile(r"^.*\|.*\|.*$", re.MULTILINE)


class Layout(NamedTuple):
    """A way to write a report.

    Attributes:
        mark: the number signs before the heading of a section; empty in plain text.
        gap: what stands between two paragraphs.
        ruled: whether a table has a rule under its first row, as in Markdown.
        indent: what paragraphs begin with.
        wide: whether punctuation is full-width, as in print.
        line_end: what lines end with.
    """

    mark: str = "##"
    gap: str = "\n\n"
    ruled: bool = True
    indent: str = ""
    wide: bool = True
    line_end: str = "\n"


MARKDOWN = Layout()
PLAIN = Layout(mark="", gap="\n", ruled=False)


def layout_of(text: str) -> Layout:
    """How a text is written, as far as it shows; as Markdown where it is empty."""
    if not text.strip():
        return MARKDOWN
    line_end = _LINE_END.search(text)
    text = _LINE_END.sub("\n", text)
    mark = _mark(text)
    return Layout(
        mark=mark,
        gap="\n\n" if "\n\n" in text or mark else "\n",
        ruled=_RULE.search(text) is not None or (mark != "" and not _BARS.search(text)),
        indent="\u3000\u3000" if _INDENTED.search(text) else "",
        wide=len(_NARROW.findall(text)) <= len(_WIDE.findall(text)),
        line_end=line_end[0] if line_end else "\n",
    )


def _mark(text: str) -> str:
    """What stands before the headings of sections, or would, to judge by the title."""
    if heading := _HEADING_MARK.search(text):
        return heading[1]
    title = _TITLE_MARK.match(text)
    return f"{title[1]}#" if title and not _HEADING.search(text) else ""


def written(pieces: Iterable[Piece], layout: Layout = MARKDOWN) -> str:
    """The pieces as text that ends without a line end."""
    if not layout.wide:
        pieces = map(_narrowed, pieces)
    text = layout.gap.join(_written(pieces, layout))
    return text if layout.line_end == "\n" else text.replace("\n", layout.line_end)


def _narrowed(piece: Piece) -> Piece:
    """A piece in half-width punctuation."""
    grid = map_cells(piece.grid, lambda cell: narrow(cell.text)) if piece.grid is not None else None
    return piece._replace(text=narrow(piece.text), grid=grid)


def _written(pieces: Iterable[Piece], layout: Layout) -> Iterator[str]:
    for piece in pieces:
        match piece.kind:
            case "title":
                yield _headed(piece.text, layout.mark[1:], layout)
            case "heading":
                yield _headed(piece.text, layout.mark, layout)
            case "subheading":
                yield _headed(piece.text, layout.mark and f"{layout.mark}#", layout)
            case "table":
                yield table_text(piece.grid or [], ruled=layout.ruled)
            case "advice":
                yield advice_comment(piece.text)
            case "paragraph":
                yield layout.indent + piece.text
            case "signature":
                yield piece.text


def advice_comment(text: str) -> str:
    """Advice as a comment that its text cannot end."""
    return _ADVICE.format(text=" ".join(text.replace("--", "—").split()))


def _headed(text: str, mark: str, layout: Layout) -> str:
    return f"{mark} {text}" if mark else layout.indent + text
