"""The page: what it says, and that nothing on it is taken for markup."""

import re
from pathlib import Path
from typing import Any

import pytest

from gxlint.forms.markup import joined, tag, text
from gxlint.lint.session import Session
from gxlint.lint.tool_rules import TOOL_RULES
from gxlint.reporters import html
from gxlint.reporters.html.markup import link
from gxlint.reporters.record import FileRecord, record
from tests.cli.running import good_text
from tests.reporters.pages import Page
from tests.reporters.records import HOSTILE, diagnostic, every_kind, file_record, hostile_record, written

ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section"),
    *("h1", "h2", "h3", "p", "div", "span", "b", "ol", "ul", "li", "a", "sup", "mark", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "details", "summary"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name"),
    *("class", "id", "href", "rel", "title", "scope", "colspan"),
}


def page(*records: FileRecord, **info: Any) -> Page:
    made = written("html", *records, **info)
    assert made.startswith("<!DOCTYPE html>\n")
    return Page(made.removeprefix("<!DOCTYPE html>"))


def checked(source: str, path: str = "a.txt", lang: str = "zh") -> FileRecord:
    """The record of a text, with what stands in it."""
    return record(Session().check_bytes(source.encode(), path), lang, detailed=True)


@pytest.fixture(scope="module")
def wrong() -> FileRecord:
    source = good_text()
    for old, new in (
        ("28 | 1 | 0 | 0 | 0 | 0 | 29", "28 | 1 | 0 | 0 | 0 | 0 | 30"),
        ("统计期限自2024年", "统计期限自2023年"),
    ):
        assert old in source
        source = source.replace(old, new, 1)
    return checked(source)


def assert_harmless(made: Page) -> None:
    """Only our own elements and attributes, links to places on the page or to the web, a policy that allows nothing."""
    assert {element.name for element in made.elements} <= ELEMENTS
    assert {key for element in made.elements for key in element.attributes} <= ATTRIBUTES
    ids = {element.attributes["id"] for element in made.elements if "id" in element.attributes}
    for element in made.all("a"):
        target = element.attributes["href"]
        assert target[1:] in ids if target.startswith("#") else re.match(r"https?://[!-~]+$", target)
    assert [
        element.attributes["content"] for element in made.elements if "http-equiv" in element.attributes
    ] == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert len(made.all("style")) == 1


def test_a_wrong_cell_is_marked_and_its_sum_shown(wrong: FileRecord) -> None:
    made = page(wrong)
    (cell,) = made.all("td", class_="found")
    assert cell.attributes["class"] == "found error"
    assert "3029" not in made.text
    assert "算得 29" in made.texts
    ticks = made.all("span", class_="sum")
    assert len(ticks) > 5
    assert len(made.all("span", class_="off")) == 1
    assert_harmless(made)


def test_the_text_is_marked_and_the_note_stands_beside_it(wrong: FileRecord) -> None:
    made = page(wrong)
    (mark,) = made.all("mark")
    assert mark.attributes["class"] == "error"
    place = made.texts.index("2023年1月1日起至2024年12月31日")
    assert made.texts[place + 1] == "1"
    notes = [element for element in made.all("li", class_="error") if "ul" in element.inside]
    assert len(notes) == 2
    assert made.all("h2")
    for number in ("1", "2"):
        assert made.all("li", id=f"f1-{number}")
        assert made.all("a", id=f"f1-t{number}")


def test_every_word_of_the_report_is_on_the_page(wrong: FileRecord) -> None:
    words = "".join("".join(page(wrong).words).split())
    for line in good_text().replace("统计期限自2024年", "统计期限自2023年").splitlines():
        for part in [line] if "|" not in line else re.findall(r"[(（]?[一二三四五六七\d]+[)）、.]\w+", line):
            assert "".join(part.split()) in words or part.startswith("三、本年度办理结果")


def test_verdict_findings_basis_and_coverage() -> None:
    known = {rule.code: rule for rule in TOOL_RULES}
    made = page(
        file_record("a.txt", diagnostic(code="GXL002", address="表三 予以公开 总计")), rules=lambda: known
    )
    assert made.all("span", class_="fail")
    assert "表三 予以公开 总计 · 第 41 行第 9 字" in made.text
    assert "也见:自然人:31(第 41 行)" in made.text
    assert "依据:《gxlint 使用说明》" in made.text
    assert not made.all("table", class_="overview")
    made = page(every_kind()[3])
    assert made.all("span", class_="incomplete")
    assert "下列规则未能核对,不等于没有问题:CN307 表三缺格" in made.text


def test_a_folder_has_an_overview_that_leads_to_its_files() -> None:
    made = page(*every_kind(), problems=("插件 x 未载入",), show_accepted=True)
    assert "4 份报告:" in made.text
    assert "插件 x 未载入" in made.text
    assert "已接受(原因:与统计口径一致)" in made.text
    assert "跳过 1 个不是年度报告的文件" in made.text
    targets = [element.attributes["href"] for element in made.all("a") if "td" in element.inside]
    assert targets == [f"#f{number}" for number in range(1, 8)]
    badges = [
        element.attributes["class"] for element in made.all("span", class_="badge") if "td" in element.inside
    ]
    assert badges == [
        "badge pass",
        "badge fail",
        "badge pass",
        "badge incomplete",
        "badge fail",
        "badge",
        "badge",
    ]
    assert_harmless(made)


def test_english(wrong: FileRecord) -> None:
    made = page(checked(good_text().replace("28 | 1 | 0", "29 | 1 | 0", 1), lang="en"), lang="en")
    assert made.all("html", lang="en")
    assert "Findings" in made.text
    assert not re.search("核对|问题:|依据", made.text.partition("Text and tables")[0])


def test_a_clean_report_is_folded_up() -> None:
    made = page(checked(good_text()))
    assert [element for element in made.all("table") if "details" in element.inside]
    assert "没有发现问题" in made.text


def test_the_text_is_left_out_where_the_page_would_be_too_large(
    monkeypatch: pytest.MonkeyPatch, wrong: FileRecord
) -> None:
    monkeypatch.setattr(html, "_WITH_TEXT", 1)
    made = page(wrong, wrong)
    assert len(made.all("div", class_="title")) == 1
    assert "只列出前 1 份报告的" in made.text
    assert_harmless(made)


def test_no_files_is_still_a_page() -> None:
    assert "没有检查任何报告" in page().text


def test_hostile_records_stay_text() -> None:
    made = page(hostile_record())
    assert_harmless(made)
    for words in HOSTILE[:6]:
        assert made.text.count(words) >= 3


@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html", "<img src=x onerror=alert(1)>.txt"])
def test_hostile_documents_stay_text(path: str) -> None:
    everything = "".join(HOSTILE[:6])
    source = good_text().replace("云泽县财政局2024年", f"云泽县财政局{everything}2024年", 1)
    source = source.replace(
        "28 | 1 | 0 | 0", f'{HOSTILE[0]} | " onmouseover="alert(1) | javascript:alert(1) | 0', 1
    )
    source = source.replace("统计期限自2024年", f"统计期限自2023年{HOSTILE[0]}", 1)
    if path.endswith(".html"):
        body = source.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        source = f"<html><head><title>{HOSTILE[1]}</title></head><body onload='alert(1)'>{body}</body></html>"
    made = page(checked(source, path), checked(source, path))
    assert_harmless(made)
    assert "<script>alert(1)</script>" in made.text


def test_any_corpus_of_oddities_makes_a_whole_page() -> None:
    samples = sorted((Path(__file__).parents[2] / "examples").glob("*.*"))
    records = [
        record(Session().check_path(str(sample)), "zh", detailed=True)
        for sample in samples
        if sample.suffix in (".txt", ".md", ".html")
    ]
    assert_harmless(page(*records, rules=Session().heads))


def test_markup_escapes_all_but_itself() -> None:
    made = tag("p", "<b>", tag("b", "&"), class_='"><i>', title=None)
    assert made == '<p class="&quot;&gt;&lt;i&gt;">&lt;b&gt;<b>&amp;</b></p>'
    assert text("a\nb\x00\x1b\u202e") == "a\ufffdb\ufffd\ufffd\ufffd"
    assert joined("<", None, 3) == "&lt;3"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " https://a.invalid",
        'https://a.invalid/"x',
        "data:,x",
        "//a",
        "https://a\n",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert link(address, "x") == "x"


def test_a_web_address_is_written_as_one() -> None:
    assert 'href="https://a.invalid/%E6%9D%A1%E4%BE%8B?a=1&amp;b=2"' in link(
        "https://a.invalid/条例?a=1&b=2", "x"
    )
