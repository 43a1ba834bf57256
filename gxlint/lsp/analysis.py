"""What came of checking one state of a document."""

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import Diagnostic

from gxlint.lsp.places import Places
from gxlint.model import Report
from gxlint.readers import Document
from gxlint.rules import Finding

if TYPE_CHECKING:
    from gxlint.lint.session import FileResult


class Shown(NamedTuple):
    """A diagnostic and what it tells of: a stretch of the source, and a finding unless it is a note of our own."""

    diagnostic: Diagnostic
    start: int = 0
    end: int = 0
    finding: Finding | None = None


class Analysis(NamedTuple):
    """What came of checking one edition of a document.

    Attributes:
        uri, version, edition: of what.
        document: as it was read; none where that failed, or where it is none of ours.
        report: what was recognised in it; none where nothing was.
        places: from its source to the client.
        shown: the diagnostics: notes of our own, then findings by place.
        result: all that came of it, with the verdict; none where nothing was checked.
    """

    uri: str
    version: int
    edition: int
    document: Document | None = None
    report: Report | None = None
    places: Places | None = None
    shown: tuple[Shown, ...] = ()
    result: "FileResult | None" = None
