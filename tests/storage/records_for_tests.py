"""Short makers of pages, articles and analyses; every person is invented."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from storage.records import (
    Allegation,
    Analysis,
    Article,
    Citation,
    Found,
    InstitutionMention,
    Office,
    Page,
    PageHints,
    Person,
    RegionMention,
    Statement,
    Topic,
    TopicReason,
)

NOW = datetime(2024, 11, 20, 1, 0, tzinfo=UTC)

TEXT = (
    "BALIKPAPAN – Kepala Dinas Perhubungan Kota Balikpapan, Drs. Wiranto Salim, M.Si., meminta seluruh pegawai "
    "menjaga jarak dari kegiatan kampanye.\n\n"
    "“Siapa pun yang ikut berkampanye akan kami periksa,” kata Wiranto, Senin (18/11/2024).\n\n"
    "Ia mengingatkan Pasal 9 ayat (2) UU 20/2023. Bawaslu Kota Balikpapan menduga seorang camat ikut membagikan kaus."
)


@dataclass(frozen=True)
class RegisteredSource:
    """A source as the registry would give it."""

    id: str = "kota-contoh"
    name: str = "Kota Contoh"
    kind: str = "city"
    region: str | None = None
    homepage: str = "https://kota.contoh.id/"
    engine: str = "feed"
    timezone: str = "Asia/Jakarta"
    status: str = "active"
    at_least_articles_per_week: float | None = None


def page(
    number: int = 1, *, url: str = "https://kota.contoh.id/a", at: datetime | None = None, **changes: object
) -> Page:
    body = f"page {number}".encode()
    values: dict[str, object] = {
        "id": number,
        "url": url,
        "source_id": "kota-contoh",
        "fetched_at": at or datetime(2024, 11, 18, 3, number % 60, tzinfo=UTC),
        "status": 200,
        "content_type": "text/html",
        "body": body,
        "sha256": hashlib.sha256(body).hexdigest(),
        "warc_file": "2024-11-18.warc.gz",
        "warc_offset": 100 * number,
        "hints": PageHints(),
    }
    return Page(**(values | changes))  # type: ignore[arg-type]


def article(url: str = "https://kota.contoh.id/a", *, text: str = TEXT, **changes: object) -> Article:
    values: dict[str, object] = {
        "url": url,
        "title": "Dishub Balikpapan Minta Pegawai Netral",
        "text": text,
        "author": "Humas",
        "author_office": None,
        "published": date(2024, 11, 18),
        "published_at": datetime(2024, 11, 18, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta")),
        "published_from": "json-ld",
        "date_conflict": None,
        "date_candidates": (),
        "genre": "news",
        "sponsored": False,
        "publisher": "Kota Contoh",
        "language": "id",
        "first_published_in": None,
        "first_published": None,
        "canonical_url": None,
        "dateline_place": "BALIKPAPAN",
    }
    return Article(**(values | changes))  # type: ignore[arg-type]


def found(surface: str, text: str = TEXT, *, rule: str = "test-rule", after: int = 0) -> Found:
    start = text.index(surface, after)
    return Found(start, start + len(surface), surface, rule, 0.9)


def person(
    name: str = "Wiranto Salim",
    *,
    position: str | None = "Kepala",
    institution: str | None = "Dinas Perhubungan Kota Balikpapan",
    region: str | None = "64.71",
    text: str = TEXT,
    **changes: object,
) -> Person:
    office = Office(position, institution, region, found(name, text))
    values: dict[str, object] = {
        "name": name,
        "kind": "official",
        "aliases": (name.split()[0],),
        "titles": ("Drs.", "M.Si."),
        "offices": (office,) if position or institution else (),
        "mentions": (found(name, text),),
    }
    return Person(**(values | changes))  # type: ignore[arg-type]


def analysis(**changes: object) -> Analysis:
    """What stands in TEXT."""
    quote = "Siapa pun yang ikut berkampanye akan kami periksa,"
    values: dict[str, object] = {
        "topic": Topic(True, 2.5, (TopicReason(found("kegiatan kampanye"), 1.5),)),
        "people": (person(),),
        "regions": (
            RegionMention(found("BALIKPAPAN"), "64.71", ("64.71",), "only-one"),
            RegionMention(found("Kota Balikpapan"), "64.71", ("64.71",), "printed-type"),
        ),
        "institutions": (
            InstitutionMention(found("Bawaslu Kota Balikpapan"), "Bawaslu Kota Balikpapan", "bawaslu", "64.71"),
        ),
        "citations": (
            Citation(
                found("Pasal 9 ayat (2) UU 20/2023"),
                "UU 20/2023",
                "9(2)",
                True,
                False,
                None,
                date(2024, 11, 18),
                "published",
            ),
        ),
        "statements": (
            Statement(found(quote), "direct", "Wiranto Salim", "person", quote, "kata", found("kata Wiranto")),
        ),
        "allegations": (
            Allegation(
                found("Bawaslu Kota Balikpapan menduga seorang camat ikut membagikan kaus."),
                "seorang camat",
                "membagikan kaus",
                "membagikan-atribut",
                "64.71",
                "alleged",
            ),
        ),
        "reference_date": date(2024, 11, 18),
        "reference_date_basis": "published",
    }
    return Analysis(**(values | changes))  # type: ignore[arg-type]


def empty_analysis() -> Analysis:
    return Analysis(Topic(False, -1.0, ()), (), (), (), (), (), (), None, None)
