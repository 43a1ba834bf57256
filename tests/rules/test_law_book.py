"""Laws and notices by what a text says of them."""

import pytest

from gxlint.rules import Law, Provision, Source
from gxlint.rules.cited import Mention, mentions
from gxlint.rules.law_book import LawBook
from gxlint.testing.forms import blank_report, with_paragraphs
from tests.support.layouts import BY_NAME
from tests.support.reading import report_of

LAW = Law(
    "中华人民共和国云泽条例",
    "国务院令第801号",
    short=("云泽条例", "条例"),
    former_numbers=("国务院令第92号",),
)
NOTICE = Law("云泽县办公室关于印发〈报告格式〉的通知", "云政办〔2024〕1号", name="报告格式")
BOOK = LawBook(
    [LAW, NOTICE, Law("另一条例", short=("条例",))],
    [
        Provision(Source(LAW.title, article=article), says)
        for article, says in (("第五条", "甲"), ("第二十条第一款", "乙"), ("第二十条第二款第三项", "丙"))
    ],
)


def test_by_title_and_number() -> None:
    assert BOOK.titled("《云泽条例》") is LAW
    assert BOOK.titled("条例") is LAW
    assert BOOK.titled("报告格式") is BOOK.titled("云泽县办公室关于印发《报告格式》的通知") is NOTICE
    assert BOOK.titled("报告") is None
    assert BOOK.numbered("国务院令第92号") is LAW
    assert BOOK.numbered("云政办〔2024〕1号") is NOTICE
    assert BOOK.numbered("云政办〔2024〕11号") is None


@pytest.mark.parametrize(
    ("article", "says"),
    [
        ("第五条", "甲"),
        ("第5条", "甲"),
        ("第五条第二款", "甲"),
        ("第二十条", "乙丙"),
        ("第二十条第一款", "乙"),
        ("第二十条第(三)(五)项", "乙丙"),
        ("第二十条第(四)项", "乙"),
        ("第五十条", ""),
        ("附件", ""),
    ],
)
def test_what_articles_say(article: str, says: str) -> None:
    assert "".join(provision.says for provision in BOOK.says(LAW, article)) == says
    assert list(BOOK.says(NOTICE, article)) == []


def test_what_a_form_rests_on() -> None:
    found = [
        (title, article, said.says) for title, article, said in BOOK.basis("条例第五条、第二十条第一款、附件")
    ]
    assert found == [("条例", "第五条", "甲"), ("条例", "第二十条第一款", "乙")]
    assert list(BOOK.basis("别的办法第五条")) == list(BOOK.basis("")) == []


def mentioned(*paragraphs: str) -> list[tuple[str, str, str]]:
    report = report_of(BY_NAME["pipe_rows"].render(with_paragraphs(blank_report(), "overview", *paragraphs)))
    section = report.section("overview")
    assert section is not None
    return [
        (item.law.title[-4:], item.kind, report.document.slice(item.span))
        for item in mentions(report, BOOK)
        if section.body.covers(item.span.start)
    ]


def test_where_they_are_mentioned() -> None:
    assert mentioned(
        "按照《云泽条例》(国务院令第801号)第五条和云政办〔2024〕1号文件,落实《报告格式》要求。"
    ) == [
        ("云泽条例", "title", "《云泽条例》"),
        ("云泽条例", "number", "国务院令第801号"),
        ("云泽条例", "article", "第五条"),
        ("〉的通知", "number", "云政办〔2024〕1号"),
        ("〉的通知", "title", "《报告格式》"),
    ]


def test_a_short_name_is_what_the_report_makes_it() -> None:
    assert mentioned("依据《报告格式》(以下简称《格式》)编制。", "按《格式》填写,不按《样式》。") == [
        ("〉的通知", "title", "《报告格式》"),
        ("〉的通知", "title", "《格式》"),
        ("〉的通知", "title", "《格式》"),
    ]


def test_they_are_looked_for_once() -> None:
    report = report_of(BY_NAME["pipe_rows"].render(blank_report()))
    found: list[Mention] = mentions(report, BOOK)
    assert mentions(report, BOOK) is found
    assert mentions(report, LawBook([])) == []


def test_the_page_of_a_government() -> None:
    assert Law("甲", url="https://www.gov.cn/a").official_url == "https://www.gov.cn/a"
    for url in ("https://gov.cn.example.com/a", "https://example.com/www.gov.cn/", "javascript:gov.cn/", ""):
        assert Law("甲", url=url).official_url == ""
