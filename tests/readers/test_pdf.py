"""PDF files: tables by lines and by alignment, paragraphs over lines and pages, and files that mean harm."""

import sys
from pathlib import Path

import pytest

from gxlint.formats import Format, official_formats
from gxlint.model.build import build_report
from gxlint.readers import Document, ReadError, errors, read_bytes
from gxlint.readers.pdf import reader, worker
from gxlint.source import Span
from tests.support.layouts import Layout
from tests.support.pdf_files import pdf, pdf_file
from tests.support.reading import compare, sample

FORMS = list(official_formats())


def text(x: int, y: int, words: str) -> str:
    return f"BT /F1 10 Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"


def box(left: int, bottom: int, width: int, height: int, paint: str = "S") -> str:
    return f"{left} {bottom} {width} {height} re {paint}\n"


def read(*pages: str) -> Document:
    return read_bytes(pdf_file(list(pages)), "报告.pdf")


def shown(*pages: str) -> list[str]:
    return read(*pages).source.text.rstrip("\n").split("\n")


def problem(data: bytes) -> errors.Words:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "甲.pdf")
    assert "甲.pdf" in caught.value.text()
    assert "甲.pdf" in caught.value.text("en")
    return caught.value.problem


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
@pytest.mark.parametrize("seed", range(3))
def test_every_cell_of_drawn_tables_is_read(form: Format, seed: int) -> None:
    draft = sample(form, Layout("pdf", lambda draft: ""), seed)
    document = read_bytes(pdf(draft), "报告.pdf")
    report = build_report(document, official_formats())
    comparison = compare(draft, report)
    assert (comparison.missing, comparison.wrong) == ([], [])
    assert [section.key for section in report.sections] == [section.key for section in draft.sections]
    assert (report.year, report.organisation, document.kind) == (draft.year, draft.organisation, "pdf")
    # Lines are put together again: every paragraph of the draft is a line of the text.
    lines = set(document.source.text.split("\n"))
    assert all(paragraph in lines for section in draft.sections for paragraph in section.paragraphs)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_aligned_columns_are_never_read_wrong(form: Format) -> None:
    draft = sample(form, Layout("pdf", lambda draft: "", blanks=False), 0)
    comparison = compare(
        draft, build_report(read_bytes(pdf(draft, lines=False), "报告.pdf"), official_formats())
    )
    assert comparison.wrong == []
    assert comparison.right > 9 * len(comparison.missing)


def test_places_name_the_page() -> None:
    grid = box(50, 700, 100, 20) + box(150, 700, 100, 20) + text(55, 705, "规章") + text(155, 705, "3")
    document = read(text(60, 800, "总体情况"), text(60, 800, "主动公开") + grid)
    source = document.source.text
    found = [
        place.as_dict()
        for word in ("主动", "3")
        if (place := document.place(Span(source.index(word), source.index(word) + 1)))
    ]
    assert found == [{"page": 2, "line": 1}, {"page": 2, "table": 1, "row": 1, "column": 2}]


def test_backgrounds_are_no_lines() -> None:
    page = (
        box(50, 690, 300, 20, "f")
        + text(60, 695, "一、总体情况")
        + box(50, 670, 300, 20, "f")
        + text(60, 675, "正文")
    )
    assert shown(page) == ["一、总体情况", "正文"]


def test_numbers_of_pages_are_not_read() -> None:
    pages = (text(60, 800, "甲") + text(280, 30, "- 1 -"), text(60, 800, "乙") + text(280, 30, "第2页/共2页"))
    assert shown(*pages) == ["甲", "乙"]


def test_a_turned_page() -> None:
    data = pdf_file(
        [box(50, 700, 100, 20) + box(150, 700, 100, 20) + text(55, 705, "规章") + text(155, 705, "3")]
    )
    turned = data.replace(b"/MediaBox [0 0 595 842]", b"/Rotate 90 /MediaBox [0 0 595 842]")
    assert "规章" in read_bytes(turned, "报告.pdf").source.text.replace("\n", "").replace(" | ", "")


def test_printed_twice_to_look_bold() -> None:
    assert shown(text(60, 800, "总体情况") + "1 0 0 1 0.4 0 cm\n" + text(60, 800, "总体情况")) == ["总体情况"]


def test_a_page_of_pictures_alone() -> None:
    assert problem(pdf_file([box(50, 50, 400, 400, "f")])) is errors.NO_TEXT_ON_PAGES


@pytest.mark.parametrize("part", range(1, 10))
def test_cut_off(part: int) -> None:
    data = pdf_file([text(60, 800, "总体情况")])
    try:
        document = read_bytes(data[: len(data) * part // 10], "甲.pdf")
    except ReadError as error:
        assert error.problem in (errors.BROKEN, errors.NO_TEXT_ON_PAGES)  # noqa: PT017
    else:
        assert "总体" in document.text  # what is left of it could still be read


def test_no_pdf_behind_the_first_line() -> None:
    assert problem(b"%PDF-1.7\n" + bytes(range(256)) * 50) is errors.BROKEN


def test_locked_with_a_password() -> None:
    secret = "0" * 64
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >> /ID [<00> <00>]"
    assert problem(pdf_file([text(60, 800, "总体情况")], lock)) is errors.LOCKED


def test_too_many_pages() -> None:
    assert problem(pdf_file([text(60, 800, "甲")] * 2000)) is errors.TOO_MANY_PAGES


def test_too_much_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "MOST_GLYPHS", 10)
    assert worker.taken_apart(pdf_file([text(60, 800, "甲" * 20)])) == {"problem": "large"}


def test_what_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "SECONDS", 0.01)
    assert problem(pdf_file([text(60, 800, "甲")])) is errors.TOO_SLOW


def test_nothing_is_run_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json.py", "pypdfium2.py", "gxlint.py", "ctypes.py"):
        (tmp_path / name).write_text("import os; os.abort()", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.path", ["", ".", *sys.path])
    assert "甲" in read(text(60, 800, "甲")).text


def test_a_process_that_dies_takes_nothing_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "WORKER", ["-c", "import os; os.abort()"])
    assert problem(pdf_file([text(60, 800, "甲")])) is errors.BROKEN


def test_thousands_of_lines_take_no_time() -> None:
    grid = "".join(
        f"50 {y / 4 + 50} m 550 {y / 4 + 50} l S\n{y / 6 + 50} 50 m {y / 6 + 50} 800 l S\n"
        for y in range(3000)
    )
    assert "甲" in read(text(60, 820, "甲") + grid).text


def _large(x: int, y: int, words: str, size: int = 16) -> str:
    return text(x, y, words).replace("/F1 10 Tf", f"/F1 {size} Tf")


def test_a_title_of_two_lines_is_one() -> None:
    body = "".join(text(60, y, "全年主动公开政府信息三十六条。") for y in (600, 570, 540, 510))
    title = _large(84, 800, "云泽县水务局2024年政府信息公开工作年") + _large(204, 776, "度报告")
    assert shown(title + body)[0] == "云泽县水务局2024年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    "second",
    [
        _large(300, 776, "公开日期"),  # not below the middle of the first
        _large(204, 776, "云泽县", 12),  # smaller
        _large(204, 700, "云泽县"),  # far below
        text(224, 776, "云泽县"),  # as large as the text
    ],
)
def test_what_stands_below_a_title_is_no_part_of_it(second: str) -> None:
    body = "".join(text(60, y, "全年主动公开政府信息三十六条。") for y in (600, 570, 540, 510))
    assert shown(_large(84, 800, "云泽县水务局2024年度工作报告之一之二") + second + body)[0].endswith("之二")
