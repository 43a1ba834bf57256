"""From a .xlsx to a document."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from gxlint.readers import errors
from gxlint.readers.document import Document
from gxlint.readers.errors import ReadError
from gxlint.readers.office.excel.layout import SheetRow, Slot, laid_out
from gxlint.readers.office.excel.references import column_letters
from gxlint.readers.office.excel.sheet import Book, read_sheet
from gxlint.readers.office.excel.styles import read_styles
from gxlint.readers.office.package import Package
from gxlint.readers.outline import arranged
from gxlint.readers.places import Place
from gxlint.readers.tags import BREAK, CELL
from gxlint.readers.typeset import Stretch, Text, typeset

if TYPE_CHECKING:
    from gxlint.readers.markup import Token

_USUAL_PART = "xl/workbook.xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class SheetPart:
    """A sheet of a workbook: its name and the part it stands in."""

    __slots__ = ("name", "part")

    def __init__(self, name: str, part: str) -> None:
        self.name, self.part = name, part


def read_xlsx(data: bytes, path: str) -> Document:
    """The text of a workbook's visible sheets: rows of tables as rows, everything else as lines.

    Raises:
        ReadError: it is damaged, locked, not to be trusted, too large, or has no text.
    """
    package = Package(data, path)
    setter = _Setter()
    main = main_part(package)
    workbook = package.tree(main)
    if workbook is None:
        raise package.broken()
    book = book_of(package, main, workbook)
    for sheet in visible_sheets(package, main, workbook):
        part = package.xml(sheet.part)
        if part is not None:
            setter.sheet(sheet.name, list(laid_out(read_sheet(sheet.name, part, book, package))))
    items = arranged([text.text for text in setter.texts], setter.tokens)
    document = typeset(setter.texts, items, path, "xlsx")
    if not document.text.strip():
        raise ReadError(errors.EMPTY, {"path": path})
    return document


def main_part(package: Package) -> str:
    """The part that lists the sheets."""
    found = package.related("", "officeDocument")
    return found[0][1] if found else _USUAL_PART


def visible_sheets(package: Package, main: str, workbook: Element) -> Iterator[SheetPart]:
    """The sheets that are shown, in their order."""
    parts = dict(package.related(main, "worksheet"))
    for item in _all(workbook, "sheet"):
        key = item.get(f"{{{_RELATION}}}id") or item.get(f"{{{_STRICT_RELATION}}}id") or ""
        if item.get("state", "visible") == "visible" and key in parts:
            yield SheetPart(item.get("name", ""), parts[key])


def book_of(package: Package, main: str, workbook: Element) -> Book:
    """What the sheets share: strings and styles."""
    strings: list[str] = []
    plain: list[bool] = []
    for _, part in package.related(main, "sharedStrings")[:1]:
        tree = package.tree(part)
        for item in tree if tree is not None else ():
            runs = [child for child in item if _name(child) == "r"]
            strings.append("".join(_words(item)))
            plain.append(not runs)
    styles = next((package.tree(part) for _, part in package.related(main, "styles")), None)
    from_1904 = any(item.get("date1904") in ("1", "true") for item in _all(workbook, "workbookPr"))
    return Book(strings, plain, read_styles(styles), from_1904)


class _Setter:
    """Turns the rows of sheets into tokens. One use."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.texts: list[Text] = []

    def sheet(self, name: str, rows: list[SheetRow]) -> None:
        """A sheet: neighbouring rows of a table are one table."""
        open_table = False
        for row in rows:
            if row.table != open_table:
                self.tokens.append("<table>" if row.table else "</table>")
                open_table = row.table
            if row.table:
                self.tokens.append("<tr>")
                for slot in row.slots:
                    self.tokens.append(CELL)
                    self._text(name, slot, slot.cell.text, own=slot.cell.own)
                    self.tokens.append("</td>")
                self.tokens.append("</tr>")
            else:
                for slot in row.slots:
                    self._lines(name, slot)
        if open_table:
            self.tokens.append("</table>")

    def _lines(self, name: str, slot: Slot) -> None:
        lines = slot.cell.text.replace("\r\n", "\n").split("\n")
        for line in lines:
            self.tokens.append(BREAK)
            self._text(name, slot, line, own=slot.cell.own and len(lines) == 1)
        self.tokens.append(BREAK)

    def _text(self, name: str, slot: Slot, text: str, *, own: bool) -> None:
        place = Place(sheet=name, cell=f"{column_letters(slot.column)}{slot.row}")
        self.tokens.append(len(self.texts))
        self.texts.append(Text(place, (Stretch(text, 0 if own else None),)))


def _words(item: Element) -> Iterator[str]:
    """The text of a string, without the pronunciation that may stand beside it."""
    for child in item:
        if _name(child) == "t":
            yield child.text or ""
        elif _name(child) == "r":
            yield from (inner.text or "" for inner in child if _name(inner) == "t")


def _all(tree: Element, name: str) -> Iterator[Element]:
    return (item for item in tree.iter() if _name(item) == name)


def _name(item: Element) -> str:
    return item.tag.rpartition("}")[2]
