"""Links: addresses in the text, and what is cited."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.lsp.bench import changed_text
from tests.lsp.pointing import opened

if TYPE_CHECKING:
    from collections.abc import Coroutine

TOOLTIPS = {"textDocument": {"documentLink": {"tooltipSupport": True}}}
ADDRESS = ("围绕中心工作", "𠮷:网址www.yunze.gov.cn，围绕中心工作")
NOTICE = "国办公开办函〔2021〕30号"


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_links(encoding: str) -> None:
    async def work() -> None:
        async with opened(changed_text(ADDRESS), encoding, TOOLTIPS) as page:
            found = {page.under(item["range"]): item for item in await page.ask("documentLink")}
            assert found["www.yunze.gov.cn"]["target"] == "http://www.yunze.gov.cn"
            assert found[NOTICE]["target"].startswith("http://zrzy.smx.gov.cn/")
            assert found[NOTICE]["tooltip"].startswith("《国务院办公厅政府信息与政务公开办公室关于印发")
            assert found["《条例》"]["target"].startswith("https://www.gov.cn/")

    run(work())


def test_what_a_link_leads_to_is_told_to_those_who_show_it() -> None:
    async def work() -> None:
        async with opened(changed_text(ADDRESS)) as page:
            assert all(item.get("tooltip") is None for item in await page.ask("documentLink"))

    run(work())
