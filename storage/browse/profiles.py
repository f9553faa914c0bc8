"""All that one page tells: of an article, a person, a region, a regulation, a source."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode, urlsplit

from sqlite_utils import Database

from storage.browse.labels import label
from storage.browse.marks import Piece, Span, paragraphs_with_marks
from storage.browse.questions import articles_of_source
from storage.database import rows

Row = dict[str, Any]

SHOWN = 30


def article_profile(db: Database, article_id: int) -> Row | None:
    """An article with its findings, its marked text, its versions and where its page lies in the archive."""
    article = _one(
        db,
        "SELECT a.*, s.name AS source_name, c.url AS fetched_url, c.fetched_at, c.status, c.sha256, c.warc_file, "
        "c.warc_offset, c.bytes FROM articles a JOIN sources s ON s.id = a.source_id "
        "JOIN captures c ON c.id = a.capture_id WHERE a.id = ?",
        article_id,
    )
    if article is None:
        return None
    found = article_findings(db, article_id)
    return {
        "article": article,
        "link": web_link(article["url"]),
        "paragraphs": marked_text(article["text"], found),
        **found,
        "versions": rows(
            db,
            "SELECT v.version, v.seen_at, v.changed FROM article_versions v WHERE v.article_id = ? ORDER BY v.version",
            [article_id],
        ),
    }


def article_findings(db: Database, article_id: int) -> Row:
    """What was found in an article, by kind, in the order of the text."""
    people = rows(
        db,
        "SELECT x.person_id, x.name, x.kind, x.titles, x.aliases, x.known_as, o.position, o.institution, "
        "o.region, r.name AS region_name FROM appearances x LEFT JOIN offices o ON o.id = (SELECT min(id) "
        "FROM offices WHERE article_id = x.article_id AND person_id = x.person_id) "
        "LEFT JOIN regions r ON r.code = o.region WHERE x.article_id = ? ORDER BY x.rowid",
        [article_id],
    )
    for person in people:
        person["titles"] = json.loads(person["titles"])
        person["aliases"] = json.loads(person["aliases"])
    return {
        "people": people,
        "regions": rows(
            db,
            "SELECT m.region AS code, coalesce(r.name, m.surface) AS name, min(m.start) AS first, count(*) AS places, "
            "min(m.decided_by LIKE 'default-%') AS by_default, m.decided_by "
            "FROM mentions m LEFT JOIN regions r ON r.code = m.region WHERE m.article_id = ? AND m.type = 'region' GROUP BY coalesce(m.region, m.surface) ORDER BY first",
            [article_id],
        ),
        "citations": rows(
            db,
            "SELECT c.*, g.title FROM citations c LEFT JOIN regulations g ON g.id = c.regulation_id "
            "WHERE c.article_id = ? ORDER BY c.start",
            [article_id],
        ),
        "statements": rows(db, "SELECT * FROM statements WHERE article_id = ? ORDER BY start", [article_id]),
        "allegations": rows(
            db,
            "SELECT g.*, r.name AS region_name FROM allegations g LEFT JOIN regions r ON r.code = g.region "
            "WHERE g.article_id = ? ORDER BY g.start",
            [article_id],
        ),
        "reasons": rows(db, "SELECT * FROM topic_reasons WHERE article_id = ? ORDER BY start", [article_id]),
        "mentions": rows(db, "SELECT * FROM mentions WHERE article_id = ? ORDER BY start", [article_id]),
    }


def marked_text(text: str, found: Row) -> list[list[Piece]]:
    """The paragraphs of the text with the findings of `article_findings` marked."""
    spans = [_mention_span(mention) for mention in found["mentions"]]
    for citation in found["citations"]:
        note = f"Peraturan: {citation['instrument']}"
        spans.append(_span(citation, "citation", note, "/peraturan?" + urlencode({"id": citation["instrument"]})))
    for statement in found["statements"]:
        spans.append(_span(statement, "statement", f"{label('statement', statement['kind'])}: {statement['speaker']}"))
    for allegation in found["allegations"]:
        spans.append(_span(allegation, "allegation", label("allegation", allegation["status"])))
    return paragraphs_with_marks(text, spans)


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
        "statements": rows(
            db,
            "SELECT t.id, t.article_id, t.kind, t.quote, a.title, a.dated, s.name AS source_name FROM statements t "
            "JOIN articles a ON a.id = t.article_id JOIN sources s ON s.id = a.source_id WHERE t.person_id = ? "
            "ORDER BY a.dated DESC, t.start LIMIT ?",
            [person_id, SHOWN],
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
        "h.last_fetched_at FROM sources s LEFT JOIN regions r ON r.code = s.region "
        "LEFT JOIN source_health h ON h.source_id = s.id WHERE s.id = ?",
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


def version_texts(db: Database, article_id: int, version: int) -> tuple[Row, Row | None] | None:
    """A version and the one before it."""
    found = rows(
        db,
        "SELECT * FROM article_versions WHERE article_id = ? AND version <= ? ORDER BY version DESC LIMIT 2",
        [article_id, version],
    )
    if not found or found[0]["version"] != version:
        return None
    return found[0], found[1] if len(found) > 1 else None


def is_withheld(db: Database, article_id: int) -> bool:
    found = db.execute("SELECT 1 FROM withheld WHERE kind = 'article' AND id = ?", [article_id]).fetchone()
    return found is not None


def web_link(url: str | None) -> str | None:
    """The address where a browser may be sent; None for anything but http and https."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _mention_span(mention: Row) -> Span:
    if mention["type"] == "person":
        return _span(mention, "person", f"Orang: {mention['name']}", f"/orang/{mention['person_id']}")
    if mention["type"] == "region":
        href = f"/wilayah/{mention['region']}" if mention["region"] else None
        note = f"Wilayah {mention['region']}" if mention["region"] else "Wilayah yang tidak pasti"
        if mention["decided_by"]:
            note += f" ({label('decided_by', mention['decided_by'])})"
        return _span(mention, "region", note, href)
    return _span(mention, "institution", f"Lembaga: {mention['name']}")


def _span(row: Row, kind: str, note: str, href: str | None = None) -> Span:
    return Span(row["start"], row["end"], kind, f"{kind}-{row['id']}", note, href)


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
