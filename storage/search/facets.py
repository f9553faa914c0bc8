"""How the hits of a search spread over sources, provinces, months, topics and kinds of text."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from storage.search import Filters, matching_articles

PROVINCES_SHOWN = 12
SOURCES_SHOWN = 12
MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class FacetValue:
    value: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The values that most hits have; months the newest first."""

    sources: tuple[FacetValue, ...]
    provinces: tuple[FacetValue, ...]
    months: tuple[FacetValue, ...]
    topics: tuple[FacetValue, ...]
    genres: tuple[FacetValue, ...]


def facets(db: Database, typed: str, filters: Filters) -> Facets:
    """Count the hits by each value. Reads every hit, unlike `search`. Raises as `search` does."""
    matching, values = matching_articles(db, typed, filters)
    counted: list[dict[str, int]] = [{}, {}, {}, {}]
    found = db.execute(
        "SELECT a.source_id, substr(a.dated, 1, 7), a.topic, a.genre, count(*) FROM articles a "  # noqa: S608
        f"WHERE {matching} GROUP BY 1, 2, 3, 4",
        values,
    )
    for *keys, articles in found.fetchall():
        for counts, key in zip(counted, keys, strict=True):
            if key is not None:
                counts[key] = counts.get(key, 0) + articles
    names = dict(db.execute("SELECT id, name FROM sources").fetchall())
    provinces = db.execute(
        "SELECT p.code, p.name, count(DISTINCT m.article_id) FROM mentions m "  # noqa: S608
        "JOIN regions p ON p.code = substr(m.region, 1, 2) WHERE m.type = 'region' "
        f"AND m.article_id IN (SELECT a.id FROM articles a WHERE {matching}) "
        f"GROUP BY p.code ORDER BY 3 DESC, 1 LIMIT {PROVINCES_SHOWN}",
        values,
    ).fetchall()
    sources, months, topics, genres = counted
    return Facets(
        sources=_values(sources, names)[:SOURCES_SHOWN],
        provinces=tuple(FacetValue(*row) for row in provinces),
        months=tuple(sorted(_values(months), key=lambda month: month.value, reverse=True))[:MONTHS_SHOWN],
        topics=_values(topics),
        genres=_values(genres),
    )


def _values(counts: dict[str, int], names: dict[str, str] | None = None) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(FacetValue(value, (names or {}).get(value, value), articles) for value, articles in ordered)
