"""What follows from an entry that was read: the pages it names, its further pages, the parts of a sitemap index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from crawler import spiders
from crawler.reading import Entry, Link
from crawler.registry import Source
from crawler.urls import BadAddress, host_of, looks_like_a_page, read_address, site_of
from storage.frontier import Frontier
from storage.tasks import Address, Announcement, Task

SWEPT_AFTER = timedelta(days=30)
NEWEST_PARTS = 3  # of a sitemap index


class EntryLinks:
    """Sorts what entries name; everything that leads away from the source is left out."""

    def __init__(self, frontier: Frontier, sources: Mapping[str, Source]) -> None:
        self.frontier, self.sources = frontier, sources
        self.sites = {source.id: _hosts_of(source) for source in sources.values()}

    def announcements(self, task: Task, base: str, links: Iterable[Link], now: datetime) -> Iterator[Announcement]:
        """The links that belong to the source; a feed or sitemap that names others is told so in a failure."""
        source = self.sources[task.source_id]
        told = not task.role.startswith("listing")
        for link in links:
            try:
                address = read_address(link.url, base, source.drop_parameters)
            except BadAddress as error:
                if told:
                    self.frontier.note_failure(link.url[:500], source.id, "bad-address", str(error), now)
                continue
            if site_of(address.host) not in self.sites[source.id]:
                if told:
                    detail = f"named by {task.url}; add its host to `hosts` if it belongs to the site"
                    self.frontier.note_failure(address.url, source.id, "off-site", detail, now)
                continue
            if address.key == read_address(source.homepage).key:
                continue
            if looks_like_a_page(address.url) and spiders.may_be_article(address.url, source):
                yield Announcement(address, link.mark, link.published_at, link.hints)

    def ask(
        self, task: Task, base: str, entries: Iterable[Entry], now: datetime, *, brought_new: bool
    ) -> frozenset[str]:
        """Make further pages of an entry due, and those parts of an index that may have changed."""
        found: dict[str, tuple[Address, Entry]] = {}
        for entry in entries:
            try:
                address = read_address(entry.url, base)
            except BadAddress as error:
                self.frontier.note_failure(entry.url[:500], task.source_id, "bad-address", str(error), now)
                continue
            if site_of(address.host) not in self.sites[task.source_id] or address.key == task.key:
                continue
            if brought_new or not entry.only_after_new or self._due_for_a_sweep(address.key, now):
                found[address.key] = (address, entry)
        before = {key: self.frontier.mark_of(task.key, key) for key in found}
        for key in parts_to_ask({key: entry.mark for key, (_, entry) in found.items()}, before):
            address, entry = found[key]
            self.frontier.ask_entry(address, task.source_id, entry.role, now, task.key)
            self.frontier.set_mark(task.key, key, entry.mark)
        return frozenset(address.host for address, _ in found.values())

    def _due_for_a_sweep(self, key: str, now: datetime) -> bool:
        """Further pages of an entry that brought nothing new are asked once a month, for what was published late."""
        known = self.frontier.task(key)
        return known is not None and known.answered_at is not None and now - known.answered_at > SWEPT_AFTER

    def ask_parts_again(self, task: Task, now: datetime) -> frozenset[str]:
        """Parts of a sitemap index that may have changed although the index has not."""
        parts = {part.key: part for part in self.frontier.children(task.key) if part.role == "sitemap" == task.role}
        marks = {key: self.frontier.mark_of(task.key, key) for key in parts}
        chosen = [parts[key] for key in parts_to_ask(marks, marks)]
        for part in chosen:
            self.frontier.ask_entry(Address(part.key, part.url, part.host), task.source_id, part.role, now, task.key)
        return frozenset(part.host for part in chosen)


def parts_to_ask(marks: Mapping[str, str | None], before: Mapping[str, str | None]) -> list[str]:
    """Of the parts of an index, those that may have changed: newly dated, without date, or among the newest.

    The newest are asked whatever their date says: many indexes keep a date that does not move when a page is edited.
    """
    newest = sorted((key for key in marks if marks[key]), key=lambda key: marks[key] or "", reverse=True)
    always = set(newest[:NEWEST_PARTS])
    return [key for key, mark in marks.items() if mark is None or mark != before.get(key) or key in always]


def _hosts_of(source: Source) -> frozenset[str]:
    """Every host whose pages belong to the source, without www. and the like."""
    stated = [host_of(url) for url in (source.homepage, *source.urls)]
    return frozenset(site_of(host) for host in (*stated, *source.hosts))
