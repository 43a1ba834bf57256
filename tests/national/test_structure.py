"""The structural rules over whole reports: silent on good ones in every layout, exact about one defect."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.lint.session import FileResult, Session, Settings
from gxlint.model import Report
from gxlint.testing.forms import Draft, blank_report, with_paragraphs, without_section
from gxlint_national import structure
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.structure.aspects import covered
from gxlint_national.structure.ending import breaks_off
from gxlint_national.structure.numerals import chinese, number_of
from gxlint_national.structure.outline import outline
from gxlint_national.structure.words import speaks_of_improvement, speaks_of_problems
from tests.support.layouts import BY_NAME, LAYOUTS, Layout

CODES = tuple(rule.code for rule in structure.RULES)
FORMS = list(official_formats())
SECTIONS = [section.key for section in FORMS[-1].sections]
SOME_LAYOUTS = [
    BY_NAME[name] for name in ("pipe_rows", "cell_lines_piped", "markdown", "traditional", "one_line")
]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Settings(select=CODES))


def check(session: Session, text: str, kind: str = "text") -> FileResult:
    result = session.check_bytes(text.encode(), f"report.{'html' if kind == 'html' else 'txt'}")
    assert result.error is None
    return result


def codes(result: FileResult) -> list[str]:
    assert result.result is not None
    return [finding.rule.code for finding in result.result.findings]


def report_of(session: Session, text: str) -> Report:
    report = check(session, text).report
    assert report is not None
    return report


def test_every_rule_of_the_list_is_there() -> None:
    assert [f"CN{number}" for number in range(101, 119)] == list(CODES)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_good_report_is_clean_in_every_layout(session: Session, layout: Layout) -> None:
    drafts = [blank_report(FORMS[-1], body=body) for body in ("government", "department", "township")]
    for draft in (*drafts, blank_report(FORMS[0])):
        assert codes(check(session, layout.render(draft), layout.kind)) == []


@pytest.mark.parametrize("layout", SOME_LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("key", SECTIONS)
def test_a_part_left_out_is_reported_once(session: Session, key: str, layout: Layout) -> None:
    draft = without_section(blank_report(FORMS[-1]), key)
    result = check(session, layout.render(draft))
    assert result.result is not None
    (finding,) = [finding for finding in result.result.findings if finding.rule.code == "CN101"]
    assert FORMS[-1].section_forms[key].title in finding.text()
    assert finding.severity == "error"
    assert not {"CN102", "CN103", "CN104"} & set(codes(result))


def swapped(draft: Draft, first: int, second: int) -> Draft:
    sections = list(draft.sections)
    sections[first], sections[second] = sections[second], sections[first]
    return replace(draft, sections=tuple(sections))


@pytest.mark.parametrize("layout", SOME_LAYOUTS, ids=lambda layout: layout.name)
@pytest.mark.parametrize("first", range(5))
def test_neighbouring_parts_swapped_are_one_finding(session: Session, first: int, layout: Layout) -> None:
    result = check(session, layout.render(swapped(blank_report(FORMS[-1]), first, first + 1)))
    assert codes(result).count("CN102") == 1
    assert "CN101" not in codes(result)


def last_years_period(draft: Draft) -> Draft:
    year = draft.year
    preamble = tuple(text.replace(f"自{year}年", f"自{year - 1}年") for text in draft.preamble)
    return replace(draft, preamble=preamble)


DEFECTS: dict[str, Callable[[Draft], Draft]] = {
    "CN104": lambda draft: replace(
        with_paragraphs(draft, "disputes", "本年度没有行政复议、行政诉讼。"),
        tables={key: rows for key, rows in draft.tables.items() if key != "table_disputes"},
    ),
    "CN105": lambda draft: with_paragraphs(draft, "overview", "全年通过网站主动公开信息126条。"),
    "CN107": lambda draft: with_paragraphs(draft, "problems", "公开内容不够丰富,更新不够及时。"),
    "CN108": lambda draft: with_paragraphs(draft, "other_matters"),
    "CN109": lambda draft: with_paragraphs(draft, "other_matters", "承办建议提案3件。"),
    "CN111": lambda draft: replace(draft, title="政府信息公开工作年度报告"),
    "CN112": last_years_period,
    "CN113": lambda draft: replace(draft, signature=(draft.organisation, f"{draft.year}年1月20日")),
    "CN114": lambda draft: replace(draft, signature=(draft.organisation, f"{draft.year + 1}年3月20日")),
}


@pytest.mark.parametrize("layout", SOME_LAYOUTS[:4], ids=lambda layout: layout.name)
@pytest.mark.parametrize("code", DEFECTS)
def test_one_defect_is_one_finding(session: Session, code: str, layout: Layout) -> None:
    draft = DEFECTS[code](blank_report(FORMS[-1]))
    assert codes(check(session, layout.render(draft))) == [code]


@pytest.mark.parametrize("layout", SOME_LAYOUTS, ids=lambda layout: layout.name)
def test_an_excerpt_is_undecided_not_wrong(session: Session, layout: Layout) -> None:
    text = layout.render(blank_report(FORMS[-1]))
    for cut in range(len(text) // 3, len(text) * 4 // 5, 61):
        result = check(session, text[:cut])
        assert result.report is not None
        if result.report.kind == "report":
            assert not {"CN101", "CN104", "CN107", "CN108"} & set(codes(result)), text[cut - 40 : cut]


# ---------------------------------------------------------------- what the rules share

TEXT = """云泽县财政局2024年政府信息公开工作年度报告
一、总体情况
{overview}
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
{problems}
六、其他需要报告的事项
无。
"""


@pytest.mark.parametrize(
    ("overview", "expected"),
    [
        ("(一)主动公开。公开信息12条。", {"proactive"}),
        ("收到申请3件,均已答复。", {"on_request"}),
        ("围绕政策解读、依申请公开及平台建设等工作。", set()),
        ("通过门户网站、公众号发布信息,落实保密审查。", {"proactive", "platform", "information_management"}),
        ("保障群众的知情权和监督权。", set()),
        ("接受社会监督和群众评议。", {"supervision"}),
        ("制定《依申请公开工作规程》。", set()),
    ],
)
def test_aspects_a_sentence_covers(session: Session, overview: str, expected: set[str]) -> None:
    report = report_of(session, TEXT.format(overview=overview, problems="不足。下一步改进。"))
    section = report.section("overview")
    assert section is not None
    assert covered(section, report) == expected


def test_parts_of_the_report_s_own_divide_it_when_numbers_go_on(session: Session) -> None:
    text = TEXT.format(overview="公开信息12条。", problems="不足。下一步改进。") + "七、附件\n统计表。\n"
    assert [top.heading.ordinal for top in outline(report_of(session, text)).tops] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (TEXT.format(overview="公开信息12条。", problems="不足。下一步改进。"), False),
        (TEXT.format(overview="公开信息12条。", problems="不足。下一步改进。").replace("无。", "无"), False),
        (TEXT.format(overview="公开信息12条。", problems="不足。")[:-20], True),
        ("云泽县财政局2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条,其中网站发布", True),
        (
            "云泽县财政局2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条\n云泽县财政局\n2025年1月3日",
            False,
        ),
    ],
)
def test_breaking_off(session: Session, text: str, cut: bool) -> None:
    assert breaks_off(report_of(session, text)) is cut


@pytest.mark.parametrize(
    ("text", "problems", "improvement"),
    [
        ("公开时效有待进一步提高和加强。", True, False),
        ("重视程度不够,落实不到位。", True, False),
        ("需要在规范上下功夫,下一步组织培训。", False, True),
        ("针对更新不及时的问题,已完善机制。", True, True),
        ("无。", False, False),
    ],
)
def test_words_of_problems_and_improvement(text: str, problems: bool, improvement: bool) -> None:
    assert speaks_of_problems(text) is problems
    assert speaks_of_improvement(text) is improvement


@given(st.integers(min_value=1, max_value=99))
def test_numerals_there_and_back(number: int) -> None:
    assert number_of(chinese(number)) == number
    assert number_of(str(number)) == number


@pytest.mark.parametrize("text", ["", "百", "六个", "十十"])
def test_what_is_no_numeral(text: str) -> None:
    assert number_of(text) is None


def test_article_of_a_source_keeps_the_rest() -> None:
    part = article(FORMAT_2021, "第一条", "附件")
    assert part.article == "第一条、附件"
    assert (part.number, part.url) == (FORMAT_2021.number, FORMAT_2021.url)


# ---------------------------------------------------------------- any text

PIECES = st.sampled_from(
    [
        "云泽县财政局2024年政府信息公开工作年度报告",
        "政府信息公开工作年度报告",
        *(section.title for section in FORMS[-1].sections),
        *(section.heading for section in FORMS[-1].sections),
        "一、存在的问题",
        "(三)平台建设",
        "(一)主动公开。2023年,我局公开信息12条。",
        "2.依申请公开",
        "统计期限自2023年1月1日起至2024年12月31日止。",
        "本报告由总体情况、主动公开、申请、复议、问题五部分组成。",
        "| 规章 | 0 | 0 | 0 |",
        "信息内容 | 本年新制作数量 | 本年制发件数 |",
        "根据国办公开办函〔2019〕60号",
        "云泽县财政局",
        "2023年1月3日",
        "",
    ]
)


@given(st.lists(PIECES | st.text(max_size=30), max_size=25))
def test_no_text_makes_a_rule_fail(lines: list[str]) -> None:
    text = "\n".join(["一、总体情况", *lines])  # a text without any letter is refused before any rule
    result = Session(Settings(select=CODES)).check_bytes(text.encode(), "report.txt")
    assert result.result is not None
    assert result.report is not None
    end = len(result.report.text)
    for finding in result.result.findings:
        assert finding.rule.code != "GXL002", finding.text()
        assert 0 <= finding.span.start <= finding.span.end <= end
        assert finding.text()
        assert finding.text("en")
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.span.start <= edit.span.end <= end
