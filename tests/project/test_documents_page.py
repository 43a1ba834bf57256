"""The page on Word, Excel and PDF says what holds."""

from gxlint.lint.walking import DOCUMENTS
from gxlint.readers import libreoffice
from gxlint.readers.kinds import BINARY
from gxlint.readers.libreoffice import TARGETS
from gxlint.readers.office.package import PART_LIMIT
from gxlint.readers.pdf import reader, worker
from gxlint.readers.places import Place
from gxlint.writeback.remark import AUTHOR
from tests.project.imports import ROOT

PAGE = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")


def test_limits_are_those_in_force() -> None:
    assert f"最多 {worker.MOST_PAGES} 页、{reader.SECONDS} 秒" in PAGE
    assert f"超过 {PART_LIMIT >> 20} MB" in PAGE
    assert f"限 {libreoffice.SECONDS} 秒" in PAGE


def test_kinds_are_all_named() -> None:
    assert all(f"`{ending}`" in PAGE for ending in DOCUMENTS)
    assert TARGETS.keys() <= BINARY.keys()
    assert all(f"`.{ending}`" in PAGE for ending, _ in TARGETS.values())


def test_fields_of_places_and_the_author_are_named() -> None:
    assert "、".join(f"`{field}`" for field in Place._fields) in PAGE
    assert f"“{AUTHOR}”" in PAGE
