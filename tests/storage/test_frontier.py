"""What is due, in which order, and what a redirect, a failure or a missing name does to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.archive import Archive
from storage.frontier import Frontier
from storage.tasks import Address, Announcement, Task

NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HOST = "contoh.example"


@pytest.fixture
def frontier(tmp_path: Path) -> Iterator[Frontier]:
    with Archive.open(tmp_path) as archive:
        yield archive.frontier


def address(name: str, host: str = HOST) -> Address:
    return Address(f"{host}/{name}", f"https://{host}/{name}", host)


def known(frontier: Frontier, key: str) -> Task:
    task = frontier.task(f"{HOST}/{key}")
    assert task is not None
    return task


def feed(frontier: Frontier, name: str = "feed") -> Task:
    frontier.ask_entry(address(name), "contoh", "feed", NOW)
    return known(frontier, name)


def announce(frontier: Frontier, *links: Announcement, complete: bool = False) -> None:
    frontier.announce(feed(frontier), links, NOW, complete=complete, ordered_by_date=not complete)


def answered(frontier: Frontier, key: str) -> None:
    frontier.settle_unchanged(known(frontier, key), NOW, etag=None, last_modified=None, next_due=None)


def order(frontier: Frontier, now: datetime = NOW) -> list[str]:
    """The keys in the order in which they would be asked."""
    found = []
    while (task := frontier.next_due(HOST, ["contoh"], now)) is not None:
        found.append(task.key.partition("/")[2])
        frontier.settle_unchanged(task, now, etag=None, last_modified=None, next_due=None)
    return found


def test_entries_come_first_then_new_pages_in_the_order_of_the_feed_then_the_rest(frontier: Frontier) -> None:
    announce(frontier, *(Announcement(address(name)) for name in "abc"))
    frontier.settle_failed(known(frontier, "a"), "timeout", "", NOW, next_due=NOW, gone=False)
    frontier.settle_unchanged(known(frontier, "b"), NOW, etag=None, last_modified=None, next_due=NOW)
    assert order(frontier) == ["feed", "c", "a", "b"]


def test_what_is_due_later_or_of_another_source_waits(frontier: Frontier) -> None:
    announce(frontier, Announcement(address("a")), Announcement(address("b", "lain.example")))
    frontier.settle_failed(known(frontier, "a"), "timeout", "", NOW, next_due=NOW + DAY, gone=False)
    assert order(frontier) == ["feed"]
    assert order(frontier, NOW + DAY) == ["a"]
    assert frontier.hosts_due(["contoh"], NOW) == ["lain.example"]
    assert frontier.hosts_due(["asing"], NOW + DAY) == []


def test_a_page_is_asked_again_only_when_its_mark_moves(frontier: Frontier) -> None:
    announce(frontier, Announcement(address("a"), mark="1"))
    order(frontier)
    announce(frontier, Announcement(address("a"), mark="1"))
    assert order(frontier) == ["feed"]
    announce(frontier, Announcement(address("a"), mark="2"))
    assert known(frontier, "a").why == "changed"
    assert order(frontier) == ["feed", "a"]


def test_two_entries_that_mark_a_page_differently_do_not_ask_it_for_ever(frontier: Frontier) -> None:
    sitemap = feed(frontier, "sitemap.xml")
    for _ in range(3):
        announce(frontier, Announcement(address("a"), mark="of the feed"))
        link = Announcement(address("a"), mark="of the sitemap")
        assert frontier.announce(sitemap, [link], NOW, complete=True, ordered_by_date=False).changed == 0


def test_marks_that_all_move_at_once_are_not_believed(frontier: Frontier) -> None:
    names = [f"berita-{number}" for number in range(12)]
    announce(frontier, *(Announcement(address(name), mark="kemarin") for name in names), complete=True)
    order(frontier)
    announce(frontier, *(Announcement(address(name), mark="sekarang") for name in names), complete=True)
    assert order(frontier) == ["feed"]
    edited = [Announcement(address(name), mark="besok" if name == "berita-3" else "sekarang") for name in names]
    announce(frontier, *edited, complete=True)
    assert order(frontier) == ["feed", "berita-3"]


@pytest.mark.parametrize(
    ("complete", "left", "asked"),
    [
        (True, "b", ["feed", "a"]),  # a sitemap names all: what it drops has vanished
        (False, "b", ["feed", "a"]),  # the feed still names an older one
        (False, "a", ["feed"]),  # the oldest rolled off
    ],
)
def test_a_page_that_is_named_no_longer_has_vanished(
    frontier: Frontier, complete: bool, left: str, asked: list[str]
) -> None:
    links = {
        "a": Announcement(address("a"), published_at=NOW),
        "b": Announcement(address("b"), published_at=NOW - DAY),
    }
    announce(frontier, *links.values(), complete=complete)
    order(frontier)
    announce(frontier, links[left], complete=complete)
    assert order(frontier) == asked


def test_a_page_that_never_answered_or_is_gone_has_not_vanished(frontier: Frontier) -> None:
    announce(frontier, Announcement(address("a")), Announcement(address("b")), complete=True)
    frontier.settle_failed(known(frontier, "a"), "not-found", "", NOW, next_due=None, gone=False)
    frontier.settle_failed(known(frontier, "b"), "gone", "", NOW, next_due=None, gone=True)
    announce(frontier, complete=True)
    assert order(frontier) == ["feed"]


def test_a_page_that_comes_back_is_there_again(frontier: Frontier) -> None:
    announce(frontier, Announcement(address("a")))
    frontier.settle_failed(known(frontier, "a"), "gone", "", NOW, next_due=None, gone=True)
    assert known(frontier, "a").gone_at == NOW
    answered(frontier, "a")
    assert known(frontier, "a").gone_at is None


def test_a_redirect_hands_its_task_to_the_target(frontier: Frontier) -> None:
    announce(frontier, Announcement(address("a")), Announcement(address("b")))
    frontier.settle_moved(known(frontier, "a"), address("b"), NOW)
    frontier.settle_moved(known(frontier, "b"), address("c"), NOW)
    assert order(frontier) == ["feed", "c"]
    assert frontier.redirects_from(f"{HOST}/a") == [f"{HOST}/{name}" for name in "abc"]
    assert frontier.first_of_redirects(known(frontier, "c")) == f"https://{HOST}/b"


def test_another_spelling_of_the_same_address_stays_one_row(frontier: Frontier) -> None:
    announce(frontier, Announcement(address("a")))
    task = known(frontier, "a")
    frontier.settle_moved(task, Address(task.key, f"https://www.{HOST}/a", f"www.{HOST}"), NOW)
    moved = known(frontier, "a")
    assert (moved.url, moved.host, moved.hops) == (f"https://www.{HOST}/a", f"www.{HOST}", 1)


def test_a_success_forgets_the_failures(frontier: Frontier) -> None:
    announce(frontier, Announcement(address("a")))
    for _ in range(3):
        frontier.settle_failed(known(frontier, "a"), "timeout", "", NOW, next_due=NOW, gone=False)
    assert known(frontier, "a").attempts == 3
    answered(frontier, "a")
    assert known(frontier, "a").attempts == 0
    assert frontier.db.execute("SELECT count(*) FROM fetch_failures").fetchone() == (0,)
