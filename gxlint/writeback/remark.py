"""What is written beside a place of a document."""

from typing import NamedTuple

AUTHOR, INITIALS = "政务公开校对", "校"
"""Whose remarks and changes ours are in a document; those of anybody else are never touched."""


class Remark(NamedTuple):
    """A remark on a stretch of the source text, in paragraphs. ``severity`` is that of the finding it tells of."""

    start: int
    end: int
    lines: tuple[str, ...]
    severity: str = "info"
