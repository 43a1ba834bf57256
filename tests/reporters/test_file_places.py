"""Findings in files without lines: every output says the paragraph or the cell."""

import csv
import io
import json
from xml.etree import ElementTree

import pytest

from gxlint.lint.session import Session
from gxlint.readers.places import Place
from gxlint.reporters import REPORTERS
from gxlint.reporters.places import spoken_place
from gxlint.reporters.record import record
from gxlint.testing.forms import blank_report, with_cell
from tests.reporters.records import written
from tests.reporters.test_sarif import run_of
from tests.support.word_files import docx

SESSION = Session()
WRONG = docx(with_cell(blank_report(), "table_requests.granted.total", "５"))
PLACE = "第 2 个表第 6 行第 9 格"
WHERE = {"table": 2, "row": 6, "column": 9}


def made(output: str, lang: str = "zh") -> str:
    found = record(SESSION.check_bytes(WRONG, "报告.docx"), lang, detailed=REPORTERS[output].detailed)
    return str(written(output, found, lang=lang, rules=SESSION.heads))


@pytest.mark.parametrize(
    "output",
    [name for name, reporter in REPORTERS.items() if not reporter.binary and name not in ("json", "receipt")],
)
def test_the_place_is_said(output: str) -> None:
    text = made(output)
    assert (PLACE in text) or (json.dumps(WHERE)[1:-1] in text)


def test_text_in_english() -> None:
    assert "报告.docx table 2, row 6, cell 9 error CN305" in made("text", "en")


def test_json_has_a_place_and_no_range() -> None:
    [file] = json.loads(made("json"))["files"]
    found = next(item for item in file["diagnostics"] if item["code"] == "CN305")
    assert (found["range"], found["place"]) == (None, WHERE)
    assert all(item["range"] is None and item["place"] for item in found["related"])
    [edit] = next(item for item in file["diagnostics"] if item["code"] == "CN304")["fix"]["edits"]
    assert edit == {"range": None, "place": WHERE, "new_text": "5"}


def test_sarif_is_valid_and_names_no_lines() -> None:
    found = record(SESSION.check_bytes(WRONG, "报告.docx"), "zh")
    for result in run_of(found, rules=SESSION.heads)["results"]:
        assert "fixes" not in result
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            assert "region" not in location["physicalLocation"]
            assert location["message"]["text"]


def test_tables_leave_line_and_column_empty() -> None:
    head, *rows = csv.reader(io.StringIO(made("csv").removeprefix("\ufeff")))
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["行"] for row in found} == {row["列"] for row in found} == {""}
    assert any(row["位置"] == f"表三 (一)予以公开 总计({PLACE})" for row in found)


def test_xml_for_servers_names_no_lines() -> None:
    errors = [
        item
        for item in ElementTree.fromstring(made("checkstyle")).iter("error")
        if item.get("source") != "gxlint.undecided"
    ]
    assert errors
    assert not [item for item in errors if item.get("line")]


@pytest.mark.parametrize(
    ("place", "zh", "en"),
    [
        (Place(paragraph=3), "第 3 段", "paragraph 3"),
        (Place(page=2, line=7), "第 2 页第 7 行", "page 2, line 7"),
        (Place(sheet="表二", cell="B5"), "工作表“表二” B5", "sheet “表二”, B5"),
    ],
)
def test_places_in_words(place: Place, zh: str, en: str) -> None:
    assert (spoken_place(place, "zh"), spoken_place(place, "en")) == (zh, en)
