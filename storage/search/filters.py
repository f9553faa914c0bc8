"""What a search may be narrowed to, and the conditions that this makes."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlite_utils import Database

from storage.errors import SearchQueryError

Condition = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrows a search; None leaves a side open. Dates are days of publication, or of first sight where untold."""

    region: str | None = None  # Kemendagri code; a province includes its regencies and cities
    since: date | None = None
    until: date | None = None  # this day included
    source: str | None = None  # id
    official: str | None = None  # name, or words of it
    person: int | None = None  # id
    regulation: str | None = None  # "UU 20/2023"
    topic: Literal["on", "off"] | None = None


def conditions(db: Database, filters: Filters) -> list[Condition]:
    """SQL conditions on `articles a` with their values.

    Raises SearchQueryError for a region or source that the corpus does not know, and for a span of days upside down.
    """
    found: list[Condition] = []
    if filters.region is not None:
        found.append(_region(db, _readable(filters.region)))
    if filters.since and filters.until and filters.since > filters.until:
        raise SearchQueryError(f"since {filters.since} lies after until {filters.until}: exchange the two.")
    if filters.since:
        found.append(("a.dated >= ?", [filters.since.isoformat()]))
    if filters.until:
        found.append(("a.dated <= ?", [filters.until.isoformat()]))
    if filters.source is not None:
        found.append(_source(db, _readable(filters.source)))
    if filters.official is not None:
        found.append(_official(filters.official))
    if filters.person is not None:
        found.append(("a.id IN (SELECT article_id FROM appearances WHERE person_id = ?)", [filters.person]))
    if filters.regulation is not None:
        cited = " ".join(_readable(filters.regulation).split())
        found.append(("a.id IN (SELECT article_id FROM citations WHERE instrument = ? COLLATE NOCASE)", [cited]))
    if filters.topic is not None:
        found.append(("a.topic = ?", [filters.topic]))
    return found


def _region(db: Database, code: str) -> Condition:
    if not db.execute("SELECT 1 FROM regions WHERE code = ?", [code]).fetchone():
        raise SearchQueryError(f"There is no region {code!r}.{_regions_named(db, code)}")
    # '/' follows '.', so this is every code that begins with the province's and a dot
    within = "a.id IN (SELECT article_id FROM mentions WHERE region = ? OR (region > ? AND region < ?))"
    return within, [code, f"{code}.", f"{code}/"]


def _regions_named(db: Database, name: str) -> str:
    words = _like(name)
    found = db.execute(
        "SELECT code, name FROM regions WHERE name LIKE ? ESCAPE '\\' ORDER BY code LIMIT 5", [words]
    ).fetchall()
    if name and found:
        return " Did you mean " + ", ".join(f"{code} ({region})" for code, region in found) + "?"
    return " Give the Kemendagri code: 64 is Kalimantan Timur, 64.71 Kota Balikpapan."


def _source(db: Database, source_id: str) -> Condition:
    known = [row[0] for row in db.execute("SELECT id FROM sources")]
    if source_id not in known:
        near = difflib.get_close_matches(source_id, known, n=3)
        hint = f" Did you mean {', '.join(near)}?" if near else " `python -m pipeline sources list` shows them."
        raise SearchQueryError(f"There is no source {source_id!r}.{hint}")
    return "a.source_id = ?", [source_id]


def _official(name: str) -> Condition:
    if not name.strip():
        raise SearchQueryError("The official's name is empty.")
    named = (
        "a.id IN (SELECT x.article_id FROM appearances x JOIN people p ON p.id = x.person_id "
        "WHERE x.kind = 'official' AND (p.name LIKE ? ESCAPE '\\' OR x.name LIKE ? ESCAPE '\\'))"
    )
    return named, [_like(name)] * 2


def _readable(typed: str) -> str:
    """Without the characters that SQLite cannot take (NUL, lone surrogates from a terminal)."""
    return typed.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8").strip()


def _like(words: str) -> str:
    """A LIKE pattern for the words in this order, whatever stands between them."""
    safe = _readable(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return "%" + "%".join(safe.split()) + "%"
