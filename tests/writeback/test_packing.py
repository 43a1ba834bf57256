"""Packages written anew: what is not touched stays as it was packed."""

import io
import zipfile

import pytest

from gxlint.readers.office.package import Package
from gxlint.testing.forms import blank_report
from gxlint.writeback.packing import repacked
from tests.support.excel_files import xlsx
from tests.support.word_files import packed, paragraph


def raw(data: bytes) -> dict[str, tuple[bytes, int, tuple[int, ...]]]:
    """Each part's packed bytes, method and time."""
    found: dict[str, tuple[bytes, int, tuple[int, ...]]] = {}
    for info in zipfile.ZipFile(io.BytesIO(data)).infolist():
        name, extra = (
            int.from_bytes(data[at : at + 2], "little")
            for at in (info.header_offset + 26, info.header_offset + 28)
        )
        start = info.header_offset + 30 + name + extra
        found[info.filename] = (data[start : start + info.compress_size], info.compress_type, info.date_time)
    return found


def streamed() -> bytes:
    """A package written to a pipe: the sizes stand behind the parts."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object, /) -> int:
            chunk = bytes(data)  # type: ignore[call-overload]
            self.data += chunk
            return len(chunk)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<a/>" * 99)
        archive.writestr("正文/图.bin", bytes(99), zipfile.ZIP_STORED)
        archive.comment = b"remark"
    return pipe.data


@pytest.mark.parametrize(
    "data", [packed(paragraph("甲")), xlsx(blank_report()), streamed()], ids=["docx", "xlsx", "streamed"]
)
def test_other_parts_stay_as_they_were_packed(data: bytes) -> None:
    before = raw(data)
    name = next(iter(before))
    made = repacked(Package(data, "甲"), {name: b"<new/>", "word/more.xml": b"<more/>"})
    archive = zipfile.ZipFile(io.BytesIO(made))
    assert archive.testzip() is None
    assert archive.read(name) == b"<new/>"
    assert archive.read("word/more.xml") == b"<more/>"
    assert archive.namelist() == [*before, "word/more.xml"]
    assert archive.comment == zipfile.ZipFile(io.BytesIO(data)).comment
    after = raw(made)
    assert {part: after[part] for part in before if part != name} == {
        part: content for part, content in before.items() if part != name
    }


def test_nothing_changed_is_nothing_changed() -> None:
    data = packed(paragraph("甲"))
    assert raw(repacked(Package(data, "甲"), {})) == raw(data)
