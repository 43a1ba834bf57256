"""What stands around the sections: title, issuing body, year, statistics period, signature, dates."""

import pytest

from gxlint.formats import official_formats
from gxlint.model import Report
from gxlint.testing.bars import pipe_rows
from gxlint.testing.forms import Body, blank_report, with_paragraphs
from gxlint.testing.pages import written
from tests.support.reading import report_of

FORM = official_formats().latest
BASIS = "根据《中华人民共和国政府信息公开条例》要求编制本报告。"


def _with(part: str, *lines: str, body: Body = "department") -> Report:
    return report_of(written(with_paragraphs(blank_report(FORM, body=body), part, *lines), pipe_rows))


@pytest.mark.parametrize(
    ("title", "organisation"),
    [
        ("云泽县财政局2024年政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局2024年度政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局 2024 年政府信息公开工作年度报告", "云泽县财政局"),
        ("2024年云泽县财政局政府信息公开工作年度报告", "云泽县财政局"),
        ("2024年度云泽县财政局政府信息公开年度报告", "云泽县财政局"),
        ("云泽县财政局2024年政府信息公开年报", "云泽县财政局"),
        ("云泽县财政局关于2024年政府信息公开工作的年度报告", "云泽县财政局"),
        ("云泽县人民政府办公室2024年政府信息公开工作年度报告", "云泽县人民政府办公室"),
        ("望川市自然资源和规划局2024年政务公开工作年度报告", "望川市自然资源和规划局"),
        ("《云泽县财政局2024年政府信息公开工作年度报告》", "云泽县财政局"),
        ("云泽县财政局二〇二四年政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局政府信息公开工作年度报告(2024年)", "云泽县财政局"),
        ("青岭镇人民政府\n2024年政府信息公开工作年度报告", "青岭镇人民政府"),
        ("青岭镇人民政府2024年政府信息公开工作\n年度报告", "青岭镇人民政府"),
        ("云泽县财政局2024年政府\n信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局2024年政府信\n息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局2024年政府信息公\n开工作年度报告", "云泽县财政局"),
        ("云泽县财政局2024年政府信息公开工作年\n度报告", "云泽县财政局"),
        ("云泽县财政局2024年政府信息公开工作年度报\n告", "云泽县财政局"),
        ("云泽县财政局2024年\n政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局2024年\n度政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局关于2024年\n政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局关于\n2024年政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局2024年度政府\n信息公开工作情况报告", "云泽县财政局"),
        ("云泽县财政局2024年政府信息\n公开年报", "云泽县财政局"),
        ("2024年望川市人民政府青岭街道政府信息\n公开工作年度报告", "望川市人民政府青岭街道"),
        ("云泽县财政局\n2024年政府\n信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局\n2024年\n政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县\n财政局\n2024年政府信息公开\n工作年度报告", "云泽县财政局"),
        ("2024年\n云泽县财政局政府信息公开工作年度报告", "云泽县财政局"),
        ("2024年云泽县财政局\n政府信息公开工作年度报告", "云泽县财政局"),
        ("云泽县财政局\n政府信息公开工作年度报告\n(2024年)", "云泽县财政局"),
    ],
)
def test_title(title: str, organisation: str) -> None:
    report = _with("title", *title.split("\n"))
    assert report.title is not None
    assert report.title.text == "".join(title.split()).strip("《》")
    assert report.title.organisation == organisation
    assert report.title.years == (2024,)
    assert report.organisation == organisation
    assert report.year == 2024


@pytest.mark.parametrize(
    "above",
    [
        "2025年1月20日",
        "云财发〔2025〕3号",
        "首页 > 政务公开",
        "云泽县人民政府",
        "云泽县",
        "2024年政务公开",
        "云泽县2024年",
    ],
)
def test_what_stands_above_a_title(above: str) -> None:
    line = "云泽县财政局2024年政府信息公开工作年度报告"
    report = _with("title", above, line)
    assert report.title is not None
    assert report.title.text == line


def test_title_twice() -> None:
    line = "云泽县财政局2024年政府信息公开工作年度报告"
    report = _with("title", line, "", line)
    assert report.title is not None
    assert [report.document.slice(span) for span in report.title.repeated] == [line]


def test_title_with_two_years() -> None:
    report = _with("title", "云泽县财政局2023年政府信息公开工作2024年度报告")
    assert report.title is not None
    assert report.title.years == (2023, 2024)


def test_without_a_title_the_preamble_and_the_signature_speak() -> None:
    draft = with_paragraphs(blank_report(FORM), "title")
    report = report_of(written(draft, pipe_rows))
    assert report.title is None
    assert (report.year, report.organisation) == (2024, "云泽县财政局")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("望川市人民政府", "government"),
        ("云泽县人民政府办公室", "government"),
        ("望川市城北区人民政府", "government"),
        ("江北省人民政府办公厅", "government"),
        ("青岭镇人民政府", "township"),
        ("石桥乡人民政府", "township"),
        ("望川市城北区东门街道办事处", "township"),
        ("云泽县财政局", "department"),
        ("望川市发展和改革委员会", "department"),
        ("江北省教育厅", "department"),
        ("望川市公安局城北分局", "department"),
        ("国家税务总局云泽县税务局", "department"),
        ("云泽县医疗保障局", "department"),
        ("望川市人民政府外事办公室", "department"),
        ("云泽县乡村振兴局", "department"),
    ],
)
def test_body_type(name: str, body: str) -> None:
    report = report_of(written(blank_report(FORM, organisation=name), pipe_rows))
    assert report.organisation == name
    assert report.body_type == body


@pytest.mark.parametrize(
    "text",
    [
        "统计期限自2024年1月1日起至2024年12月31日止。",
        "统计期限为2024年1月1日至12月31日。",
        "统计期限为2024年1月1日—2024年12月31日。",
        "统计期限为 2024 年 1 月 1 日 至 2024 年 12 月 31 日。",
        "统计时限从2024年1月1日到2024年12月31日。",
        "数据统计期限为2024年1月1日-12月31日。",
        "数据统计期限自2024年01月01日起,至2024年12月31日止。",
        "统计期限自2024年1月1日始至2024年12月31日止。",
    ],
)
def test_period(text: str) -> None:
    report = _with("preamble", f"{BASIS}本报告所列数据的{text}")
    assert report.period is not None
    assert (report.period.start, report.period.end) == ((2024, 1, 1), (2024, 12, 31))
    assert report.document.slice(report.period.span).startswith("2024")


def test_period_of_another_year_is_read_as_written() -> None:
    report = _with("preamble", f"{BASIS}统计期限自2023年1月1日起至2023年12月31日止。")
    assert report.period is not None
    assert report.period.start == (2023, 1, 1)
    assert report.year == 2024  # title and signature outvote it


def test_no_period() -> None:
    assert _with("preamble", BASIS).period is None


@pytest.mark.parametrize(
    "lines",
    [
        ("云泽县财政局", "2025年1月20日"),
        ("云泽县财政局 2025年1月20日",),
        ("云泽县财政局 2025 年 1 月 20 日",),
        ("2025年1月20日", "云泽县财政局"),
        ("云泽县财政局", "二〇二五年一月二十日"),
        ("云泽县财政局", "2025-01-20"),
    ],
)
def test_signature(lines: tuple[str, ...]) -> None:
    report = _with("signature", *lines)
    assert report.signature.name == "云泽县财政局"
    assert report.signature.date == (2025, 1, 20)
    assert all("云泽县" not in paragraph.text for paragraph in report.sections[-1].paragraphs)


def test_no_signature() -> None:
    signature = _with("signature").signature
    assert (signature.name, signature.date) == (None, None)


@pytest.mark.parametrize(
    "line",
    ["发布日期:2025-01-22", "发布时间:2025年1月22日 10:05 来源:云泽县财政局", "时间:2025-01-22 15:04访问量:"],
)
def test_published(line: str) -> None:
    title = "云泽县财政局2024年政府信息公开工作年度报告"
    report = _with("title", title, line)
    assert report.published is not None
    assert report.published[0] == (2025, 1, 22)


@pytest.mark.parametrize(
    ("preamble", "scope"),
    [
        ("由云泽县人民政府办公室综合各乡镇和县直各部门年度报告编制而成。", "aggregate"),
        ("本报告由云泽县人民政府办公室根据全县各乡镇、各部门数据汇总编制。", "aggregate"),
        ("由云泽县人民政府办公室编制。", "own"),
    ],
)
def test_scope(preamble: str, scope: str) -> None:
    assert _with("preamble", BASIS + preamble, body="government").scope == scope
