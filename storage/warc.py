"""Writes and reads the evidence: WARC/1.1 files (ISO 28500), one gzip member per record."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Self
from urllib.parse import quote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from storage.errors import ArchiveError
from storage.moments import utc_text

Headers = tuple[tuple[str, str], ...]

ROTATE_AT_BYTES = 1 << 30  # the size that web archives keep their files to
# The body is kept unpacked, so its digest is that of what a reader sees; these headers told how it travelled.
TRAVEL_HEADERS = ("content-encoding", "transfer-encoding", "content-length")
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
IDENTICAL_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer, as they came over the network; the body is content-decoded."""

    url: str
    asked_at: datetime  # UTC
    request_headers: Headers
    status: int
    status_text: str
    response_headers: Headers
    body: bytes
    ip_address: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Earlier:
    """The record that already holds an identical payload."""

    url: str
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """Where a record begins: a file of the archive folder, and the offset of its gzip member."""

    file: str
    offset: int
    end: int  # length of the file once the exchange is written


class WarcFiles:
    """Appends exchanges to the files of one run; rotates when a file has grown large."""

    def __init__(self, folder: Path, prefix: str, info: Mapping[str, str], rotate_at: int = ROTATE_AT_BYTES) -> None:
        self.folder, self.prefix, self.info, self.rotate_at = folder, prefix, dict(info), rotate_at
        self.number = 0
        self.length = 0
        self._file: io.FileIO | None = None

    @property
    def name(self) -> str:
        return f"{self.prefix}-{self.number:05}.warc.gz"

    def write(self, exchange: Exchange, earlier: Earlier | None = None) -> Position:
        """Append the response (or a revisit of `earlier`, when its payload is identical) and its request."""
        if self._file is None or self.length >= self.rotate_at:
            self._next_file(exchange.asked_at)
        offset = self.length
        self._append(exchange_bytes(exchange, earlier))
        return Position(self.name, offset, self.length)

    def take_back(self, name: str, length: int) -> None:
        """Forget what was written since the files stood at `name` and `length`: its row could not be stored."""
        if self._file is None:
            return
        if name != self.name:  # a file was begun in between; it holds nothing that has a row
            begun = self.folder / self.name
            self.close()
            begun.unlink()
            return
        self._file.truncate(length)
        self._file.seek(length)
        self.length = length

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _next_file(self, at: datetime) -> None:
        self.close()
        self.number += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        self._file = io.FileIO(self.folder / self.name, "xb")
        self.length = 0
        self._append(warcinfo_bytes(self.name, at, self.info))

    def _append(self, data: bytes) -> None:
        assert self._file is not None  # noqa: S101 - write() opens it
        view = memoryview(data)
        while view:
            view = view[self._file.write(view) :]
        self.length += len(data)


def exchange_bytes(exchange: Exchange, earlier: Earlier | None = None) -> bytes:
    """The response record and the request record, each its own gzip member."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    record_headers = {"WARC-Date": utc_text(exchange.asked_at)}
    if exchange.status != 304:
        record_headers["WARC-Payload-Digest"] = f"sha256:{exchange.sha256}"
    if exchange.ip_address:
        record_headers["WARC-IP-Address"] = exchange.ip_address
    if earlier:
        record_headers["WARC-Profile"] = NOT_MODIFIED if exchange.status == 304 else IDENTICAL_PAYLOAD
        record_headers["WARC-Refers-To-Target-URI"] = earlier.url
        record_headers["WARC-Refers-To-Date"] = utc_text(earlier.fetched_at)
    response = writer.create_warc_record(
        exchange.url,
        "revisit" if earlier else "response",
        payload=io.BytesIO(b"" if earlier else exchange.body),
        length=0 if earlier else len(exchange.body),
        http_headers=StatusAndHeaders(
            _printable(f"{exchange.status} {exchange.status_text}".strip()), _as_kept(exchange), protocol="HTTP/1.1"
        ),
        warc_headers_dict=record_headers,
    )
    request = writer.create_warc_record(
        exchange.url,
        "request",
        payload=io.BytesIO(b""),
        length=0,
        http_headers=StatusAndHeaders(
            f"GET {_path(exchange.url)} HTTP/1.1", list(exchange.request_headers), is_http_request=True
        ),
        warc_headers_dict={},
    )
    writer.write_request_response_pair(request, response)
    return buffer.getvalue()


def warcinfo_bytes(name: str, at: datetime, info: Mapping[str, str]) -> bytes:
    """The record that begins each file: which software wrote it, under which policy."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    record = writer.create_warcinfo_record(name, dict(info))
    record.rec_headers.replace_header("WARC-Date", utc_text(at))
    writer.write_record(record)
    return buffer.getvalue()


def read_body(folder: Path, file: str, offset: int) -> bytes:
    """The payload of the response record that begins at `offset`; raises ArchiveError when it is not there."""
    try:
        with (folder / file).open("rb") as stream:
            stream.seek(offset)
            record = next(ArchiveIterator(stream), None) if stream.peek(2)[:2] == b"\x1f\x8b" else None
            if record is None or record.rec_type != "response":
                raise ArchiveError(f"{folder / file}, offset {offset}: no response record; the file is damaged.")
            return record.content_stream().read()
    except FileNotFoundError as error:
        raise ArchiveError(f"{folder / file}: the file is gone. Bring it back from a backup.") from error
    except (OSError, ArchiveLoadFailed, zlib.error, ValueError) as error:
        raise ArchiveError(f"{folder / file}, offset {offset}: the record is damaged ({error}).") from error


@contextmanager
def _opened(path: Path) -> Iterator[ArchiveIterator]:
    with path.open("rb") as stream:
        yield ArchiveIterator(stream)


def records(path: Path) -> Iterator[tuple[int, ArcWarcRecord]]:
    """Every record of a file with its offset, in order; a damaged one ends the walk with ArchiveError."""
    with _opened(path) as iterator:
        try:
            for record in iterator:
                yield iterator.get_record_offset(), record
        except (OSError, ArchiveLoadFailed, zlib.error, ValueError) as error:
            raise ArchiveError(f"{path}: a record is damaged ({error}).") from error


def last_whole_record(path: Path) -> int:
    """Where the last gzip member that is complete ends: the length to which a torn file can be cut."""
    end = 0
    with path.open("rb") as stream:
        unpacker, consumed = zlib.decompressobj(wbits=31), 0
        while data := stream.read(1 << 20):
            while data:
                try:
                    unpacker.decompress(data)
                except zlib.error:
                    return end
                left = unpacker.unused_data
                consumed += len(data) - len(left)
                data = b""
                if unpacker.eof:
                    end, data = consumed, left
                    unpacker = zlib.decompressobj(wbits=31)
    return end


def _as_kept(exchange: Exchange) -> list[tuple[str, str]]:
    kept = [
        (f"X-Archive-Orig-{name}" if name.lower() in TRAVEL_HEADERS else _printable(name), _printable(value))
        for name, value in exchange.response_headers
    ]
    return [*kept, ("Content-Length", str(len(exchange.body)))]


def _printable(text: str) -> str:
    """Header bytes outside ASCII and control characters, percent-encoded: a record must stay one that parses."""
    return "".join(sign if " " <= sign <= "~" else quote(sign) for sign in text)


def _path(url: str) -> str:
    rest = url.split("://", 1)[-1]
    slash = rest.find("/")
    return rest[slash:].split("#", 1)[0] if slash >= 0 else "/"
