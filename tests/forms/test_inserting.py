"""Parts and tables that a report lacks, put in where they belong, in every layout of text."""

import pytest

from gxlint.formats import official_formats
from gxlint.forms.inserting import Gap, gap_text, missing_sections, missing_tables
from gxlint.forms.layout import layout_of
from gxlint.model import Report
from gxlint.model.build import build_report
from gxlint.source import Span
from gxlint.testing.forms import Draft, blank_report, without_section, without_table
from tests.support.layouts import BY_NAME, LAYOUTS
from tests.support.reading import document_of

FORM = official_formats().latest
# Of rows that are separated by commas the reader makes nothing, with or without gaps.
TEXTS = [layout.name for layout in LAYOUTS if layout.kind == "text" and layout.name != "commas"]
GAPS = (*FORM.section_forms, *FORM.table_forms)

in_every_layout = pytest.mark.parametrize("name", TEXTS)


def read(text: str) -> Report:
    return build_report(document_of(text, "text"), official_formats())


def lacking(key: str) -> Draft:
    return (without_table if key.startswith("table") else without_section)(blank_report(), key)


def gaps(report: Report) -> list[Gap]:
    return [*missing_sections(report), *missing_tables(report)]


def filled(text: str) -> str:
    """The text with everything it lacks put in, the last gap first."""
    report = read(text)
    for gap in sorted(gaps(report), key=lambda gap: -gap.at):
        at = report.document.view.source_span(Span(gap.at, gap.at)).start
        text = text[:at] + gap_text(gap, report, layout_of(text), 2024) + text[at:]
    return text


# Each layout with a third of the gaps, each gap in a third of the layouts.
@pytest.mark.parametrize(
    ("name", "key"),
    [(name, key) for number, name in enumerate(TEXTS) for key in [*GAPS][number % 3 :: 3]],
)
def test_nothing_lacks_afterwards(name: str, key: str) -> None:
    before = BY_NAME[name].render(lacking(key))
    (gap,) = gaps(read(before))
    assert key in ([section.key for section in gap.sections] or [gap.table.key if gap.table else ""])
    after = read(filled(before))
    assert gaps(after) == []
    assert [section.key for section in after.sections] == [section.key for section in FORM.sections]
    assert {key: list(table.rows) for key, table in after.tables.items()} == {
        table.key: [row.key for row in table.rows] for table in FORM.tables
    }


@in_every_layout
def test_what_was_there_stays(name: str) -> None:
    before = BY_NAME[name].render(lacking("problems"))
    made = filled(before)
    gap = gaps(read(before))[0]
    at = read(before).document.view.source_span(Span(gap.at, gap.at)).start
    assert made.startswith(before[:at])
    assert made.endswith(before[at:])


@in_every_layout
def test_in_a_whole_report_nothing_lacks(name: str) -> None:
    assert gaps(read(BY_NAME[name].render(blank_report()))) == []


def test_several_parts_in_a_row_are_one_gap() -> None:
    draft = without_section(without_section(blank_report(), "problems"), "other_matters")
    text = BY_NAME["markdown"].render(draft)
    (gap,) = gaps(read(text))
    assert [section.key for section in gap.sections] == ["problems", "other_matters"]
    made = filled(text)
    assert made.index("## 五、") < made.index("## 六、") < made.index("云泽县财政局\n\n2025年1月20日")


def test_gaps_apart_are_told_apart() -> None:
    draft = without_section(
        without_section(without_table(blank_report(), "table_disputes"), "overview"), "problems"
    )
    text = BY_NAME["pipe_rows"].render(draft)
    assert [[section.key for section in gap.sections] for gap in gaps(read(text))] == [
        ["overview"],
        ["problems"],
        [],
    ]
    assert gaps(read(filled(text))) == []


def test_it_is_written_as_the_report_is() -> None:
    markdown = filled(BY_NAME["markdown"].render(lacking("problems")))
    assert "|\n\n## 五、存在的主要问题及改进情况\n\n2024年" in markdown
    assert "____。\n\n## 六、" in markdown
    plain = filled(BY_NAME["pipe_rows"].render(lacking("problems")))
    assert "\n五、存在的主要问题及改进情况\n2024年" in plain
    assert "____。\n六、" in plain
    windows = filled(BY_NAME["pipe_rows"].render(lacking("problems")).replace("\n", "\r\n"))
    assert windows.replace("\r\n", "\n") == plain
    assert "\n" not in windows.replace("\r\n", "")


def test_punctuation_is_that_of_the_report() -> None:
    narrow = BY_NAME["pipe_rows"].render(lacking("overview"))
    assert "(一)主动公开" in filled(narrow)
    wide = narrow.replace("(", "（").replace(")", "）").replace(",", "，").replace(":", "：")
    assert "（一）主动公开" in filled(wide)


def test_a_text_without_any_part_lacks_none() -> None:
    assert gaps(read("云泽县财政局2024年政府信息公开工作年度报告\n全年主动公开政府信息36条。\n")) == []
    assert gaps(read("")) == []


def test_parts_in_another_order_are_left_to_others() -> None:
    text = "云泽县财政局2024年政府信息公开工作年度报告\n六、其他需要报告的事项\n无。\n一、总体情况\n全年公开信息36条。\n"
    assert list(missing_sections(read(text))) == []
