"""Word documents: every cell and sentence, what is shown and what is not, and where it stands."""

import pytest

from gxlint.formats import official_formats
from gxlint.model.build import build_report
from gxlint.readers import Document, read_bytes
from gxlint.readers.office.word.reader import WordFile
from gxlint.source import Span
from tests.support import word_files
from tests.support.layouts import Layout
from tests.support.reading import compare, sample
from tests.support.word_files import MAIN, packed, paragraph, run

_ANY = Layout("docx", lambda draft: "")


def read(body: str, more: dict[str, str | bytes] | None = None) -> Document:
    return read_bytes(packed(body, more), "报告.docx")


def shown(body: str, more: dict[str, str | bytes] | None = None) -> list[str]:
    return read(body, more).source.text.rstrip("\n").split("\n")


def cells(*texts: str) -> str:
    return "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts)


def table(*rows: str) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


@pytest.mark.parametrize("form", list(official_formats()), ids=lambda form: form.key)
@pytest.mark.parametrize("prose", [word_files.numbered, word_files.plain], ids=["numbered", "plain"])
@pytest.mark.parametrize("seed", range(3))
def test_every_cell_and_heading_is_read(form, prose, seed) -> None:  # type: ignore[no-untyped-def]
    draft = sample(form, _ANY, seed)
    document = read_bytes(word_files.docx(draft, prose), "报告.docx")
    report = build_report(document, official_formats())
    comparison = compare(draft, report)
    assert (comparison.missing, comparison.wrong) == ([], [])
    assert [section.key for section in report.sections] == [section.key for section in draft.sections]
    assert (report.year, report.organisation) == (draft.year, draft.organisation)
    assert document.kind == "docx"


def test_places_are_those_a_person_counts() -> None:
    document = read(
        paragraph("总体") + paragraph("") + paragraph("情况") + table(cells("规章", "0"), cells("文件", ""))
    )
    text = document.source.text
    found = [
        place.as_dict()
        for word in ("情况", "0")
        if (place := document.place(Span(text.index(word), text.index(word) + 1))) is not None
    ]
    assert found == [{"paragraph": 2}, {"table": 1, "row": 1, "column": 2}]
    blank = document.place(Span(text.index("文件 |") + 5, text.index("文件 |") + 5))
    assert blank is not None
    assert (blank.row, blank.column) == (2, 2)


def test_pieces_lead_to_the_text_elements() -> None:
    body = paragraph("一二三四五六七八九十甲乙丙丁") + table(cells("规章", "1<2&3"))
    file = WordFile(packed(body), "报告.docx")
    document = read(body)
    assert document.places is not None
    for piece in document.places.pieces:
        if piece.element is not None:
            element = file.scan.elements[piece.element]
            assert element.text[
                piece.offset : piece.offset + piece.end - piece.start
            ] == document.source.text[piece.start : piece.end].replace("¦", "|")
            assert file.part[element.begin :].startswith(b"<w:t")
            assert file.part[element.close :].startswith(b"</w:t>")
            looks = file.scan.runs[element.run]
            assert looks is not None
            assert file.part[looks.begin :].startswith(b"<w:r>")
            assert file.part[looks.end :].startswith(b"</w:r>")


def test_changes_are_read_as_accepted() -> None:
    body = (
        f'<w:p>{run("收到")}<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{run("5")}</w:ins>{run("件")}'
        f'<w:moveFrom w:id="3">{run("旧")}</w:moveFrom><w:moveTo w:id="4">{run("新")}</w:moveTo></w:p>'
    )
    assert shown(body) == ["收到5件新"]


def test_a_deleted_paragraph_end_joins_two() -> None:
    deleted = '<w:rPr><w:del w:id="1"/></w:rPr>'
    assert shown(paragraph("前", deleted) + paragraph("后") + paragraph("末")) == ["前后", "末"]
    assert shown(table(f"<w:tc>{paragraph('前', deleted)}{paragraph('后')}</w:tc>" + cells("1"))) == [
        "前后 | 1 |"
    ]


def test_a_deleted_row_is_gone() -> None:
    deleted = '<w:trPr><w:del w:id="1"/></w:trPr>'
    assert shown(table(cells("甲", "1"), deleted + cells("乙", "2"), cells("丙", "3"))) == [
        "甲 | 1 |",
        "丙 | 3 |",
    ]


def test_what_was_so_before_a_change_is_not_read() -> None:
    before = '<w:pPrChange w:id="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    assert shown(paragraph("正文", before)) == ["正文"]


def test_merged_cells_stand_once() -> None:
    def merged(text: str, kind: str) -> str:
        return f"<w:tc><w:tcPr><w:vMerge{kind}/></w:tcPr>{paragraph(text)}</w:tc>"

    rows = (merged("不予公开", ' w:val="restart"') + cells("1.甲", "0"), merged("", "") + cells("2.乙", "1"))
    document = read(table(*rows))
    assert document.source.text == "不予公开 | 1.甲 | 0 |\n2.乙 | 1 |\n"
    place = document.place(Span(document.source.text.index("乙"), document.source.text.index("乙")))
    assert place is not None
    assert (place.row, place.column) == (2, 2)


def test_a_table_inside_another_only_arranges() -> None:
    inner = table(cells("规章", "0"), cells("文件", "1"))
    assert shown(table(f"<w:tc>{paragraph('首页')}{inner}{paragraph('')}</w:tc>")) == [
        "首页",
        "规章 | 0 |",
        "文件 | 1 |",
    ]


def test_text_boxes_follow_their_paragraph_and_stand_once() -> None:
    box = f"<w:txbxContent>{paragraph('框内')}{table(cells('规章', '0'))}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(f"<w:p>{run('框外')}{drawing}{run('仍在框外')}</w:p>") == [
        "框外仍在框外",
        "框内",
        "规章 | 0 |",
    ]


def test_breaks_tabs_and_hyphens() -> None:
    inside = "<w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:noBreakHyphen/><w:t>右</w:t></w:r>"
    tabs = "<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>"
    assert shown(f"<w:p>{tabs}{inside}</w:p>") == ["上", "下\t-右"]
    assert shown(table(f"<w:tc><w:p>{inside}</w:p></w:tc>" + cells("1"))) == ["上 下 -右 | 1 |"]


def test_bars_in_a_cell_are_no_bars() -> None:
    assert shown(table(cells("甲|乙", "1"))) == ["甲¦乙 | 1 |"]


def test_fields_show_their_results() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    field = mark("begin") + code + mark("separate") + run("7") + mark("end")
    assert shown(f"<w:p>{run('第')}{field}{run('页')}</w:p>") == ["第7页"]
    contents = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    body = (
        f"<w:p>{mark('begin')}{contents}{mark('separate')}{run('一、总体情况 1')}</w:p>"
        f"<w:p>{run('二、主动公开 2')}{mark('end')}</w:p>{paragraph('正文')}"
    )
    assert shown(body) == ["正文"]


def test_contents_placeholders_and_hidden_text_are_not_read() -> None:
    def control(properties: str, text: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{paragraph(text)}</w:sdtContent></w:sdt>"

    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>" + run("明") + "</w:p>"
    body = (
        control(gallery, "目录")
        + control("<w:showingPlcHdr/>", "单击此处输入")
        + control("", "内容")
        + hidden
    )
    assert shown(body) == ["内容", "明"]


def test_comments_and_notes_leave_no_text() -> None:
    marks = '<w:commentRangeStart w:id="0"/>' + run("字") + '<w:commentRangeEnd w:id="0"/>'
    reference = '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
    assert shown(f"<w:p>{marks}{reference}</w:p>") == ["字"]


def test_another_prefix_and_the_strict_namespace() -> None:
    for space in (MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main"):
        xml = f'<x:document xmlns:x="{space}"><x:body><x:p><x:r><x:t>正文</x:t></x:r></x:p></x:body></x:document>'
        assert shown("", {"word/document.xml": xml}) == ["正文"]
        assert shown("", {"word/document.xml": xml.encode("utf-16")}) == ["正文"]


LEVEL = '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: tuple[str, str], more: str = "") -> dict[str, str | bytes]:
    inside = "".join(
        LEVEL.format(level=level, style=style, text=text) for level, (style, text) in enumerate(levels)
    )
    xml = (
        f'<w:numbering xmlns:w="{MAIN}"><w:abstractNum w:abstractNumId="5">{inside}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>{more}</w:numbering>'
    )
    return {"word/numbering.xml": xml}


def item(text: str, level: int = 0, number: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


@pytest.mark.parametrize(
    ("style", "pattern", "wanted"),
    [
        ("chineseCounting", "%1、", "一、甲"),
        ("japaneseCounting", "(%1)", "(一)甲"),
        ("decimal", "%1.", "1. 甲"),
        ("decimalEnclosedCircleChinese", "%1", "① 甲"),
        ("upperRoman", "%1、", "I、甲"),
        ("lowerLetter", "%1)", "a)甲"),
        ("bullet", "\uf06c", "甲"),
        ("none", "", "甲"),
    ],
)
def test_styles_of_numbering(style: str, pattern: str, wanted: str) -> None:
    assert shown(item("甲"), numbering((style, pattern))) == [wanted]


def test_numbers_count_by_level() -> None:
    body = (
        item("甲") + item("子", 1) + item("丑", 1) + item("乙") + item("寅", 1) + paragraph("文") + item("丙")
    )
    levels = numbering(("chineseCounting", "%1、"), ("decimal", "%1.%2"))
    assert shown(body, levels) == ["一、甲", "一.1 子", "一.2 丑", "二、乙", "二.1 寅", "文", "三、丙"]


def test_an_empty_paragraph_counts_and_one_without_numbering_does_not() -> None:
    body = item("甲") + item("") + item("乙") + item("丙", number=0)
    assert shown(body, numbering(("decimal", "%1、"))) == ["1、甲", "3、乙", "丙"]


def test_a_numbering_that_begins_anew() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="5"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("甲") + item("乙") + item("丙", number=2) + item("丁", number=2)
    assert shown(body, numbering(("decimal", "%1、"), more=again)) == ["1、甲", "2、乙", "1、丙", "2、丁"]


def test_numbers_of_any_size() -> None:
    many = "".join(item("") for _ in range(19))
    body = item("") * 0 + many + item("二十") + item("二十一")
    assert shown(body, numbering(("chineseCountingThousand", "%1、"))) == ["二十、二十", "二十一、二十一"]


def test_a_picture_stands_in_the_text_unseen() -> None:
    drawing = '<w:r><w:drawing><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/></w:drawing></w:r>'
    document = read(f"<w:p>{run('表三见图')}{drawing}</w:p>")
    assert document.source.text == "表三见图\ufffc\n"
    assert document.text == "表三见图\n"
