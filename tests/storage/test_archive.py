"""The archive keeps pages as they came, and comes back from a crash with nothing lost and nothing twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.archive import Archive
from storage.errors import ArchiveError
from storage.records import PageHints
from storage.tasks import Address, Announcement, Task
from storage.warc import Exchange, Position, WarcFiles, records

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
BASE = "https://contoh.example"


@pytest.fixture
def files(tmp_path: Path) -> Iterator[WarcFiles]:
    with WarcFiles(tmp_path / "archive", "netra-x", {}) as opened:
        yield opened


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path) as opened:
        opened.log.begin_run(("contoh",), NOW)
        yield opened


def entry_of(archive: Archive) -> Task:
    archive.frontier.ask_entry(Address("contoh.example/feed", f"{BASE}/feed", "contoh.example"), "contoh", "feed", NOW)
    return the_next(archive)


def the_next(archive: Archive, now: datetime = NOW) -> Task:
    task = archive.frontier.next_due("contoh.example", ["contoh"], now)
    assert task is not None
    return task


def link(name: str, **facts: object) -> Announcement:
    return Announcement(Address(f"contoh.example/{name}", f"{BASE}/{name}", "contoh.example"), **facts)  # type: ignore[arg-type]


def exchange(name: str, body: str = "<html>Isi</html>", status: int = 200) -> Exchange:
    headers = (("Content-Type", "text/html"),)
    return Exchange(f"{BASE}/{name}", NOW, (("Host", "contoh.example"),), status, "OK", headers, body.encode())


def keep(archive: Archive, files: WarcFiles, name: str, body: str = "<html>Isi</html>") -> tuple[int, Position]:
    """Announce a page, and store an answer of its."""
    archive.frontier.announce(entry_of(archive), [link(name)], NOW, complete=False, ordered_by_date=False)
    task = archive.frontier.task(f"contoh.example/{name}")
    assert task is not None
    came = exchange(name, body)
    with archive.atomic():
        position = files.write(came)
        page_id = archive.add_page(1, task, came, "text/html", position)
        archive.frontier.settle_fetched(
            task, NOW, etag=None, last_modified=None, sha256=came.sha256, page_id=page_id, next_due=None
        )
    return page_id, position


def test_a_page_comes_back_as_it_was_kept(archive: Archive, files: WarcFiles, tmp_path: Path) -> None:
    page_id, position = keep(archive, files, "a", "<html>Isi \0 ü</html>")
    page = archive.page(page_id)
    assert page.body == "<html>Isi \0 ü</html>".encode()
    assert (page.url, page.status, page.content_type) == (f"{BASE}/a", 200, "text/html")
    assert (page.warc_file, page.warc_offset) == (position.file, position.offset)
    assert archive.page_ids() == [page_id]
    assert archive.page_ids(after=page_id) == []


def test_what_is_not_there_is_told_in_one_sentence(archive: Archive, files: WarcFiles, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no page 7"):
        archive.page(7)
    with pytest.raises(ArchiveError, match="no archive yet"):
        Archive.open(tmp_path / "elsewhere", readonly=True)
    page_id, position = keep(archive, files, "a")
    path = archive.folder / position.file
    path.write_bytes(path.read_bytes()[: position.offset] + b"rusak" * 20)
    with pytest.raises(ArchiveError, match="damaged"):
        archive.page(page_id)
    path.unlink()
    with pytest.raises(ArchiveError, match="backup"):
        archive.page(page_id)


def test_what_has_no_row_is_cut_off(archive: Archive, files: WarcFiles) -> None:
    page_id, position = keep(archive, files, "a")
    files.write(exchange("b"))  # the process died before the row was stored
    files.close()
    assert archive.repair() == (f"{position.file}: cut back to {position.end} bytes; what followed had no row",)
    assert (archive.folder / position.file).stat().st_size == position.end
    assert archive.page(page_id).body
    assert archive.repair() == ()


def test_a_torn_file_is_cut_to_its_last_whole_record_and_the_rest_is_asked_again(
    archive: Archive, files: WarcFiles
) -> None:
    kept, _ = keep(archive, files, "a")
    lost, position = keep(archive, files, "b")
    files.close()
    os.truncate(archive.folder / position.file, position.offset + 40)  # as after a power cut
    (done,) = archive.repair()
    assert "1 pages will be fetched again" in done
    assert archive.page_ids() == [kept]
    task = archive.frontier.task("contoh.example/b")
    assert task is not None
    assert (task.why, task.page_id, task.sha256) == ("again", None, None)
    assert archive.frontier.count_due(["contoh"], NOW) == 2  # the feed and the page
    assert [record.rec_type for _, record in records(archive.folder / position.file)] == [
        "warcinfo",
        "response",
        "request",
    ]
    with pytest.raises(ArchiveError):
        archive.page(lost)


def test_a_file_of_which_nothing_has_a_row_is_removed(archive: Archive, files: WarcFiles) -> None:
    files.write(exchange("a"))
    files.close()
    (archive.folder / "other.warc.gz").write_bytes(b"not ours")
    assert archive.repair() == (f"{files.name}: removed; nothing in it had a row",)
    assert [path.name for path in archive.folder.iterdir()] == ["other.warc.gz"]


def test_runs_tell_what_they_did(archive: Archive) -> None:
    archive.log.count(1, "contoh", fetched=2, new=1)
    archive.log.count_failure(1, "contoh", "timeout")
    archive.log.count_failure(1, "contoh", "timeout")
    archive.log.end_run(1, "finished", NOW + timedelta(minutes=1))
    (run,) = archive.runs()
    (counts,) = run.sources
    assert (run.outcome, counts.fetched, counts.new, counts.failed) == ("finished", 2, 1, 2)
    assert counts.failures == {"timeout": 2}


def test_a_run_that_never_ended_was_interrupted(archive: Archive) -> None:
    archive.log.begin_run(("contoh",), NOW)
    assert [run.outcome for run in archive.runs()] == ["running", "interrupted"]


def test_failures_are_one_row_for_each_address(archive: Archive) -> None:
    for minute, reason in enumerate(("timeout", "timeout", "dns")):
        archive.frontier.note_failure(f"{BASE}/a", "contoh", reason, "x", NOW + timedelta(minutes=minute))
    (failure,) = archive.failures()
    assert (failure.reason, failure.attempts, failure.failed_at) == ("dns", 3, NOW + timedelta(minutes=2))


def test_hints_travel_from_the_feed_to_the_page(archive: Archive) -> None:
    hints = PageHints(title="Judul", published_at=NOW, author="Humas", categories=("ASN",))
    archive.frontier.announce(entry_of(archive), [link("a", hints=hints)], NOW, complete=False, ordered_by_date=False)
    archive.frontier.announce(
        the_next(archive), [link("a", hints=PageHints(title="Judul baru"))], NOW, complete=False, ordered_by_date=False
    )
    task = archive.frontier.task("contoh.example/a")
    assert task is not None
    assert task.hints == PageHints(title="Judul baru", published_at=NOW, author="Humas", categories=("ASN",))


def test_moments_are_kept_in_utc_and_need_a_zone(archive: Archive) -> None:
    with pytest.raises(ValueError, match="no time zone"):
        archive.log.end_run(1, "finished", datetime(2026, 11, 22))  # noqa: DTZ001 - that is the point
