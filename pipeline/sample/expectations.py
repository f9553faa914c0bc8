"""What must come out of the sample newsroom: the findings of each article, and the reason for each refused page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.sample.content import SampleArticle, load_articles, load_sites

OMISSION = " … "  # "first words … last words" stands for the whole passage


def expected_findings(edition: int = 1) -> list[dict[str, Any]]:
    """One row for each article of the edition, in the form that `analyse` writes (docs/analyse.md).

    Beside the findings each row has `site` and `path` (where the article stands), `author`, `published_at` (ISO with
    zone), `first_published` and `first_published_in`; `text` is the whole body that extraction must give.
    """
    return [_row(article) for article in load_articles(edition) if article.rejected is None]


def expected_rejections(edition: int = 1) -> list[dict[str, str]]:
    """Each address that gives no article: `site`, `path`, `stage` (fetch or extract) and `reason`."""
    rows = []
    for site in load_sites().values():
        for trap in site.traps:
            stage = "extract" if trap.kind == "listing" else "fetch"
            rows.append({"site": site.id, "path": trap.path, "stage": stage, "reason": trap.kind})
    for article in load_articles(edition):
        if article.rejected is not None:
            rows.append({"site": article.site, "path": article.path, "stage": "extract", "reason": article.rejected})
    return rows


def _row(article: SampleArticle) -> dict[str, Any]:
    expected = article.expected
    text = article.text
    published = article.published
    return {
        "id": f"{article.site}/{article.slug}",
        "site": article.site,
        "path": article.path,
        "url": None,
        "title": article.title,
        "published": published.date().isoformat() if published else None,
        "published_at": published.isoformat() if published else None,
        "author": article.author,
        "first_published": expected.get("first_published"),
        "first_published_in": expected.get("first_published_in"),
        "text": text,
        "topic": expected["topic"],
        "genre": expected["genre"],
        "sponsored": expected.get("sponsored", False),
        "people": [_person(person) for person in expected.get("people", ())],
        "regions": list(expected.get("regions", ())),
        "regulations": [_citation(*row) for row in expected.get("regulations", ())],
        "statements": [_statement(text, *row) for row in expected.get("statements", ())],
        "allegations": [_allegation(row) for row in expected.get("allegations", ())],
    }


def _person(person: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: person.get(name) for name in ("position", "institution", "region")}
    return {"name": person["name"], **told, "kind": person["kind"], "aliases": list(person.get("aliases", ()))}


def _citation(identifier: str, pasal: str, surface: str) -> dict[str, Any]:
    return {"id": identifier, "pasal": pasal or None, "surface": surface}


def _statement(text: str, speaker: str, kind: str, quote: str) -> dict[str, Any]:
    return {"speaker": speaker, "kind": kind, "quote": _whole(quote, text)}


def _allegation(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"who": row["who"], "act": row["act"], "region": row.get("region"), "status": row["status"]}


def _whole(quote: str, text: str) -> str:
    """The passage of the text that a shortened quotation stands for; unchanged when it is not there."""
    if OMISSION not in quote:
        return quote
    head, tail = quote.split(OMISSION, 1)
    passage = re.search(re.escape(head) + ".*?" + re.escape(tail), text, re.DOTALL)
    return passage.group() if passage else quote
