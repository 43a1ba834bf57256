"""A zip package with some parts replaced or added; all others are copied as they are, still packed."""

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipInfo

from gxlint.readers.office.package import Package

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_FIELDS, _CENTRAL_FIELDS, _END_FIELDS = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
_LOCAL_SIZE = struct.calcsize(_LOCAL_FIELDS)
_SIZES_FOLLOW, _UTF8 = 0x8, 0x800
_ZIP64 = 1
_VERSION = 20


class _Entry(NamedTuple):
    """A part as it goes into the file: its head, and its bytes, packed."""

    info: ZipInfo
    name: bytes
    packed: bytes


def repacked(package: Package, parts: Mapping[str, bytes]) -> bytes:
    """The package with these parts in the place of those of the same name; new ones stand at the end."""
    written: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for entry in _entries(package, parts):
        head = _local(entry)
        written += (head, entry.packed)
        directory.append(_central(entry, at))
        at += len(head) + len(entry.packed)
    size = sum(map(len, directory))
    comment = package.comment
    end = struct.pack(_END_FIELDS, _END, 0, 0, len(directory), len(directory), size, at, len(comment))
    return b"".join([*written, *directory, end, comment])


def _entries(package: Package, parts: Mapping[str, bytes]) -> list[_Entry]:
    waiting = {name.lower(): (name, content) for name, content in parts.items()}
    entries = []
    for info in package.entries():
        found = waiting.pop(info.filename.lower(), None)
        name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
        packed = _raw(package.data, info) if found is None else None
        entries.append(_made(info, name, found[1]) if found else _Entry(info, name, packed or b""))
    entries += [_made(ZipInfo(name), name.encode(), content) for name, content in waiting.values()]
    return entries


def _made(like: ZipInfo, name: bytes, content: bytes) -> _Entry:
    """An entry for a part that is new, or says something else than before."""
    info = ZipInfo(like.filename, like.date_time)
    info.flag_bits = like.flag_bits & _UTF8
    info.create_system, info.external_attr = like.create_system, like.external_attr
    info.create_version = info.extract_version = _VERSION
    info.compress_type = ZIP_DEFLATED
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(content) + packer.flush()
    info.CRC, info.file_size, info.compress_size = zlib.crc32(content), len(content), len(packed)
    return _Entry(info, name, packed)


def _raw(data: bytes, info: ZipInfo) -> bytes:
    """The packed bytes of an entry as they stand in the file."""
    at = info.header_offset
    name, extra = struct.unpack_from("<2H", data, at + _LOCAL_SIZE - 4)
    start = at + _LOCAL_SIZE + name + extra
    return data[start : start + info.compress_size]


def _local(entry: _Entry) -> bytes:
    info = entry.info
    fields = (
        *(info.extract_version, info.flag_bits & ~_SIZES_FOLLOW, info.compress_type, *_stamp(info)),
        *(info.CRC, info.compress_size, info.file_size, len(entry.name), 0),
    )
    return struct.pack(_LOCAL_FIELDS, _LOCAL, *fields) + entry.name


def _central(entry: _Entry, at: int) -> bytes:
    info = entry.info
    extra = _without_zip64(info.extra)
    fields = (
        *((info.create_system << 8) | info.create_version, info.extract_version),
        *(info.flag_bits & ~_SIZES_FOLLOW, info.compress_type, *_stamp(info)),
        *(info.CRC, info.compress_size, info.file_size, len(entry.name), len(extra), len(info.comment)),
        *(0, info.internal_attr, info.external_attr, at),
    )
    return struct.pack(_CENTRAL_FIELDS, _CENTRAL, *fields) + entry.name + extra + info.comment


def _without_zip64(extra: bytes) -> bytes:
    """Further fields without the one for sizes beyond four gigabytes, which nothing here has."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept


def _stamp(info: ZipInfo) -> tuple[int, int]:
    """Time and date as zip files have them."""
    year, month, day, hour, minute, second = info.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
