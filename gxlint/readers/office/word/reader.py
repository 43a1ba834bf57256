"""From a .docx to a document."""

from functools import cached_property

from gxlint.readers import errors
from gxlint.readers.document import Document
from gxlint.readers.errors import ReadError
from gxlint.readers.office.package import Package
from gxlint.readers.office.word.found import Scan
from gxlint.readers.office.word.numbering import Numbering
from gxlint.readers.office.word.scan import scan
from gxlint.readers.outline import arranged
from gxlint.readers.typeset import typeset

_USUAL_PART = "word/document.xml"


class WordFile:
    """A Word document in memory: its package, the name and bytes of its main part, and what stands in it."""

    def __init__(self, data: bytes, path: str) -> None:
        """Open it.

        Raises:
            ReadError: it is no such document, damaged, locked, or not to be trusted.
        """
        self.package = Package(data, path)
        found = self.package.related("", "officeDocument")
        self.main = found[0][1] if found else _USUAL_PART
        main = self.package.xml(self.main)
        if main is None:
            raise self.package.broken()
        self.part = main

    @cached_property
    def scan(self) -> Scan:
        """The texts and tables of the main part, and where each stands in its bytes.

        Raises:
            ReadError: the part is no XML, or cut off.
        """
        return scan(self.part, self.package, Numbering(self.package, self.main).label)


def read_docx(data: bytes, path: str) -> Document:
    """The text of a Word document with all changes accepted, its tables as rows.

    Raises:
        ReadError: it is damaged, locked, not to be trusted, or has no text.
    """
    file = WordFile(data, path)
    texts = file.scan.texts
    document = typeset(texts, arranged([text.text for text in texts], file.scan.tokens), path, "docx")
    if not document.text.strip():
        raise ReadError(errors.EMPTY, {"path": path})
    return document
