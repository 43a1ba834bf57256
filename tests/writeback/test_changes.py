"""Mended text in Word documents and workbooks: tracked changes, other cells, and nothing else."""

import io
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from gxlint.lint.fixes import fix_document
from gxlint.lint.session import Session
from gxlint.lint.writing import WriteError
from gxlint.readers import Document, read_bytes
from gxlint.readers.typeset import edited
from gxlint.testing.forms import blank_report, with_cell
from gxlint.testing.pages import report_text
from gxlint.writeback.mending import mended
from gxlint.writeback.remark import AUTHOR
from tests.support.excel_files import xlsx
from tests.support.word_files import MAIN, docx, packed, paragraph, run

NOW = datetime(2025, 1, 20, 8, tzinfo=UTC)
W = f"{{{MAIN}}}"
WRONG = with_cell(
    with_cell(blank_report(), "table_requests.received.natural_person", "３"),
    "table_requests.granted.total",
    "５",
)


def changed(data: bytes, name: str, *changes: tuple[str, str]) -> tuple[bytes, Document]:
    """A file with some words exchanged for others; each stands in it once."""
    before = read_bytes(data, name)
    edits = []
    for old, new in changes:
        assert before.source.text.count(old) == 1
        at = before.source.text.index(old)
        edits.append((at, at + len(old), new))
    after = edited(before, edits)
    return mended(data, before, after, NOW), after


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def rejected(xml: str) -> str:
    """The text of a part with all tracked changes taken back."""
    root = ElementTree.fromstring(xml)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{W}ins":
                parent.remove(child)
    return "".join(item.text or "" for item in root.iter() if item.tag in (f"{W}t", f"{W}delText"))


@pytest.mark.parametrize(("kind", "write"), [("docx", docx), ("xlsx", xlsx)])
def test_safe_fixes_are_those_of_the_text(kind: str, write: object) -> None:
    session = Session()
    data = write(WRONG)  # type: ignore[operator]
    document = read_bytes(data, f"报告.{kind}")
    outcome = fix_document(session, document, unsafe=False)
    text = fix_document(session, read_bytes(report_text(WRONG).encode(), "报告.txt"), unsafe=False)
    assert [finding.rule.code for finding in outcome.applied] == [
        finding.rule.code for finding in text.applied
    ]
    assert outcome.applied
    assert outcome.result.report is not None
    made = mended(data, document, outcome.result.report.document, NOW)
    again = fix_document(session, read_bytes(made, f"报告.{kind}"), unsafe=False)
    assert again.applied == ()
    assert again.text == outcome.text


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (f"<w:p>{run('收到３件')}</w:p>", "３", "3"),
        (f"<w:p>{run('３')}</w:p>", "３", "3"),
        (f"<w:p>{run('３件')}</w:p>", "３", "3"),
        (f"<w:p>{run('收到３')}</w:p>", "３", "3"),
        (f"<w:p>{run('行政止公开')}</w:p>", "行政止", "行政法规禁止"),
        (f"<w:p>{run('其他,,如下')}</w:p>", ",,", ","),
        ("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t> a&lt;b </w:t></w:r></w:p>", "<", "&>"),
        (f"<w:p><w:ins w:id='41'>{run('收到３件')}</w:ins></w:p>", "３", "3"),
    ],
)
def test_tracked_changes_can_be_accepted_and_rejected(body: str, old: str, new: str) -> None:
    data = packed(body)
    before = read_bytes(data, "报告.docx").source.text
    made, after = changed(data, "报告.docx", (old, new))
    assert read_bytes(made, "报告.docx").source.text == after.source.text == before.replace(old, new)
    xml = part(made, "word/document.xml")
    if "<w:ins" not in body:
        was = "".join(ElementTree.fromstring(part(data, "word/document.xml")).itertext())
        assert rejected(xml) == was.replace(" ", "")
    assert f'w:author="{AUTHOR}"' in xml
    numbers = [
        item.get(f"{W}id")
        for item in ElementTree.fromstring(xml).iter()
        if item.tag in (f"{W}ins", f"{W}del")
    ]
    assert len(numbers) == len(set(numbers))


def test_changed_words_look_like_those_around_them() -> None:
    body = '<w:p><w:r w:rsidR="0A"><w:rPr><w:b/></w:rPr><w:t>收到３件</w:t></w:r></w:p>'
    made, _ = changed(packed(body), "报告.docx", ("３", "3"))
    assert part(made, "word/document.xml").count("<w:rPr><w:b/></w:rPr>") == 4


def test_several_changes_in_one_run() -> None:
    made, after = changed(
        packed(paragraph("甲１乙２丙３丁", pieces=99)), "报告.docx", ("１", "1"), ("２", ""), ("３", "33")
    )
    assert read_bytes(made, "报告.docx").source.text == after.source.text == "甲1乙丙33丁\n"


def test_cells_keep_their_looks_and_numbers_become_numbers() -> None:
    data = xlsx(WRONG)
    before = read_bytes(data, "报告.xlsx")
    assert before.places is not None
    place = before.places.at(before.source.text.index("３"))
    assert place is not None
    made, _ = changed(data, "报告.xlsx", ("３", "3"), ("行政事业性收费", "行政<事业>&收费"))
    old, new = (load_workbook(io.BytesIO(content))[str(place.sheet)] for content in (data, made))
    assert new[str(place.cell)].value == 3
    assert new[str(place.cell)].style_id == old[str(place.cell)].style_id != 0
    values = [[cell.value for cell in row] for row in old.iter_rows()]
    others = [[cell.value for cell in row] for row in new.iter_rows()]
    differing = [
        (one, other)
        for row, line in zip(values, others, strict=True)
        for one, other in zip(row, line, strict=True)
        if one != other
    ]
    assert differing == [("行政事业性收费", "行政<事业>&收费"), ("３", 3)]


def test_formulas_are_computed_anew() -> None:
    book = load_workbook(io.BytesIO(xlsx(WRONG)))
    book[book.sheetnames[0]]["N1"] = "=SUM(A1:A2)"
    data = io.BytesIO()
    book.save(data)
    made, _ = changed(data.getvalue(), "报告.xlsx", ("３", "3"))
    assert 'fullCalcOnLoad="1"' in part(made, "xl/workbook.xml")


def test_a_file_that_changed_meanwhile_is_left_alone() -> None:
    before = read_bytes(docx(WRONG), "报告.docx")
    with pytest.raises(WriteError) as caught:
        mended(docx(blank_report()), before, before, NOW)
    assert "未修改" in caught.value.text()


def test_files_with_macros_are_not_changed() -> None:
    data = packed(paragraph("收到３件"), {"word/vbaProject.bin": b"x"})
    with pytest.raises(WriteError) as caught:
        changed(data, "报告.docx", ("３", "3"))
    assert "宏" in caught.value.text()
