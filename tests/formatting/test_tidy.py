"""Tidying changes how a report is written and never what it says: in every layout, over the corpus, over real reports."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.facts import Fact, facts_of
from gxlint.formats import Format, official_formats
from gxlint.formatting.documents import tidy_document
from gxlint.formatting.meaning import meaning
from gxlint.formatting.tidy import can_be_tidied, tidied, tidied_around
from gxlint.lint.session import FileResult
from gxlint.model import Report
from gxlint.readers import Document, ReadError, read_path, read_text
from gxlint.source import SourceText
from gxlint.source.width import display_width
from gxlint.testing.fragments import session
from tests.cli.running import good_text
from tests.corpus.plan import Entry, entries
from tests.support.layouts import LAYOUTS, Layout
from tests.support.reading import report_of, sample
from tests.support.shared import SHARED

FORMATS = tuple(official_formats())
TEXT_LAYOUTS = [layout for layout in LAYOUTS if layout.kind == "text"]
# What layouts become when they are tidied: only those in which the rows are lines of cells change.
ROWS = {
    "pipe_rows", "pipe_rows_padded", "pipe_rows_no_trailing", "pipe_rows_leading", "pipe_rows_tight",
    "pipe_rows_split_cells", "boxed", "markdown", "markdown_plain", "markdown_repeated", "full_width", "traditional",
    "soft_breaks", "invisible", "spaced_digits", "loose_labels", "thousands", "furniture", "dropped_blanks",
}  # fmt: skip
LABELS_ALONE = {"soft_breaks_dense", "full_width_digits", "invisible_cell_lines", "loose_labels_dense"}
# What the rules say of labels, and of characters that labels lost, is what tidying is for.
ABOUT_LABELS = {"CN212", "CN302", "CN904"}

in_every_layout = pytest.mark.parametrize("layout", TEXT_LAYOUTS, ids=lambda layout: layout.name)
in_every_format = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.key)


def real_reports() -> list[Path]:
    folders = (SHARED / "seeds", SHARED / "reports")
    return sorted(
        path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_file()
    )


@in_every_format
@in_every_layout
@pytest.mark.parametrize("seed", range(3))
def test_every_layout_says_the_same_and_stays_tidy(layout: Layout, form: Format, seed: int) -> None:
    text = layout.render(sample(form, layout, seed))
    before = report_of(text)
    after = tidied(before, report_of)
    assert (after != text) is (layout.name in ROWS | LABELS_ALONE)
    again = report_of(after)
    assert meaning(again) == meaning(before)
    assert same_places(before, again)
    assert tidied(again, report_of) == after
    assert after.count("\n") == text.count("\n")


def same_places(before: Report, after: Report) -> bool:
    """Whether each cell still holds its own text."""
    cells = [cell for table in before.tables.values() for cell in table.cells()]
    others = [cell for table in after.tables.values() for cell in table.cells()]
    return all(
        one.raw.split() == other.raw.split() and after.document.raw(other.span).split() == other.raw.split()
        for one, other in zip(cells, others, strict=True)
        if one.state != "missing"
    )


@in_every_layout
def test_every_layout_has_the_same_findings(layout: Layout) -> None:
    assert_same_findings(read_text(SourceText(layout.render(sample(FORMATS[-1], layout, 2))), "a.md"))


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.name)
def test_the_corpus(entry: Entry) -> None:
    assert_same_findings(read_path(str(entry.path)))


@pytest.mark.parametrize("path", real_reports(), ids=lambda path: path.name[:3])
def test_real_reports(path: Path) -> None:
    try:
        document = read_path(str(path))
    except ReadError:
        return
    assert_same_findings(document)


def assert_same_findings(document: Document) -> None:
    after = tidy_document(document, official_formats())
    if after is None:
        assert document.kind != "text" or path_is_no_report(document)
        return
    again = read_text(SourceText(after, document.source.encoding), document.path)
    assert tidy_document(again, official_formats()) == after
    checked, anew = session().check(document), session().check(again)
    assert findings(checked) == findings(anew)
    assert undecided(checked) == undecided(anew)
    assert facts(checked) == facts(anew)


def path_is_no_report(document: Document) -> bool:
    report = session().check(document).report
    return report is not None and report.kind == "other"


def findings(checked: FileResult) -> Counter[tuple[object, ...]]:
    assert checked.result is not None
    return Counter(
        (found.rule.code, found.severity, found.where, "".join(found.text().split()))
        for found in checked.result.findings
        if found.rule.code not in ABOUT_LABELS
    )


def facts(checked: FileResult) -> list[tuple[object, ...]]:
    assert checked.report is not None
    read = facts_of(checked.report)
    counts = [(count.subject, count.value, count.firm, count.section, count.text) for count in read.counts]
    others: list[Fact] = [*read.ratios, *read.changes, *read.dates, *read.citations, *read.statements]
    return [*counts, *((fact.kind, fact.section, fact.text) for fact in others)]


def undecided(checked: FileResult) -> Counter[tuple[object, ...]]:
    assert checked.result is not None
    return Counter((item.rule.code, item.where) for item in checked.result.coverage.undecided)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n"])
def test_line_ends_stay(ending: str, last: str) -> None:
    text = (good_text().rstrip("\n") + last).replace("\n", ending)
    after = tidied(report_of(text), report_of)
    assert after != text
    assert after.replace(ending, "\n") == tidied(report_of(text.replace(ending, "\n")), report_of)


def test_odd_line_breaks_are_none() -> None:
    text = good_text().replace("全年通过门户网站", "全年\x0b通过\u2028门户\x85网站")
    assert "全年\x0b通过\u2028门户\x85网站" in tidied(report_of(text), report_of)


@pytest.mark.parametrize(
    ("lines", "tidy"),
    [
        ((16, 16), {"规章"}),  # one row: its whole table
        ((14, 27), {"规章"}),
        ((20, 40), {"规章", "一、本年新收"}),
        ((3, 5), set()),
        ((0, 999), {"规章", "一、本年新收"}),
    ],
)
def test_only_the_tables_that_are_touched(lines: tuple[int, int], tidy: set[str]) -> None:
    after = tidied(report_of(good_text()), report_of, lines)
    changed = {old for old, new in zip(good_text().split("\n"), after.split("\n"), strict=True) if old != new}
    assert {word for word in ("规章", "一、本年新收") if any(word in line for line in changed)} == tidy


def test_other_tables_of_markdown() -> None:
    text = good_text() + "\n| 附表 | 数量 |\n|---|---|\n| 收费 | 1 |\n\n```\n| 附 | 数量 |\n|---|---|\n```\n"
    after = tidied(report_of(text), report_of)
    assert after.endswith(
        "\n| 附表 | 数量 |\n|------|------|\n| 收费 | 1    |\n\n```\n| 附 | 数量 |\n|---|---|\n```\n"
    )


@pytest.mark.parametrize("rule", ["", "|---|---|---|---|\n"])
def test_lines_that_nobody_knows_go_with_the_table_they_touch(rule: str) -> None:
    text = good_text()
    start, stop = text.index("| 第二十条第(一)项"), text.index("三、收到")
    rows = f"| 项目 | 甲 | 乙 | 丙 |\n{rule}| 规章 | 0 | 0 | 0 |\n| 行政规范性文件 | 2 | 0 | 5 |\n"
    after = tidied(report_of(text[:start] + rows + text[stop:]), report_of)[start:]
    table = after.split("\n三、收到")[0].split("\n")
    assert len({display_width(line) for line in table}) == 1
    assert table[0].startswith("| 项目           | 甲 ")


def test_rows_that_come_again_far_below_keep_no_other_table_from_its_columns() -> None:
    again = "| 信息内容 | 现行有效件数 |\n|---|---|\n| 规章 | 0 |\n\n五、存在的"
    after = tidied(report_of(good_text().replace("五、存在的", again)), report_of)
    lines = after.split("\n")
    assert "| 规章           | 0                       |" in after
    assert "| 一、本年新收政府信息公开申请数量                " in after
    assert lines[lines.index("四、政府信息公开行政复议、行政诉讼情况") - 1].startswith(
        "| 四、结转下年度继续办理  "
    )


def test_tables_without_anything_between() -> None:
    text = good_text().replace("四、政府信息公开行政复议、行政诉讼情况\n", "")
    report = report_of(text)
    assert len(report.tables) == 3
    after = tidied(report, report_of)
    assert meaning(report_of(after)) == meaning(report)
    assert tidied(report_of(after), report_of) == after


INSERTED = [
    "|",
    " ",
    "\n",
    "\r",
    "||",
    "|---|",
    "\u3000",
    "\u200b",
    "规章",
    "合计",
    "12",
    "│",
    "\uff5c",
    "总计 |",
    "𠮷",
    "\t",
    "`",
]
DAMAGE = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from([*INSERTED, ""])), max_size=12)


@given(st.sampled_from(TEXT_LAYOUTS), DAMAGE)
def test_damaged_reports(layout: Layout, damage: list[tuple[float, str]]) -> None:
    """Something inserted, or a character lost, beside bars."""
    text = layout.render(sample(FORMATS[-1], layout, 1))
    for part, inserted in damage:
        at = max(0, text.find("|", int(part * len(text))))
        text = text[:at] + inserted + text[at + (not inserted) :]
    report = report_of(text)
    after = tidied(report, report_of)
    assert meaning(report_of(after)) == meaning(report)
    assert tidied(report_of(after), report_of) == after


def test_endless_tables_are_not_put_in_columns_while_they_are_typed() -> None:
    rows = ["| 规章 | 0 |", "| 行政规范性文件 | 0 |"]
    assert tidied_around(rows, 1, growing=True) == (0, ["| 规章           | 0 |", rows[1]])
    assert tidied_around(rows * 1000, 1, growing=True) == (1, [])


def test_what_is_no_report_is_left_alone() -> None:
    for text in ("| a | b |\n|---|---|\n| ccc | d |\n", "", "|", "|\n|\n"):
        assert not can_be_tidied(report_of(text))
        assert tidied(report_of(text), report_of) == text


def test_what_would_change_the_meaning_is_taken_back() -> None:
    """Whatever the layouts do, the text is read again after every step."""
    reads: list[str] = []

    def read(text: str) -> Report:
        reads.append(text)
        # A reader to whom any wide row is another one.
        return report_of(text.replace("| 规章           |", "| 规矩           |"))

    after = tidied(report_of(good_text()), read)
    assert reads
    assert "| 规章 | 0 | 0 | 0 |" in after
    assert "| 一、本年新收政府信息公开申请数量                " in after
