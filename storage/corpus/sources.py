"""Writes what does not come from pages: the registered sources and the reference tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from sqlite_utils import Database

from storage.corpus.stored_form import insert, iso_or_none, upsert
from storage.reference import load_institutions, load_regions, load_regulations


class RegisteredSource(Protocol):
    """What the corpus keeps of a source's file; the crawler's registry has records of this shape."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def region(self) -> str | None: ...
    @property
    def homepage(self) -> str: ...
    @property
    def engine(self) -> str: ...
    @property
    def timezone(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def at_least_articles_per_week(self) -> float | None: ...


def store_sources(db: Database, sources: Iterable[RegisteredSource]) -> None:
    """Write the registered sources; one that left the registry stays, since its articles stay."""
    with db.atomic():
        for source in sources:
            promise = source.at_least_articles_per_week
            row: dict[str, Any] = {
                "id": source.id,
                "name": source.name,
                "kind": source.kind,
                "region": source.region,
                "homepage": source.homepage,
                "engine": source.engine,
                "timezone": source.timezone,
                "status": source.status,
                "at_least_articles_per_week": None if promise is None else float(promise),
            }
            upsert(db, "sources", row, key="id")


def ensure_source(db: Database, source_id: str) -> None:
    """Make a row for a source that is no longer registered, so that its pages are not lost."""
    row = {"id": source_id, "name": source_id, "status": "unregistered"}
    insert(db, "sources", row, conflict="ON CONFLICT DO NOTHING")


def load_reference(db: Database) -> None:
    """Bring regions, institutions and regulations to the state of storage/reference."""
    with db.atomic():
        for region in load_regions():
            row: dict[str, Any] = {
                "code": region.code,
                "name": region.name,
                "short_name": region.short_name,
                "type": region.type,
                "parent_code": region.parent_code,
                "lat": region.lat,
                "lon": region.lon,
                "timezone": region.timezone,
                "source": region.source,
            }
            upsert(db, "regions", row, key="code")
        for institution in load_institutions():
            row = {
                "id": institution.id,
                "name": institution.name,
                "abbreviation": institution.abbreviation or None,
                "kind": institution.kind,
                "regional": int(institution.regional),
                "source": institution.source,
            }
            upsert(db, "institutions", row, key="id")
        for regulation in load_regulations():
            row = {
                "id": regulation.id,
                "type": regulation.type,
                "number": regulation.number,
                "year": regulation.year,
                "title": regulation.title,
                "issuer": regulation.issuer or None,
                "status": regulation.status or None,
                "in_force_from": iso_or_none(regulation.in_force_from),
                "in_force_until": iso_or_none(regulation.in_force_until),
                "replaced_by": regulation.replaced_by,
                "key_articles": regulation.key_articles or None,
                "source": regulation.source,
            }
            upsert(db, "regulations", row, key="id")
