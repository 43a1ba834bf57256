"""The tables of a Word document while they are open: what is merged or deleted leaves no tokens."""

from gxlint.readers.markup import Token
from gxlint.readers.places import Place
from gxlint.readers.tags import CELL


class _Table:
    """A table while it is open."""

    __slots__ = ("cell_at", "column", "covered", "deleted", "number", "row", "row_at")

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = self.column = self.row_at = self.cell_at = 0
        self.covered = self.deleted = False


class Tables:
    """Writes the tokens of tables. Every method but ``place`` raises IndexError outside of any table."""

    __slots__ = ("_count", "_open")

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._count = 0

    def __bool__(self) -> bool:
        return bool(self._open)

    def place(self) -> Place:
        """The place of the cell that is open."""
        table = self._open[-1]
        return Place(table=table.number, row=table.row, column=table.column)

    def begin(self, sink: list[Token]) -> None:
        """A table begins."""
        self._count += 1
        self._open.append(_Table(self._count))
        sink.append("<table>")

    def end(self, sink: list[Token]) -> None:
        """The innermost table ends."""
        self._open.pop()
        sink.append("</table>")

    def row(self, sink: list[Token]) -> None:
        """A row begins."""
        table = self._open[-1]
        table.row_at, table.deleted = len(sink), False
        table.row, table.column = table.row + 1, 0
        sink.append("<tr>")

    def row_end(self, sink: list[Token]) -> None:
        """The row ends; a deleted one leaves nothing."""
        table = self._open[-1]
        if table.deleted:
            del sink[table.row_at :]
            table.row -= 1
        else:
            sink.append("</tr>")

    def cell(self, sink: list[Token]) -> None:
        """A cell begins."""
        table = self._open[-1]
        table.cell_at, table.covered = len(sink), False
        table.column += 1
        sink.append(CELL)

    def cell_end(self, sink: list[Token]) -> None:
        """The cell ends; one that another covers leaves nothing."""
        table = self._open[-1]
        if table.covered:
            del sink[table.cell_at :]
        else:
            sink.append("</td>")

    def cover(self) -> None:
        """The cell is covered by another one, or deleted."""
        self._open[-1].covered = True

    def delete_row(self) -> None:
        """The row is deleted."""
        self._open[-1].deleted = True
