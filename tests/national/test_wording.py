"""The rules about wording over whole reports: silent on good ones in every layout, and not fooled by the layout."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.lint.session import Session, Settings
from gxlint.rules import Finding
from gxlint.testing.forms import Draft, blank_report, with_paragraphs
from gxlint_national import wording
from gxlint_national.wording.bodies import body, differ
from gxlint_national.wording.dates import chinese_dates_in, dates_in
from gxlint_national.wording.doubled import doubled_in
from gxlint_national.wording.generated import phrases_in
from gxlint_national.wording.marks import all_paired, unpaired
from gxlint_national.wording.placeholders import gaps_in
from gxlint_national.wording.presence import Presence
from gxlint_national.wording.repeats import Repeats
from gxlint_national.wording.slip_table import MISSING_WORDS
from gxlint_national.wording.slips import Slip, SlipTable
from gxlint_national.wording.term_table import WRONG_TERMS
from tests.support.layouts import BY_NAME, LAYOUTS, Layout
from tests.support.reading import document_of

CODES = tuple(rule.code for rule in wording.RULES)
FORMS = list(official_formats())
SOME_LAYOUTS = ("pipe_rows", "cell_lines_piped", "markdown", "full_width", "traditional", "one_line", "html")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Settings(select=CODES))


def findings(session: Session, draft: Draft, layout: Layout) -> list[Finding]:
    result = session.check(document_of(layout.render(draft), layout.kind)).result
    assert result is not None
    return list(result.findings)


def test_every_rule_of_the_list_is_there() -> None:
    assert [f"CN{number}" for number in range(801, 813)] == list(CODES)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_a_good_report_is_clean_in_every_layout(session: Session, layout: Layout) -> None:
    drafts = [blank_report(form, body=body) for form in FORMS for body in ("department", "township")]
    for draft in (*drafts, blank_report(FORMS[-1], body="government")):
        assert [finding.text() for finding in findings(session, draft, layout)] == []


SENTENCES = {
    "CN801": "本报告中所列中共云泽县委、云泽县人大、云泽县政府的统计期限自2024年1月1日起至2024年12月31日止。",
    "CN802": "我局于2024年13日修订了公开指南。",
    "CN803": "我局于2024年11月31日组织了业务培训。",
    "CN804": "全年公开各类信息XXX条,回复留言12条。",
    "CN805": "你可以根据实际情况修改以上内容。",
    "CN806": "青岭县水利局高度重视政府信息公开工作。",
    "CN807": "对造成严重后的,依法追究责任,并在全县通报。",
    "CN808": "妥善处理好公开与保守国家机密的关系。",
    "CN809": "全年公开各类信息120条。。其中网站公开80条。",
    "CN811": "重点抓好以下三项工作:一是更新目录,二是组织培训。",
    "CN812": "认真学习贯彻党的二十届四中全会精神。",
}


@pytest.mark.parametrize("name", SOME_LAYOUTS)
@pytest.mark.parametrize("code", SENTENCES)
def test_one_wrong_sentence_is_found_in_every_layout(session: Session, code: str, name: str) -> None:
    draft = blank_report(FORMS[-1], 2024)
    sentence = SENTENCES[code]
    draft = with_paragraphs(draft, "overview", f"全年工作平稳有序,群众反映良好。{sentence}按时完成年度任务。")
    found = findings(session, draft, BY_NAME[name])
    assert [finding.rule.code for finding in found] == [code]


@pytest.mark.parametrize(
    "name", ["pipe_rows", "cell_lines_piped", "one_line", "full_width", "spaces_columns"]
)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("数据", "中共云泽县委、云泽县人大、云泽县政府"),
        ("信息", "云泽县委、云泽县人大、云泽县政府、云泽县政协"),
        ("政府", "云泽县政府"),
        ("年度", "云泽县委、云泽县政府"),
        ("统计期限", "云泽县财政局、云泽县水利局"),
    ],
)
def test_find_and_replace_over_the_whole_text_is_noticed(
    session: Session, name: str, old: str, new: str
) -> None:
    text = BY_NAME[name].render(blank_report(FORMS[-1])).replace(old, new)
    result = session.check(document_of(text, "text")).result
    assert result is not None
    assert "CN801" in {finding.rule.code for finding in result.findings}


def test_places_in_wrapped_lines_are_those_of_the_source(session: Session) -> None:
    draft = with_paragraphs(
        blank_report(FORMS[-1]),
        "overview",
        "全年公开信息120条,群众满意。" * 3 + "落实资金资金分配信息公开要求。",
    )
    document = document_of(BY_NAME["one_line_wrapped"].render(draft), "text")
    result = session.check(document).result
    assert result is not None
    assert ["".join(document.raw(finding.span).split()) for finding in result.findings] == ["资金资金"]


# ---------------------------------------------------------------- tables of slips


def _contexts(slip: Slip) -> Iterator[str]:
    for before in slip.after or ("。",):
        for after in slip.before or ("、",):
            yield f"{before}{slip.wrong}{after}"


@pytest.mark.parametrize("slip", [*MISSING_WORDS, *WRONG_TERMS], ids=lambda slip: slip.wrong)
def test_every_slip_of_the_tables_is_found(slip: Slip) -> None:
    table = SlipTable((*MISSING_WORDS, *WRONG_TERMS))
    for text in _contexts(slip):
        assert table.slips_in(Presence(text)), text


@pytest.mark.parametrize("slip", [*MISSING_WORDS, *WRONG_TERMS], ids=lambda slip: slip.wrong)
def test_no_correction_is_a_slip_again(slip: Slip) -> None:
    table = SlipTable((*MISSING_WORDS, *WRONG_TERMS))
    for before in slip.after or ("。",):
        for after in slip.before or ("、",):
            text = f"{before}{slip.right}{after}"
            assert [found.slip.wrong for found in table.slips_in(Presence(text))] == [], text


def test_no_slip_stands_twice_in_the_tables() -> None:
    wrong = [slip.wrong for slip in (*MISSING_WORDS, *WRONG_TERMS)]
    assert len(wrong) == len(set(wrong))


# ---------------------------------------------------------------- helpers against the plain way of doing it

SOME_TEXT = st.text(alphabet="的了工作信息公开一是,。\n😀a", max_size=40)


@given(SOME_TEXT, st.integers(1, 4))
def test_repeats_are_those_a_comparison_finds(text: str, width: int) -> None:
    expected = [
        at
        for at in range(len(text) - 2 * width + 1)
        if text[at : at + width] == text[at + width : at + 2 * width]
    ]
    got = list(Repeats(text).of(width))
    assert set(got) <= set(expected)
    assert got[:1] == expected[:1]


@given(SOME_TEXT, st.text(alphabet="的了工作信息公开😀a", min_size=1, max_size=4))
def test_presence_is_membership(text: str, word: str) -> None:
    assert Presence(text).has(word) == (word in text)


@given(st.text(alphabet="()《》“”甲1一。\n", max_size=30))
def test_a_quick_look_at_pairs_agrees_with_the_long_one(text: str) -> None:
    if all_paired(text):
        assert [mark for line in text.split("\n") for mark in unpaired(line)] == []


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_looked_at(text: str) -> None:
    words = Presence(text)
    list(doubled_in(text))
    list(dates_in(text))
    list(chinese_dates_in(text))
    gaps_in(text, words)
    phrases_in(words)


# ---------------------------------------------------------------- names of bodies


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云泽县财政局", "县财政局"),
        ("云泽县财政局", "望川市财政局"),
        ("云泽县财政局", "望川市云泽县财政局"),
        ("云泽县财政局", "云泽县人民政府"),
        ("云泽县发展和改革局", "县发改局"),
        ("望川市科学技术委员会", "望川市科委"),
        ("云泽县市场监督管理局", "云泽县市监局"),
        ("青岭镇人民政府", "云泽县人民政府"),
        ("青岭镇人民政府", "云泽县青岭镇"),
        ("云泽县人民政府", "望川市人民政府"),
        ("望川市人民政府", "三水市人民政府"),
    ],
)
def test_names_that_may_be_of_one_body_or_of_superiors(one: str, other: str) -> None:
    left, right = body(one), body(other)
    assert left is not None
    assert right is not None
    assert not differ(left, right)
    assert not differ(right, left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云泽县财政局", "云泽县水利局"),
        ("云泽县财政局", "县水利局"),
        ("云泽县财政局", "青岭县财政局"),
        ("云泽县财政局", "望川市水利局"),
        ("青岭镇人民政府", "云溪镇"),
        ("云泽县人民政府", "青岭县人民政府"),
        ("青岭街道办事处", "云溪街道办事处"),
    ],
)
def test_names_of_different_bodies(one: str, other: str) -> None:
    left, right = body(one), body(other)
    assert left is not None
    assert right is not None
    assert differ(left, right)
    assert differ(right, left)


@pytest.mark.parametrize("name", ["县委", "云泽县委", "全体人员", "云泽县第一中学", "政务公开"])
def test_what_is_no_government_and_no_department(name: str) -> None:
    assert body(name) is None
