"""The styles of a Word document: page, fonts, sizes and spaces as official documents have them."""

from typing import NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.oxml import serialize_part_xml
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from gxlint.forms.pieces import Kind
from gxlint.forms.writers.looks import BODY, FACES, HEADING, LATIN, SUBHEADING, TABLE, TITLE, Face

_PAGE, _MARGINS = (21.0, 29.7), (3.7, 2.6, 3.5, 2.8)  # top, right, bottom, left
TEXT_WIDTH = _PAGE[0] - _MARGINS[1] - _MARGINS[3]
"""How wide the text is, in centimetres."""

STYLES: dict[Kind, str] = {
    "title": "Title",
    "heading": "Heading 1",
    "subheading": "Heading 2",
    "paragraph": "Body Text",
    "signature": "Signature",
}
"""The style of each kind of paragraph."""
CELL = ("Table Text", "Table Text Small")
"""The styles of the cells of tables, of those with many columns the second."""


class _Looks(NamedTuple):
    """``size`` and ``line`` are points, ``indent`` so many characters, to the right for what stands right."""

    face: Face
    size: float
    line: float | None = 28
    indent: int = 0
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    after: float = 0


_ALL = {
    "Normal": _Looks(BODY, 16),
    "Title": _Looks(TITLE, 22, 32, align=WD_ALIGN_PARAGRAPH.CENTER, after=28),
    "Heading 1": _Looks(HEADING, 16, indent=2),
    "Heading 2": _Looks(SUBHEADING, 16, indent=2),
    "Body Text": _Looks(BODY, 16, indent=2),
    "Signature": _Looks(BODY, 16, indent=2, align=WD_ALIGN_PARAGRAPH.RIGHT),
    "Table Text": _Looks(TABLE, 10.5, None, align=WD_ALIGN_PARAGRAPH.CENTER),
    "Table Text Small": _Looks(TABLE, 9, None, align=WD_ALIGN_PARAGRAPH.CENTER),
    "annotation text": _Looks(TABLE, 9, None, align=WD_ALIGN_PARAGRAPH.LEFT),
}
# What Word calls these itself; the second is what python-docx has the text of comments refer to.
_WORDS_OWN = {"Signature": "Signature", "annotation text": "CommentText"}


_UNUSED = ("/stylesWithEffects", "/customXml", "/thumbnail")
_KEPT = (*_ALL, "heading 1", "heading 2", "Default Paragraph Font", "Normal Table", "No List", "Table Grid")


def dress(document: Document) -> None:
    """Give a new document page and styles."""
    _empty(document)
    section = document.sections[0]
    section.page_width, section.page_height = (Cm(length) for length in _PAGE)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Cm, _MARGINS)
    core = document.core_properties
    core.author, core.comments, core.language = "", "", "zh-CN"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    for name, looks in _ALL.items():
        _dress(_style(document, name), looks)
    # Who signs, and the date below it, stand on one page.
    _style(document, STYLES["signature"]).paragraph_format.keep_with_next = True
    _name_fonts(document)


def _empty(document: Document) -> None:
    """Throw away what comes with the template of python-docx and is used by nobody."""
    part = document.part
    for relations in (part.rels, part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_UNUSED)]:
            del relations[key]
    styles = document.styles.element
    for style in list(styles.style_lst):
        if style.name_val not in _KEPT:
            styles.remove(style)
        for link in style.findall(qn("w:link")):
            style.remove(link)


def _style(document: Document, name: str) -> ParagraphStyle:
    if name in document.styles:
        style = document.styles[name]
    else:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in _WORDS_OWN)
        style.element.styleId = _WORDS_OWN.get(name, style.style_id)
        style.base_style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    return style


def _dress(style: ParagraphStyle, looks: _Looks) -> None:
    font, paragraph = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.color.rgb = LATIN, Pt(looks.size), False, RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[theme]
    fonts.set(qn("w:eastAsia"), looks.face.name)
    paragraph.alignment, paragraph.space_before, paragraph.space_after = looks.align, Pt(0), Pt(looks.after)
    paragraph.line_spacing = Pt(looks.line) if looks.line else 1.0
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    side = "w:right" if looks.align == WD_ALIGN_PARAGRAPH.RIGHT else "w:firstLine"
    indent = properties.get_or_add_ind()
    indent.attrib.clear()
    indent.set(qn(f"{side}Chars"), str(looks.indent * 100))
    indent.set(qn(side), str(round(looks.indent * looks.size * 20)))


def _name_fonts(document: Document) -> None:
    """Say which fonts may stand in for those that a computer lacks."""
    fonts = parse_xml(f"<w:fonts {nsdecls('w')}/>")
    for face in FACES:
        font = OxmlElement("w:font")
        font.set(qn("w:name"), face.name)
        instead = OxmlElement("w:altName")
        instead.set(qn("w:val"), face.instead[0])
        charset = OxmlElement("w:charset")
        charset.set(qn("w:val"), "86")
        font.extend([instead, charset])
        fonts.append(font)
    part = next(
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype.endswith("/fontTable")
    )
    part._blob = serialize_part_xml(fonts)
