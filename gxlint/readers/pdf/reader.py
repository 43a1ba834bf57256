"""From a PDF to a document."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

from gxlint.readers import errors
from gxlint.readers.document import Document
from gxlint.readers.errors import ReadError, Words
from gxlint.readers.outline import BREAK, Item, arranged
from gxlint.readers.pdf import layout
from gxlint.readers.pdf.page import Glyph, Page, Stroke
from gxlint.readers.pdf.worker import MOST_PAGES
from gxlint.readers.tags import BREAK as LINE_END
from gxlint.readers.tags import CELL
from gxlint.readers.typeset import Stretch, Text, typeset

SECONDS = 60
"""Time that taking a file apart may take. A report takes a fraction of a second."""
WORKER = ["-P", "-m", "gxlint.readers.pdf.worker"]
"""What the process runs; never anything from the folder it is started in, which may be anybody's."""
_PROBLEMS: dict[str, Words] = {
    "locked": errors.LOCKED,
    "broken": errors.BROKEN,
    "pages": errors.TOO_MANY_PAGES,
    "large": errors.TOO_MUCH_ON_PAGES,
}


def read_pdf(data: bytes, path: str) -> Document:
    """The text of a PDF, its tables as rows.

    Raises:
        ReadError: it is damaged, locked, too long, takes too much time or memory, or has no text but only pictures.
    """
    pages = _pages(data, path)
    texts, tokens = _texts(layout.laid_out(pages))
    items: list[Item] = arranged([text.text for text in texts], tokens)
    document = typeset(texts, items or [BREAK], path, "pdf")
    if not document.text.strip():
        raise ReadError(errors.NO_TEXT_ON_PAGES, {"path": path})
    return document


def _pages(data: bytes, path: str) -> list[Page]:
    """What stands on the pages, as a process of its own tells that may fail, but not take long."""
    known = os.pathsep.join(path for path in sys.path if os.path.isabs(path))
    environment = {**os.environ, "PYTHONPATH": known, "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            [sys.executable, *WORKER],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        raise ReadError(errors.TOO_SLOW, {"path": path, "seconds": SECONDS}) from None
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:  # it came to grief
        raise ReadError(errors.BROKEN, {"path": path}) from None
    if "problem" in answer:
        limit: dict[str, str | int | Words] = {"path": path, "limit": MOST_PAGES}
        limit["count"] = int(answer.get("count", 0))
        raise ReadError(_PROBLEMS[answer["problem"]], limit)
    return [_page(page) for page in answer["pages"]]


def _page(page: dict[str, Any]) -> Page:
    width, height = page["size"]
    glyphs = [Glyph(*glyph) for glyph in page["glyphs"]]
    return Page(
        width,
        height,
        glyphs,
        [Stroke(*line) for line in page["across"]],
        [Stroke(*line) for line in page["down"]],
    )


def _texts(pieces: Iterable[layout.Piece]) -> tuple[list[Text], list[int | str]]:
    """The pieces as texts and tags. A table goes on after a page break: its rows follow each other."""
    texts: list[Text] = []
    tokens: list[int | str] = []
    in_table = False
    for piece in pieces:
        if isinstance(piece, layout.TableRow) != in_table:
            tokens.append("</table>" if in_table else "<table>")
            in_table = not in_table
        if isinstance(piece, layout.Words):
            if not piece.goes_on:
                tokens.append(LINE_END)
            tokens.append(len(texts))
            texts.append(Text(piece.place, (Stretch(piece.text),)))
            continue
        tokens.append("<tr>")
        for words, place in piece.cells:
            tokens += (CELL, len(texts), "</td>")
            texts.append(Text(place, (Stretch(words),)))
        tokens.append("</tr>")
    if in_table:
        tokens.append("</table>")
    return texts, tokens
