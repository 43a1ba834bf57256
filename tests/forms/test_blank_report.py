"""The blank report: everything in it is recognised, and nothing is wrong with it but that it is blank."""

import re
from functools import cache
from pathlib import Path

import pytest

from gxlint.formats import LEVELS, Catalogue, Format, official_formats
from gxlint.formats.load import load_format
from gxlint.formatting.tidy import tidied
from gxlint.forms.layout import MARKDOWN, Layout, layout_of, written
from gxlint.forms.pieces import blank_report
from gxlint.forms.wording import BLANK, Filling, printed, sentences
from gxlint.lint.fixes import fix_document
from gxlint.lint.session import Session
from gxlint.model import Report
from gxlint.model.build import build_report
from gxlint.readers import read_text
from gxlint.source import SourceText
from gxlint.source.width import display_width

INVENTED = load_format(Path(__file__).parents[1] / "model" / "data" / "2031.toml")
FORMATS = (*official_formats(), INVENTED)
CATALOGUE: Catalogue = official_formats().with_formats([INVENTED])
LAYOUTS = {
    "markdown": MARKDOWN,
    "plain": Layout(mark="", gap="\n", ruled=False),
    "half-width": Layout(mark="", gap="\n", ruled=False, wide=False),
    "windows": MARKDOWN._replace(line_end="\r\n"),
}
ORGANISATIONS = {
    "township": "青岭镇人民政府",
    "county": "云泽县人民政府",
    "city": "望川市人民政府",
    "province": "云岭省人民政府",
    "department": "云泽县财政局",
}

in_every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)
in_every_layout = pytest.mark.parametrize("layout", LAYOUTS)


def filling(form: Format, level: str | None = "department") -> Filling:
    return Filling(form.last_year or form.first_year + 3, ORGANISATIONS.get(level or "", ""), level)


def blank(form: Format, layout: str = "markdown", level: str | None = "department") -> str:
    return written(blank_report(form, filling(form, level)), LAYOUTS[layout]) + "\n"


def read(text: str) -> Report:
    return build_report(read_text(SourceText(text), "a.gxr.md"), CATALOGUE)


@cache
def session() -> Session:
    return Session()


@in_every_format
@in_every_layout
def test_every_cell_is_recognised(form: Format, layout: str) -> None:
    report = read(blank(form, layout))
    assert report.format.key == form.key
    assert [section.key for section in report.sections] == [section.key for section in form.sections]
    assert {section.match for section in report.sections} == {"official"}
    assert report.tables.keys() == form.table_forms.keys()
    for table in form.tables:
        found = report.tables[table.key]
        assert list(found.rows) == [row.key for row in table.rows]
        assert [(cell.row, cell.column, cell.state) for cell in found.cells()] == [
            (row.key, column, "blank") for row in table.rows for column in table.columns_of(row.key)
        ]
        assert (found.strays, found.duplicates) == ([], [])
        assert {label.match for label in found.labels} == {"official"}


@in_every_format
@pytest.mark.parametrize("level", [*LEVELS, None])
def test_it_says_what_it_is(form: Format, level: str | None) -> None:
    report = read(blank(form, level=level))
    assert (report.kind, report.year) == ("report", filling(form).year)
    assert report.organisation == (ORGANISATIONS[level] if level else BLANK)


@pytest.mark.parametrize("form", [*official_formats()], ids=lambda form: form.key)
@in_every_layout
@pytest.mark.parametrize("level", [*LEVELS, None])
def test_nothing_is_wrong_but_that_it_is_blank(form: Format, layout: str, level: str | None) -> None:
    checked = session().check(read_text(SourceText(blank(form, layout, level)), "a.gxr.md"))
    assert checked.result is not None
    assert {finding.rule.code for finding in checked.result.findings} == {"CN311", "CN804"}
    rules = {item.rule.code for item in checked.result.coverage.undecided}
    assert all(code.startswith(("CN2", "CN3", "CN4")) for code in rules)


@pytest.mark.parametrize("form", [*official_formats()], ids=lambda form: form.key)
@in_every_layout
def test_once_filled_in_nothing_is_wrong(form: Format, layout: str) -> None:
    text = blank(form, layout, level="city").replace("__月__日", "1月20日").replace(BLANK, "0")
    text = re.sub(
        r"^\|[ |]+\|(?=\r?$)", lambda row: re.sub(r"\| +(?=\|)", "| 0 ", row[0]), text, flags=re.MULTILINE
    )
    document = read_text(SourceText(text), "a.gxr.md")
    filled = fix_document(session(), document, unsafe=True).text  # 0 in every blank cell
    checked = session().check(read_text(SourceText(filled), "a.gxr.md"))
    assert checked.report is not None
    assert checked.result is not None
    assert {cell.value for table in checked.report.tables.values() for cell in table.cells()} == {0}
    assert [finding.text() for finding in checked.result.findings if finding.severity == "error"] == []


@in_every_format
@in_every_layout
def test_the_formatter_leaves_it_alone(form: Format, layout: str) -> None:
    text = blank(form, layout)
    once = tidied(read(text), read)
    assert (
        once == text or not LAYOUTS[layout].ruled
    )  # without a rule it does not know what blank cells are for
    assert once.split() == text.split()


@in_every_format
def test_its_columns_line_up(form: Format) -> None:
    for table in blank(form).split("\n\n"):
        if table.startswith("|"):
            assert len({display_width(line) for line in table.split("\n")}) == 1


def test_figures_are_not_pushed_off_the_screen() -> None:
    lines = blank(official_formats().latest).split("\n")
    row = next(line for line in lines if "一、本年新收" in line)
    assert display_width(row) < 230


@in_every_format
def test_advice_is_no_part_of_the_report(form: Format) -> None:
    text = blank(form, level="township")
    without = "\n".join(line for line in text.split("\n") if not line.startswith("<!--"))
    one, other = (session().check(read_text(SourceText(each), "a.gxr.md")).result for each in (text, without))
    assert one is not None
    assert other is not None
    assert [finding.text() for finding in one.findings] == [finding.text() for finding in other.findings]
    assert "提示" in text


def test_advice_cannot_end_its_comment() -> None:
    from gxlint.formats import Advice

    form = official_formats().latest
    more = [Advice("preamble", "写明数量 --> <script>\n一、假的标题")]
    text = written(blank_report(form, filling(form), more))
    assert "一、假的标题 -->" in text.replace("—> <script> ", "")
    assert read(text).tables.keys() == form.table_forms.keys()
    assert [section.key for section in read(text).sections] == [section.key for section in form.sections]


@in_every_format
def test_what_only_some_have_to_say(form: Format) -> None:
    result = "上级政府2035年初的考核结果____。" if form is INVENTED else "社会评议结果"
    assert result in blank(form, level="township")
    assert result not in blank(form, level="department")
    assert result not in blank(form, level=None)


def test_a_form_that_no_code_knows() -> None:
    text = blank(INVENTED)
    assert "（虚公开函〔2031〕1号），云泽县财政局编制了2034年度的报告，共四部分：年度工作概览、" in text
    assert "### （一）主动公开\n\n开放平台2034年访问____万次。\n" in text
    assert "提示：数据集按年末仍开放的计。（虚公开函〔2031〕1号 附件） -->" in text


def test_sentences_have_everything_filled_in() -> None:
    for form in official_formats():
        for sentence in form.sentences:
            for text in sentences(form, sentence.section, filling(form, "city"), usual=False):
                assert "{" not in text
                assert text.endswith("。")
                assert printed(text) == text


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_layout_of_a_blank_report_is_told(name: str) -> None:
    layout = LAYOUTS[name]
    assert layout_of(blank(official_formats().latest, name)) == layout


def test_the_layout_of_nothing_is_that_of_a_new_report() -> None:
    assert layout_of(" \n") == MARKDOWN
