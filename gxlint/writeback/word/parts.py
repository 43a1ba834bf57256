"""Names as a part writes them, and parts that a Word document does not have yet."""

import re
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from gxlint.readers.office.word.reader import WordFile

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOT = re.compile(rb"<(?![?!])([^\s/>]+)([^>]*)>")
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)


class Names(NamedTuple):
    """How a part spells the names of the main namespace. ``declared`` is what each element of ours has to say first."""

    prefix: bytes
    space: str
    root: bytes
    declaration: bytes = b""

    def element(self, name: str, attributes: bytes = b"", inside: bytes | None = None) -> bytes:
        """An element; without anything inside, all one tag."""
        spelled = self.prefix + b":" + name.encode()
        head = b"<" + spelled + self.declaration + attributes
        return head + b"/>" if inside is None else head + b">" + inside + b"</" + spelled + b">"

    def attribute(self, name: str, value: str) -> bytes:
        """An attribute, with the space before it."""
        return b" " + self.prefix + b":" + name.encode() + b"=" + quoteattr(value).encode()

    def declared(self, root: str) -> "Fresh":
        """The frame of a part of its own."""
        return Fresh(self._replace(prefix=b"w", declaration=b""), root)


class Fresh(NamedTuple):
    """The frame of a part that is written anew."""

    names: Names
    root: str

    def begin(self) -> bytes:
        """What stands before its elements."""
        space = f' xmlns:w="{self.names.space}"'.encode()
        return _DECLARATION + b"<w:" + self.root.encode() + space + b">"

    def end(self) -> bytes:
        """What stands behind them."""
        return b"</w:" + self.root.encode() + b">"


def names_of(data: bytes, namespaces: tuple[str, ...]) -> Names:
    """The names of a part, by what its root element says."""
    match = _ROOT.search(data)
    root, head = (match[1], match[2]) if match else (b"", b"")
    space = next((name for name in namespaces if name.encode() in head), namespaces[0])
    prefix = root.rpartition(b":")[0]
    if prefix:
        return Names(prefix, space, root)
    # Attributes need a prefix, and the part has none for this namespace.
    return Names(b"w", space, root, f' xmlns:w="{space}"'.encode())


def add_part(file: WordFile, kind: str, content_type: str, content: bytes) -> dict[str, bytes]:
    """A part that belongs to the main one, and the parts that have to tell of it."""
    folder, _, main = file.main.rpartition("/")
    taken = {info.filename.lower() for info in file.package.entries()}
    name = next(
        name
        for number in range(1000)
        if (name := f"{folder}/{kind}{number or ''}.xml".lstrip("/")).lower() not in taken
    )
    relations = f"{folder}/_rels/{main}.rels".lstrip("/")
    strict = _TYPES[1].encode() in (file.package.xml(relations) or b"")
    relation = (
        f'<Relationship Id="{{id}}" Type="{_TYPES[strict]}/{kind}" Target="{name.rpartition("/")[2]}"/>'
    )
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    return {
        name: content,
        relations: _with_relation(file.package.xml(relations), relation),
        "[Content_Types].xml": _with_child(file.package.xml("[Content_Types].xml") or b"<Types/>", override),
    }


def _with_relation(data: bytes | None, relation: str) -> bytes:
    data = data or _DECLARATION + f'<Relationships xmlns="{_RELATIONSHIPS}"></Relationships>'.encode()
    key = next(key for number in range(10_000) if f'"{(key := f"rIdGx{number}")}"'.encode() not in data)
    return _with_child(data, relation.format(id=key))


def _with_child(data: bytes, child: str) -> bytes:
    """The part with one more child of its root, whose name and namespace the child shares."""
    match = _ROOT.search(data)
    prefix = match[1].rpartition(b":")[0] if match else b""
    new = child.encode()
    if prefix:
        new = b"<" + prefix + b":" + new[1:]
    if data.rstrip().endswith(b"/>"):
        root = match[1] if match else b""
        return data.rstrip()[:-2] + b">" + new + b"</" + root + b">"
    end = data.rfind(b"</")
    return data[:end] + new + data[end:]
