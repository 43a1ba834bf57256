"""What a report says, to be held against what it says after it was written anew."""

import re
from collections import Counter

from gxlint.forms.as_written import paragraph_words
from gxlint.model import Report
from gxlint.readers.written import words_of

_MARKS = re.compile(r"^[#>*\s]+")


def cells(report: Report) -> dict[str, str]:
    """The text of every cell that was found, by address."""
    return {
        cell.address: "" if cell.state == "blank" else "".join(words_of(report.document, cell.span).split())
        for table in report.tables.values()
        for cell in table.cells()
        if cell.state != "missing"
    }


def sentences(report: Report) -> Counter[str]:
    """Title, headings, paragraphs and signature as written, marks of Markdown aside; and how often each is there."""
    document, signature = report.document, report.signature
    spans = [
        *(section.heading.span for section in report.sections),
        *(span for span in (signature.name_span, signature.date_span) if span is not None),
    ]
    words = [paragraph_words(document, paragraph) for paragraph in report.prose()]
    words += [words_of(document, span) for span in spans]
    words.append(report.title.text if report.title is not None else "")
    return Counter(_MARKS.sub("", "".join(text.split())) for text in words)
