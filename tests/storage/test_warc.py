"""WARC files open in tools that are not ours, and keep what came without a change to its bytes."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.checker import Checker

from storage.errors import ArchiveError
from storage.warc import Earlier, Exchange, WarcFiles, last_whole_record, read_body, records

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
BODY = "<html>Isi\0 ü</html>".encode() * 50


def exchange(url: str = "https://contoh.example/a?x=1", body: bytes = BODY, status: int = 200) -> Exchange:
    response = (
        ("Content-Type", "text/html"),
        ("Content-Encoding", "gzip"),
        ("Content-Length", "99"),
        ("X-Käse", "ü\u2028\r\nX: y"),
    )
    return Exchange(
        url, NOW, (("Host", "contoh.example"), ("User-Agent", "Netra")), status, "OK", response, body, "192.0.2.1"
    )


@pytest.fixture
def written(tmp_path: Path) -> Path:
    with WarcFiles(tmp_path, "netra-x", {"software": "Netra"}) as files:
        files.write(exchange())
        files.write(exchange(), Earlier("https://contoh.example/a?x=1", NOW))
        files.write(exchange(body=b"", status=304), Earlier("https://contoh.example/a?x=1", NOW))
    return tmp_path / files.name


def test_warcio_finds_every_digest_right(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = type("Options", (), {"inputs": [str(written)], "verbose": True})
    assert Checker(options).process_all() == 0
    assert "digest failed" not in capsys.readouterr().out


def test_fastwarc_reads_the_same(written: Path) -> None:
    with written.open("rb") as stream:
        found = [
            (str(record.record_type), record.is_http and record.verify_payload_digest(), record.reader.read())
            for record in FastIterator(stream, parse_http=True)
        ]
    assert [kind for kind, _, _ in found] == [
        "warcinfo",
        "response",
        "request",
        "revisit",
        "request",
        "revisit",
        "request",
    ]
    assert found[1] == ("response", True, BODY)


def test_each_record_says_what_the_standard_asks_of_it(written: Path) -> None:
    found = [(record.rec_type, dict(record.rec_headers.headers)) for _, record in records(written)]
    (_, info), (_, response), (_, request), (_, revisit), _, (_, unmodified), _ = found
    assert info["WARC-Filename"] == written.name
    assert response["WARC-Payload-Digest"] == f"sha256:{exchange().sha256}"
    assert response["WARC-Target-URI"] == "https://contoh.example/a?x=1"
    assert response["WARC-IP-Address"] == "192.0.2.1"
    assert request["WARC-Concurrent-To"] == response["WARC-Record-ID"]
    assert revisit["WARC-Refers-To-Target-URI"] == "https://contoh.example/a?x=1"
    assert revisit["WARC-Profile"].endswith("/identical-payload-digest")
    assert unmodified["WARC-Profile"].endswith("/server-not-modified")


def test_every_record_is_a_gzip_member_of_its_own(written: Path) -> None:
    data = written.read_bytes()
    for offset, record in records(written):
        assert zlib.decompressobj(31).decompress(data[offset:]).startswith(b"WARC/1.1\r\n"), record.rec_type


def test_a_header_cannot_break_out_of_its_line(written: Path) -> None:
    (response,) = [record for _, record in records(written) if record.rec_type == "response"]
    assert response.http_headers.get_header("X") is None
    assert response.http_headers.get_header("X-Archive-Orig-Content-Encoding") == "gzip"
    assert response.http_headers.get_header("Content-Length") == str(len(BODY))


def test_the_body_is_read_at_its_offset_and_nowhere_else(tmp_path: Path) -> None:
    with WarcFiles(tmp_path, "netra-x", {}) as files:
        position = files.write(exchange())
    assert read_body(tmp_path, position.file, position.offset) == BODY
    with pytest.raises(ArchiveError, match="no response record"):
        read_body(tmp_path, position.file, 0)
    with pytest.raises(ArchiveError):
        read_body(tmp_path, position.file, position.offset + 1)


def test_files_are_rotated_by_size(tmp_path: Path) -> None:
    with WarcFiles(tmp_path, "netra-x", {}, rotate_at=1500) as files:
        places = [files.write(exchange()) for _ in range(4)]
    assert len({place.file for place in places}) > 1
    assert all(read_body(tmp_path, place.file, place.offset) == BODY for place in places)
    assert all(next(records(path))[1].rec_type == "warcinfo" for path in tmp_path.iterdir())


def test_what_was_written_can_be_taken_back(tmp_path: Path) -> None:
    with WarcFiles(tmp_path, "netra-x", {}, rotate_at=1500) as files:
        files.take_back(files.name, 0)  # nothing is open yet
        first = files.write(exchange())
        files.write(exchange("https://contoh.example/b"))
        files.take_back(first.file, first.end)
        again = files.write(exchange("https://contoh.example/c"))
        assert again.offset == first.end
        begun = files.write(exchange("https://contoh.example/d"))
        assert begun.file != again.file
        files.take_back(again.file, again.end)
        assert [path.name for path in tmp_path.iterdir()] == [first.file]
        last = files.write(exchange())
    assert read_body(tmp_path, last.file, last.offset) == BODY


@pytest.mark.parametrize("cut", [1, 5, 40, 300])
def test_the_last_whole_record_of_a_torn_file_is_found(written: Path, cut: int) -> None:
    ends = [*(offset for offset, _ in records(written)), written.stat().st_size]
    written.write_bytes(written.read_bytes()[:-cut])
    size = written.stat().st_size
    assert last_whole_record(written) == max(end for end in ends if end <= size)
