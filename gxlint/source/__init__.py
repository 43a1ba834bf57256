"""The text of a document: decoding, line index, normalised view. Imports nothing of gxlint."""

from gxlint.source.span import Span
from gxlint.source.text import Position, SourceText

__all__ = ["Position", "SourceText", "Span"]
