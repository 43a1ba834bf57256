"""Mended text in the cells of a workbook."""

import re
from collections import defaultdict

from gxlint.readers.document import Document
from gxlint.readers.office.excel.reader import book_of, main_part, visible_sheets
from gxlint.readers.office.excel.references import column_letters
from gxlint.readers.office.excel.sheet import NAMESPACES, Book, read_sheet
from gxlint.readers.office.package import Package
from gxlint.readers.office.xml import Attributes, Walker
from gxlint.writeback.differences import Change, differences
from gxlint.writeback.packing import repacked
from gxlint.writeback.splicing import Splice, escaped, spliced, tag_end

_TYPE = re.compile(rb"""\s+t\s*=\s*("[^"]*"|'[^']*')""")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_CALCULATION = re.compile(rb"<(?:\w+:)?calcPr\b")


def with_changes(package: Package, before: Document, after: Document) -> bytes:
    """The workbook with all that is different in ``after`` written into its cells.

    Whole numbers are written as numbers; formulas are told to be computed anew when it is opened.
    """
    changed: dict[str, dict[str, list[Change]]] = defaultdict(dict)
    for piece, changes in differences(before, after):
        if piece.element is not None and piece.place.sheet is not None and piece.place.cell is not None:
            changed[piece.place.sheet][piece.place.cell] = changes
    main = main_part(package)
    workbook = package.tree(main)
    parts: dict[str, bytes] = {}
    formulas = False
    if workbook is not None:
        book = book_of(package, main, workbook)
        for sheet in visible_sheets(package, main, workbook):
            data = package.xml(sheet.part) or b""
            formulas = formulas or _FORMULA.search(data) is not None
            if sheet.name in changed:
                parts[sheet.part] = _written(package, data, book, changed[sheet.name])
    if parts and formulas:
        parts[main] = _computed_anew(package.xml(main) or b"")
    return repacked(package, parts)


def _written(package: Package, data: bytes, book: Book, changed: dict[str, list[Change]]) -> bytes:
    """A sheet with other texts in some cells."""
    rows = read_sheet("", data, book, package).rows
    texts = {
        f"{column_letters(column)}{row}": cell.text
        for row, cells in rows.items()
        for column, cell in cells.items()
    }
    splices: list[Splice] = []
    opened: list[tuple[int, str]] = []

    def begin(attributes: Attributes) -> None:
        opened.append((walker.at, attributes.get("r", "")))

    def end() -> None:
        at, reference = opened.pop()
        if reference in changed:
            new = _applied(texts.get(reference, ""), changed[reference])
            splices.append(Splice(at, tag_end(data, walker.at), 0, _cell(data, at, new)))

    walker = Walker(NAMESPACES, {"c": begin}, {"c": end}, lambda _: None)
    walker.walk(data, package)
    return spliced(data, splices)


def _applied(text: str, changes: list[Change]) -> str:
    for change in reversed(changes):
        text = text[: change.start] + change.new + text[change.end :]
    return text


def _cell(data: bytes, at: int, text: str) -> bytes:
    """The cell that begins here with another text: what else its tag says, its style above all, stays."""
    head = _TYPE.sub(b"", data[at : tag_end(data, at)]).rstrip(b">").rstrip(b"/").rstrip()
    name = head[1:].split()[0]
    prefix = name[: -len(b"c")]
    if _NUMBER.fullmatch(text):
        inside = b"<%bv>%b</%bv>" % (prefix, text.encode(), prefix)
    else:
        head += b' t="inlineStr"'
        words = escaped(text)
        inside = b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (prefix, prefix, words, prefix, prefix)
    return head + b">" + inside + b"</" + name + b">"


def _computed_anew(data: bytes) -> bytes:
    found = _CALCULATION.search(data)
    if found is None or b"fullCalcOnLoad" in data:
        return data
    return data[: found.end()] + b' fullCalcOnLoad="1"' + data[found.end() :]
