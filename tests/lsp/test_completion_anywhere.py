"""Completion at any place of any text: nothing raises, and what is offered fits where it goes."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from gxlint.formats import official_formats
from gxlint.forms.layout import written
from gxlint.forms.pieces import blank_report
from gxlint.forms.wording import Filling
from gxlint.lsp.completion import PROVIDERS
from gxlint.lsp.completion.asked import Asked
from gxlint.lsp.text import Text
from gxlint.rules.law_book import LawBook
from gxlint.rules.plugins import load_plugins

BLANK = written(blank_report(official_formats().latest, Filling(2024, "云泽县𠮷财政局", "township")))
PIECES = (
    *("《", "》", "〔", "〕", "第", "条", "|", "(", "（", "#", "𠮷", "\\", "$", "}", "{year}", "____"),
    *(" ", "\n", "\r\n", "\r", "\x0b", "\u3000", "一、", "1.", "。", "；", "2024年", "总体情况", "予以公开"),
    *("《条例》", "国办公开办函", "\n三、收到和处理政府信息公开申请情况\n"),
)


@cache
def laws() -> LawBook:
    plugins = load_plugins(provisions=True)
    return LawBook(plugins.laws, plugins.provisions)


def check(lines: list[str], line: int, column: int) -> None:
    for explicit in (True, False):
        asked = Asked(lines, line, column, laws=laws(), explicit=explicit, last_year=2025)
        for offer in (offer for provide in PROVIDERS for offer in provide(asked)):
            body = lines[line].rstrip("\r\n")
            assert 0 <= offer.start <= column <= offer.end <= len(body)
            assert offer.label
            assert "\n" not in offer.label
            assert "{" not in offer.text


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join), st.data())
def test_in_any_text(text: str, data: st.DataObject) -> None:
    lines = Text.of(text).lines
    line = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[line].rstrip("\r\n"))))
    check(lines, line, column)


@given(st.data())
def test_anywhere_in_a_report(data: st.DataObject) -> None:
    lines = Text.of(BLANK).lines
    line = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[line].rstrip("\r\n"))))
    typed = data.draw(st.sampled_from((*PIECES, "")).filter(lambda piece: not {"\n", "\r"} & {*piece}))
    lines = [*lines[:line], lines[line][:column] + typed + lines[line][column:], *lines[line + 1 :]]
    check(lines, line, column + len(typed))


def test_without_plugins_there_are_no_laws_but_all_else() -> None:
    def labels(text: str) -> list[str]:
        asked = Asked([text], 0, len(text))
        return [offer.label for provide in PROVIDERS for offer in provide(asked)]

    assert labels("根据《") == []
    assert labels("三") == ["三、收到和处理政府信息公开申请情况"]
