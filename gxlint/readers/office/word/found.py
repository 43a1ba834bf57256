"""What a walk through a Word document finds."""

from typing import NamedTuple

from gxlint.readers.markup import Token
from gxlint.readers.typeset import Text


class Run(NamedTuple):
    """A run of equal looks, in bytes of the part. ``looks`` is where its properties stand, if it has any."""

    begin: int
    end: int
    looks: tuple[int, int] | None


class Element(NamedTuple):
    """A text element: its text, where it begins and where its end tag does, in bytes, and the number of its run."""

    text: str
    begin: int
    close: int
    run: int


class Scan(NamedTuple):
    """What was found. ``tokens`` are those of ``readers.markup``; ``texts`` are what their numbers mean.

    ``ends`` tell of each text where the end tag of its paragraph begins, or the paragraph itself where it is all one
    tag; -1 where there is no paragraph.
    """

    tokens: list[Token]
    texts: list[Text]
    elements: list[Element]
    runs: list[Run | None]
    ends: list[int]
