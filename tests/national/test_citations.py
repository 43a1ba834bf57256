"""The citation rules beyond their cases: the register as data, the scan, and every layout."""

import json
import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.lint.session import Session, Settings
from gxlint.model import Paragraph
from gxlint.rules import Law, Severity
from gxlint.rules.law import comparable
from gxlint.source import Span
from gxlint.testing.forms import blank_report, with_paragraphs
from gxlint_national import citations
from gxlint_national.citations.register import (
    FILE,
    Entry,
    common_ends,
    entry_of,
    is_slip,
    misquoted,
    register,
)
from gxlint_national.citations.scan import Cited, read_paragraph
from tests.support.layouts import BY_NAME, LAYOUTS, Layout
from tests.support.reading import document_of

CODES = tuple(rule.code for rule in citations.RULES)
ENTRIES = {entry.key: entry for entry in register().entries}
WRONG = [(entry, misquote) for entry in ENTRIES.values() for misquote in entry.misquotes]
PLANTED = {
    "CN601": "认真学习《中华人民共和国信息公开条例》。",
    "CN602": "执行云政办发[2024]第15号文件。",
    "CN603": "落实《云泽县2020年政务公开工作要点》。",
    "CN604": "严格落实《条例》要求。",
    "CN605": "坚持以公开为原则、不公开为例外。",
    "CN606": "根据《中华人民共和国政府信息公开条例》第四十条规定,编制本年度报告。",
    "CN607": "依照《中华人民共和国政府信息公开条例》(国务院令第492号)办理。",
}
PLAIN = "根据《中华人民共和国政府信息公开条例》编制。统计期限自2024年1月1日起至2024年12月31日止。"


@pytest.fixture(scope="module")
def session() -> Session:
    return Session(Settings(select=CODES))


def cited(text: str) -> Cited:
    return read_paragraph(Paragraph(text, Span(0, len(text))), "preamble")


def found(session: Session, text: str, layout: Layout | None = None) -> list[str]:
    result = session.check(document_of(text, layout.kind if layout else "text")).result
    assert result is not None
    return [finding.rule.code for finding in result.findings]


# ---------------------------------------------------------------- the register


def test_every_rule_of_the_list_is_there() -> None:
    assert [f"CN{number}" for number in range(601, 608)] == list(CODES)


def test_the_file_has_nothing_that_is_not_read() -> None:
    with open(FILE, encoding="utf-8") as file:
        data = json.load(file)
    assert set(data) == {"entries", "key_points", "agency_codes"}
    assert [item["key"] for item in data["entries"]] == list(ENTRIES)
    assert len(data["entries"]) == len(ENTRIES)
    for item in data["entries"]:
        assert not {key for each in item.get("misquotes", ()) for key in each} - {"as", "safe", "severity"}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.key)
def test_entry_is_well_formed(entry: Entry) -> None:
    assert entry.status in ("确定", "推断", "待核")
    assert entry.level in ("national", "local")
    assert not re.search(r"[《》<>（）\s]", entry.title.replace("办公厅 国务院", ""))
    for day in filter(None, (entry.issued, entry.revised, entry.in_force, entry.until)):
        year, *rest = map(int, day.split("-"))
        assert date(year, *(*rest, 1, 1)[:2])
    if entry.number and "令" not in entry.number and "/T" not in entry.number:
        assert entry.document_number is not None
        assert str(entry.document_number) == entry.number
    assert set(entry.unsure) <= {"issued", "revised", "in_force"}
    assert not entry.successor or (entry.successor in ENTRIES and entry.until)
    assert not entry.url or Law(entry.title, url=entry.url).official_url == entry.url
    if entry.resembling:
        re.compile(entry.resembling)
        assert not re.search(r"[^?)\]][*+]", entry.resembling), "unbounded repeat"


def test_titles_mean_one_thing_each() -> None:
    titles = [
        comparable(title)
        for entry in ENTRIES.values()
        for title in {entry.title, entry.name, *entry.short}
        if title
    ]
    assert [title for title, count in Counter(titles).items() if count > 1] == []
    assert [misquote.got for _, misquote in WRONG if comparable(misquote.got) in titles] == []


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.key)
def test_right_titles_are_right(entry: Entry) -> None:
    for title in filter(None, (entry.title, entry.name, *entry.short)):
        assert entry_of(title) is entry
        assert misquoted(title) is None


def test_wrong_titles_lead_to_their_entry() -> None:
    for entry, misquote in WRONG:
        found = misquoted(misquote.got)
        assert found is not None
        assert found[0] is entry


def test_what_was_not_seen_in_the_original_bears_no_more_than_info() -> None:
    doubtful = [misquote.got for entry, misquote in WRONG if not entry.certain]
    slips = [
        title[:-2] + title[-1] for title in (entry.title for entry in ENTRIES.values() if not entry.certain)
    ]
    judged = [verdict for title in (*doubtful, *slips) if (verdict := misquoted(title)) is not None]
    assert len(judged) > len(doubtful)
    assert {verdict[1].severity for verdict in judged} == {Severity.INFO}


def test_only_one_name_is_mended_without_asking() -> None:
    assert [misquote.got for _, misquote in WRONG if misquote.safe] == ["中华人民共和国信息公开条例"]


def test_the_register_agrees_with_the_formats() -> None:
    for form in official_formats():
        assert entry_of(form.source.title) is not None
        assert entry_of(form.source.title).number == form.source.number  # type: ignore[union-attr]


def test_local_titles_are_nobody_elses_slips() -> None:
    assert misquoted("望海市政府信息公开规定") is None
    assert misquoted("上饶市政府信息公开规定") is None


# ---------------------------------------------------------------- slips of the pen


@pytest.mark.parametrize(
    "got", ["政府信息公条例", "政府信息公公开条例", "政府信息公升条例", "政府信息开公条例"]
)
def test_one_slip(got: str) -> None:
    assert is_slip(got, "政府信息公开条例")


@pytest.mark.parametrize("got", ["政府信息公开条例", "政务信息条例", "市政府信息公开规定"])
def test_no_slip(got: str) -> None:
    assert not is_slip(got, "政府信息公开条例")


def test_another_year_is_no_slip() -> None:
    assert not is_slip("2021年要点", "2022年要点")


@given(st.text("甲乙丙", max_size=8), st.text("甲乙丙", max_size=8))
def test_common_ends_never_overlap(one: str, other: str) -> None:
    start, end = common_ends(one, other)
    assert start + end <= min(len(one), len(other))
    assert one[:start] == other[:start]
    assert one[len(one) - end :] == other[len(other) - end :]


# ---------------------------------------------------------------- the scan


@pytest.mark.parametrize(
    ("text", "code", "year", "serial"),
    [
        ("根据国办公开办函〔2021〕30号编制", "国办公开办函", 2021, "30"),
        ("(云政办发[2024] 5 号)", "云政办发", 2024, "5"),
        ("印发《要点》(望财综(2024)028号)", "望财综", 2024, "028"),
        ("【2024】7号", "", 2024, "7"),
        ("国办函〔2020〕109", "国办函", 2020, "109"),
        ("国办发2021〕12号", "国办发", 2021, "12"),
        ("国办公开办函202130号", "国办公开办函", 2021, "30"),
    ],
)
def test_document_numbers(text: str, code: str, year: int, serial: str) -> None:
    (number,) = cited(text).numbers
    assert (number.code, number.year, number.serial) == (code, year, serial)


@pytest.mark.parametrize(
    "text",
    [
        "(2024)云0102行初3号",
        "全年(2024)5件",
        "〔2024年1月〕",
        "《公报》(2024年第3号)",
        "《公报》[2024年第3号]",
        "(2024)12号",
        "某某路(2024)12号楼",
        "GB/T 9704—2012",
        "电话0511-20245号",
    ],
)
def test_no_document_numbers(text: str) -> None:
    assert cited(text).numbers == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("国务院令第711号", 711),
        ("国令第 711 号", 711),
        ("国务院第492号令", 492),
        ("国务院令(第492号)", 492),
        ("国务院令711号", 711),
        ("国务院令第七百一十一号", 711),
        ("望川市人民政府令第32号", 32),
    ],
)
def test_decrees(text: str, number: int) -> None:
    assert [decree.number for decree in cited(text).decrees] == [number]


def test_no_decree() -> None:
    assert cited("全国令人振奋,国令十分严格,责令第三方整改").decrees == ()


def test_articles_named_in_one_go() -> None:
    parts = [part[0] for articles in cited("第四十九、五十条和第20条").articles for part in articles.parts]
    assert parts == [49, 50, 20]


def test_titles_inside_titles() -> None:
    text = "按照《关于印发《甲办法》和〈乙办法〉的通知》《丙》要求"
    assert [title.text for title in cited(text).titles] == ["关于印发《甲办法》和〈乙办法〉的通知", "丙"]


def test_a_title_that_is_never_closed_hides_nothing() -> None:
    assert [title.text for title in cited("按照《关于印发《甲办法》的通知要求").titles] == ["甲办法"]


@given(st.text("《》〈〉〔〕[]()【】第令号条国务院办发函年2019 0五十、,。的", max_size=60))
def test_everything_found_lies_in_the_text(text: str) -> None:
    item = cited(text)
    for group in (item.titles, item.numbers, item.decrees, item.articles):
        for each in group:
            assert 0 <= each.start < each.end <= len(text)
            assert item.sentence(each.start)[0] <= each.start


@given(
    st.text(
        "《》〈〉〔〕[]()第令号条国务院公开政府信息条例年2019 四十以下简称新要点为原则不例外", max_size=120
    )
)
def test_no_text_makes_a_rule_crash(text: str) -> None:
    draft = with_paragraphs(blank_report(official_formats().latest), "preamble", PLAIN, text)
    checked = Session(Settings(select=CODES)).check(document_of(BY_NAME["pipe_rows"].render(draft), "text"))
    assert checked.result is not None
    assert [item.rule.code for item in checked.result.findings if item.rule.code == "GXL002"] == []


# ---------------------------------------------------------------- every layout


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_planted_mistakes_are_found_in_every_layout(session: Session, layout: Layout) -> None:
    draft = with_paragraphs(blank_report(official_formats().latest, 2024), "preamble", PLAIN)
    sections = [section.key for section in draft.sections if section.table is None]
    draft = with_paragraphs(draft, sections[-2], "工作仍有不足,今后加以改进。", *PLANTED.values())
    assert Counter(found(session, layout.render(draft), layout)) == Counter(PLANTED.keys())


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_right_citations_are_left_alone_in_every_layout(session: Session, layout: Layout) -> None:
    for form in official_formats():
        assert found(session, layout.render(blank_report(form)), layout) == []
