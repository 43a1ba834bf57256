"""Citations, document numbers, decrees."""

import pytest

from tests.facts.telling import facts_in

_FORMAT = "国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知"


def test_title_with_decree_articles_and_short_name() -> None:
    facts = facts_in(
        "根据《中华人民共和国政府信息公开条例》(国务院令第711号,以下简称《条例》)第四十九条、第五十条规定编制。"
    )
    law, short = facts.citations
    assert law.title == "中华人民共和国政府信息公开条例"
    assert law.defines == "条例"
    assert law.decree is not None
    assert (law.decree.issuer, law.decree.serial, law.decree.text) == ("国务院", 711, "国务院令第711号")
    assert [article.article for article in law.articles] == [49, 50]
    assert (short.title, short.decree, short.articles) == ("条例", None, [])


def test_short_name_in_a_bracket_of_its_own() -> None:
    (law, _) = facts_in(
        "依据《中华人民共和国政府信息公开条例》(国务院令第711号)(以下简称《条例》)编制。"
    ).citations
    assert law.defines == "条例"


@pytest.mark.parametrize(
    "inner", ["〈中华人民共和国格式〉", "《中华人民共和国格式》", "<中华人民共和国格式>"]
)
def test_title_inside_a_title(inner: str) -> None:
    (cited,) = facts_in(f"按照《关于印发{inner}的通知》要求。").citations
    assert cited.title == f"关于印发{inner}的通知"
    assert cited.inner == ("中华人民共和国格式",)


def test_number_behind_its_title() -> None:
    facts = facts_in(f"按照《{_FORMAT}》(国办公开办函〔2021〕30号)要求编制。")
    (cited,) = facts.citations
    assert cited.number is not None
    assert cited.number.official == "国办公开办函〔2021〕30号"
    assert facts.numbers == [cited.number]


@pytest.mark.parametrize(
    ("written", "official", "brackets", "ordinal", "mark", "padded"),
    [
        ("国办发〔2021〕12号", "国办发〔2021〕12号", "〔〕", False, True, False),
        ("国办发[2021]12号", "国办发〔2021〕12号", "[]", False, True, False),
        ("国办发(2021)12号", "国办发〔2021〕12号", "()", False, True, False),
        ("国办发【2021】12号", "国办发〔2021〕12号", "【】", False, True, False),
        ("国办发〔2021〕第12号", "国办发〔2021〕12号", "〔〕", True, True, False),
        ("国办发〔2021〕12", "国办发〔2021〕12号", "〔〕", False, False, False),
        ("青政办函〔2024〕08号", "青政办函〔2024〕8号", "〔〕", False, True, True),
    ],
)
def test_document_numbers(
    written: str, official: str, brackets: str, ordinal: bool, mark: bool, padded: bool
) -> None:
    (found,) = facts_in(f"根据{written}文件要求,认真落实。").numbers
    assert found.text == written
    assert found.official == official
    assert (found.brackets, found.ordinal, found.mark, found.padded) == (brackets, ordinal, mark, padded)


@pytest.mark.parametrize("text", ["(2024)云0102行初12号判决", "会议(2024)共3次", "2024年(第12号)"])
def test_no_document_number(text: str) -> None:
    assert not facts_in(text).numbers


@pytest.mark.parametrize(
    ("text", "issuer", "serial"),
    [
        ("贯彻国务院令第492号公布的条例。", "国务院", 492),
        ("按照第711号国务院令执行。", "国务院", 711),
        ("依据国令第711号修订。", "国", 711),
        ("依据望川市人民政府令第12号。", "望川市人民政府", 12),
        ("依据国务院令(第711号)。", "国务院", 711),
    ],
)
def test_decrees(text: str, issuer: str, serial: int) -> None:
    (decree,) = facts_in(text).decrees
    assert (decree.issuer.removeprefix("依据"), decree.serial) == (issuer, serial)


def test_articles_with_paragraph_and_item() -> None:
    (cited,) = facts_in("落实《条例》第二十条第(一)项、第二十七条第二款规定。").citations
    assert [(item.article, item.paragraph_number, item.item) for item in cited.articles] == [
        (20, None, 1),
        (27, 2, None),
    ]


def test_unclosed_title() -> None:
    assert not facts_in("根据《中华人民共和国政府信息公开条例要求").citations
    assert facts_in("根据《中华人民共和国《政府信息公开条例》要求").citations
