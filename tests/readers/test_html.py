"""Web pages: what is shown, in which lines and rows, and where it stands in the source."""

import pytest

from gxlint.readers import Document
from gxlint.readers.html import read_html
from gxlint.source import SourceText, Span


def read(page: str, *, keep_lines: bool = False) -> Document:
    return read_html(SourceText(page), "甲.html", keep_lines=keep_lines)


def lines(page: str) -> list[str]:
    document = read(page)
    return [document.text[line.start : line.end] for line in document.lines]


def rows(page: str) -> list[str]:
    document = read(page)
    return [document.text[line.start : line.end] for line in document.lines if line.row]


def test_the_official_table_has_the_form_of_the_text_layout() -> None:
    page = (
        "<table><tbody>\n"
        "<tr><td rowspan='3'>三、本年度办理结果</td><td colspan=2>(一)予以公开</td>"
        "<td>31</td><td></td></tr>\n"
        "<tr><td rowspan=2>(三)不予公开</td><td>1.属于国家秘密</td><td>0</td><td>0</td></tr>\n"
        "<tr><td>2.其他</td><td>0</td><td>0</td></tr>\n"
        "</tbody></table>"
    )
    assert rows(page) == [
        "三、本年度办理结果 | (一)予以公开 | 31 |  |",
        "(三)不予公开 | 1.属于国家秘密 | 0 | 0 |",
        "2.其他 | 0 | 0 |",
    ]


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ("<td>a</td><td></td><td>c</td>", "a |  | c |"),
        ("<td></td><td>b</td>", "|  | b |"),
        ("<td></td><td>&nbsp;</td><td>\u3000</td>", "|  |  |  |"),
        ("<td>商业<br>企业</td><td><p>结果</p>\n<p>维持</p></td>", "商业 企业 | 结果 维持 |"),
        ("<td>规\u3000\u3000章</td><td> 1 </td>", "规 章 | 1 |"),
        ("<td>a|b</td><td>c｜d</td><td>e&#124;f</td>", "a¦b | c¦d | e¦f |"),
        ("<th>a<th>b<td>c", "a | b | c |"),
        ("<td>1<span>2</span><b> 3</b></td><td>x</td>", "12 3 | x |"),
        ("<td>a<td hidden>b<td>c", "a | c |"),
        ("<td>a<script>1</script></td><td><!-- 2 -->b<style>3</style></td>", "a | b |"),
    ],
)
def test_cells(cells: str, row: str) -> None:
    assert rows(f"<table><tr>{cells}</tr></table>") == [row]


def test_a_row_counts_its_cells_exactly() -> None:
    for filled in range(1, 1 << 4):
        cells = [f"<td>{'x' if filled >> index & 1 else ''}</td>" for index in range(4)]
        (row,) = rows(f"<table><tr>{''.join(cells)}</tr><tr></tr></table>")
        inner = row.removeprefix("|").removesuffix("|")
        assert [bool(cell.strip()) for cell in inner.split("|")] == [bool(filled >> i & 1) for i in range(4)]


def test_tables_that_arrange_the_page_become_lines() -> None:
    page = (
        "<table><tr><td>首页</td><td>年报</td></tr><tr><td colspan=2><p>一、总体情况</p>"
        "<table><tr><td>规章</td><td>0</td></tr></table><p>正文</p></td></tr></table>"
    )
    document = read(page)
    shown = [(document.text[line.start : line.end], line.row) for line in document.lines]
    assert shown == [
        ("首页", False),
        ("年报", False),
        ("一、总体情况", False),
        ("规章 | 0 |", True),
        ("正文", False),
    ]


def test_a_table_around_an_article_becomes_lines() -> None:
    article = "<p>一、总体情况</p><p>" + "本县认真贯彻落实条例,依法公开政府信息。" * 12 + "</p>"
    assert lines(f"<table><tr><td>左</td><td>{article}</td></tr><tr><td>页</td><td>脚</td></tr></table>")[
        1:
    ] == [
        "一、总体情况",
        "本县认真贯彻落实条例,依法公开政府信息。" * 12,
        "页",
        "脚",
    ]


def test_a_long_note_takes_only_its_own_row_apart() -> None:
    note = "注:本表数据由各单位填报,经县政务公开办公室汇总核对。" * 5
    table = "<tr><td>一、本年新收政府信息公开申请数量</td><td>1</td></tr>" * 12
    document = read(f"<table>{table}<tr><td colspan=2>{note}</td></tr></table>")
    assert [line.row for line in document.lines] == [True] * 12 + [False]


def test_a_single_column_becomes_lines() -> None:
    assert rows("<table><tr><td>标题</td></tr><tr><td>正文</td></tr></table>") == []


def test_blocks_and_breaks_make_lines() -> None:
    page = "<h1>题</h1>甲<br>乙<br/>丙<div>丁<p>戊<p>己</div>庚<ul><li>辛<li>壬</ul><span>癸</span><hr>子"
    assert lines(page) == list("题甲乙丙丁戊己庚辛壬癸子")


def test_white_space() -> None:
    assert lines("<p> 甲\n  乙\t<b> 丙</b> <i>丁</i>戊 </p>") == ["甲 乙 丙 丁戊"]
    assert lines("<p>&nbsp;&nbsp;规章&nbsp;&nbsp;0</p>") == ["  规章  0"]
    assert lines("<pre>甲  乙\n丙\r\n丁</pre>戊") == ["甲  乙", "丙", "丁", "戊"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='color:red; Display : None'>x<div>y</div>z</div>",
        "<span hidden>x</span>",
        "<p hidden>x<p>甲</p>",
        "<ul><li hidden>x<li>甲</ul>",
        "<div class=a hidden=''><table><tr><td>x</table></div>",
        "<noscript>x<p>y</noscript>",
        "<template><p>x</template>",
        "<script>document.write('<p>x</p>')</script>",
        "<style>p>b{}</style>",
        "<!-- x > y -->",
        "<!--[if gte mso 9]><xml>x</xml><![endif]-->",
        "<iframe src=a>x</iframe>",
        "<textarea hidden>x</textarea>",
        "<table><tr hidden><td>x<td>y</table>",
        "<head><meta name=x content='y'><link href=z></head>",
    ],
)
def test_what_browsers_hide(hidden: str) -> None:
    assert [line for line in lines(f"{hidden}乙") if line != "甲"] == ["乙"]


def test_what_only_looks_hidden() -> None:
    assert lines(
        "<body style='display:none'>甲<p class=hidden aria-hidden=true>乙<p data-x='hidden'>丙"
    ) == list("甲乙丙")
    assert lines("<![if !supportLists]>一、<![endif]>总体情况") == ["一、总体情况"]


@pytest.mark.parametrize(
    ("page", "first"),
    [
        (
            "<title>云泽县2024年政府信息公开工作年度报告</title><p>一、总体情况",
            "云泽县2024年政府信息公开工作年度报告",
        ),
        ("<title>望川市门户</title><p>望川市2024年年度报告", "望川市2024年年度报告"),
        ("<title>云泽县2024年度报告</title><p>首页>年度报告<p>一、总体情况", "云泽县2024年度报告"),
        ("<title>云泽县2024年度报告</title><h1>云泽县</h1><h1>2024年度报告</h1>", "云泽县"),
        ("<title>门户</title><p>二〇二四年政府信息公開年度報(bào)告", "二〇二四年政府信息公开年度报告"),
    ],
)
def test_the_title_of_the_window_stands_in_for_a_missing_one(page: str, first: str) -> None:
    document = read(page)
    line = document.lines[0]
    assert document.text[line.start : line.end] == first
    assert document.raw(Span(line.start, line.end)) in page


def place(page: str, seen: str) -> str:
    document = read(page)
    start = document.text.index(seen)
    return document.raw(Span(start, start + len(seen)))


@pytest.mark.parametrize(
    ("page", "seen", "raw"),
    [
        ("<td colspan='3'>x</td>a 3", "3", "3"),
        ("<p>甲 &gt; 乙</p>", ">", "&gt;"),
        ("<p>甲&nbsp;乙", "甲 乙", "甲&nbsp;乙"),
        ("<p>&#x4E00;、总体</p>", "一、总体", "&#x4E00;、总体"),
        ("<p>&#19968;二", "一", "&#19968;"),
        ("<p>a&ampb", "&b", "&ampb"),
        ("<p>a&unknown;b", "&unknown;", "&unknown;"),
        ("<p>规<b>章</b>x", "规章", "规<b>章"),
        ("<p>甲\n   乙", " ", "\n   "),
        ("<p>１２，３", "12,3", "１２，３"),
        ("<p>區(qū)監(jiān)督", "区监", "區(qū)監"),
        ("<p>a\u200b&gt;\u200bb", ">", "&gt;"),
        ("<p>a&gt;\u200bb", "a>b", "a&gt;\u200bb"),
        ("<table><tr><td>1</td><td colspan=1>1</td><td>12</td></tr></table>", "12", "12"),
    ],
)
def test_positions(page: str, seen: str, raw: str) -> None:
    assert place(page, seen) == raw


def test_the_place_of_an_empty_cell_is_inside_it() -> None:
    page = "<table><tr><td>规章</td><td align=right></td><td> </td><td>1</td></tr></table>"
    document = read(page)
    assert document.text == "规章 |  |  | 1 |\n"
    for at in (4, 5):
        assert document.view.source_span(Span(at, at)) == Span(*[page.index("></td>") + 1] * 2)
    blank = document.view.source_span(Span(4, 6))
    assert page[blank.start : blank.end] == ""
    assert document.view.source_offset(7) == page.index(" </td>")


def test_the_place_of_an_empty_first_cell_is_inside_it() -> None:
    page = "<table><tr><td></td><td>1</td></tr></table>"
    document = read(page)
    assert document.text == "|  | 1 |\n"
    assert {document.view.source_offset(at) for at in (0, 1, 2)} == {page.index("</td>")}


def test_columns_of_positions_count_in_the_source() -> None:
    document = read("<p>\n甲<table><tr><td>规章</td><td>\U0001f600 12</td></tr></table>")
    start, end = document.range(Span(document.text.index("12"), document.text.index("12") + 2))
    assert (start.line, start.character, end.character) == (1, 30, 32)


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", ["1 | 2 |", "3 | 4 |"]),
        ("<table>甲<tr><td>1</td>乙<td>2</td></tr>丙</table>丁", ["甲", "乙", "丙", "1 | 2 |", "丁"]),
        ("<td>1</td><td>2</td>3</td>4", ["1", "2", "3", "4"]),
        ("甲<table><tr><td>1<td>2</td></table></div></td>乙", ["甲", "1 | 2 |", "乙"]),
        ("<table><caption>表一<table><tr><td>1<td>2</table>甲", ["表一", "1 | 2 |", "甲"]),
        ("甲 < 乙 & 丙 <3 </> <!> x", ["甲 < 乙 & 丙 <3 x"]),
        ("甲<b", ["甲<b"]),
        ("<p a='>甲</p><p>乙", ["甲", "乙"]),
        ('<p title="a>b">甲<p title=it\'s>乙', ["甲", "乙"]),
        ("甲<!-- 乙", ["甲"]),
        ("甲<script>乙", ["甲"]),
        ("<!-->甲<!--->乙<!-- --!>丙", ["甲乙丙"]),
    ],
)
def test_broken_pages(page: str, shown: list[str]) -> None:
    assert lines(page) == shown


@pytest.mark.parametrize(
    "tag", ["<div>", "<div hidden><p>", "<table><tr><td>甲", "<b>", "<ul><li>", "<a b='"]
)
def test_a_hundred_thousand_open_tags(tag: str) -> None:
    document = read(tag * 100_000 + "'>乙")
    assert len(document.text) >= 0
    assert all(
        0 <= shift + start <= len(document.source.text)
        for start, shift in zip(document.view.starts, document.view.shifts, strict=True)
    )


def test_ten_thousand_rows() -> None:
    document = read("<table>" + "<tr><td>行政许可</td><td>1</td><td>2</td></tr>" * 10_000 + "</table>")
    assert len(document.lines) == 10_000
    last = document.lines[-1]
    assert document.raw(Span(last.end - 3, last.end - 2)) == "2"
