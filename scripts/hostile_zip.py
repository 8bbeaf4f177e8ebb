"""Zip files as an attacker would write them: any size, name, method and offset can be a lie.

Used by make_hostile.py; the layout is that of APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.14 and 4.3.16.
Python's own module would refuse to write most of these. Standard library only.
"""
from __future__ import annotations

import dataclasses
import struct
import zlib

STORED, DEFLATED = 0, 8


@dataclasses.dataclass
class Member:
    """A member: what is stored, and what the headers say about it."""

    name: bytes
    stored: bytes
    method: int = STORED
    checksum: int = 0
    size: int = 0
    """The unpacked size that both headers declare."""
    flags: int = 0x0800
    attributes: int = 0
    offset: int | None = None
    """Where the directory says that the member starts; None = where it does."""

    def _common(self) -> bytes:
        # Version 2.0; the first day that the format can name.
        return struct.pack(
            "<HHHHHIIIHH", 20, self.flags, self.method, 0, 0x21, self.checksum,
            len(self.stored), self.size & 0xFFFFFFFF, len(self.name), 0)

    def local(self) -> bytes:
        """Return the local header with the stored bytes."""
        return b"PK\3\4" + self._common() + self.name + self.stored

    def central(self, offset: int) -> bytes:
        """Return the directory entry."""
        place = offset if self.offset is None else self.offset
        return (b"PK\1\2" + struct.pack("<H", 0x031E) + self._common()
                + struct.pack("<HHHII", 0, 0, 0, self.attributes, place) + self.name)


def stored(name: str | bytes, data: bytes | str) -> Member:
    """Return an honest member that is stored as it is."""
    raw = data.encode() if isinstance(data, str) else data
    label = name.encode() if isinstance(name, str) else name
    return Member(label, raw, STORED, zlib.crc32(raw), len(raw))


def zeros(name: str, megabytes: int) -> Member:
    """Return an honest member of so many MiB of zeros, packed about a thousandfold.

    One packed MiB is repeated, so that it is made quickly.
    """
    block = bytes(1 << 20)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, zlib.DEFLATED, -15).flush()
    checksum = 0
    for _ in range(megabytes):
        checksum = zlib.crc32(block, checksum)
    return Member(name.encode(), once * megabytes + end, DEFLATED, checksum, megabytes << 20)


def end_of_directory(count: int, size: int, offset: int, comment: bytes = b"") -> bytes:
    """Return the record at the end; above 65,535 members with those of Zip64 before it."""
    record = struct.pack(
        "<HHHHIIH", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), size, offset, len(comment))
    zip64 = b""
    if count > 0xFFFF:
        zip64 = (b"PK\6\6" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, count, count, size, offset)
                 + b"PK\6\7" + struct.pack("<IQI", 0, offset + size, 1))
    return zip64 + b"PK\5\6" + record + comment


def archive(members: list[Member], comment: bytes = b"") -> bytes:
    """Return a zip file of these members, whatever they say of themselves."""
    body, directory = bytearray(), bytearray()
    for member in members:
        directory += member.central(len(body))
        body += member.local()
    return bytes(body + directory) + end_of_directory(
        len(members), len(directory), len(body), comment)


def directory_only(names: list[bytes]) -> bytes:
    """Return a zip file whose entries all point at one member, so that many cost little."""
    first = stored("a.txt", "We answer.")
    body = first.local()
    entries = b"".join(
        dataclasses.replace(first, name=name, offset=0).central(0) for name in names)
    return body + entries + end_of_directory(len(names), len(entries), len(body))
