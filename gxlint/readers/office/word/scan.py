"""A walk through the main part of a Word document: its texts and tables, and where each stands in the part."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from gxlint.readers import errors
from gxlint.readers.errors import ReadError
from gxlint.readers.office.package import Package
from gxlint.readers.office.word.fields import Fields
from gxlint.readers.office.word.found import Element, Scan
from gxlint.readers.office.word.numbering import depth_of
from gxlint.readers.office.word.runs import Runs
from gxlint.readers.office.word.tables import Tables
from gxlint.readers.office.xml import Attributes, Walker, is_on, value
from gxlint.readers.places import Place
from gxlint.readers.tags import BREAK, CELL
from gxlint.readers.typeset import Stretch, Text

if TYPE_CHECKING:
    from gxlint.readers.markup import Token

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math t"
MOST_TEXTS, MOST_RUNS = 100_000, 300_000
"""Paragraphs, cells and runs that a document may have. A report has some hundreds."""
_PICTURES = (
    "http://schemas.openxmlformats.org/drawingml/2006/picture pic",
    "urn:schemas-microsoft-com:vml imagedata",
)
_PICTURE = "\ufffc"
"""Stands for a picture; the view leaves it out."""
# What was so before a change, what has moved away, the pronunciation of a word.
_SKIPPED = (
    *("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange"),
    *("tblPrExChange", "numberingChange", "moveFrom", "rt", _FALLBACK),
)


Label = Callable[[str, str, int | None], str]
"""The label of the next paragraph, from its style and the numbering and level that it names."""


def scan(data: bytes, package: Package, label: Label) -> Scan:
    """Walk through the main part of a document.

    Changes that are tracked are read as accepted; comments, fields' codes, tables of contents and hidden text are
    passed over; text boxes follow the paragraph they are fixed to.

    Raises:
        ReadError: the part is no XML, cut off, or holds more than a report can need.
    """
    return _Scanner(label, package).scan(data)


class _Paragraph:
    """A paragraph while it is open. ``later`` are its text boxes; ``lines`` are its lines so far."""

    __slots__ = ("joined", "later", "level", "lines", "number", "style")

    def __init__(self, lines: list[list[Stretch]]) -> None:
        self.lines = lines
        self.later: list[Token] = []
        self.style = self.number = ""
        self.level: int | None = None
        self.joined = False  # its end is deleted: the next one goes on with it


class _Scanner:
    """The state of one walk. One use."""

    def __init__(self, label: Label, package: Package) -> None:
        self.label, self.package = label, package
        self.result = Scan([], [], [], [], [])
        self.sinks: list[list[Token]] = [self.result.tokens]
        self.paragraphs: list[_Paragraph] = []
        self.left: list[list[Stretch]] = []  # of a paragraph that goes on in the next one
        self.tables = Tables()
        self.seen = 0  # paragraphs, empty ones too
        self.shown = 0  # those with text and outside of tables
        self.runs = Runs(self.result.runs)
        self.inside = ""  # the properties that are being read
        self.in_paragraph_looks = False
        self.words: list[str] | None = None
        self.kept = False
        self.text_at = 0
        self.controls: list[bool] = []
        self.fields = Fields()
        self.walker = Walker(NAMESPACES, self._beginnings(), self._endings(), self._characters)

    def scan(self, data: bytes) -> Scan:
        try:
            self.walker.walk(data, self.package)
            if self.left:
                self._set(_Paragraph([]))
        except IndexError:  # an end without a beginning, a row outside of any table
            raise self.package.broken() from None
        return self.result

    def _beginnings(self) -> dict[str, Callable[[Attributes], None]]:
        return {
            "p": self._p,
            "pPr": self._p_looks,
            "pStyle": self._style,
            "numId": self._number,
            "ilvl": self._level,
            "r": self._r,
            "rPr": self._r_looks,
            "vanish": self._vanish,
            "t": self._t,
            _MATHS: self._t,
            "tab": lambda _: self._symbol("\t"),
            "ptab": lambda _: self._symbol("\t"),
            "noBreakHyphen": lambda _: self._symbol("-"),
            **dict.fromkeys(_PICTURES, lambda _: self._symbol(_PICTURE)),
            "br": lambda _: self._line_break(),
            "cr": lambda _: self._line_break(),
            "tbl": self._tbl,
            "tr": lambda _: self.tables.row(self.sinks[-1]),
            "trPr": lambda _: self._enter("trPr"),
            "tc": lambda _: self.tables.cell(self.sinks[-1]),
            "vMerge": self._merged,
            "hMerge": self._merged,
            "del": self._del,
            "cellDel": self._merged,
            "txbxContent": self._box,
            "sdt": lambda _: self.controls.append(False),
            "showingPlcHdr": self._placeholder,
            "docPartGallery": self._gallery,
            "sdtContent": self._control,
            "fldChar": lambda attributes: self.fields.mark(value(attributes, "fldCharType")),
            "instrText": lambda _: self._listen(),
            **dict.fromkeys(_SKIPPED, lambda _: self.walker.skip()),
        }

    def _endings(self) -> dict[str, Callable[[], None]]:
        return {
            "p": self._p_end,
            "pPr": self._p_looks_end,
            "r": self._r_end,
            "rPr": self._r_looks_end,
            "t": self._t_end,
            _MATHS: self._maths_end,
            "instrText": self._code_end,
            "trPr": lambda: self._enter(""),
            "tbl": lambda: self.tables.end(self.sinks[-1]),
            "tr": lambda: self.tables.row_end(self.sinks[-1]),
            "tc": self._tc_end,
            "txbxContent": self._box_end,
            "sdt": self._sdt_end,
        }

    # ------------------------------------------------------------ text

    def _characters(self, text: str) -> None:
        if self.words is not None:
            self.words.append(text)

    def _listen(self) -> None:
        self.words = []

    def _heard(self) -> str:
        words, self.words = self.words, None
        return "".join(words or ())

    def _t(self, attributes: Attributes) -> None:
        self.text_at = self.walker.at
        self.kept = value(attributes, "space") == "preserve"
        self._listen()

    def _t_end(self) -> None:
        text = self._heard()
        if not self.kept:
            text = text.strip(" \t\r\n")
        if self.runs:
            element = len(self.result.elements)
            self.result.elements.append(Element(text, self.text_at, self.walker.at, self.runs.number))
            self._add(text, element)

    def _maths_end(self) -> None:
        self._add(self._heard(), None)

    def _symbol(self, text: str) -> None:
        if self.runs and not (
            self.inside or self.in_paragraph_looks
        ):  # the tab stops of a paragraph are called tabs, too
            self._add(text, None)

    def _line_break(self) -> None:
        if self.runs and not self._unseen():
            self.paragraphs[-1].lines.append([])

    def _add(self, text: str, element: int | None) -> None:
        if self.paragraphs and not self._unseen():
            self.paragraphs[-1].lines[-1].append(Stretch(text, element))

    def _unseen(self) -> bool:
        return self.runs.hidden or self.fields.unseen

    def _code_end(self) -> None:
        self.fields.code(self._heard())

    # ------------------------------------------------------------ runs

    def _r(self, _attributes: Attributes) -> None:
        self.runs.begin(self.walker.at)
        self._limit(len(self.result.runs), MOST_RUNS)

    def _r_looks(self, _attributes: Attributes) -> None:
        self._enter("rPr")
        self.runs.looks(self.walker.at)

    def _r_looks_end(self) -> None:
        self._enter("")
        if self.runs and not self.in_paragraph_looks:
            self.runs.looks_end(self.walker.at)

    def _r_end(self) -> None:
        self.runs.end(self.walker.at)

    def _enter(self, inside: str) -> None:
        self.inside = inside

    def _vanish(self, attributes: Attributes) -> None:
        if self.runs and self.inside == "rPr" and not self.in_paragraph_looks:
            self.runs.hidden = is_on(attributes)

    # ------------------------------------------------------------ paragraphs

    def _limit(self, number: int, most: int) -> None:
        if number > most:
            raise ReadError(errors.TOO_MUCH_TEXT, {"path": self.package.path, "limit": most})

    def _p(self, _attributes: Attributes) -> None:
        self.seen += 1
        self._limit(self.seen, MOST_TEXTS)
        self.paragraphs.append(_Paragraph(self.left or [[]]))
        self.left = []

    def _p_looks(self, _attributes: Attributes) -> None:
        self.in_paragraph_looks = True

    def _p_looks_end(self) -> None:
        self.in_paragraph_looks = False

    def _style(self, attributes: Attributes) -> None:
        self.paragraphs[-1].style = value(attributes, "val")

    def _number(self, attributes: Attributes) -> None:
        if self.paragraphs:
            self.paragraphs[-1].number = value(attributes, "val")

    def _level(self, attributes: Attributes) -> None:
        if self.paragraphs:
            self.paragraphs[-1].level = depth_of(value(attributes, "val"))

    def _p_end(self) -> None:
        paragraph = self.paragraphs.pop()
        if paragraph.joined:
            self.left = paragraph.lines
            self.sinks[-1] += paragraph.later
        else:
            self._set(paragraph, self.walker.at)

    def _set(self, paragraph: _Paragraph, end: int = -1) -> None:
        """Hand on a paragraph: a text for each of its lines."""
        label = self.label(paragraph.style, paragraph.number, paragraph.level)
        lines, self.left = [*self.left, *paragraph.lines], []
        seen = any(stretch.text.strip() for line in lines for stretch in line)
        if label and seen:
            lines[0] = [Stretch(label), *lines[0]]
        sink = self.sinks[-1]
        in_cell = bool(self.tables) and sink[-1:] == [CELL]
        if seen or in_cell:
            place = self._place(seen)
            for number, line in enumerate(lines):
                if number:
                    sink.append(BREAK)
                sink.append(len(self.result.texts))
                self.result.texts.append(Text(place, line))
                self.result.ends.append(end)
        sink.append(BREAK)
        sink += paragraph.later

    def _place(self, seen: bool) -> Place:
        if self.tables:
            return self.tables.place()
        self.shown += seen
        return Place(paragraph=self.shown)

    # ------------------------------------------------------------ tables

    def _tbl(self, _attributes: Attributes) -> None:
        if self.tables and self.sinks[-1][-1:] == [CELL]:
            self._set(_Paragraph([[]]))  # a cell begins with a text
        self.tables.begin(self.sinks[-1])

    def _tc_end(self) -> None:
        if self.left or self.sinks[-1][-1:] == [CELL]:
            self._set(_Paragraph([] if self.left else [[]]))
        self.tables.cell_end(self.sinks[-1])

    def _merged(self, attributes: Attributes) -> None:
        """A cell that another one covers, or that is deleted."""
        if value(attributes, "val", "continue") != "restart":
            self.tables.cover()

    def _del(self, _attributes: Attributes) -> None:
        if self.inside == "trPr":
            self.tables.delete_row()
        elif self.inside != "rPr":
            self.walker.skip()
        elif self.in_paragraph_looks:
            self.paragraphs[-1].joined = True

    # ------------------------------------------------------------ boxes and controls

    def _box(self, _attributes: Attributes) -> None:
        self.sinks.append([])

    def _box_end(self) -> None:
        box = self.sinks.pop()
        self.paragraphs[-1].later += box

    def _sdt_end(self) -> None:
        self.controls.pop()

    def _placeholder(self, attributes: Attributes) -> None:
        if self.controls:
            self.controls[-1] = is_on(attributes)

    def _gallery(self, attributes: Attributes) -> None:
        if self.controls and value(attributes, "val") == "Table of Contents":
            self.controls[-1] = True

    def _control(self, _attributes: Attributes) -> None:
        if self.controls and self.controls[-1]:
            self.walker.skip()
