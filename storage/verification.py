"""Proves that nothing in the archive was altered, and tells a site what it was asked."""

from __future__ import annotations

import hashlib
import io
import mmap
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from storage.archive import Archive
from storage.database import rows
from storage.moments import read_utc, utc_text

MEMBER_BEGIN = b"\x1f\x8b\x08"  # of a gzip member: each record is one
PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Damage:
    """A record that is not what it was when it was written."""

    file: str
    offset: int | None  # None: the whole file
    url: str | None
    problem: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` looked at and what it found wrong."""

    files: int
    records: int
    pages: int
    damages: tuple[Damage, ...]


@dataclass(frozen=True, slots=True)
class RequestMade:
    """One line of the log that a site's administrator may ask for."""

    asked_at: datetime
    host: str
    url: str
    why: str  # robots.txt, entry, new, changed, vanished, redirect, again, revisit
    status: int | None  # None: no answer
    reason: str | None
    bytes: int


def requests_to(archive: Archive, host: str, since: datetime | None = None) -> tuple[RequestMade, ...]:
    """What a host was asked, when, why and how many bytes it sent, oldest first; robots.txt included."""
    sql = """SELECT asked_at, host, url, why, status, reason, bytes FROM requests
        WHERE host = ? AND asked_at >= ? ORDER BY asked_at, id"""
    found = rows(archive.db, sql, [host, utc_text(since) if since else ""])
    return tuple(RequestMade(**{**row, "asked_at": read_utc(row["asked_at"])}) for row in found)


def verify(archive: Archive) -> Verified:
    """Hash every record again, and see that each stored page is where its row says and what its row says."""
    files = rows(archive.db, "SELECT name, length FROM warc_files ORDER BY name")
    damages: list[Damage] = []
    records = pages = 0
    for file in files:
        sql = "SELECT url, sha256, warc_offset FROM pages WHERE warc_file = ?"
        stored = {row["warc_offset"]: row for row in rows(archive.db, sql, [file["name"]])}
        pages += len(stored)
        path = archive.folder / file["name"]
        if not path.exists() or not path.stat().st_size:
            damages.append(Damage(file["name"], None, None, "the file is gone or empty"))
            continue
        if path.stat().st_size < file["length"]:
            damages.append(Damage(file["name"], None, None, f"shorter than its {file['length']} bytes"))
        seen, wrong = _verify_file(path, stored)
        records += seen
        damages += wrong
    return Verified(len(files), records, pages, tuple(damages))


def _verify_file(path: Path, stored: dict[int, dict[str, Any]]) -> tuple[int, list[Damage]]:
    """The number of whole records of a file, and what is wrong with the others."""
    damages: list[Damage] = []
    missing = dict(stored)
    whole = 0
    with path.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for offset, member in _members(data):
            row = missing.pop(offset, None)
            problem, sha256 = _read_record(member) if member is not None else ("cannot be unpacked", "")
            if problem is None and row and sha256 != row["sha256"]:
                problem = "holds another body than was stored"
            if problem:
                damages.append(Damage(path.name, offset, row["url"] if row else None, problem))
            else:
                whole += 1
    lost = [Damage(path.name, offset, row["url"], "its record cannot be found") for offset, row in missing.items()]
    return whole, damages + lost


def _members(data: mmap.mmap) -> Iterator[tuple[int, bytes | None]]:
    """Offset and content of each gzip member; None for a damaged one, behind which the next whole one is sought."""
    offset = 0
    while offset < len(data):
        content, end = _unpack(data, offset)
        yield offset, content
        if content is None:
            end = data.find(MEMBER_BEGIN, offset + 1)
            while end >= 0 and _unpack(data, end)[0] is None:
                end = data.find(MEMBER_BEGIN, end + 1)
            if end < 0:
                return
        offset = end


def _unpack(data: mmap.mmap, offset: int) -> tuple[bytes | None, int]:
    """The content of the member at an offset and where it ends; None where it is not whole."""
    unpacker, content, at = zlib.decompressobj(wbits=31), bytearray(), offset
    try:
        while not unpacker.eof and at < len(data):
            piece = data[at : at + PIECE_BYTES]
            content += unpacker.decompress(piece)
            at += len(piece)
    except zlib.error:
        return None, offset
    return (bytes(content), at - len(unpacker.unused_data)) if unpacker.eof else (None, offset)


def _read_record(member: bytes) -> tuple[str | None, str]:
    """What is wrong with a record, and the SHA-256 of its body."""
    try:
        record = next(ArchiveIterator(io.BytesIO(member), check_digests=True))
        body = hashlib.sha256(record.content_stream().read())
    except (StopIteration, ArchiveLoadFailed, ValueError, OSError):
        return "is no WARC record", ""
    problems = record.digest_checker.problems
    return ("its digest is wrong" if problems else None), body.hexdigest()
