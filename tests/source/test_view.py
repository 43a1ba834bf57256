"""The normalised view: what it says, and that every character of it leads back to the right place."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.source import Span
from gxlint.source.view import View, _without, normalise

# What a piece of source becomes in the view. A piece of pinyin only follows a Chinese character.
HAN = st.sampled_from("云泽县政府信息公开年度报告一二三")
PLAIN = st.sampled_from("abc 0123456789、。《》“”〔〕|-\n\t,:;()%")
CHANGED = st.sampled_from(
    [
        *zip("，：；（）？！％０５９ＡｚＺ－．", ",:;()?!%059AzZ-.", strict=True),
        *zip("\u00a0\u3000\u2003\u202f\u000b\u000c\u0085\u2028", " " * 8, strict=True),
        *zip("│｜∣￨−‑", "||||--", strict=True),
        *zip("⼀⼆⽂⾏⽇⻓⺠⻚\uf9b4\ufa19", "一二文行日长民页領神", strict=True),
        *zip("﹝﹞﹐﹕﹙﹚︵︶｡", "〔〕,:()()。", strict=True),
    ]
)
INVISIBLE = st.sampled_from(["\u200b", "\ufeff", "\u00ad", "\u200b\u200d", "\x01", "\u202a", "\ufe0f"])
PINYIN = st.sampled_from(["(qū)", "(jiān)", "(zhèn)", "（shù）", "(è)", "(nǚ)", "(chuàng)"])


@st.composite
def pieces(draw: st.DrawFn) -> list[tuple[str, str]]:
    result: list[tuple[str, str]] = []
    for _ in range(draw(st.integers(0, 25))):
        kind = draw(st.integers(0, 5))
        if kind <= 1:
            char = draw(HAN)
            result.append((char, char))
            if kind == 1:
                result.append((draw(PINYIN), ""))
        elif kind == 2:
            char = draw(PLAIN)
            result.append((char, char))
        elif kind == 3:
            result.append(draw(CHANGED))
        else:
            result.append((draw(INVISIBLE), ""))
    return result


@given(pieces())
def test_every_character_leads_to_the_piece_it_came_from(parts: list[tuple[str, str]]) -> None:
    source = "".join(piece for piece, _ in parts)
    view = normalise(source)
    assert view.text == "".join(seen for _, seen in parts)
    offset = at = 0
    for piece, seen in parts:
        if seen:
            assert view.source_offset(at) == offset
            assert view.source_end(at + 1) == offset + len(piece)
            assert view.source_span(Span(at, at + 1)) == Span(offset, offset + len(piece))
            at += 1
        offset += len(piece)


@given(pieces(), st.data())
def test_spans_reach_from_the_first_to_the_last_visible_piece(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    source = "".join(piece for piece, _ in parts)
    view = normalise(source)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    found = view.source_span(Span(start, end))
    raw = source[found.start : found.end]
    assert normalise(raw).text.replace("(", "").endswith(view.text[start:end].replace("(", ""))
    assert bool(raw) == (end > start)


@given(st.text(max_size=40), st.data())
def test_removals_upon_removals(text: str, data: st.DataObject) -> None:
    def removal(text: str) -> View:
        cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
        return _without(text, [span for span in list(pairwise(cuts))[::2] if span[0] < span[1]])

    outer = removal(text)
    inner = removal(outer.text)
    both = inner.behind(outer.starts, outer.shifts)
    for offset in range(len(inner.text) + 1):
        assert both.source_offset(offset) == outer.source_offset(inner.source_offset(offset))
        assert both.source_end(offset) == outer.source_end(inner.source_end(offset))
    assert list(both.starts) == sorted(both.starts)


@given(st.text())
def test_any_text_has_a_view(text: str) -> None:
    view = normalise(text)
    assert normalise(view.text).text == view.text or view.traditional
    for offset in range(len(view.text) + 1):
        assert view.source_offset(view.offset_of(view.source_offset(offset))) == view.source_offset(offset)
        assert 0 <= view.source_offset(offset) <= len(text)
        assert view.source_end(offset) <= view.source_offset(offset)


def test_a_clean_text_is_its_own_view() -> None:
    text = "一、总体情况\n2024年,云泽县主动公开政府信息120条。|0|“”\t《条例》"
    assert normalise(text) == View(text, by_character=True)
    assert normalise(text).text is text


def test_pinyin_without_its_mark_goes_where_others_have_one() -> None:
    view = normalise("青嶺區(qū)監(jiān)督統(tong)計處(ch?)開發(fā)(app)(PDF)接(http)")
    assert view.text == "青岭区监督统计处开发(app)(PDF)接(http)"
    assert view.pinyin_removed == 5


@pytest.mark.parametrize("text", ["使用软件(app)登录", "办理(an)手续", "附件(a)", "图(qu)", "是否公开(?)"])
def test_latin_in_brackets_stays_on_normal_pages(text: str) -> None:
    assert normalise(text).text == text


def test_pinyin_without_any_mark_is_known_by_its_frequency() -> None:
    view = normalise("政(zheng)府(fu)信息公(gong)开,依(yi)据(ju)条(tiao)例(li)应用(app)接(http)120条(1)")
    assert view.text == "政府信息公开,依据条例应用(app)接(http)120条(1)"
    assert view.pinyin_removed == 7
    few = "政(zheng)府(fu)信息公(gong)开,人工智能(ai)、程序(an)、附件(a)(b)(c)(d)"
    assert normalise(few).text == few


def test_syllables_that_lost_their_mark_to_the_encoding() -> None:
    assert normalise("區(qū)監(ji?n)督").text == "区监督"


def test_traditional_pages_are_simplified() -> None:
    view = normalise("一、總體情況\n本機關依法公開政府信息「三安全一穩定」。")
    assert view.traditional
    assert view.text == "一、总体情况\n本机关依法公开政府信息“三安全一稳定”。"
    assert view.starts == (0,)


def test_a_traditional_page_with_few_telling_characters() -> None:
    assert normalise("青嶺鎮2024年政府信息公開年報").text == "青岭镇2024年政府信息公开年报"


def test_a_traditional_page_inside_a_simplified_site() -> None:
    menu = "首页 政务公开 办事服务 互动交流\n"
    body = "本報告所列數據的統計期限自1月1日起。機關公開了總體情況,與各處室開展業務對接。\n"
    assert normalise(menu + body * 3).traditional


def test_a_few_traditional_characters_do_not_make_a_page_traditional() -> None:
    text = "繁體版 無障礙\n" + "本机关依法公开政府信息,总体情况与数据如下。" * 3 + "条例规定的機構"
    view = normalise(text)
    assert not view.traditional
    assert view.text == text


def test_length_is_kept_where_a_phrase_would_change_it() -> None:
    text = "公開" + "".join(map(chr, range(0x8000, 0x9000)))
    view = normalise(text)
    assert view.traditional
    assert len(view.text) == len(text)
