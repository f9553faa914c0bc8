"""All that one page tells of a person, a region, a regulation or a source."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from storage.browse.article_profile import web_link
from storage.browse.questions import articles_of_source, same_words_once
from storage.database import rows

Row = dict[str, Any]

SHOWN = 30


def person_profile(db: Database, person_id: int) -> Row | None:
    """A person with offices, statements, allegations and articles, the newest first."""
    person = _one(
        db,
        "SELECT p.*, r.name AS region_name FROM people p LEFT JOIN regions r ON r.code = p.region WHERE p.id = ?",
        person_id,
    )
    if person is None:
        return None
    return {
        "person": person,
        "joined": "|article " not in person["identity"],
        "offices": rows(
            db,
            "SELECT o.position, o.institution, o.region, r.name AS region_name, min(o.said_on) AS first, "
            "max(o.said_on) AS last, count(DISTINCT o.article_id) AS articles FROM offices o "
            "LEFT JOIN regions r ON r.code = o.region WHERE o.person_id = ? "
            "GROUP BY o.position, o.institution, o.region ORDER BY last DESC",
            [person_id],
        ),
        "names": rows(
            db,
            "SELECT name, count(*) AS articles FROM appearances WHERE person_id = ? GROUP BY name ORDER BY 2 DESC",
            [person_id],
        ),
        "statements": same_words_once(
            rows(
                db,
                "SELECT t.id, t.article_id, t.kind, t.quote, a.title, a.dated, s.name AS source_name FROM statements t "
                "JOIN articles a ON a.id = t.article_id JOIN sources s ON s.id = a.source_id WHERE t.person_id = ? "
                "ORDER BY a.dated DESC, a.id DESC, t.start LIMIT ?",
                [person_id, SHOWN],
            )
        ),
        "allegations": _allegations(db, "g.person_id = ?", [person_id]),
        "articles": _articles(db, "a.id IN (SELECT article_id FROM appearances WHERE person_id = ?)", [person_id]),
    }


def region_profile(db: Database, code: str) -> Row | None:
    """A region with what articles tell of it; a province with all in it."""
    region = _one(
        db,
        "SELECT r.*, p.name AS province FROM regions r LEFT JOIN regions p ON p.code = r.parent_code WHERE r.code = ?",
        code,
    )
    if region is None:
        return None
    within = "(region = ? OR (region > ? AND region < ?))"
    values = [code, f"{code}.", f"{code}/"]
    named = f"a.id IN (SELECT article_id FROM mentions WHERE {within})"  # noqa: S608 - fixed text
    return {
        "region": region,
        "officials": rows(
            db,
            "SELECT p.*, count(x.article_id) AS articles FROM people p JOIN appearances x ON x.person_id = p.id "  # noqa: S608
            f"WHERE p.kind = 'official' AND {within.replace('region', 'p.region')} GROUP BY p.id "
            f"ORDER BY articles DESC, p.name LIMIT {SHOWN}",
            values,
        ),
        "parts": rows(
            db,
            "SELECT r.code, r.name, count(DISTINCT m.article_id) AS articles FROM regions r "
            "LEFT JOIN mentions m ON m.region = r.code WHERE r.parent_code = ? GROUP BY r.code ORDER BY r.code",
            [code],
        ),
        "cited": rows(
            db,
            "SELECT c.instrument, count(DISTINCT c.article_id) AS articles FROM citations c "  # noqa: S608
            f"JOIN articles a ON a.id = c.article_id WHERE {named} GROUP BY c.instrument ORDER BY 2 DESC LIMIT 10",
            values,
        ),
        "total": int(db.execute(f"SELECT count(*) FROM articles a WHERE {named}", values).fetchone()[0]),  # noqa: S608
        "allegations": _allegations(db, within.replace("region", "g.region"), values),
        "articles": _articles(db, named, values),
    }


def regulation_profile(db: Database, instrument: str) -> Row | None:
    """A legal instrument with the articles that cite it; of one that the table lacks, the citations alone."""
    regulation = _one(db, "SELECT * FROM regulations WHERE id = ?", instrument)
    articles = _articles(db, "a.id IN (SELECT article_id FROM citations WHERE instrument = ?)", [instrument])
    if regulation is None and not articles:
        return None
    return {
        "instrument": instrument,
        "regulation": regulation,
        "replaces": rows(db, "SELECT id, title FROM regulations WHERE replaced_by = ? ORDER BY id", [instrument]),
        "pasal": rows(
            db,
            "SELECT pasal, count(DISTINCT article_id) AS articles FROM citations "
            "WHERE instrument = ? AND pasal IS NOT NULL GROUP BY pasal ORDER BY 2 DESC, 1",
            [instrument],
        ),
        "outdated": int(
            db.execute(
                "SELECT count(DISTINCT article_id) FROM citations WHERE instrument = ? AND outdated", [instrument]
            ).fetchone()[0]
        ),
        "articles": articles,
    }


def source_profile(db: Database, source_id: str) -> Row | None:
    """A source with its health, what is new in it and why pages gave no article."""
    source = _one(
        db,
        "SELECT s.*, r.name AS region_name, h.state, h.note, h.checked_at, h.articles, h.articles_this_week, "
        "h.silent_since, h.promised, h.last_success_at, h.without_date, h.without_author FROM sources s "
        "LEFT JOIN regions r ON r.code = s.region LEFT JOIN source_health h ON h.source_id = s.id WHERE s.id = ?",
        source_id,
    )
    if source is None:
        return None
    return {
        "source": source,
        "link": web_link(source["homepage"]),
        "articles": articles_of_source(db, source_id),
        "rejected": rows(
            db,
            "SELECT reason, count(*) AS pages FROM rejections WHERE source_id = ? GROUP BY reason ORDER BY 2 DESC",
            [source_id],
        ),
    }


def all_sources(db: Database) -> list[Row]:
    return rows(
        db,
        "SELECT s.id, s.name, s.kind, s.status, r.name AS region_name, h.state, "
        "(SELECT count(*) FROM articles a WHERE a.source_id = s.id) AS articles, "
        "(SELECT max(first_seen_at) FROM articles a WHERE a.source_id = s.id) AS last_seen "
        "FROM sources s LEFT JOIN regions r ON r.code = s.region LEFT JOIN source_health h ON h.source_id = s.id "
        "ORDER BY s.name",
    )


def _one(db: Database, sql: str, value: object) -> Row | None:
    found = rows(db, sql, [value])
    return found[0] if found else None


def _articles(db: Database, where: str, values: list[Any]) -> list[Row]:
    return rows(
        db,
        "SELECT a.id, a.title, a.dated, a.topic, a.genre, a.sponsored, s.name AS source_name FROM articles a "  # noqa: S608
        f"JOIN sources s ON s.id = a.source_id WHERE {where} ORDER BY a.dated DESC, a.id DESC LIMIT {SHOWN}",
        values,
    )


def _allegations(db: Database, where: str, values: list[Any]) -> list[Row]:
    return rows(
        db,
        "SELECT g.id, g.article_id, g.who, g.act, g.status, a.title, a.dated, s.name AS source_name "  # noqa: S608
        "FROM allegations g JOIN articles a ON a.id = g.article_id JOIN sources s ON s.id = a.source_id "
        f"WHERE {where} ORDER BY a.dated DESC, g.start LIMIT {SHOWN}",
        values,
    )
