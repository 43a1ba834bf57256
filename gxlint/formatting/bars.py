"""Lines whose cells stand between bars, cut into cells; what the rules between rows look like."""

import re
from typing import NamedTuple

from gxlint.readers.comments import comment
from gxlint.syntax.shapes import RULE

# Every character that the view takes for a bar.
_BAR = re.compile("[|\uff5c│┃║∣￨]")
_JUNCTION = re.compile("[|+┼├┤┌┐└┘┬┴╪╞╡╠╣╬]")


class BarLine(NamedTuple):
    """A line of cells.

    Attributes:
        indent: white space before it.
        cells: what stands between the bars, without white space around.
        bar: the character used as a bar.
        opened, closed: whether it begins and ends with one.
        behind: a comment for the checker that stands behind the row.
    """

    indent: str
    cells: tuple[str, ...]
    bar: str
    opened: bool
    closed: bool
    behind: str = ""

    @property
    def bare(self) -> bool:
        """Whether nothing stands between its bars."""
        return not any(self.cells)


class RuleLine(NamedTuple):
    """A line drawn between rows: ``|---|:-:|``, ``├────┼────┤``. ``parts`` stand between its ``junctions``.

    There is one part more than there are junctions; the first and the last one may be empty.
    """

    indent: str
    parts: tuple[str, ...]
    junctions: tuple[str, ...]

    @property
    def opened(self) -> bool:
        """Whether it begins with a junction."""
        return not self.parts[0].strip()

    @property
    def columns(self) -> tuple[str, ...]:
        """The parts that stand over columns."""
        last = len(self.parts) if self.parts[-1].strip() else -1
        return self.parts[1 if self.opened else 0 : last]


def has_bar(text: str) -> bool:
    """Whether a bar stands in a text."""
    return _BAR.search(text) is not None


def bars_in(text: str) -> int:
    """How many bars stand in a text."""
    return len(_BAR.findall(text))


def bar_places(text: str) -> list[int]:
    """Where in a text bars stand."""
    return [match.start() for match in _BAR.finditer(text)]


def read_line(text: str) -> BarLine | RuleLine | None:
    """What a line is; none where it is neither cells between bars nor a rule, or too odd to be sure of."""
    if RULE.match(text):
        return _rule(text)
    body, behind = _without_comment(text)
    bars = set(_BAR.findall(body))
    if len(bars) != 1 or "<!--" in body or "\\|" in body:
        return None
    (bar,) = bars
    stripped = body.strip()
    opened, closed = stripped.startswith(bar), stripped.endswith(bar) and len(stripped) > 1
    pieces = stripped.split(bar)
    cells = pieces[1 if opened else 0 : -1 if closed else None]
    indent = body[: len(body) - len(body.lstrip())]
    return BarLine(indent, tuple(piece.strip() for piece in cells), bar, opened, closed, behind)


def is_comment(text: str) -> bool:
    """Whether a line holds comments for the checker and nothing else."""
    return "<!--" in text and not comment().sub("", text).strip()


def _without_comment(text: str) -> tuple[str, str]:
    """A line without the comments for the checker at its end, and those."""
    if "<!--" not in text:
        return text, ""
    found = re.search(rf"(?:\s*{comment().pattern})+\s*$", text)
    return (text[: found.start()], found[0].strip()) if found else (text, "")


def _rule(text: str) -> RuleLine | None:
    stripped = text.strip()
    junctions = tuple(_JUNCTION.findall(stripped))
    if not junctions:
        return None
    indent = text[: len(text) - len(text.lstrip())]
    return RuleLine(indent, tuple(_JUNCTION.split(stripped)), junctions)
