"""PDF files: their words and lines, put together again as paragraphs and tables."""

from gxlint.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]
