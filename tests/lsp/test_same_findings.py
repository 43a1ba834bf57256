"""Whatever was edited on the way: a document is told what opening its text anew would tell."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint.lsp.checker import Checker, Installed
from gxlint.lsp.client import Client
from gxlint.lsp.columns import COLUMNS
from gxlint.lsp.documents import OpenDocument
from gxlint.lsp.settings import ServerSettings
from gxlint.lsp.text import Change, Place
from tests.lsp.bench import WRONG_TOTAL, changed_text

URI, PATH = "file:///a.gxr.md", "/a.gxr.md"
START = changed_text(WRONG_TOTAL, ("财政", "财\U0001f600政")).replace("\n", "\r\n", 20)
LINES = START.count("\n") + 2
PLACES = st.builds(Place, st.integers(0, LINES), st.integers(0, 60))
# Words and figures of reports, and what tears their lines apart.
PIECES = st.sampled_from(
    [
        "",
        "9",
        "9",
        "28 |",
        "| 0 | 0 |",
        "年",
        "\U00020000",
        "\n",
        "\r",
        "\r\n",
        "\u2028",
        "。",
        "二、",
        "<br>",
        "(一)予以公开",
    ]
)
NEAR = st.builds(
    lambda place, over: (place, Place(place.line, place.character + over)), PLACES, st.integers(0, 4)
)
EDITS = st.lists(st.tuples(PIECES, NEAR | st.tuples(PLACES, PLACES)), min_size=1, max_size=8)


@cache
def checker(encoding: str) -> Checker:
    return Checker(Client(encoding=encoding, columns=COLUMNS[encoding]), ServerSettings(), Installed())


@settings(max_examples=30)
@given(EDITS, st.sampled_from(sorted(COLUMNS)))
def test_edits_and_their_result(edits: list[tuple[str, tuple[Place, Place]]], encoding: str) -> None:
    document = OpenDocument(URI, PATH, "gxreport", 1, START)
    for version, (new, (start, end)) in enumerate(edits, 2):
        document.change(version, [Change(new, start, end)], COLUMNS[encoding])
    anew = OpenDocument(URI, PATH, "gxreport", 1, str(document.text))
    by_edits, by_opening = (checker(encoding).check(item.snapshot).shown for item in (document, anew))
    assert [item.diagnostic for item in by_edits] == [item.diagnostic for item in by_opening]
