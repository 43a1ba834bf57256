"""The runs of a Word document while they are open: where each begins, its properties, and whether it is hidden."""

from gxlint.readers.office.word.found import Run


class Runs:
    """Runs stand inside one another where one holds a text box. ``hidden``: what stands there now is not shown."""

    __slots__ = ("_looks_at", "_open", "found", "hidden")

    def __init__(self, found: list[Run | None]) -> None:
        """Collect them in a list, each at its number, once it has ended."""
        self.found = found
        self.hidden = False
        self._open: list[
            tuple[int, int, bool]
        ] = []  # number, beginning, and whether the one around it is hidden
        self._looks_at = 0

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def number(self) -> int:
        """The number of the innermost run."""
        return self._open[-1][0]

    def begin(self, at: int) -> None:
        """A run begins."""
        self._open.append((len(self.found), at, self.hidden))
        self.found.append(None)
        self.hidden = False

    def looks(self, at: int) -> None:
        """The properties of a run begin, or those of something else."""
        self._looks_at = at

    def looks_end(self, at: int) -> None:
        """The properties of the innermost run end."""
        number, begin, _ = self._open[-1]
        self.found[number] = Run(begin, begin, (self._looks_at, at))

    def end(self, at: int) -> None:
        """The innermost run ends."""
        number, begin, hidden = self._open.pop()
        before = self.found[number]
        self.found[number] = Run(begin, at, before.looks if before else None)
        self.hidden = hidden
