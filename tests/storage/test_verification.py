"""An untouched archive proves itself; what was altered is named, and the rest is still verified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.archive import Archive
from storage.tasks import Address, Announcement
from storage.verification import requests_to, verify
from storage.warc import Exchange, Position, WarcFiles, exchange_bytes

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
BASE = "https://contoh.example"
FEED = Address("contoh.example/feed", f"{BASE}/feed", "contoh.example")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[tuple[Archive, list[Position]]]:
    """Page a, twice, and pages b and c."""
    with Archive.open(tmp_path) as archive, WarcFiles(archive.folder, "netra-x", {}) as files:
        archive.log.begin_run(("contoh",), NOW)
        archive.frontier.ask_entry(FEED, "contoh", "feed", NOW)
        entry = archive.frontier.task(FEED.key)
        assert entry
        positions = []
        for day, (name, body) in enumerate([("a", "Semula"), ("b", "Lain"), ("c", "Lagi"), ("a", "Sesudah")]):
            address = Address(f"contoh.example/{name}", f"{BASE}/{name}", "contoh.example")
            archive.frontier.announce(entry, [Announcement(address)], NOW, complete=False, ordered_by_date=False)
            task = archive.frontier.task(address.key)
            assert task
            at = NOW + timedelta(days=day)
            came = Exchange(address.url, at, (), 200, "OK", (), f"<html>{body}</html>".encode() * 20)
            positions.append(files.write(came))
            archive.add_page(1, task, came, "text/html", positions[-1])
            archive.log.log_request(
                1, "contoh", "contoh.example", address.url, "new", at, status=200, reason=None, size=len(came.body)
            )
        yield archive, positions


def test_the_log_tells_an_administrator_what_was_asked(kept: tuple[Archive, list[Position]]) -> None:
    archive, _ = kept
    asked = requests_to(archive, "contoh.example")
    assert [line.url.rpartition("/")[2] for line in asked] == ["a", "b", "c", "a"]
    assert len(requests_to(archive, "contoh.example", NOW + timedelta(days=2))) == 2
    assert requests_to(archive, "lain.example") == ()


def test_an_untouched_archive_has_no_damage(kept: tuple[Archive, list[Position]]) -> None:
    archive, _ = kept
    found = verify(archive)
    assert (found.files, found.records, found.pages, found.damages) == (1, 9, 4, ())


def test_a_flipped_bit_is_named_with_its_record_and_the_others_are_still_verified(
    kept: tuple[Archive, list[Position]],
) -> None:
    archive, positions = kept
    path = archive.folder / positions[0].file
    data = bytearray(path.read_bytes())
    data[positions[1].offset + 200] ^= 0x10
    path.write_bytes(bytes(data))
    found = verify(archive)
    assert [(damage.offset, damage.url) for damage in found.damages] == [(positions[1].offset, f"{BASE}/b")]
    assert found.records == 8


def test_a_record_that_was_replaced_is_found_although_it_is_whole(kept: tuple[Archive, list[Position]]) -> None:
    archive, positions = kept
    path = archive.folder / positions[3].file
    forged = Exchange(f"{BASE}/a", NOW, (), 200, "OK", (), b"<html>Palsu</html>")
    path.write_bytes(path.read_bytes()[: positions[3].offset] + exchange_bytes(forged))
    (damage,) = [damage for damage in verify(archive).damages if damage.offset is not None]
    assert (damage.url, damage.problem) == (f"{BASE}/a", "holds another body than was stored")


def test_a_file_that_is_gone_or_cut_is_named(kept: tuple[Archive, list[Position]]) -> None:
    archive, positions = kept
    path = archive.folder / positions[0].file
    path.write_bytes(path.read_bytes()[: positions[2].offset])
    problems = {damage.url: damage.problem for damage in verify(archive).damages}
    assert problems.pop(None).startswith("shorter than its")
    assert problems == dict.fromkeys((f"{BASE}/c", f"{BASE}/a"), "its record cannot be found")
    path.unlink()
    assert [damage.problem for damage in verify(archive).damages] == ["the file is gone or empty"]
