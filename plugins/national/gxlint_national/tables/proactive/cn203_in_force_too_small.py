"""CN203 in-force-too-small."""

from collections.abc import Iterator

from gxlint.model import Report, Row
from gxlint.rules import Message, Outcome, Rule, Severity
from gxlint_national.sources import FORMAT_2021, article
from gxlint_national.tables.naming import figure, named
from gxlint_national.tables.wording import shown


class InForceTooSmall(Rule):
    """表二规章、行政规范性文件:现行有效件数不少于本年制发件数减本年废止件数。

    当年制发的文件除去当年废止的,年底多半仍然有效。当年制发又当年失效的少见,所以只给警告。

    Wrong:
        | 行政规范性文件 | 3 | 0 | ⟦1⟧ |
    Right:
        | 行政规范性文件 | 3 | 0 | 5 |
    """

    code, name, severity = "CN203", "in-force-too-small", Severity.WARNING
    reach = "nowhere"
    source = article(FORMAT_2021, "附件 表二")
    formats = ("2021+",)
    wants = Row
    table = "table_proactive"
    messages = {
        "default": Message(
            "现行有效 {in_force} < 制发 {issued} − 废止 {repealed} = {least}",
            "in force {in_force} < issued {issued} − repealed {repealed} = {least}",
        ),
    }

    def check(self, row: Row, report: Report) -> Iterator[Outcome]:
        """Compare the three figures of a row that has them."""
        cells = {cell.column: cell for cell in row.cells}
        if not {"issued", "repealed", "in_force"} <= cells.keys():
            return
        issued, repealed, in_force = (cells[key] for key in ("issued", "repealed", "in_force"))
        if in_force.value is None or issued.value is None or repealed.number is None:
            return  # a blank is CN312's matter, an unreadable cell CN202's
        least = issued.value - repealed.number
        if in_force.value < least:
            yield self.at(
                in_force,
                related=shown(row.form, (issued, repealed)),
                in_force=figure(in_force.value),
                issued=figure(issued.value),
                repealed=figure(repealed.number),
                least=figure(least),
                row=named(row.form, row.key),
            )
