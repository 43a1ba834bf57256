"""A walk through one sheet: its cells with what they show, and which of them are merged."""

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from gxlint.readers import errors
from gxlint.readers.errors import ReadError
from gxlint.readers.office.excel.formulas import Formulas, NoResultError
from gxlint.readers.office.excel.references import address
from gxlint.readers.office.excel.styles import Style, shown
from gxlint.readers.office.package import Package
from gxlint.readers.office.xml import Attributes, Walker, whole

if TYPE_CHECKING:
    from collections.abc import Callable

NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_MOST_CELLS, _MOST_MERGES = 200_000, 20_000


class SheetCell(NamedTuple):
    """A cell. ``own`` tells that the text stands in the file as it is shown, so that it can be written there."""

    text: str
    drawn: bool
    own: bool


class Merge(NamedTuple):
    """A merged range; rows and columns count from 1, all inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """Cells by row and column, from 1. Empty cells are kept where they are drawn."""

    name: str
    rows: dict[int, dict[int, SheetCell]]
    merges: list[Merge]


class Book(NamedTuple):
    """What the sheets of a workbook share. ``plain`` tells of each string that it has one look from end to end."""

    strings: list[str]
    plain: list[bool]
    styles: list[Style]
    from_1904: bool


def read_sheet(name: str, data: bytes, book: Book, package: Package) -> Sheet:
    """The visible cells of a sheet.

    Raises:
        ReadError: it is no XML, cut off, or has more cells than a report can need.
    """
    return _Reader(name, book, package).read(data)


class _Reader:
    """The state of one walk. One use."""

    def __init__(self, name: str, book: Book, package: Package) -> None:
        self.book, self.package = book, package
        self.sheet = Sheet(name, {}, [])
        self.count = 0
        self.row = self.column = 0
        self.kind, self.style = "", Style()
        self.value = self.words = ""
        self.formula: str | None = None
        self.hidden = False
        self.numbers: dict[tuple[int, int], float] = {}
        self.open: dict[tuple[int, int], str] = {}  # formulas without a result
        self.wanted: dict[tuple[int, int], Style] = {}  # those of them that are shown
        self.listening: list[str] | None = None
        begin: dict[str, Callable[[Attributes], None]] = {
            "row": self._row,
            "c": self._c,
            "v": self._listen,
            "t": self._listen,
            "f": self._listen,
            "rPh": lambda _: self.walker.skip(),
            "mergeCell": self._merge,
        }
        end: dict[str, Callable[[], None]] = {
            "c": self._c_end,
            "v": self._v_end,
            "t": self._t_end,
            "f": self._f_end,
        }
        self.walker = Walker(NAMESPACES, begin, end, self._text)

    def read(self, data: bytes) -> Sheet:
        self.walker.walk(data, self.package)
        formulas = Formulas(self.numbers, self.open)
        for place, style in self.wanted.items():
            with suppress(NoResultError):
                found = formulas.result(place)
                text = found if isinstance(found, str) else self._number(repr(float(found)), style)[0]
                if text or style.drawn:
                    self._set(place, SheetCell(text, style.drawn, own=False))
        return self.sheet

    def _row(self, attributes: Attributes) -> None:
        self.row = whole(attributes.get("r", ""), self.row + 1)
        self.column = 0
        self.hidden = attributes.get("hidden") in ("1", "true")

    def _c(self, attributes: Attributes) -> None:
        place = address(attributes.get("r", ""))
        self.row, self.column = place or (self.row, self.column + 1)
        self.kind = attributes.get("t", "n")
        style = whole(attributes.get("s", ""), -1)
        self.style = self.book.styles[style] if 0 <= style < len(self.book.styles) else Style()
        self.value, self.words, self.formula = "", "", None

    def _f_end(self) -> None:
        self.formula = self._heard()

    def _listen(self, _attributes: Attributes) -> None:
        self.listening = []

    def _text(self, text: str) -> None:
        if self.listening is not None:
            self.listening.append(text)

    def _heard(self) -> str:
        heard, self.listening = self.listening, None
        return "".join(heard or ())

    def _v_end(self) -> None:
        self.value = self._heard()

    def _t_end(self) -> None:
        self.words += self._heard()

    def _c_end(self) -> None:
        place, value = (self.row, self.column), self.value
        if self.kind in ("n", "") and value:
            with suppress(ValueError):
                self.numbers[place] = float(value)
        elif self.formula and not value and self.kind != "str":  # that would be a text without a character
            self.open[place] = self.formula
            if not self.hidden:
                self.wanted[place] = self.style
        text, own = self._shown(value)
        if self.hidden or not (text or self.style.drawn):
            return
        self._set(place, SheetCell(text, self.style.drawn, own and self.formula is None))

    def _set(self, place: tuple[int, int], cell: SheetCell) -> None:
        self.count += 1
        if self.count > _MOST_CELLS:
            raise ReadError(errors.TOO_MANY_CELLS, {"path": self.package.path, "limit": _MOST_CELLS})
        self.sheet.rows.setdefault(place[0], {})[place[1]] = cell

    def _number(self, text: str, style: Style) -> tuple[str, bool]:
        return shown(text, style, from_1904=self.book.from_1904)

    def _shown(self, value: str) -> tuple[str, bool]:
        if self.kind == "s":
            number = whole(value, -1)
            if not 0 <= number < len(self.book.strings):
                return "", False
            return self.book.strings[number], self.book.plain[number]
        if self.kind == "inlineStr":
            return self.words, True
        if self.kind == "b":
            return ("TRUE" if value == "1" else "FALSE"), False
        if self.kind in ("n", "") and value:
            return self._number(value, self.style)
        return value, not value

    def _merge(self, attributes: Attributes) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        begin, end = address(first), address(last)
        if begin is None or end is None:
            return
        if len(self.sheet.merges) >= _MOST_MERGES:
            raise ReadError(errors.TOO_MANY_CELLS, {"path": self.package.path, "limit": _MOST_CELLS})
        self.sheet.merges.append(Merge(*begin, *end))
