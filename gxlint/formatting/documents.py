"""Tidies documents that have been read, by the formats that hold where they lie."""

from gxlint.formats import Catalogue
from gxlint.formatting.tidy import Lines, can_be_tidied, tidied
from gxlint.model import Report
from gxlint.model.build import build_report
from gxlint.readers import Document, read_text
from gxlint.source import SourceText


def tidy_document(
    document: Document, catalogue: Catalogue, *, year: int | None = None, lines: Lines | None = None
) -> str | None:
    """The text of a document with tables in columns and labels in official wording.

    Args:
        document: what to tidy.
        catalogue: the formats that may occur.
        year: the fiscal year, where it is known better than from the text.
        lines: only the tables that these lines touch.

    Returns:
        None where it is no report, or not written in plain text or Markdown.
    """

    def read(text: str) -> Report:
        read_again = read_text(SourceText(text, document.source.encoding), document.path)
        return build_report(read_again, catalogue, year=year)

    report = build_report(document, catalogue, year=year)
    return tidied(report, read, lines) if can_be_tidied(report) else None
