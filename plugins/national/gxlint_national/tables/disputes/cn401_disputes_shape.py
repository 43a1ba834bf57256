"""CN401 disputes-shape."""

import re
from collections.abc import Iterator

from gxlint.model import Report, Table
from gxlint.rules import Message, Outcome, Rule, Severity, Where
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.condition import (
    UNREAD,
    absent_rows,
    blank,
    cut_off,
    ends_early,
    has_blank_line,
    is_blank,
    is_scattered,
    rows_undecided,
    unread,
)
from gxlint_national.tables.naming import listed
from gxlint_national.tables.widths import wrong_widths

_STRAY = Message(
    "{table}有数字未能归到各组,格数没有核对",
    "{table}: some figures belong to no group; their number was not checked",
)


class DisputesShape(Rule):
    """表四三组(行政复议、未经复议直接起诉、复议后起诉)各五格,共十五格。

    三组并排在一行里,少一格或多一格,后面的数就错了位,只报一条,小计不再核对。正文到表中为止、数字散乱的只说明没有核对。

    Wrong:
        | ⟦0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0⟧ |
    Right:
        | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
    """

    code, name, severity = "CN401", "disputes-shape", Severity.ERROR
    reach = "nowhere"
    source = article(FORMAT_2021, "附件 表四")
    wants = Table
    table = "table_disputes"
    messages = {
        "no_row": Message(
            "表四没有数据行,应有 {expected} 格",
            "the table has no row of figures; {expected} cells are expected",
        ),
        "cells": Message(
            "表四有 {found} 格,应为 {expected} 格,未核对小计",
            "{found} cells instead of {expected}; sums not checked",
        ),
        "missing": Message("表四缺{rows}组", "the group(s) {rows} are missing"),
    }

    def check(self, table: Table, report: Report) -> Iterator[Outcome]:
        """Count the cells of the one row of figures."""
        if is_blank(table) and (table.rows or has_blank_line(table, report)):
            yield blank(self, table)
        elif ends_early(report, table) and absent_rows(table):
            yield cut_off(self, table)
        elif is_scattered(table):
            yield self.undecided(table, _STRAY, table=table.form.name)
        elif not table.rows and re.search(r"\d", unread(table, report)):
            yield self.undecided(table, UNREAD, table=table.form.name)
        elif not table.rows:
            place = table.labels[-1] if table.labels else table
            yield self.at(place, "no_row", where=Where(table=table.key), expected=table.form.width)
        elif absent := absent_rows(table):
            first = next(iter(table.rows.values()))
            where = Where(table=table.key, row=absent[0])
            yield self.at(first, "missing", where=where, rows=listed(table.form, absent))
        else:
            yield from self._widths(table, report)

    def _widths(self, table: Table, report: Report) -> Iterator[Outcome]:
        for defect in wrong_widths(report, table):
            if defect.verdict == "unknown":
                yield rows_undecided(self, defect.rows, "格数", "their number")
                continue
            row = defect.rows[0]
            yield self.at(
                row,
                "cells",
                span=row.span,
                where=Where(table=table.key),
                severity=Severity.ERROR if defect.verdict == "certain" else Severity.WARNING,
                held_back=len(defect.rows),
                found=row.found,
                expected=table.form.width,
            )
