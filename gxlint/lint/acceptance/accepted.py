"""A finding that is not reported, and what it is compared with."""

from typing import Literal, NamedTuple, TypeAlias

from gxlint.readers import Document
from gxlint.rules import Finding, Where

By: TypeAlias = Literal["accept", "comment", "baseline"]
_LONGEST = 40


class Accepted(NamedTuple):
    """A finding that is known and meant: where that is said, and why."""

    finding: Finding
    by: By
    reason: str


class Use(NamedTuple):
    """That an accepted exception holds for a file, and whether it met a finding there.

    ``config`` is the configuration's path, ``place`` the entry's number in it.
    """

    config: str
    place: int
    used: bool


class Fingerprint(NamedTuple):
    """What stays the same of a finding when lines above it come and go."""

    code: str
    address: str
    text: str


def address_of(where: Where) -> str:
    """``table_requests.granted.total``, or the key of a section; empty where there is neither."""
    if where.table is None:
        return where.section or ""
    return ".".join(filter(None, (where.table, where.row, where.column)))


def fingerprint(finding: Finding, document: Document) -> Fingerprint:
    """The fingerprint of a finding in a document."""
    source = document.source
    place = document.view.source_span(finding.span)
    _, end = source.line_bounds(source.line_of(place.start))
    text = source.text[place.start : max(place.start, min(place.end, end))]
    return Fingerprint(finding.rule.code, address_of(finding.where), quoted(text))


def quoted(text: str) -> str:
    """The beginning of the text at a place, without white space."""
    return "".join(text.split())[:_LONGEST]
