"""The two bodies that are larger than any page: made while they are sent, never kept."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import lru_cache

OVERSIZE_BYTES = 30 * 1024 * 1024
CHUNK_BYTES = 64 * 1024
BOMB_BYTES = 120 * 1024 * 1024  # unpacked


def oversize_chunks() -> Iterator[bytes]:
    """30 MiB of valid HTML, in pieces."""
    line = b"<p>Moderator mempersilakan pasangan calon menjawab pertanyaan panelis.</p>\n"
    piece = (line * (CHUNK_BYTES // len(line) + 1))[:CHUNK_BYTES]
    for _ in range(OVERSIZE_BYTES // CHUNK_BYTES):
        yield piece


@lru_cache(maxsize=1)
def gzip_bomb() -> bytes:
    """Some hundred kilobytes that unpack to 120 MiB of spaces: gzip members may follow each other."""
    member = gzip.compress(b" " * (8 * 1024 * 1024), mtime=0)
    return gzip.compress(b"<html><body><p>", mtime=0) + member * (BOMB_BYTES // (8 * 1024 * 1024))
