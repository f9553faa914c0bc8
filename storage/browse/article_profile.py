"""All that an article's page tells: the marked text, the findings, the evidence, the versions."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode, urlsplit

from sqlite_utils import Database

from storage.browse.labels import label
from storage.browse.marks import Piece, Span, paragraphs_with_marks
from storage.database import rows

Row = dict[str, Any]


def article_profile(db: Database, article_id: int) -> Row | None:
    """An article with its findings, its marked text, its versions and where its page lies in the archive."""
    found_articles = rows(
        db,
        "SELECT a.*, s.name AS source_name, c.url AS fetched_url, c.fetched_at, c.status, c.sha256, c.warc_file, "
        "c.warc_offset, c.bytes FROM articles a JOIN sources s ON s.id = a.source_id "
        "JOIN captures c ON c.id = a.capture_id WHERE a.id = ?",
        [article_id],
    )
    if not found_articles:
        return None
    article = found_articles[0]
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
    return {
        "people": _people(db, article_id),
        "regions": rows(
            db,
            "SELECT m.region AS code, coalesce(r.name, m.surface) AS name, min(m.start) AS first, count(*) AS places, "
            "min(m.decided_by LIKE 'default-%') AS by_default, m.decided_by "
            "FROM mentions m LEFT JOIN regions r ON r.code = m.region "
            "WHERE m.article_id = ? AND m.type = 'region' GROUP BY coalesce(m.region, m.surface) ORDER BY first",
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


def _people(db: Database, article_id: int) -> list[Row]:
    """The people of an article with the office that it tells first."""
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
    return people


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
