"""Bodies are unpacked within a limit, whatever the header says."""

import gzip
import sys
import zlib

import brotli
import pytest

from crawler.decoding import TooLarge, Undecodable, gunzip, unpack

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def gzipped(data: bytes) -> bytes:
    """The same bytes in every process: no time stands in them."""
    return gzip.compress(data, mtime=0)


BODY = b"Netralitas ASN. " * 100
LIMIT = 1_000_000


def zstd_with_window(bits: int) -> bytes:
    """The body in a frame that tells no size and wants a window of so many bits."""
    packer = zstd.ZstdCompressor(options={zstd.CompressionParameter.window_log: bits})
    return packer.compress(BODY) + packer.flush()


@pytest.mark.parametrize(
    ("packed", "coding"),
    [
        (BODY, ""),
        (BODY, "identity"),
        (gzipped(BODY), "gzip"),
        (gzipped(BODY), " X-GZIP "),
        (gzipped(BODY[:800]) + gzipped(BODY[800:]), "gzip"),  # several members
        (BODY, "gzip"),  # mislabelled, as some servers do
        (zlib.compress(BODY), "deflate"),
        (zlib.compress(BODY)[2:-4], "deflate"),  # raw, as others do
        (brotli.compress(BODY), "br"),
        (zstd.compress(BODY), "zstd"),
        (zstd_with_window(23), "zstd"),
        (zstd.compress(BODY[:800]) + zstd.compress(BODY[800:]), "zstd"),  # several frames
        (gzipped(brotli.compress(BODY)), "br, gzip"),
        (gzipped(BODY)[:-8], "gzip"),  # the checksum is missing, the text is whole
    ],
)
def test_bodies_are_unpacked(packed: bytes, coding: str) -> None:
    assert unpack(packed, coding, LIMIT) == BODY


@pytest.mark.parametrize(
    ("packed", "coding"),
    [
        (gzipped(bytes(LIMIT + 1)), "gzip"),
        (gzipped(gzipped(bytes(50 * LIMIT))), "gzip, gzip"),
        (zlib.compress(bytes(LIMIT + 1)), "deflate"),
        (brotli.compress(bytes(LIMIT + 1)), "br"),
        (zstd.compress(bytes(LIMIT + 1)), "zstd"),
        (zstd.compress(bytes(1000)) * 2000, "zstd"),  # in many small frames
    ],
)
def test_bombs_are_met_before_they_go_off(packed: bytes, coding: str) -> None:
    with pytest.raises(TooLarge):
        unpack(packed, coding, LIMIT)


@pytest.mark.parametrize(
    ("packed", "coding"),
    [
        (b"\x1f\x8b\x08\x00kacau", "gzip"),
        (BODY, "br"),
        (brotli.compress(BODY)[:-4], "br"),
        (BODY, "zstd"),
        (zstd.compress(BODY)[:-4], "zstd"),
        (zstd_with_window(27), "zstd"),  # wants 128 MB
        (BODY, "compress"),
        (BODY, "deflate"),
    ],
)
def test_what_cannot_be_unpacked_is_said_to_be_so(packed: bytes, coding: str) -> None:
    with pytest.raises(Undecodable):
        unpack(packed, coding, LIMIT)


def test_packed_sitemaps_are_opened_within_the_limit() -> None:
    assert gunzip(gzipped(BODY), LIMIT) == gunzip(BODY, LIMIT) == BODY
    with pytest.raises(TooLarge):
        gunzip(gzipped(bytes(LIMIT + 1)), LIMIT)
