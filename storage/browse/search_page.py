"""The search page: what its form sends, and what is shown for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from urllib.parse import urlencode

from sqlite_utils import Database

from storage.browse.questions import find_regions
from storage.database import sqlite3
from storage.errors import SearchQueryError
from storage.search import Filters, Order, SearchResult, search
from storage.search.facets import Facets, facets

PER_PAGE = 20
LAST_PAGE = 500  # further back, narrowing the search is the way


class Arguments(Protocol):
    def get(self, name: str, default: str | None = None) -> str | None: ...


@dataclass(frozen=True, slots=True)
class SearchForm:
    """What was typed, as it was typed; the names are those of the form's fields."""

    q: str
    wilayah: str
    sejak: str
    sampai: str
    sumber: str
    pejabat: str
    peraturan: str
    topik: str
    urut: str
    halaman: int

    def link(self, **changes: str | int) -> str:
        """The address of this search with some fields changed; it begins again at the first page."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in self.__slots__ if name != "halaman"}
        return "/cari?" + urlencode({name: value for name, value in (fields | changes).items() if value})


def read_search_form(arguments: Arguments) -> SearchForm:
    """Never raises: what cannot be used is dropped or told on the page."""

    def field(name: str) -> str:
        return (arguments.get(name) or "").strip()[:300]

    page = field("halaman")
    number = min(int(page), LAST_PAGE) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return SearchForm(
        q=field("q"),
        wilayah=field("wilayah"),
        sejak=field("sejak"),
        sampai=field("sampai"),
        sumber=field("sumber"),
        pejabat=field("pejabat"),
        peraturan=field("peraturan"),
        topik=field("topik"),
        urut=field("urut"),
        halaman=max(number, 1),
    )


def search_context(db: Database, form: SearchForm) -> dict[str, Any]:
    """What the template needs: hits, facets, page numbers, and a notice where a field cannot be used."""
    result, spread, notice = SearchResult(0, ()), None, ""
    choices: list[dict[str, Any]] = []
    try:
        region, choices = _region(db, form.wilayah)
        if not choices:
            filters = _filters(form, region)
            order: Order = "relevance" if form.urut == "relevan" else "newest"
            result = search(db, form.q, filters, limit=PER_PAGE, offset=(form.halaman - 1) * PER_PAGE, order=order)
            spread = _facets(db, form, filters)
    except SearchQueryError:
        notice = "Saringan ini tidak dapat dipakai. Periksa wilayah, sumber, dan urutan tanggalnya."
    except ValueError:
        notice = "Tanggal ditulis sebagai tahun-bulan-hari, misalnya 2024-11-27."
    return {
        "form": form,
        "result": result,
        "facets": spread,
        "notice": notice,
        "choices": choices,
        "pages": min((result.total + PER_PAGE - 1) // PER_PAGE, LAST_PAGE),
    }


def _region(db: Database, typed: str) -> tuple[str | None, list[dict[str, Any]]]:
    """The code of the region, or what the reader may choose from."""
    if not typed:
        return None, []
    found = find_regions(db, typed)
    if not found:
        raise SearchQueryError(f"There is no region {typed!r}.")
    return (found[0]["code"], []) if len(found) == 1 else (None, found)


def _filters(form: SearchForm, region: str | None) -> Filters:
    return Filters(
        region=region,
        since=date.fromisoformat(form.sejak) if form.sejak else None,
        until=date.fromisoformat(form.sampai) if form.sampai else None,
        source=form.sumber or None,
        official=form.pejabat or None,
        regulation=form.peraturan or None,
        topic={"on": "on", "off": "off"}.get(form.topik),  # type: ignore[arg-type]
    )


def _facets(db: Database, form: SearchForm, filters: Filters) -> Facets | None:
    try:
        return facets(db, form.q, filters)
    except sqlite3.OperationalError:  # out of time: the hits alone are an answer too
        return None
