"""Workbooks: every cell, what is a table and what is text, and where it stands."""

import datetime
import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from gxlint.formats import Format, official_formats
from gxlint.model.build import build_report
from gxlint.readers import Document, read_bytes
from gxlint.source import Span
from tests.support.excel_files import xlsx
from tests.support.layouts import Layout
from tests.support.reading import compare, sample

_THIN = Side(style="thin")
_LINES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def read(fill: Callable[[Worksheet], None]) -> Document:
    book = Workbook()
    sheet = book[book.sheetnames[0]]
    fill(sheet)
    data = io.BytesIO()
    book.save(data)
    return read_bytes(data.getvalue(), "报告.xlsx")


def shown(fill: Callable[[Worksheet], None]) -> list[str]:
    return read(fill).source.text.rstrip("\n").split("\n")


@pytest.mark.parametrize("form", list(official_formats()), ids=lambda form: form.key)
@pytest.mark.parametrize("sheets", [False, True], ids=["one sheet", "sheets"])
@pytest.mark.parametrize("seed", range(3))
def test_every_cell_and_heading_is_read(form: Format, sheets: bool, seed: int) -> None:
    draft = sample(form, Layout("xlsx", lambda draft: ""), seed)
    document = read_bytes(xlsx(draft, sheets=sheets), "报告.xlsx")
    report = build_report(document, official_formats())
    comparison = compare(draft, report)
    assert (comparison.missing, comparison.wrong) == ([], [])
    assert [section.key for section in report.sections] == [section.key for section in draft.sections]
    assert (report.year, report.organisation, document.kind) == (draft.year, draft.organisation, "xlsx")


def test_without_lines_figures_make_a_table() -> None:
    draft = sample(official_formats().latest, Layout("xlsx", lambda draft: "", blanks=False), 0)
    report = build_report(read_bytes(xlsx(draft, lines=False), "报告.xlsx"), official_formats())
    comparison = compare(draft, report)
    assert (comparison.missing, comparison.wrong) == ([], [])


def test_places_are_named_as_the_program_names_them() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.title = "表二"
        sheet["AB7"], sheet["AC7"] = "规章", 12

    document = read(fill)
    at = document.source.text.index("12")
    place = document.place(Span(at, at + 2))
    assert place is not None
    assert place.as_dict() == {"sheet": "表二", "cell": "AC7"}


def test_numbers_as_they_are_shown() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["数", 12.0, 0.1 + 0.2, -3, 1e20, True])
        sheet.append(["率", 0.3512])
        sheet.append(["日", datetime.date(2025, 1, 20)])
        sheet["B2"].number_format = "0.0%"

    assert shown(fill) == [
        "数 | 12 | 0.3 | -3 | 1e+20 | TRUE |",
        "率 | 35.1% |  |  |  |  |",
        "日 | 2025年1月20日 |  |  |  |  |",
    ]


def test_drawn_cells_are_blank_and_others_are_not_there() -> None:
    def fill(sheet: Worksheet) -> None:
        for column in range(1, 4):
            sheet.cell(2, column).border = _LINES
        sheet["A1"], sheet["A2"], sheet["F2"] = "一、总体情况", "规章", "备注"

    assert shown(fill) == ["一、总体情况", "规章 |  |  |"]


def test_hidden_sheets_rows_and_remarks_are_not_read() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A2"] = "见", "不见"
        sheet.row_dimensions[2].hidden = True
        sheet["A1"].comment = Comment("批注", "某")
        book = sheet.parent
        assert book is not None
        other = book.create_sheet("暗")
        other["A1"], other.sheet_state = "也不见", "hidden"

    assert shown(fill) == ["见"]


def test_lines_inside_a_cell() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "第一段\n第二段"
        sheet["A2"], sheet["B2"] = "商业\n企业", 3

    assert shown(fill) == ["第一段", "第二段", "商业 企业 | 3 |"]


def test_a_formula_that_no_program_has_worked_out() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["一", 30, "２", "=SUM(B1:C1)", 0.5])
        sheet.append(["二", '=IF(COUNT(B3:C3)=0,"",SUM(B3:C3))', None, "=SUM(D1,B2)", "=E1"])
        sheet.append(["三", None, None, "=VLOOKUP(1,A1:B2,2)", "=E1*2"])
        sheet["E2"].number_format = "0%"
        sheet.row_dimensions[1].hidden = True

    assert shown(fill) == ["二 |  |  | 30 | 50% |", "三 |  |  |  | 1 |"]


def test_a_formula_that_was_worked_out_shows_its_result() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"], sheet["C1"] = "总计", "=1+1", 2

    book = Workbook()
    fill(book.worksheets[0])
    data = io.BytesIO()
    book.save(data)
    made = io.BytesIO()
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            part = source.read(info).replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>7</v>")
            target.writestr(info, part.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>7</v>"))
    assert read_bytes(made.getvalue(), "甲.xlsx").source.text == "总计 | 7 | 2 |\n"


def test_huge_merges_cost_nothing() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B3"] = "甲", "乙"
        sheet.merged_cells.add("C5:XFD1048576")

    assert shown(fill) == ["甲", "乙"]
