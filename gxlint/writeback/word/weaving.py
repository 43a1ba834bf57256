"""Markup put between the runs of a Word document; a run is cut in two where the place lies inside it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gxlint.readers.office.word.found import Element, Run
from gxlint.readers.office.word.reader import WordFile
from gxlint.writeback.splicing import Splice, escaped, is_whole, spliced, tag_end

ENDS, BEGINS = 0, 1
"""What ends at a place stands before what begins there."""


class Insertion(NamedTuple):
    """Markup for a place in the text of an element; the text from ``start`` to ``end`` is taken out there."""

    start: int
    end: int
    rank: int
    markup: bytes


class Shell(NamedTuple):
    """The tags that run and element are written with, so that another one may look the same."""

    run: bytes
    run_end: bytes
    text: bytes
    text_end: bytes


def shell_of(file: WordFile, element: Element) -> Shell:
    """The tags around an element's text, which keep its white space."""
    data, run = file.part, _run(file, element)
    text = data[element.begin : tag_end(data, element.begin)]
    name = text[1:].split()[0].rstrip(b"/>")
    kept = (
        text if b"xml:space" in text and not text.endswith(b"/>") else b"<" + name + b' xml:space="preserve">'
    )
    looks = _looks_end(data, run)
    return Shell(data[run.begin : looks], data[run.end : tag_end(data, run.end)], kept, b"</" + name + b">")


def woven(file: WordFile, insertions: Mapping[int, Sequence[Insertion]]) -> Iterator[Splice]:
    """The changes of the main part that put markup into the texts of its elements.

    Args:
        file: the document.
        insertions: by the number of the element.
    """
    for number, wanted in insertions.items():
        yield from _element(file, file.scan.elements[number], sorted(wanted, key=lambda item: item[:3]))


def in_paragraph(file: WordFile, at: int, markup: bytes) -> Splice:
    """Markup at the end of a paragraph, whose end tag begins at ``at``, or which is all one tag there."""
    data = file.part
    if not is_whole(data, at) or data[at : at + 2] == b"</":
        return Splice(at, at, BEGINS, markup)
    end = tag_end(data, at)
    name = data[at + 1 :].split(maxsplit=1)[0].split(b"/")[0].rstrip(b">")
    return Splice(at, end, BEGINS, data[at : end - 2] + b">" + markup + b"</" + name + b">")


def mended(file: WordFile, splices: Iterator[Splice]) -> bytes:
    """The main part after some changes."""
    return spliced(file.part, splices)


def _element(file: WordFile, element: Element, wanted: list[Insertion]) -> Iterator[Splice]:
    data, run = file.part, _run(file, element)
    end = tag_end(data, element.begin) if is_whole(data, element.begin) else tag_end(data, element.close)
    first = not data[_looks_end(data, run) : element.begin].strip()
    last = not data[end : run.end].strip()
    if all(item.start == item.end and item.start in (0, len(element.text)) for item in wanted):
        for item in wanted:
            yield _beside(file, element, item, end, first=first and item.start == 0, last=last)
    elif first and last:
        markup = b"".join(_runs(element, wanted, shell_of(file, element)))
        yield Splice(run.begin, tag_end(data, run.end), BEGINS, markup)
    else:
        yield Splice(element.begin, end, BEGINS, b"".join(_parts(element, wanted, shell_of(file, element))))


def _beside(
    file: WordFile, element: Element, item: Insertion, end: int, *, first: bool, last: bool
) -> Splice:
    """Markup before or behind the text of an element, outside of its run where nothing else is in that."""
    data, run = file.part, _run(file, element)
    if first:
        return Splice(run.begin, run.begin, item.rank, item.markup)
    if last and item.start == len(element.text):
        at = tag_end(data, run.end)
        return Splice(at, at, item.rank, item.markup)
    at = element.begin if item.start == 0 else end
    shell = shell_of(file, element)
    return Splice(at, at, item.rank, shell.run_end + item.markup + shell.run)


def _runs(element: Element, wanted: list[Insertion], shell: Shell) -> Iterator[bytes]:
    """A run for each stretch of the text that stays, the markup between them."""
    for text, markup in _stretches(element, wanted):
        if text:
            yield from (shell.run, shell.text, escaped(text), shell.text_end, shell.run_end)
        yield markup


def _parts(element: Element, wanted: list[Insertion], shell: Shell) -> Iterator[bytes]:
    """The same inside a run that holds more: it is ended before the markup and begun again after it."""
    for text, markup in _stretches(element, wanted):
        if text:
            yield from (shell.text, escaped(text), shell.text_end)
        if markup:
            yield from (shell.run_end, markup, shell.run)


def _stretches(element: Element, wanted: list[Insertion]) -> Iterator[tuple[str, bytes]]:
    at = 0
    for item in wanted:
        yield element.text[at : item.start], item.markup
        at = max(at, item.end)
    yield element.text[at:], b""


def _run(file: WordFile, element: Element) -> Run:
    run = file.scan.runs[element.run]
    assert run is not None  # its end has been read: the part is well-formed
    return run


def _looks_end(data: bytes, run: Run) -> int:
    """Where the tags end with which a run begins: its own, and those of its properties."""
    if run.looks is None:
        return tag_end(data, run.begin)
    begin, close = run.looks
    return tag_end(data, begin if is_whole(data, begin) else close)
