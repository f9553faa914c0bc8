"""The readers' questions about a period: what was said, by whom, citing which regulation, where, and what is new."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlite_utils import Database

from storage.browse.map import Place
from storage.database import rows

Row = dict[str, Any]

ROWS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `since` to `until`, both included."""

    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles a question is about; a region's code of two digits is a province with all in it."""

    period: Period
    region: str | None


def newest_week(db: Database, today: date) -> Period:
    """The seven days up to the newest article on topic that tells its date; a date in the future does not count."""
    newest = db.execute(
        "SELECT dated FROM articles WHERE topic = 'on' AND dated <= ? AND published IS NOT NULL "
        "ORDER BY dated DESC LIMIT 1",
        [today.isoformat()],
    ).fetchone()
    until = date.fromisoformat(newest[0]) if newest else today
    return Period(until - timedelta(days=6), until)


def find_regions(db: Database, typed: str) -> list[Row]:
    """Regions of this code or name; several where kota and kabupaten share the name and neither word was typed."""
    wanted = " ".join(typed.split())
    for condition in ("code = ?", "name = ? COLLATE NOCASE", "short_name = ? COLLATE NOCASE"):
        found = rows(db, f"SELECT * FROM regions WHERE {condition} ORDER BY code", [wanted])  # noqa: S608 - fixed
        if found:
            return found
    pattern = "%" + wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    return rows(db, "SELECT * FROM regions WHERE name LIKE ? ESCAPE '\\' ORDER BY code LIMIT 20", [pattern])


def statements_said(db: Database, scope: Scope) -> list[Row]:
    """Statements of the scope's articles, the newest article first; the same words of one speaker once."""
    where, values = _articles(scope)
    found = rows(
        db,
        "SELECT t.id, t.article_id, t.speaker, t.speaker_kind, t.person_id, t.kind, t.quote, a.title, a.dated, "  # noqa: S608
        "s.name AS source_name, a.source_id, o.position, o.institution FROM statements t "
        "JOIN articles a ON a.id = t.article_id JOIN sources s ON s.id = a.source_id "
        "LEFT JOIN offices o ON o.id = (SELECT min(id) FROM offices "
        "WHERE article_id = t.article_id AND person_id = t.person_id) "
        f"WHERE {where} ORDER BY a.dated DESC, a.id DESC, t.start LIMIT {ROWS_SHOWN}",
        values,
    )
    return same_words_once(found)


def same_words_once(statements: list[Row]) -> list[Row]:
    """The statements without repetitions; `also` of each holds the ones of other articles with the same words.

    One press release stands in many outlets: without this a reader would take it for many statements.
    """
    first: dict[tuple[object, str], Row] = {}
    for statement in statements:
        speaker = statement.get("person_id") or statement.get("speaker")
        same = first.setdefault((speaker, " ".join(statement["quote"].casefold().split())), statement)
        same.setdefault("also", [])
        if same is not statement and all(
            statement["article_id"] != other["article_id"] for other in [same, *same["also"]]
        ):
            same["also"].append(statement)
    return list(first.values())


def speakers(db: Database, scope: Scope) -> list[Row]:
    """Who made statements in the scope's articles, those with the most first."""
    where, values = _articles(scope)
    return rows(
        db,
        "SELECT coalesce(p.name, t.speaker) AS name, t.person_id, t.speaker_kind, p.kind, p.position, "  # noqa: S608
        "p.institution, r.name AS region_name, count(*) AS statements, count(DISTINCT t.article_id) AS articles, "
        "max(a.dated) AS last_said FROM statements t JOIN articles a ON a.id = t.article_id "
        "LEFT JOIN people p ON p.id = t.person_id LEFT JOIN regions r ON r.code = p.region "
        f"WHERE {where} GROUP BY coalesce('p' || t.person_id, t.speaker) "
        f"ORDER BY statements DESC, name LIMIT {ROWS_SHOWN}",
        values,
    )


def cited(db: Database, scope: Scope) -> list[Row]:
    """Which legal instruments the scope's articles cite, with the articles of them, those in most articles first."""
    where, values = _articles(scope)
    return rows(
        db,
        "SELECT c.instrument, c.regulation_id, g.title, count(DISTINCT c.article_id) AS articles, "  # noqa: S608
        "group_concat(DISTINCT c.pasal) AS pasal, max(c.outdated) AS outdated, max(c.replaced_by) AS replaced_by "
        "FROM citations c JOIN articles a ON a.id = c.article_id LEFT JOIN regulations g ON g.id = c.regulation_id "
        f"WHERE {where} GROUP BY c.instrument ORDER BY articles DESC, c.instrument LIMIT {ROWS_SHOWN}",
        values,
    )


def coverage(db: Database, period: Period | None = None) -> list[Place]:
    """Every region with the number of articles on topic that name it, 0 included."""
    counted = _articles_by(db, "region", period)
    found = db.execute("SELECT code, name, lat, lon FROM regions").fetchall()
    return [Place(code, name, lat, lon, counted.get(code, 0)) for code, name, lat, lon in found]


def province_totals(db: Database, period: Period | None = None) -> list[Place]:
    """Every province with the number of articles on topic that name it or any part of it."""
    counted = _articles_by(db, "substr(region, 1, 2)", period)
    found = db.execute("SELECT code, name, lat, lon FROM regions WHERE type = 'province' ORDER BY code").fetchall()
    return [Place(code, name, lat, lon, counted.get(code, 0)) for code, name, lat, lon in found]


def _articles_by(db: Database, key: str, period: Period | None) -> dict[str, int]:
    """The number of articles on topic by what `key` makes of the regions that they name."""
    dated = "AND dated BETWEEN ? AND ?" if period else ""
    values = [period.since.isoformat(), period.until.isoformat()] if period else []
    sql = (
        f"SELECT {key}, count(DISTINCT article_id) FROM mentions WHERE type = 'region' AND region IS NOT NULL "  # noqa: S608
        f"AND article_id IN (SELECT id FROM articles WHERE topic = 'on' {dated}) GROUP BY 1"
    )
    return dict(db.execute(sql, values).fetchall())


def articles_of_source(db: Database, source_id: str, limit: int = ROWS_SHOWN) -> list[Row]:
    """A source's articles, the ones last seen for the first time first."""
    return rows(
        db,
        "SELECT id, title, published, first_seen_at, topic, genre, sponsored, version, gone_at FROM articles "
        "WHERE source_id = ? ORDER BY first_seen_at DESC, id DESC LIMIT ?",
        [source_id, limit],
    )


def _articles(scope: Scope) -> tuple[str, list[Any]]:
    """A condition on `articles a` with its values."""
    where = "a.topic = 'on' AND a.dated BETWEEN ? AND ?"
    values: list[Any] = [scope.period.since.isoformat(), scope.period.until.isoformat()]
    if scope.region is not None:
        where += " AND a.id IN (SELECT article_id FROM mentions WHERE region = ? OR (region > ? AND region < ?))"
        values += [scope.region, f"{scope.region}.", f"{scope.region}/"]
    return where, values
