"""Reports as web pages: tables merged or flattened, the markup of word processors, site furniture."""

from html import escape

from gxlint.forms.grid import Grid, GridCell, expanded
from gxlint.testing.forms import Draft
from gxlint.testing.pages import Part, written
from tests.support.text_tables import label_lines


def page(body: str, title: str) -> str:
    """A whole page around the report."""
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title>\n'
        "<style>td { border: 1px solid #000 } .a > b { color: red }</style></head>\n"
        f"<body>\n{body}</body></html>\n"
    )


def table(grid: Grid) -> str:
    """The table as the official form merges it."""
    rows = ("".join(_cell(cell, escape(cell.text)) for cell in row) for row in grid)
    return _table(list(rows))


def _cell(cell: GridCell, content: str, tag: str = "td") -> str:
    colspan = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    rowspan = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    return f"<{tag}{colspan}{rowspan}>{content}</{tag}>"


def _table(rows: list[str]) -> str:
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def flat_table(grid: Grid) -> str:
    """Without any merging: covered places are empty cells."""
    return _table(["".join(f"<td>{escape(text)}</td>" for text in row) for row in expanded(grid)])


def half_flat_table(grid: Grid) -> str:
    """Merged to the right only: what a cell covers below is empty cells."""
    width = sum(cell.colspan for cell in grid[0])
    covered: set[tuple[int, int]] = set()
    rows = []
    for line, row in enumerate(grid):
        column, cells, waiting = 0, [], list(row)
        while column < width:
            if (line, column) in covered or not waiting:
                cells.append("<td></td>")
                column += 1
                continue
            cell = waiting.pop(0)
            covered |= {
                (line + down, column + right)
                for down in range(1, cell.rowspan)
                for right in range(cell.colspan)
            }
            cells.append(_cell(GridCell(cell.text, cell.colspan), escape(cell.text)))
            column += cell.colspan
        rows.append("".join(cells))
    return _table(rows)


def word_table(grid: Grid) -> str:
    """As a word processor exports it: paragraphs and spans in cells, figures in pieces, labels broken."""
    return _table(["\n".join(_cell(cell, _word(cell)) for cell in row) for row in grid])


def _word(cell: GridCell) -> str:
    if not cell.text:
        inner = '<span lang="EN-US">&nbsp;</span>'
    elif cell.figure:
        inner = "".join(f'<span lang="EN-US">{char}</span>' for char in cell.text)
    else:
        inner = "<br/>\n".join(f"<span>{escape(line)}</span>" for line in label_lines(cell))
    return f'<p class="MsoNormal" align="center" style="text-align:center">{inner}<o:p></o:p></p>'


def head_table(grid: Grid) -> str:
    """With a head of ``th`` cells, and cell ends left out as HTML allows."""
    head = [row for row in grid if not row[-1].figure]
    rows = [
        "".join(
            _cell(cell, escape(cell.text), "th" if row in head else "td").rsplit("</", 1)[0] for cell in row
        )
        for row in grid
    ]
    return "<table border=1><tbody>\n" + "\n".join(f"<tr>{row}" for row in rows) + "\n</tbody></table>"


def paragraph(part: Part) -> str:
    """A part of the text as a paragraph."""
    return f"<p>{escape(part.text)}</p>"


def outlined(part: Part) -> str:
    """A part of the text with headings marked up as such."""
    tag = {"title": "h1", "heading": "h2", "subheading": "h3"}.get(part.kind, "p")
    return f"<{tag}>{escape(part.text)}</{tag}>"


def broken_lines(part: Part) -> str:
    """A part of the text in a ``div`` with indentation by non-breaking spaces and a line break."""
    return f"<div>&nbsp;&nbsp;&nbsp;&nbsp;{escape(part.text)}<br></div>"


def with_furniture(draft: Draft) -> str:
    """The report inside the page of a web site: navigation before, tools and footer after."""
    body = written(draft, head_table, prose=outlined)
    return page(
        '<script>var a = "一、总体情况";</script>\n'
        '<div class="nav"><a href="#">首页</a> <a href="#">政务公开</a> <a href="#">政民互动</a></div>\n'
        f'<div class="breadcrumb">当前位置:<a>首页</a> &gt; 政府信息公开 &gt; 政府信息公开年报</div>\n'
        f'<div class="info">发布时间:{draft.year + 1}-01-22 10:05 来源:{draft.organisation} '
        "字体:[大 中 小]</div>\n"
        f'<div class="content">\n{body}</div>\n'
        '<div class="tools">分享到: 打印 关闭</div>\n'
        "<footer>主办单位:云泽县人民政府办公室 网站标识码:0000000000 网站地图</footer>\n",
        draft.title,
    )


def nested(draft: Draft) -> str:
    """The whole report inside a table that the site uses for its layout."""
    body = written(draft, table, prose=paragraph)
    return page(
        "<table width='100%'><tr><td>首页</td><td>年报</td></tr>"
        f"<tr><td colspan='2'>\n{body}</td></tr></table>\n",
        draft.title,
    )
