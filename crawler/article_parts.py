"""Follows an article that is split over several pages: asks the next, and notes what belongs together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from crawler.article_pages import next_page, repeats
from crawler.came import Came
from crawler.registry import Source
from crawler.urls import BadAddress, read_address
from storage.archive import Archive
from storage.parts import Place
from storage.tasks import Task

PART = "part"  # the role of a page that only continues another


class ArticleParts:
    """Runs inside the transaction that stores the page."""

    def __init__(self, archive: Archive, run_id: int, sources: Mapping[str, Source]) -> None:
        self.archive, self.frontier, self.parts = archive, archive.frontier, archive.parts
        self.run_id, self.sources = run_id, sources

    def first_came(self, task: Task, came: Came, page_id: int, now: datetime) -> frozenset[str]:
        """An article's first page brought a new payload: its further pages may have changed as well. Their hosts."""
        hosts = self._follow(task, Place(task.key, 1), came, page_id, now)
        again = [host for key in self.parts.keys(task.key) for host in self.frontier.ask_again(key, "changed", now)]
        return hosts | frozenset(again)

    def before(self, task: Task, came: Came) -> None:
        """A further page brings a new payload: an article that was read without it is to be read again."""
        place = self.parts.place(task.key)
        first = self.frontier.task(place.first_key) if place else None
        if first and first.page_id is not None and self._useful(first.page_id, came):
            self.archive.renew_page(first.page_id, self.run_id)

    def came(self, task: Task, came: Came, now: datetime) -> frozenset[str]:
        """A further page is stored: ask the one after it, unless this one only gives the first page again."""
        place = self.parts.place(task.key)
        first = self.frontier.task(place.first_key) if place else None
        if place is None or first is None or first.page_id is None:
            return frozenset()
        if not self._useful(first.page_id, came):
            self.parts.end_after(place.first_key, place.number - 1, first.page_id)
            return frozenset()
        return self._follow(first, place, came, first.page_id, now)

    def _useful(self, first_page_id: int, came: Came) -> bool:
        first = self.archive.page_alone(first_page_id)
        return not repeats(first.body, first.content_type, came.exchange.body, came.content_type)

    def _follow(self, first: Task, place: Place, came: Came, page_id: int, now: datetime) -> frozenset[str]:
        url = next_page(came.exchange.body, came.content_type, first.url, place.number)
        source = self.sources.get(first.source_id)
        try:
            address = read_address(url, drop=source.drop_parameters) if url and source else None
        except BadAddress:
            address = None
        if address is None or address.key == first.key:
            self.parts.end_after(place.first_key, place.number, page_id)
            return frozenset()
        known = address.key in self.parts.keys(place.first_key)
        self.parts.named(place.first_key, place.number + 1, address.key)
        if known:
            return frozenset()  # it is asked again when it is due, or was made due already
        self.parts.ask(address, first, PART, now)
        return frozenset({address.host})
