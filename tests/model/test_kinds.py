"""What sort of text it is, and how labels and headings are matched."""

from dataclasses import replace

import pytest

from gxlint.formats import ColumnForm, Format, GroupForm, RowForm, official_formats
from gxlint.model.build import build_report
from gxlint.testing.bars import pipe_rows
from gxlint.testing.forms import Draft, blank_report, rename_label, with_paragraphs, without_section
from gxlint.testing.pages import written
from tests.support.layouts import BY_NAME
from tests.support.reading import compare, document_of, report_of, sample

FORMATS = tuple(official_formats())
in_every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "今天天气很好。",
        "关于做好2024年度政府信息公开工作年度报告编制工作的通知\n各乡镇、各部门:\n请于1月20日前报送年度报告。",
        "云泽县财政局2024年工作总结\n一、主要工作\n全年完成预算收入12亿元。\n二、存在的问题\n人手不足。",
        "0 | 0 | 0 |\n0 | 0 | 0 |",
    ],
)
def test_other_texts(text: str) -> None:
    assert report_of(text).kind == "other"


def test_old_report() -> None:
    text = (
        "云泽县财政局2015年政府信息公开工作年度报告\n一、概述\n2015年,我局认真做好政府信息公开工作。\n"
        "二、主动公开政府信息情况\n全年主动公开政府信息320条。\n三、依申请公开政府信息情况\n未收到申请。\n"
        "四、政府信息公开的收费及减免情况\n未收费。\n五、因政府信息公开申请行政复议、提起行政诉讼情况\n没有。\n"
        "六、存在的主要问题及改进情况\n内容不够丰富。\n"
    )
    assert report_of(text).kind == "legacy"


@in_every_format
def test_blank_form(form: Format) -> None:
    draft = replace(_without_figures(blank_report(form)), title="政府信息公开工作年度报告格式")
    bare = replace(
        draft,
        preamble=(),
        sections=tuple(replace(section, paragraphs=()) for section in draft.sections),
        signature=(),
    )
    assert report_of(written(bare, pipe_rows)).kind == "template"


def _without_figures(draft: Draft) -> Draft:
    tables = {
        table: {row: dict.fromkeys(cells, "") for row, cells in rows.items()}
        for table, rows in draft.tables.items()
    }
    return replace(draft, tables=tables)


@in_every_format
def test_blank_tables_do_not_make_a_template(form: Format) -> None:
    report = report_of(written(_without_figures(blank_report(form)), pipe_rows))
    assert report.kind == "report"
    assert all(table.blank for table in report.tables.values())


@in_every_format
@pytest.mark.parametrize("layout", ["pipe_rows", "cell_lines_blank", "one_line", "html"])
def test_label_variants(form: Format, layout: str) -> None:
    draft = sample(form, BY_NAME[layout], 0)
    renamed: dict[str, str] = {}
    for table in form.tables:
        labelled: list[RowForm | ColumnForm | GroupForm] = [*table.rows, *table.columns, *table.groups]
        for item in labelled:
            if item.variants:
                draft = rename_label(draft, table.key, item.key, item.variants[0])
                renamed[f"{table.key}.{item.key}"] = item.label
    assert renamed
    report = report_of(BY_NAME[layout].render(draft), BY_NAME[layout].kind)
    found = compare(draft, report)
    assert (found.wrong, found.missing) == ([], [])
    for key, read in report.tables.items():
        for label in read.labels:
            official = renamed.get(f"{key}.{label.key}")
            if official is not None:
                assert (label.official, label.match) == (official, "variant"), label.text


@in_every_format
def test_heading_variants(form: Format) -> None:
    for section in form.sections:
        for variant in section.variants:
            heading = f"{section.number}、{variant}"
            draft = with_paragraphs(blank_report(form), section.key, "工作正常开展。", heading=heading)
            found = report_of(written(draft, pipe_rows)).section(section.key)
            assert found is not None, heading
            assert found.match == "variant", heading
            assert found.heading.title == variant


@in_every_format
@pytest.mark.parametrize("layout", ["pipe_rows", "cell_lines_blank", "one_line", "one_line_pipes"])
@pytest.mark.parametrize(
    ("section", "title"),
    [
        ("disputes", "行政复议和行政诉讼情况"),
        ("disputes", "被申请复议和提起诉讼的情况"),
        ("requests", "收到和处理申请的情况"),
        ("problems", "主要问题和下一步打算"),
        ("other_matters", "其他事项"),
    ],
)
def test_reworded_headings_are_still_sections(form: Format, layout: str, section: str, title: str) -> None:
    draft = sample(form, BY_NAME[layout], 0)
    official = form.section_forms[section]
    text = BY_NAME[layout].render(draft)
    found = report_of(text.replace(official.title, f"{official.number}、{title}")).section(section)
    assert found is not None
    assert found.match == "similar"
    assert found.heading.title == title


def test_a_title_with_two_years_speaks_for_neither() -> None:
    text = written(blank_report(FORMATS[-1], 2024), pipe_rows)
    assert report_of(f"2023年至{text}").year == 2024


@pytest.mark.parametrize("name", ["和平街道办事处", "和县人民政府"])
def test_a_body_whose_name_begins_like_a_conjunction(name: str) -> None:
    text = written(blank_report(FORMATS[-1], 2024, organisation=name), pipe_rows)
    assert report_of(text).organisation == name


@in_every_format
def test_missing_sections_are_missing(form: Format) -> None:
    for section in form.sections:
        report = report_of(written(without_section(blank_report(form), section.key), pipe_rows))
        assert [item.key for item in report.sections] == [
            item.key for item in form.sections if item.key != section.key
        ]
        assert section.table is None or section.table not in report.tables


def test_the_tables_decide_on_the_format_where_the_year_says_otherwise() -> None:
    report = report_of(written(blank_report(FORMATS[0], 2022), pipe_rows))
    assert (report.format.key, report.year) == ("2019", 2022)
    assert any(item.about == "format" and item.value == "2019" for item in report.evidence)


@pytest.mark.parametrize(("year", "key"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2025, "2021")])
def test_without_tables_the_year_decides_on_the_format(year: int, key: str) -> None:
    bare = replace(blank_report(FORMATS[-1], year), tables={})
    assert report_of(written(bare, pipe_rows)).format.key == key


def test_given_year_outweighs_the_text() -> None:
    document = document_of(written(blank_report(FORMATS[-1], 2023), pipe_rows))
    assert build_report(document, official_formats(), year=2024).year == 2024
