"""The parts of an Office file, taken out of it with care: nothing in it is trusted to be small, whole or harmless."""

import io
import re
import zlib
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile, ZipInfo

from gxlint.readers import errors
from gxlint.readers.errors import ReadError

PART_LIMIT = 32 << 20
"""Bytes of one part, unpacked. The text of a report has some hundred thousand."""
_MOST_PARTS = 20_000
_MACRO_PARTS = ("vbaproject.bin", "vbadata.xml")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DECLARED_ENCODING = re.compile(rb"""\A(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class Package:
    """An Office file in memory. Parts are unpacked one at a time and only when asked for.

    Attributes:
        data: the file.
        path: what it is called, for messages.
    """

    def __init__(self, data: bytes, path: str) -> None:
        """Open it.

        Raises:
            ReadError: it is no such file, cut off, locked with a password, or has too many parts.
        """
        self.data, self.path = data, path
        try:
            self._zip = ZipFile(io.BytesIO(data))
            self._names = {info.filename.lower(): info for info in self._zip.infolist()}
        except _DAMAGED:
            raise self.broken() from None
        if len(self._names) > _MOST_PARTS:
            raise self._too_large()

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or none where there is no such part.

        Raises:
            ReadError: it is damaged, locked, or unpacks to more than a report can need.
        """
        info = self._names.get(name.lower().lstrip("/"))
        if info is None:
            return None
        if info.flag_bits & 1:
            raise ReadError(errors.LOCKED, {"path": self.path})
        if info.file_size > PART_LIMIT:
            raise self._too_large()
        try:
            with self._zip.open(info) as stream:
                data = stream.read(PART_LIMIT + 1)  # what the file says of the size may be a lie
        except _DAMAGED:
            raise self.broken() from None
        if len(data) > PART_LIMIT:
            raise self._too_large()
        return data

    def xml(self, name: str) -> bytes | None:
        """An XML part in UTF-8, or none where there is no such part.

        Raises:
            ReadError: it is damaged or too large, or has a document type: no Office program writes one, and it
                may make the text grow without end or lead to other files.
        """
        data = self.part(name)
        if data is None:
            return None
        data = _as_utf8(data)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ReadError(errors.UNSAFE, {"path": self.path})
        return data

    def tree(self, name: str) -> ElementTree.Element | None:
        """A small XML part as a tree, or none where there is no such part or it is damaged: none of them is vital."""
        data = self.xml(name)
        if data is None:
            return None
        try:
            return ElementTree.fromstring(data)
        except ElementTree.ParseError:
            return None

    def related(self, part: str, kind: str) -> list[tuple[str, str]]:
        """Parts that a part names: pairs of relationship id and part name. ``part`` may be empty for the package."""
        folder, _, name = part.rpartition("/")
        tree = self.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
        if tree is None:
            return []
        return [
            (item.get("Id", ""), _absolute(folder, item.get("Target", "")))
            for item in tree.iter(_RELATIONSHIP)
            if item.get("Type", "").endswith(f"/{kind}") and item.get("TargetMode") != "External"
        ]

    def entries(self) -> list[ZipInfo]:
        """What the file says of its parts, in its order."""
        return self._zip.infolist()

    @property
    def has_macros(self) -> bool:
        """Whether programs travel in the file."""
        return any(name.rpartition("/")[2] in _MACRO_PARTS for name in self._names)

    @property
    def comment(self) -> bytes:
        """What the file says of itself, usually nothing."""
        return self._zip.comment

    def broken(self) -> ReadError:
        """What to say of a file that is damaged."""
        return ReadError(errors.BROKEN, {"path": self.path})

    def _too_large(self) -> ReadError:
        return ReadError(errors.TOO_LARGE_INSIDE, {"path": self.path, "limit": PART_LIMIT >> 20})


def _as_utf8(data: bytes) -> bytes:
    """XML in UTF-8 without a byte order mark; what says that it is anything else is gone."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        codec = (
            "utf-16"
            if data[:2] in (b"\xff\xfe", b"\xfe\xff")
            else ("utf-16-be", "utf-16-le")[data[:1] != b"\0"]
        )
        return re.sub(r"\A\ufeff?<\?xml[^>]*\?>", "", data.decode(codec, "replace")).encode(
            "utf-8", "replace"
        )
    declared = _DECLARED_ENCODING.match(data)
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        try:
            text = data.decode(declared[1].decode("ascii"), "replace")
        except (LookupError, ValueError):  # no encoding of texts, or one that puts up with nothing
            text = data.decode("utf-8", "replace")
        return re.sub(r"\A\ufeff?<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf")


def _absolute(folder: str, target: str) -> str:
    """The name of a part from a reference in a part of this folder."""
    if target.startswith("/"):
        return target.lstrip("/")
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
