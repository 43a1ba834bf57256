"""Measures in one process, in the environment gxlint is installed in. Prints one JSON line a contest.

``python -m benchmarks.inside INPUTS ROUNDS NUMBER...``
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import Any
from zipfile import ZipFile

from benchmarks.contest import Contest, take_turns
from benchmarks.floor import floor
from gxlint.formats import official_formats
from gxlint.lint.session import Session
from gxlint.readers import Document, read_bytes
from gxlint.readers.html import read_html
from gxlint.readers.plain import read_plain
from gxlint.source import SourceText
from gxlint.syntax import parse

# A round reads one report of each layout; so many rounds go before, so that nothing is done for the first time.
_LAYOUTS = 5
WARM_UP = 10
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]


def _batches(folder: Path) -> list[list[str]]:
    texts = _texts(folder)
    return [texts[start : start + _LAYOUTS] for start in range(0, len(texts), _LAYOUTS)]


def _floor(texts: list[str]) -> None:
    for text in texts:
        floor(text)


def _tree(texts: list[str]) -> None:
    for text in texts:
        parse(_document(text), official_formats())


def _check(session: Session, texts: list[str]) -> None:
    for text in texts:
        session.check(_document(text))


def _document(text: str) -> Document:
    return read_plain(SourceText(text), "report.txt")


def _against_floor(
    number: int, work: Callable[[list[str]], None], inputs: Path, rounds: int
) -> Iterator[Contest]:
    batches = _batches(inputs / "fresh")
    for warm in batches[:WARM_UP]:
        work(warm)
    fresh = batches[WARM_UP:]
    assert len(fresh) > rounds, "every round needs reports that were not seen before"
    ours, theirs = (lambda turn: work(fresh[turn])), (lambda turn: _floor(fresh[turn]))
    yield take_turns(number, "reports not seen before", ours, theirs, rounds)
    again = fresh[0]
    ours, theirs = (lambda turn: work(again)), (lambda turn: _floor(again))
    yield take_turns(number, "the same reports again", ours, theirs, rounds)


def _tree_contest(inputs: Path, rounds: int) -> Iterator[Contest]:
    return _against_floor(4, _tree, inputs, rounds)


def _check_contest(inputs: Path, rounds: int) -> Iterator[Contest]:
    return _against_floor(5, partial(_check, Session()), inputs, rounds)


def _growth_contest(inputs: Path, rounds: int) -> Iterator[Contest]:
    session = Session()
    for large in sorted((inputs / "growth-1000").iterdir()):
        small = inputs / "growth-10" / large.name
        ours, theirs = (
            partial(_per_kilobyte, session, sorted(folder.iterdir())) for folder in (large, small)
        )
        yield take_turns(6, large.name, ours, theirs, rounds)


def _per_kilobyte(session: Session, paths: list[Path], turn: int) -> float:
    """Seconds per KB for a text that was not seen before, or not for so long that it has been forgotten."""
    text = paths[turn % len(paths)].read_text(encoding="utf-8")
    start = perf_counter()
    session.check(_document(text))
    return (perf_counter() - start) / (len(text.encode()) / 1000)


def _html_contest(inputs: Path, rounds: int) -> Iterator[Contest]:
    for folder in sorted((inputs / "pages").iterdir()):
        pages = _texts(folder)
        ours = partial(_all, lambda page: read_html(SourceText(page)), pages)
        theirs = partial(_all, _walk, pages)
        yield take_turns(15, folder.name, ours, theirs, rounds)


def _document_contest(inputs: Path, rounds: int) -> Iterator[Contest]:
    for folder in sorted((inputs / "documents").iterdir()):
        documents = [path.read_bytes() for path in sorted(folder.iterdir())]
        ours = partial(_all, lambda data: read_bytes(data, "report.docx"), documents)
        theirs = partial(_all, _walk_document, documents)
        yield take_turns(15, folder.name, ours, theirs, rounds)


def _grid_contest(inputs: Path, rounds: int) -> Iterator[Contest]:
    yield from _document_contest(inputs, rounds)
    yield from _html_contest(inputs, rounds)


def _all(work: Callable[[Any], object], files: Sequence[object], _turn: int) -> None:
    for file in files:
        work(file)


def _walk_document(data: bytes) -> list[list[str]]:
    """The same of a Word file."""
    from lxml import etree

    with ZipFile(BytesIO(data)) as parts:
        root = etree.fromstring(parts.read("word/document.xml"))
    return [
        ["".join(text.text or "" for text in cell.iter(f"{_WORD}t")) for cell in row.iter(f"{_WORD}tc")]
        for row in root.iter(f"{_WORD}tr")
    ]


def _walk(page: str) -> list[list[str]]:
    """What a script would do that wants the cells and nothing else, no places and no merged cells."""
    from selectolax.lexbor import LexborHTMLParser

    rows = LexborHTMLParser(page).css("tr")
    return [[cell.text(strip=True) for cell in row.css("td, th")] for row in rows]


CONTESTS: dict[int, Callable[[Path, int], Iterator[Contest]]] = {
    4: _tree_contest,
    5: _check_contest,
    6: _growth_contest,
    15: _grid_contest,
}


def main() -> None:
    """Run the contests that were asked for."""
    inputs, rounds = Path(sys.argv[1]), int(sys.argv[2])
    for number in map(int, sys.argv[3:]):
        for contest in CONTESTS[number](inputs, rounds):
            print(contest.as_json(), flush=True)


if __name__ == "__main__":
    main()
