"""Fields of a Word document: their results are text, their codes are not, and a table of contents only repeats."""


class Fields:
    """The fields that are open. ``unseen`` is whether what stands there now is no text of the document."""

    __slots__ = ("_open", "unseen")

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []  # the code so far, and whether the result has begun
        self.unseen = False

    def mark(self, kind: str) -> None:
        """A field begins, goes over to its result, or ends."""
        if kind == "begin":
            self._open.append(("", False))
        elif self._open and kind == "separate":
            self._open[-1] = (self._open[-1][0], True)
        elif self._open and kind == "end":
            self._open.pop()
        self._look()

    def code(self, text: str) -> None:
        """A part of the code of the innermost field."""
        if self._open:
            code, result = self._open[-1]
            self._open[-1] = (code + text, result)

    def _look(self) -> None:
        self.unseen = any(not result or code.split()[:1] == ["TOC"] for code, result in self._open)
