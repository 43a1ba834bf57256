"""The typed report and how it is built from the parse tree."""

from gxlint.model.report import (
    Cell,
    Evidence,
    Heading,
    Label,
    Paragraph,
    Period,
    Report,
    Row,
    Section,
    Signature,
    Stray,
    Table,
    Title,
)

__all__ = [
    "Cell",
    "Evidence",
    "Heading",
    "Label",
    "Paragraph",
    "Period",
    "Report",
    "Row",
    "Section",
    "Signature",
    "Stray",
    "Table",
    "Title",
]
