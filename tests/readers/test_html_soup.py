"""Any mixture of tags and texts: nothing raises, nothing visible is lost, every character has its place."""

import html
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from gxlint.readers import Document
from gxlint.readers.html import read_html
from gxlint.readers.markup import scan
from gxlint.readers.outline import _IrregularError, _parsed, _Reader
from gxlint.source import SourceText, Span


def words(text: str) -> list[str]:
    return text.split()


TABLE_TAGS = words("table tr td th tbody thead caption")
OTHER_TAGS = words("p div b span li ul a h1 section font o:p pre br center dd")
TEXTS = st.text(alphabet="甲乙丙123abc &<>;#|\n\u00a0\u3000“", min_size=1, max_size=5)
ENTITIES = st.sampled_from(
    ["&nbsp;", "&gt;", "&lt;", "&amp;", "&#x4e00;", "&#49;", "&copy", "&bogus;", "&#0;", "&#xD800;"]
)
ATTRIBUTES = st.sampled_from(["", " colspan=3", " title='a>b'", ' class="x"', "/", " a='", " =x", '"'])
HIDING = st.sampled_from([" hidden", " style='display:none'"])
ODDITIES = st.sampled_from(
    [
        *words(
            "<!-- --> <!--x--> <script>x</script> <style> </style> <3 </> <title>t</title> <textarea> <svg>"
        ),
        *words("<noscript> </noscript> <select><option> <template>"),
        *("<!doctype html>", "<![if !x]>", "<a b"),
    ]
)


def tags(names: list[str], attributes: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("<{}{}{}>".format, st.sampled_from(["", "", "/"]), st.sampled_from(names), attributes)


PLAIN_SOUP = st.lists(
    st.one_of(tags(TABLE_TAGS, st.just("")), tags(OTHER_TAGS, st.just("")), TEXTS.map(html.escape)),
    max_size=40,
).map("".join)
HIDING_SOUP = st.lists(
    st.one_of(
        tags(TABLE_TAGS, st.just("")),
        tags(["p", "div", "span", "li", "ul", "b", "a", "h1", "dd"], st.sampled_from(["", " hidden"])),
        st.sampled_from("甲乙丙"),
    ),
    max_size=25,
).map("".join)
ANY_SOUP = st.lists(
    st.one_of(
        tags(TABLE_TAGS, ATTRIBUTES),
        tags(OTHER_TAGS, ATTRIBUTES),
        tags([*TABLE_TAGS, *OTHER_TAGS], HIDING),
        TEXTS,
        ENTITIES,
        ODDITIES,
    ),
    max_size=40,
).map("".join)


def read(page: str, *, keep_lines: bool = False) -> Document:
    return read_html(SourceText(page), keep_lines=keep_lines)


@given(ANY_SOUP, st.booleans())
@example("<table><caption><table><td>x", False)
@example("<td hidden>x<table><tr><p hidden>", False)
def test_every_offset_leads_into_the_source_and_forward(page: str, keep_lines: bool) -> None:
    document = read(page, keep_lines=keep_lines)
    view = document.view
    assert view.starts[0] == 0
    assert list(view.starts) == sorted(view.starts)
    for line in document.lines:
        offsets = [view.source_offset(offset) for offset in range(line.start, line.end + 1)]
        assert offsets == sorted(offsets)
        assert all(0 <= offset <= len(page) for offset in offsets)
        for offset in range(line.start, line.end):
            place = view.source_span(Span(offset, offset + 1))
            assert place.start <= place.end <= len(page)


@given(ANY_SOUP)
def test_lines_and_rows_cover_the_text(page: str) -> None:
    document = read(page)
    assert "".join(document.text[line.start : line.end] + "\n" for line in document.lines) == document.text
    for line in document.lines:
        content = document.text[line.start : line.end]
        assert content
        assert content.endswith(" |") or not line.row


@given(ANY_SOUP)
def test_every_character_is_what_stands_in_the_source(page: str) -> None:
    document = read(page)
    for offset, char in enumerate(document.text):
        raw = document.raw(Span(offset, offset + 1))
        if not raw:
            assert char in " |\n"  # added between the cells and lines
        elif raw != char and char not in " |¦\n":
            assert html.unescape(raw).endswith(char) or raw == char.replace("\ufffd", "\0")


def characters(text: str) -> list[str]:
    """In no order, because parsers move what stands between cells; without white space and bars."""
    return sorted(char for char in text if not char.isspace() and char not in "|¦")


def visible(page: str) -> list[str]:
    """The text a parser finds in the original page, with its texts and attributes in place."""
    tree = LexborHTMLParser(f"<!DOCTYPE html>{page}")
    for node in tree.css("[hidden]"):
        node.decompose()
    return characters(tree.body.text() if tree.body is not None else "")


@given(PLAIN_SOUP)
def test_no_visible_text_is_lost_or_doubled(page: str) -> None:
    assert characters(read(page).text) == visible(page)


@given(HIDING_SOUP)
@example("<div><span hidden></div>甲")
@example("<a><span hidden></a>甲")
@example("<p hidden>甲<ul hidden><li>乙</ul>丙")
def test_what_is_hidden_ends_where_it_ends_in_a_browser(page: str) -> None:
    assert characters(read(page).text) == visible(page)


@given(PLAIN_SOUP)
def test_sound_tables_are_read_alike_with_and_without_the_parser(page: str) -> None:
    markup = scan(page)
    try:
        items = _Reader(markup.texts, strict=True).read(markup.tokens)
    except _IrregularError:
        return
    assert _Reader(markup.texts, strict=False).read(_parsed(markup.tokens)) == items


CELLS = st.text(alphabet="甲乙1&<>\n ", max_size=4)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=5), min_size=1, max_size=5), st.integers(0, 2))
def test_grids_come_back(grid: list[list[str]], style: int) -> None:
    td_end, tr_end = [("</td>", "</tr>"), ("", ""), ("</td>\n", "</tr>\n")][style]
    rows = ("<tr>" + "".join(f"<td>{html.escape(cell)}{td_end}" for cell in row) + tr_end for row in grid)
    page = f"<p>甲</p><table>{''.join(rows)}</table>乙"
    document = read(page)
    assert read(f"<i hidden></i>{page}").text == document.text  # the same by way of the parser
    found = [document.text[line.start : line.end] for line in document.lines if line.row]
    for row, line in zip(grid, found, strict=True):
        cells = line.removeprefix("|").removesuffix("|").split("|")
        assert [" ".join(cell.split()) for cell in cells] == [" ".join(cell.split()) for cell in row]


def test_reading_twice_as_much_twice_leaves_no_trace() -> None:
    page = "<p>甲</p><table><tr><td>1</td><td>2</td></tr></table>"
    first, second = read(page), read(page * 2)
    assert second.text == first.text * 2
    ends = [second.view.source_offset(line.start) for line in second.lines]
    assert all(before < after for before, after in pairwise(ends))
