"""Tables as rows of bars, a row a line."""

from collections.abc import Iterable

from gxlint.forms.grid import Grid


def piped(texts: Iterable[str]) -> str:
    """Texts with a bar after each; a blank one is a bare bar."""
    return "".join(f"{text} | " if text else "| " for text in texts).rstrip()


def pipe_rows(grid: Grid) -> str:
    """``规章 | 0 | 0 | 0 |``: a row a line, a bar after each cell."""
    return "\n".join(piped(cell.text for cell in row) for row in grid)


def pipe_rows_leading(grid: Grid) -> str:
    """Bars on both sides, no rule under the head."""
    return "\n".join("| " + piped(cell.text for cell in row) for row in grid)
