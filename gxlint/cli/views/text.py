"""``inspect --output-format text``: tables aligned for terminals, every cell without a number marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.cli.views.cells import legend, mark, problem_mark
from gxlint.cli.views.facts import heading_lines
from gxlint.reporters.words import enumeration, say
from gxlint.source.width import clip, display_width, pad, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gxlint.formats import BlockForm
    from gxlint.model import Report, Row, Stray, Table
    from gxlint.source import Span

_LABEL = 44
_HEAD = 16
_GAP = "  "


def show(report: Report, lang: str) -> None:
    """Write the report to standard output."""
    print("\n".join(_lines(report, lang)))


def _lines(report: Report, lang: str) -> Iterator[str]:
    facts = heading_lines(report, lang)
    width = max(display_width(label) for label, _ in facts)
    for label, text in facts:
        yield pad(label, width) + _GAP + visible(text)
    if report.kind not in ("report", "template"):
        return
    yield ""
    yield from _sections(report, lang)
    for form in report.format.tables:
        yield ""
        table = report.table(form.key)
        if table is None:
            yield say(lang, "{name} 未找到", "{name} not found", name=form.name)
        else:
            yield from _table(report, table, lang)
    yield ""
    yield legend(lang)


def _sections(report: Report, lang: str) -> Iterator[str]:
    yield say(lang, "部分", "sections")
    for section in report.sections:
        heading = visible(report.document.slice(section.heading.span).strip())
        yield f"  {_line(report, section.heading.span):>5}  {heading}"
    found = {section.key for section in report.sections}
    if missing := [form.title for form in report.format.sections if form.key not in found]:
        yield "         " + say(lang, "未找到:", "not found: ") + enumeration(missing, lang)


def _table(report: Report, table: Table, lang: str) -> Iterator[str]:
    yield say(
        lang,
        "{name} 第 {line} 行起",
        "{name} from line {line}",
        name=table.form.name,
        line=_line(report, table.span),
    )
    for block in table.form.blocks:
        rows = [row for row in table.rows.values() if table.block_form(row.key) is block]
        if rows:
            yield from _block(table, block, rows, lang)
    missing = [
        row.label
        for row in table.form.rows
        if row.key not in table.rows and not _parent_filled(table, row.key)
    ]
    if missing:
        labels = enumeration([clip(label, _LABEL) for label in missing], lang)
        yield "  " + say(lang, "未找到的行:", "rows not found: ") + labels
    for stray in table.strays:
        yield "  " + _stray(report, stray, lang)


def _block(table: Table, block: BlockForm, rows: list[Row], lang: str) -> Iterator[str]:
    heads = [clip(table.column_form(column).label, _HEAD) for column in block.columns]
    lines = [[mark(cell) for cell in row.cells] for row in rows]
    labels = [clip(visible(row.official), _LABEL) for row in rows]
    widths = [max(map(display_width, column)) for column in zip(heads, *lines, strict=True)]
    head = clip(block.label, _LABEL)
    first = max(display_width(label) for label in [head, *labels])
    yield "  " + _joined(pad(head, first), heads, widths)
    for label, cells, row in zip(labels, lines, rows, strict=True):
        yield ("  " + _joined(pad(label, first), cells, widths) + problem_mark(row, lang))


def _joined(label: str, cells: list[str], widths: list[int]) -> str:
    return _GAP.join(
        [label, *(pad(cell, width, right=True) for cell, width in zip(cells, widths, strict=True))]
    )


def _parent_filled(table: Table, row: str) -> bool:
    return row.rpartition(".")[0] in table.rows


def _stray(report: Report, stray: Stray, lang: str) -> str:
    what = (
        say(lang, "无主数字", "stray figures")
        if stray.kind == "figures"
        else say(lang, "表内文字", "text in table")
    )
    return f"{what} {_line(report, stray.span)}: {clip(visible(stray.text), 60)}"


def _line(report: Report, span: Span) -> int:
    return report.document.range(span)[0].line + 1
