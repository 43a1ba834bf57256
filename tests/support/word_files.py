"""Reports as Word documents, written as Word writes them: merged cells, automatic numbering, runs in pieces."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.sax.saxutils import escape

from gxlint.forms.grid import Grid, GridCell, grid_width
from gxlint.testing.forms import Draft
from gxlint.testing.pages import Part, parts

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_COLUMN = 900
_HEADING = re.compile(r"[一二三四五六七八九十]+、(.*)")
_SUBHEADING = re.compile(r"[(（][一二三四五六七八九十]+[)）](.*)")

CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD_TYPES}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD_TYPES}.numbering+xml"/></Types>'
)
_ROOT = (
    f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_OF_MAIN = (
    f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>'
)
STYLES = (
    f'{DECLARATION}<w:styles xmlns:w="{MAIN}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
)
NUMBERING = (
    f'{DECLARATION}<w:numbering xmlns:w="{MAIN}"><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="1"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="(%2)"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def run(text: str) -> str:
    """A run with looks of its own."""
    if not text:
        return ""
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, properties: str = "", *, pieces: int = 12) -> str:
    """A paragraph whose text is cut into runs, as Word does where a writer came back to it."""
    runs = "".join(run(text[start : start + pieces]) for start in range(0, len(text), pieces))
    looks = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{looks}{runs}</w:p>"


def numbered(part: Part) -> str:
    """A part of the text as a paragraph; what numbers a heading is automatic."""
    if part.kind == "heading" and (match := _HEADING.fullmatch(part.text)):
        return paragraph(match[1], '<w:pStyle w:val="1"/>')
    if part.kind == "subheading" and (match := _SUBHEADING.fullmatch(part.text)):
        return paragraph(match[1], '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    return paragraph(part.text)


def plain(part: Part) -> str:
    """A part of the text as a paragraph."""
    return paragraph(part.text)


def table(grid: Grid) -> str:
    """A table with its cells merged as in the form: ``gridSpan`` to the right, ``vMerge`` downwards."""
    columns = "".join(f'<w:gridCol w:w="{_COLUMN}"/>' for _ in range(grid_width(grid)))
    rows = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in _rows(grid))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _rows(grid: Grid) -> Iterator[list[str]]:
    width = grid_width(grid)
    below: dict[int, tuple[int, GridCell]] = {}  # column → rows left to cover and the cell that covers them
    for row in grid:
        cells, column, waiting = [], 0, list(row)
        while column < width and (waiting or column in below):
            if column in below:
                left, cell = below.pop(column)
                if left > 1:
                    below[column] = (left - 1, cell)
                cells.append(_cell(cell, "<w:vMerge/>", ""))
            else:
                cell = waiting.pop(0)
                merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
                if cell.rowspan > 1:
                    below[column] = (cell.rowspan - 1, cell)
                cells.append(_cell(cell, merge, cell.text))
            column += cell.colspan
        yield cells


def _cell(cell: GridCell, merge: str, text: str) -> str:
    width = f'<w:tcW w:w="{cell.colspan * _COLUMN}" w:type="dxa"/>'
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    return f"<w:tc><w:tcPr>{width}{span}{merge}</w:tcPr>{paragraph(text, pieces=4)}</w:tc>"


def body_of(draft: Draft, prose: Callable[[Part], str] = numbered) -> str:
    """The body of the document, part by part."""
    return "".join(table(part.grid) if part.kind == "table" else prose(part) for part in parts(draft))


def document_xml(body: str) -> str:
    """The main part."""
    return f"{DECLARATION}<w:document {SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"


def packed(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A whole file around a body; ``more`` are further parts, or others in place of the usual ones."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _ROOT,
        "word/document.xml": document_xml(body),
        "word/_rels/document.xml.rels": _OF_MAIN,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        **(more or {}),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 20, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def docx(draft: Draft, prose: Callable[[Part], str] = numbered) -> bytes:
    """The report as a Word document."""
    return packed(body_of(draft, prose))
