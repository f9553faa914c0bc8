"""Unpacks response bodies piece by piece, so that a bomb is met before it has filled the memory."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable, Iterator

import brotli

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PIECE_BYTES = 1 << 16
ACCEPTED = "gzip, deflate, br, zstd"
# RFC 9659: no window of more than 8 MB need be accepted; the memory of unpacking grows with it.
ZSTD_OPTIONS: dict[int, int] = {zstd.DecompressionParameter.window_log_max: 23}


class TooLarge(ValueError):
    """The body unpacks to more than is accepted."""


class Undecodable(ValueError):
    """The body is not packed as its header says."""


def unpack(body: bytes, content_encoding: str, max_bytes: int) -> bytes:
    """The body as it was before the Content-Encoding was applied; raises TooLarge or Undecodable."""
    codings = [coding.strip().lower() for coding in content_encoding.split(",")]
    for coding in reversed([coding for coding in codings if coding not in ("", "identity", "none")]):
        unpacker = UNPACKERS.get(coding)
        if unpacker is None:
            raise Undecodable(f"Content-Encoding {coding[:40]!r} is not one that was asked for")
        body = _within(unpacker(body), max_bytes)
    return body


def gunzip(body: bytes, max_bytes: int) -> bytes:
    """The content of a .gz file, such as a sitemap; other bytes come back as they are."""
    return _within(_gzip(body), max_bytes) if body.startswith(b"\x1f\x8b") else body


def _within(pieces: Iterator[bytes], max_bytes: int) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > max_bytes:
            raise TooLarge(f"unpacks to more than {max_bytes} bytes")
    return bytes(whole)


def _gzip(body: bytes) -> Iterator[bytes]:
    # Some servers label plain bodies as gzip; a body that is not packed is taken as it is.
    if not body.startswith(b"\x1f\x8b"):
        yield body
        return
    while body.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(wbits=31)
        yield from _zlib_pieces(unpacker, body)
        body = unpacker.unused_data


def _deflate(body: bytes) -> Iterator[bytes]:
    try:
        first = zlib.decompressobj().decompress(body, 16)
        wbits = zlib.MAX_WBITS if first or len(body) <= 8 else -zlib.MAX_WBITS
    except zlib.error:
        wbits = -zlib.MAX_WBITS  # raw deflate, as some servers send it
    yield from _zlib_pieces(zlib.decompressobj(wbits), body)


def _zlib_pieces(unpacker: zlib._Decompress, body: bytes) -> Iterator[bytes]:
    """What comes out, even if the end is missing, as long as anything does."""
    found = False
    try:
        while body and not unpacker.eof:
            piece = unpacker.decompress(body, PIECE_BYTES)
            found = found or bool(piece)
            yield piece
            body = unpacker.unconsumed_tail
    except zlib.error as error:
        raise Undecodable(str(error)) from error
    if not found and not unpacker.eof:
        raise Undecodable("the packed stream breaks off before its first byte")


def _brotli(body: bytes) -> Iterator[bytes]:
    unpacker = brotli.Decompressor()
    try:
        yield unpacker.process(body, output_buffer_limit=PIECE_BYTES)
        while not unpacker.is_finished():
            piece = unpacker.process(b"", output_buffer_limit=PIECE_BYTES)
            if not piece:
                raise Undecodable("the brotli stream ends early")
            yield piece
    except brotli.error as error:
        raise Undecodable(f"brotli: {error}") from error


def _zstd(body: bytes) -> Iterator[bytes]:
    try:
        while body:
            unpacker = zstd.ZstdDecompressor(options=ZSTD_OPTIONS)
            yield unpacker.decompress(body, PIECE_BYTES)
            while not unpacker.eof:
                piece = unpacker.decompress(b"", PIECE_BYTES)
                if not piece and not unpacker.eof:
                    raise Undecodable("the zstd stream ends early")
                yield piece
            body = unpacker.unused_data  # the next frame
    except zstd.ZstdError as error:
        raise Undecodable(f"zstd: {error}") from error


UNPACKERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
