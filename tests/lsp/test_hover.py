"""What is told of the thing under the pointer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.lsp.bench import URI, WRONG_TOTAL, bench, changed_text
from tests.lsp.capabilities import EMACS
from tests.lsp.pointing import AGAIN, NUMBERS, opened

if TYPE_CHECKING:
    from collections.abc import Coroutine

TEXT_ONLY = {"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}
ENCODINGS = ("utf-8", "utf-16", "utf-32")


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def told(text: str, words: str, encoding: str = "utf-16", into: int = 0, lang: str = "zh") -> tuple[str, str]:
    """What is told of some words, and what it is told of."""
    found: list[tuple[str, str]] = []

    async def work() -> None:
        async with opened(text, encoding, lang=lang) as page:
            hover = await page.ask("hover", words, into=into)
            assert hover is not None, words
            assert hover["contents"]["kind"] == "markdown"
            found.append((hover["contents"]["value"], page.under(hover["range"])))

    run(work())
    return found[0]


def test_a_finding_and_its_cell() -> None:
    value, thing = told(changed_text(WRONG_TOTAL), "29 | 1 | 0")
    assert thing == "29"
    cell, rule = value.split("\n\n---\n\n")
    assert cell.startswith("### 表三 · (一)予以公开 · 自然人\n\n#### 勾稽\n\n")
    assert (
        "\n- 自然人 29 + 商业企业 1 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 = 30 ≠ 总计 29(差 1)\n"
        in cell
    )
    assert "\n- (一)予以公开 29 + (二)部分公开 2 = 31 ≠ (七)总计 30(差 1)\n" in cell
    assert "- 非负整数,单位:件\n" in cell
    assert "- 对应条文(推断,表格未注明):条例第三十六条第(一)(二)项\n- 条例第三十六条:" in cell
    assert rule.startswith("### CN305 row-total\n\n")
    assert "#### 依据" in rule
    assert "http" in rule


def test_sums_that_come_out() -> None:
    value, _ = told(changed_text(), "30 | 2 | 0")
    assert "- 自然人 30 + 商业企业 2 +" in value
    assert " = 总计 32\n" in value
    assert (
        "- 一、本年新收政府信息公开申请数量 30 + 二、上年结转政府信息公开申请数量 0 = 30 = (七)总计 30 + 四、结转下年度继续办理 0"
        in value
    )


def test_a_blank_cell() -> None:
    value, thing = told(changed_text(("28 | 1 | 0", "28 |  | 0")), "28 |  | 0", into=5)
    assert thing.strip() == ""
    assert value.startswith("### 表三 · (一)予以公开 · 商业企业")


@pytest.mark.parametrize(
    ("words", "title", "says"),
    [
        ("| 第二十条第(五)项", "表二 · 第二十条第(五)项", "条例第二十条第(五)项:"),
        ("| 规章 |", "表二 · 规章", "可以制定规章"),
        ("| 现行有效件数", "表二 · 现行有效件数", "非负整数,单位:件"),
        ("| 本年收费金额", "表二 · 本年收费金额", "单位:万元"),
        ("| 5.属于三类内部事务信息", "表三 · (三)不予公开 · 5.属于三类内部事务信息", "人事管理、后勤管理"),
        ("| (三)不予公开", "表三 · (三)不予公开", "包括:1.属于国家秘密、2."),
        ("| 法律服务机构", "表三 · 法律服务机构", "非负整数"),
    ],
)
def test_labels(words: str, title: str, says: str) -> None:
    value, thing = told(changed_text(), words, into=2)
    assert value.startswith(f"### {title}\n")
    assert says in value
    assert thing.startswith(words[2:].rstrip("| "))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_headings(lang: str) -> None:
    value, thing = told(changed_text(), "五、存在", lang=lang)
    assert thing == "五、存在的主要问题及改进情况"
    assert "条例第五十条第一款第四项" in value
    assert ("问题和改进情况都要写" in value) is (lang == "zh")
    assert ("Both problems and improvements" in value) is (lang == "en")
    value, _ = told(changed_text(), "六、其他", lang=lang)
    assert ("通常:没有其他事项的也写明没有" in value) is (lang == "zh")


def test_an_aspect() -> None:
    value, thing = told(changed_text(), "(五)监督保障")
    assert thing == "(五)监督保障"
    assert value.startswith("### 监督保障\n")
    assert "工作考核" not in value  # that is asked of governments
    government = changed_text().replace("云泽县财政局", "青岭镇人民政府")
    assert "工作考核、社会评议和责任追究" in told(government, "(五)监督保障")[0]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_number_of_the_prose(encoding: str) -> None:
    value, thing = told(changed_text(NUMBERS), "29件", encoding)
    assert thing == "29"
    assert value.startswith("### 正文:29\n\n- 表格:表三“予以公开”总计 29\n- 一致")


def test_a_number_that_does_not_agree() -> None:
    value, thing = told(changed_text(NUMBERS, ("申请32件", "申请33件")), "33件")
    assert thing == "33"
    assert value.startswith("### 正文:33\n\n- 表格:表三“本年新收”总计 32\n- 不一致\n\n---\n\n### CN501")
    value, _ = told(changed_text(NUMBERS, ("申请32件", "申请33件")), "33件", lang="en")
    assert "they do not agree" in value


def test_what_the_prose_says_of_a_cell() -> None:
    value, _ = told(changed_text(NUMBERS, AGAIN), "| 32 |", into=2)
    assert "#### 正文\n\n- 第 7 行:32,一致\n- 第 64 行:32,一致\n" in value


def test_a_number_of_which_no_cell_tells() -> None:
    async def work() -> None:
        async with opened(changed_text()) as page:
            assert await page.ask("hover", "126条") is None

    run(work())


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_citation(encoding: str) -> None:
    change = ("落实政府信息管理", "𠮷:按照《条例》第五十条、第十六条,落实政府信息管理")
    value, thing = told(changed_text(change), "《条例》第五十条", encoding)
    assert thing == "《条例》"
    assert value.startswith(
        "### 《中华人民共和国政府信息公开条例》\n\n- 文号:国务院令第711号,原为国务院令第492号\n"
    )
    assert "公布:2007-04-05;修订:2019-04-03;施行:2019-05-15" in value
    assert "- 第五十条第一款第四项:" in value
    assert "- 第十六条:" in value
    value, thing = told(changed_text(change), "第十六条", encoding)
    assert thing == "第十六条"
    assert "第五十条第一款" not in value


def test_a_notice_that_was_replaced() -> None:
    change = ("〔2021〕30号", "〔2019〕60号")
    value, thing = told(changed_text(change), "国办公开办函〔2019〕60号")
    assert thing == "国办公开办函〔2019〕60号"
    assert "- 效力:已由《国务院办公厅政府信息与政务公开办公室关于印发〈" in value
    assert "公布:2019-11(推断)" in value


def test_what_was_not_seen_is_told_so() -> None:
    change = ("落实政府信息管理", "按照《行政处罚法》落实政府信息管理")
    assert "以上未见原文" in told(changed_text(change), "《行政处罚法》")[0]


def test_a_short_name_means_what_the_report_says() -> None:
    change = (
        "根据《中华人民共和国政府信息公开条例》(以下简称《条例》)",
        "根据《中华人民共和国政府信息公开条例》和《中华人民共和国行政许可法》(以下简称《条例》)",
    )
    value, _ = told(changed_text(change, ("落实政府信息", "按照《条例》落实政府信息")), "《条例》落实")
    assert value.startswith("### 《中华人民共和国行政许可法》")


def test_clients_without_markdown() -> None:
    async def work() -> None:
        async with opened(changed_text(WRONG_TOTAL), "utf-16", TEXT_ONLY) as page:
            contents = (await page.ask("hover", "29 | 1 | 0"))["contents"]
            assert contents["kind"] == "plaintext"
            assert contents["value"].startswith("表三 · (一)予以公开 · 自然人\n\n勾稽\n")
            assert "\\" not in contents["value"]

    run(work())


def test_nothing_is_worked_out_for_it() -> None:
    async def work() -> None:
        async with bench(EMACS) as client:
            place = {"textDocument": {"uri": URI}, "position": {"line": 34, "character": 25}}
            assert await client.ask("textDocument/hover", **place) is None
            client.open(changed_text(WRONG_TOTAL))
            assert await client.ask("textDocument/hover", **place) is None  # not analysed yet
            await client.published(1)
            assert await client.ask("textDocument/hover", **place) is not None
            client.change(2, {"text": changed_text(WRONG_TOTAL)})
            assert await client.ask("textDocument/hover", **place) is None

    run(work())


def test_where_there_is_nothing_to_tell() -> None:
    async def work() -> None:
        async with opened(changed_text()) as page:
            assert await page.ask("hover", "围绕中心工作") is None
            beyond = {"line": 9999, "character": 0}
            found = await page.client.ask("textDocument/hover", textDocument={"uri": URI}, position=beyond)
            assert found is None

    run(work())
