"""From files to documents: normalised lines, each traceable to its place in the source."""

from gxlint.readers.document import Document, Line
from gxlint.readers.errors import ReadError
from gxlint.readers.files import data_of, modern, read_bytes, read_path, read_text

__all__ = ["Document", "Line", "ReadError", "data_of", "modern", "read_bytes", "read_path", "read_text"]
