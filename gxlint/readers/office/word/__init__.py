"""Word documents (.docx): what a reader of the accepted text sees, paragraph by paragraph and cell by cell."""

from gxlint.readers.office.word.reader import read_docx

__all__ = ["read_docx"]
