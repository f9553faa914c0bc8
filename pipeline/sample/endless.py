"""The two bodies that are larger than any page: made while they are sent, never kept."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache

OVERSIZE_BYTES = 30 * 1024 * 1024
CHUNK_BYTES = 64 * 1024
BOMB_BYTES = 64 * 1024 * 1024  # unpacked


def oversize_chunks() -> Iterator[bytes]:
    """30 MiB of valid HTML, in pieces."""
    line = b"<p>Moderator mempersilakan pasangan calon menjawab pertanyaan panelis.</p>\n"
    piece = (line * (CHUNK_BYTES // len(line) + 1))[:CHUNK_BYTES]
    for _ in range(OVERSIZE_BYTES // CHUNK_BYTES):
        yield piece


@lru_cache(maxsize=1)
def gzip_bomb() -> bytes:
    """Some tens of kilobytes, one gzip member, that unpack to 64 MiB of spaces."""
    packer = zlib.compressobj(level=6, wbits=31)  # 31: with gzip's header and trailer
    packed = [packer.compress(b"<html><body><p>")]
    spaces = b" " * CHUNK_BYTES
    packed += [packer.compress(spaces) for _ in range(BOMB_BYTES // CHUNK_BYTES)]
    return b"".join(packed) + packer.flush()
