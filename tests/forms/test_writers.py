"""Blank reports as Word, Excel and HTML: read back, the same as in text; and what their makers promise."""

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

from gxlint.formats import official_formats
from gxlint.forms.grid import GridCell
from gxlint.forms.pieces import Piece, blank_report
from gxlint.forms.wording import Filling
from gxlint.forms.writers import WRITERS
from gxlint.lint.session import Session
from gxlint.model import Report

FORMATS = {form.key: form for form in official_formats()}
SESSION = Session()
ENDINGS = (".docx", ".xlsx", ".html")
# No string out of a report may become markup, a formula or a part of the file's own making.
HOSTILE = "</title><script>alert(1)</script><!-- --> & \"'>]]>\x01\x0b\ud7ff"

every_ending = pytest.mark.parametrize("ending", ENDINGS)
every_format = pytest.mark.parametrize("key", FORMATS)


def pieces(key: str) -> list[Piece]:
    form = FORMATS[key]
    filling = Filling(form.last_year or form.first_year + 3, "青岭镇人民政府", "township")
    return list(blank_report(form, filling))


def checked(data: bytes, ending: str) -> tuple[Report, list[Any]]:
    result = SESSION.check_bytes(data, f"报告{ending}")
    assert result.report is not None
    assert result.result is not None
    said = [(found.rule.code, found.text(), str(found.where)) for found in result.result.findings]
    return result.report, sorted(said)


@every_format
@every_ending
def test_a_blank_report_is_the_same_in_every_kind_of_file(key: str, ending: str) -> None:
    text, wanted = checked(WRITERS[".txt"](pieces(key)), ".txt")
    made, found = checked(WRITERS[ending](pieces(key)), ending)
    assert found == wanted
    assert {cell.address: cell.state for table in made.tables.values() for cell in table.cells()} == {
        cell.address: cell.state for table in text.tables.values() for cell in table.cells()
    }
    assert [section.key for section in made.sections] == [section.key for section in FORMATS[key].sections]


@every_ending
def test_it_is_the_same_every_time(ending: str) -> None:
    assert WRITERS[ending](pieces("2021")) == WRITERS[ending](pieces("2021"))


@every_ending
def test_nothing_in_a_text_is_more_than_text(ending: str) -> None:
    grid = [[GridCell("行")], [GridCell(HOSTILE, figure=True)], [GridCell("=1+1", figure=True)]]
    made = WRITERS[ending](
        [
            Piece("title", HOSTILE),
            Piece("advice", HOSTILE),
            Piece("paragraph", "=HYPERLINK(1)"),
            Piece("table", grid=grid),
        ]
    )
    if ending == ".html":
        page = made.decode()
        assert "<script" not in page
        assert page.count("<!--") == 1
        assert page.index("-->") > page.index("alert")
        return
    with ZipFile(io.BytesIO(made)) as package:
        assert not any(b"<script" in package.read(name) for name in package.namelist())
        assert not any(b"<f>" in package.read(name) for name in package.namelist())
    report, _ = checked(made, ending)
    assert "=HYPERLINK(1)" in report.text
    assert "=1+1" in report.text


def test_word_merges_as_the_form_does() -> None:
    document = Document(io.BytesIO(WRITERS[".docx"](pieces("2021"))))
    assert len(document.tables) == 3
    body = document.element.xml
    assert 'w:vMerge w:val="restart"' in body
    assert 'w:gridSpan w:val="7"' in body
    requests = document.tables[1]
    assert requests.cell(5, 0)._tc is requests.cell(24, 0)._tc
    assert requests.cell(5, 0).text == "三、本年度办理结果"


def test_word_has_the_look_of_official_documents() -> None:
    document = Document(io.BytesIO(WRITERS[".docx"](pieces("2021"))))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert styles == {"Title", "Heading 1", "Heading 2", "Body Text", "Signature"}
    fonts = {
        name: re.search(r'w:eastAsia="([^"]+)"', document.styles[name].element.xml.partition("w:rFonts")[2])
        for name in styles
    }
    assert {name: found and found[1] for name, found in fonts.items()} == {
        "Title": "方正小标宋简体",
        "Heading 1": "黑体",
        "Heading 2": "楷体_GB2312",
        "Body Text": "仿宋_GB2312",
        "Signature": "仿宋_GB2312",
    }
    assert document.core_properties.title.endswith("政府信息公开工作年度报告")
    assert document.core_properties.author == ""
    assert document.styles["Signature"].paragraph_format.keep_with_next


def test_word_has_advice_in_comments() -> None:
    advice = [piece.text for piece in pieces("2021") if piece.kind == "advice"]
    document = Document(io.BytesIO(WRITERS[".docx"](pieces("2021"))))
    assert [comment.text for comment in document.comments] == advice != []
    styles = [paragraph.style for comment in document.comments for paragraph in comment.paragraphs]
    assert {style.font.size.pt for style in styles if style is not None and style.font.size is not None} == {
        9
    }


def test_excel_has_a_sheet_for_each_table_and_works_out_totals() -> None:
    book = load_workbook(io.BytesIO(WRITERS[".xlsx"](pieces("2021"))))
    assert book.sheetnames == ["正文", "表二", "表三", "表四", "正文(续)"]
    formulas = {
        name: {
            cell.coordinate: str(cell.value)
            for row in book[name].iter_rows()
            for cell in row
            if str(cell.value).startswith("=")
        }
        for name in book.sheetnames
    }
    assert {name: len(found) for name, found in formulas.items()} == {
        "正文": 0,
        "表二": 0,
        "表三": 25 + 6,
        "表四": 3,
        "正文(续)": 0,
    }
    assert formulas["表三"]["J6"] == '=IF(COUNT(D6:I6)=0,"",SUM(D6:I6))'
    assert formulas["表四"]["E5"] == '=IF(COUNT(A5:D5)=0,"",SUM(A5:D5))'


def test_excel_says_what_belongs_into_a_cell() -> None:
    book = load_workbook(io.BytesIO(WRITERS[".xlsx"](pieces("2021"))))
    rules = {name: book[name].data_validations.dataValidation for name in ("表二", "表三", "表四")}
    assert {rule.type for rule in rules["表二"]} == {"whole", "decimal"}
    (requests,) = rules["表三"]
    assert "D6" in requests.sqref
    assert "J6" not in requests.sqref


def test_figures_are_numbers_in_excel_where_they_are_written_as_such() -> None:
    texts = ["12", "0", "012", "1,234", "/", "12.5"]
    grid = [[GridCell("行"), *(GridCell(text, figure=True) for text in texts)]]
    book = load_workbook(io.BytesIO(WRITERS[".xlsx"]([Piece("table", grid=grid)])))
    (row,) = book[book.sheetnames[0]].iter_rows(values_only=True)
    assert row[1:] == (12, 0, "012", "1,234", "/", 12.5)
