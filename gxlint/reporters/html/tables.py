"""A table of a report: its figures, the cells with findings, the sums beside the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.forms.markup import Markup, joined, tag
from gxlint.model.sums import figure
from gxlint.reporters.detail_tables import row_problem
from gxlint.reporters.html.findings import Anchors, notes, worst
from gxlint.reporters.html.markup import jump
from gxlint.reporters.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gxlint.model.sums import Balance
    from gxlint.reporters import RunInfo
    from gxlint.reporters.detail_tables import BlockDetail, CellDetail, RowDetail, TableDetail
    from gxlint.reporters.record import FileRecord


def table_markup(record: FileRecord, table: TableDetail, run: RunInfo, anchors: Anchors) -> Markup:
    """The table, what is said of it below."""
    view = _View(record, run, anchors)
    wide = max((len(block.columns) for block in table.blocks), default=1)
    rows = [row for block in table.blocks for row in view.block(block, wide)]
    rows += (view.balance(item) for item in table.balances)
    parts: list[Markup | None] = [
        tag("p", tag("b", table.name)),
        tag("div", tag("table", tag("tbody", *rows), class_="form"), class_="wide"),
    ]
    if table.strays:
        head = say(run.lang, "未能归入任何一行的内容:", "belongs to no row: ")
        parts.append(tag("p", head, " / ".join(table.strays), class_="soft"))
    parts.append(view.anchors_of(table.findings))
    parts.append(notes(record, table.all_findings(), run, anchors))
    return tag("div", *parts, class_="table")


class _View:
    def __init__(self, record: FileRecord, run: RunInfo, anchors: Anchors) -> None:
        self._record, self._run, self._anchors = record, run, anchors

    def block(self, block: BlockDetail, wide: int) -> Iterator[Markup]:
        """A block with its head. All rows are as wide as the widest one of the table."""
        columns = len(block.columns)
        heads = [
            tag("th", name, class_="col", scope="col", colspan=_span(place, columns, wide))
            for place, name in enumerate(block.columns)
        ]
        yield tag("tr", tag("th", block.label), *heads)
        group = ""
        for row in block.rows:
            if row.group and row.group != group:
                yield tag("tr", tag("th", row.group, class_="group", colspan=wide + 1))
            group = row.group
            yield self._row(row, wide)

    def balance(self, balance: Balance) -> Markup:
        """A row that shows for each column whether both sides agree."""
        plus = " + "
        label = f"{plus.join(balance.left)} = {plus.join(balance.right)}"
        cells = (tag("td", self._gap(gap)) for _, gap in balance.gaps)
        head = say(self._run.lang, "勾稽:", "sums: ")
        return tag("tr", tag("th", head, label, class_="group"), *cells)

    def anchors_of(self, findings: Iterable[int]) -> Markup | None:
        """Where the list leads to for findings about the table as a whole."""
        places = [tag("span", id=self._anchors.place(number)) for number in findings]
        return joined(*places) if places else None

    def _row(self, row: RowDetail, wide: int) -> Markup:
        label = tag("th", row.label, self._numbers(row.findings), scope="row")
        if row.problem is not None:
            words = row_problem(row.problem, self._run.lang)
            texts = " | ".join(cell.text for cell in row.cells if cell.text)
            inside = sorted({number for cell in row.cells for number in cell.findings})
            content = joined(texts, " " if texts else None, f"({words})", self._numbers(inside))
            cells = [tag("td", content, class_="absent", colspan=wide)]
        else:
            cells = [
                self._cell(cell, _span(place, len(row.cells), wide)) for place, cell in enumerate(row.cells)
            ]
        found = f"found {worst(self._record, row.findings)}" if row.findings else None
        return tag("tr", label, *cells, class_=found)

    def _cell(self, cell: CellDetail, colspan: int | None) -> Markup:
        found = f"found {worst(self._record, cell.findings)}" if cell.findings else None
        return tag(
            "td", cell.text, self._numbers(cell.findings), self._sum(cell), class_=found, colspan=colspan
        )

    def _sum(self, cell: CellDetail) -> Markup | None:
        if cell.computed is None:
            return None
        if cell.agrees:
            return tag("span", " ✓", class_="sum", title=say(self._run.lang, "与各项之和一致", "as the sum"))
        words = say(self._run.lang, "算得 {n}", "sum {n}", n=figure(cell.computed))
        return tag("span", words, class_="sum off")

    def _gap(self, gap: int | float | None) -> Markup:
        if gap is None:
            return tag("span", say(self._run.lang, "未核", "?"), class_="absent")
        if not gap:
            return tag("span", "✓", class_="sum")
        return tag("span", say(self._run.lang, "差 {n}", "off {n}", n=figure(abs(gap))), class_="sum off")

    def _numbers(self, findings: Iterable[int]) -> Markup | None:
        marks = [
            tag(
                "sup",
                jump(
                    self._anchors.item(number),
                    str(number + 1),
                    class_=f"number {self._record.diagnostics[number].severity}",
                    id=self._anchors.place(number),
                ),
            )
            for number in findings
        ]
        return joined(*marks) if marks else None


def _span(place: int, columns: int, wide: int) -> int | None:
    """The last column of a narrow row reaches to the edge of the table."""
    return wide - columns + 1 if place == columns - 1 and columns < wide else None
