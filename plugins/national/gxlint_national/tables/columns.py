"""The header of a table: which columns are named in it."""

from gxlint.formats import BlockForm
from gxlint.model import Report, Table
from gxlint_national.tables.condition import has_separators, is_empty
from gxlint_national.tables.widths import drops_blanks


def missing_columns(report: Report, table: Table, block: BlockForm) -> list[str]:
    """Columns that a block really lacks: not in its header, and its rows are short by just as many cells.

    A header that was lost or cut up on the way is no missing column: then the rows are complete.
    """
    named = {label.key for label in table.labels_of("column")}
    absent = [column for column in block.columns if column not in named]
    if not absent or len(absent) == len(block.columns):
        return []
    rows = [table[key] for key in block.rows if key in table and not is_empty(table[key])]
    width = len(block.columns) - len(absent)
    certain = all(
        row.problem == "short" and row.found == width and has_separators(report, row) for row in rows
    )
    return absent if rows and certain and not report.once(drops_blanks) else []
