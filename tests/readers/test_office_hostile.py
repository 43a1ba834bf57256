"""Office files that are broken, locked or meant to harm: refused with a word, never with a crash."""

import io
import re
import struct
import zipfile
from collections.abc import Callable

import pytest

from gxlint.readers import ReadError, errors, read_bytes
from gxlint.readers.office import package
from gxlint.readers.office.word import scan
from gxlint.testing.forms import blank_report
from tests.support.excel_files import xlsx
from tests.support.word_files import DECLARATION, NUMBERING, SPACES, document_xml, packed, paragraph

GOOD = packed(paragraph("总体情况"))


def problem(data: bytes, name: str = "甲.docx") -> errors.Words:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    assert name in caught.value.text()
    assert name in caught.value.text("en")
    return caught.value.problem


def test_cut_off_anywhere() -> None:
    data = packed("".join(paragraph(f"第{number}段的文字") for number in range(200)))
    for part in range(1, 20):
        assert problem(data[: len(data) * part // 20]) is errors.BROKEN


def test_a_damaged_byte_is_found() -> None:
    at = GOOD.index(b"word/document.xml") + 60
    damaged = GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]
    assert problem(damaged) is errors.BROKEN


@pytest.mark.parametrize("xml", ["", "<a>", "正文", document_xml(paragraph("甲"))[:-20], "<w:document/>"])
def test_no_document_inside(xml: str) -> None:
    assert problem(packed("", {"word/document.xml": xml})) is errors.BROKEN


@pytest.mark.parametrize("body", ["<w:tr/>", "</w:body>", "<w:numId/><w:pStyle/>", "<w:vMerge/>"])
def test_elements_in_odd_places(body: str) -> None:
    assert problem(packed(body)) in (errors.BROKEN, errors.EMPTY)


def test_a_cell_outside_of_any_row_is_text() -> None:
    body = f"<w:tbl><w:tc>{paragraph('甲')}</w:tc></w:tbl>"
    assert "甲" in read_bytes(packed(body), "甲.docx").text


def test_entities_are_not_expanded() -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY a{n} '{'&a' + str(n - 1 if n else '') + ';' * 1}'>" for n in range(5)
    )
    xml = f"<?xml version='1.0'?>{bomb}]><w:document {SPACES}>&a4;</w:document>"
    outside = (
        f"<?xml version='1.0'?><!DOCTYPE x SYSTEM 'file:///etc/passwd'><w:document {SPACES}></w:document>"
    )
    for text in (xml, outside):
        for encoding in ("utf-8", "utf-16"):
            assert problem(packed("", {"word/document.xml": text.encode(encoding)})) is errors.UNSAFE
    assert problem(packed(paragraph("甲"), {"word/styles.xml": xml})) is errors.UNSAFE


def test_another_declared_encoding_hides_nothing() -> None:
    xml = f"<?xml version='1.0' encoding='cp037'?><!DOCTYPE x><w:document {SPACES}/>".encode("cp037")
    assert problem(packed("", {"word/document.xml": xml})) in (errors.UNSAFE, errors.BROKEN)
    gbk = document_xml(paragraph("总体情况")).replace("UTF-8", "gb18030").encode("gb18030")
    assert "总体情况" in read_bytes(packed("", {"word/document.xml": gbk}), "甲.docx").text


@pytest.mark.parametrize("encoding", ["idna", "punycode", "undefined", "hex", "nonsense"])
def test_a_declared_encoding_that_is_none(encoding: str) -> None:
    xml = document_xml(paragraph("总体情况")).replace("UTF-8", encoding)
    assert "总体情况" in read_bytes(packed("", {"word/document.xml": xml.encode()}), "甲.docx").text


def test_what_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "PART_LIMIT", 1 << 20)
    huge = packed("", {"word/document.xml": b" " * (2 << 20)})
    assert len(huge) < 10_000
    assert problem(huge) is errors.TOO_LARGE_INSIDE
    # The same where the file is silent about its size: only what is asked for is unpacked.
    at = huge.index(b"PK\x01\x02")
    at = huge.index(b"word/document.xml", at) - 46
    lying = huge[: at + 24] + struct.pack("<I", 10) + huge[at + 28 :]
    assert problem(lying) is errors.BROKEN


@pytest.mark.parametrize("depth", ["99999999999", "-1", "x", ""])
def test_levels_of_numbering_that_there_are_none_of(depth: str) -> None:
    level = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    xml = NUMBERING.replace('w:ilvl="1"', f'w:ilvl="{depth}"')
    assert "甲" in read_bytes(packed(paragraph("甲", level), {"word/numbering.xml": xml}), "甲.docx").text


def test_a_cell_in_a_cell_is_text() -> None:
    body = f"<w:tbl><w:tr><w:tc><w:tc>{paragraph('甲')}</w:tc></w:tc></w:tr></w:tbl>"
    assert read_bytes(packed(body), "甲.docx").source.text == "甲\n"


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_MOST_PARTS", 10)
    assert problem(packed("", {f"word/{n}.xml": "" for n in range(20)})) is errors.TOO_LARGE_INSIDE


def test_nothing_outside_is_asked_for() -> None:
    relations = (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" '
        'Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
    )
    data = packed(paragraph("总体情况"), {"word/_rels/document.xml.rels": relations})
    assert "总体情况" in read_bytes(data, "甲.docx").text


def test_macros_are_never_looked_at() -> None:
    data = packed(paragraph("总体情况"), {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(100)})
    assert "总体情况" in read_bytes(data, "甲.docm").text


@pytest.mark.parametrize("name", ["甲.docx", "甲.xlsx"])
def test_locked_with_a_password(name: str) -> None:
    data = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    )
    assert problem(data, name) is errors.LOCKED


def test_a_locked_part() -> None:
    at = GOOD.rindex(b"word/document.xml") - 46
    assert problem(GOOD[: at + 8] + b"\x01\x00" + GOOD[at + 10 :]) is errors.LOCKED


def test_deeply_nested_tables_take_no_recursion() -> None:
    depth = 3000
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("底") + "</w:tc></w:tr></w:tbl>" * depth
    assert "底" in read_bytes(packed(body), "甲.docx").text


def test_a_document_of_too_many_paragraphs_or_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "MOST_TEXTS", 50)
    assert problem(packed("<w:p/>" * 51)) is errors.TOO_MUCH_TEXT
    monkeypatch.setattr(scan, "MOST_RUNS", 50)
    assert problem(packed("<w:p>" + "<w:r/>" * 51 + "</w:p>")) is errors.TOO_MUCH_TEXT


def test_a_workbook_of_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    from gxlint.readers.office.excel import sheet

    monkeypatch.setattr(sheet, "_MOST_CELLS", 20)
    assert problem(xlsx(blank_report()), "甲.xlsx") is errors.TOO_MANY_CELLS


def test_a_workbook_cut_off_or_odd() -> None:
    data = xlsx(blank_report())
    assert problem(data[: len(data) // 2], "甲.xlsx") is errors.BROKEN
    source = zipfile.ZipFile(io.BytesIO(data))
    for name, content in {"xl/workbook.xml": b"<a>", "xl/worksheets/sheet1.xml": b"<a>"}.items():
        changed = io.BytesIO()
        with zipfile.ZipFile(changed, "w") as target:
            for info in source.infolist():
                target.writestr(info.filename, content if info.filename == name else source.read(info))
        assert problem(changed.getvalue(), "甲.xlsx") is errors.BROKEN


def _with_sheet(change: Callable[[bytes], bytes], part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """A workbook whose sheet has been tampered with."""
    source, changed = zipfile.ZipFile(io.BytesIO(xlsx(blank_report()))), io.BytesIO()
    with zipfile.ZipFile(changed, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            target.writestr(info.filename, change(data) if info.filename == part else data)
    return changed.getvalue()


@pytest.mark.parametrize("number", ["²", "9" * 5000, "-1", "x", ""])
def test_numbers_in_a_workbook_that_are_none(number: str) -> None:
    def style(data: bytes) -> bytes:
        return re.sub(rb' s="[0-9]+"', f' s="{number}"'.encode(), data)

    def string(data: bytes) -> bytes:
        return re.sub(rb"<v>0</v>", f"<v>{number}</v>".encode(), data)

    for change in (style, string):
        assert "总体情况" in read_bytes(_with_sheet(change), "甲.xlsx").text


def test_a_percentage_of_a_million_decimals() -> None:
    code = b'<numFmts count="1"><numFmt numFmtId="199" formatCode="0.%b%%"/></numFmts>' % (b"0" * 1_000_000)

    def styled(data: bytes) -> bytes:
        data = re.sub(rb"(<styleSheet[^>]*>)(<numFmts .*?/>)?", rb"\1" + code, data, count=1)
        return data.replace(b'numFmtId="0"', b'numFmtId="199"')

    text = read_bytes(_with_sheet(styled, "xl/styles.xml"), "甲.xlsx").text
    assert "0%" in text
    assert len(text) < 100_000
