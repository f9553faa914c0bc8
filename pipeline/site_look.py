"""Looks at a site and reads three of its pages, storing nothing: what `sources check` and `sources add` say."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

from crawler.probe import Candidate, Finding, Sample, source_text
from crawler.probe_run import probe
from crawler.registry import Source
from pipeline.extract import extract_article
from pipeline.settings import Settings
from storage.errors import SettingsError, SourceFileError
from storage.records import Page, Rejection, SourceFacts
from storage.reference import load_regions

FIRST_WORDS = 12
GOVERNMENT_KINDS = {"province": "province", "kabupaten": "regency", "kota": "city"}


@dataclass(frozen=True, slots=True)
class ReadSample:
    """What extraction makes of one page; `problem` where it is no article."""

    url: str
    title: str | None
    published: date | None
    first_words: str | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class SiteLook:
    """What a site would give."""

    source_id: str
    homepage: str
    chosen: Candidate | None
    candidates: tuple[Candidate, ...]
    samples: tuple[ReadSample, ...]
    problem: str | None

    @property
    def works(self) -> bool:
        """An entry names pages, and at least one of those looked at is an article."""
        return self.chosen is not None and any(sample.problem is None for sample in self.samples)


def look_at_source(settings: Settings, source: Source, now: datetime) -> SiteLook:
    """Try the entries of a registered source. Raises SettingsError, NetraError."""
    finding = probe(
        source.homepage,
        source=source,
        sources_folder=settings.sources_folder,
        contact=_contact(settings),
        allow_hosts=settings.allow_hosts,
    )
    return _look(source.id, finding, source.facts(), now)


def add_source(
    settings: Settings, url: str, region: str | None, known: Sequence[Source], now: datetime
) -> tuple[SiteLook, Path | None]:
    """Find how a site announces its articles and write its file; None where nothing usable was found.

    Raises SourceFileError where the site is registered already or the region is unknown.
    """
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    for source in known:
        if (urlsplit(source.homepage).hostname or "").removeprefix("www.") == host and host:
            raise SourceFileError(f"{url}: the site is registered already, as {source.id}.")
    regions = {each.code: each for each in load_regions()}
    if region is not None and region not in regions:
        raise SourceFileError(f'--region "{region}" is no Kemendagri code; a province is 33, a kota 33.75.')
    place = regions.get(region or "")
    timezone = place.timezone if place else settings.timezone
    kind = GOVERNMENT_KINDS[place.type] if place and host.endswith(".go.id") else "media"
    source_id = re.sub(r"[^a-z0-9]+", "-", host).strip("-")
    finding = probe(url, contact=_contact(settings), allow_hosts=settings.allow_hosts)
    look = _look(source_id, finding, SourceFacts(source_id, finding.title or host, kind, region, timezone), now)
    if not look.works:
        return look, None
    path = settings.sources_folder / (region or "00")[:2] / f"{source_id}.toml"
    if path.exists():
        raise SourceFileError(f"{path}: is there already. Give the site another id by writing its file by hand.")
    text = source_text(
        finding, name=finding.title or host, kind=kind, region=region, timezone=timezone, today=now.date().isoformat()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return look, path


def _contact(settings: Settings) -> str | None:
    if not settings.contact and not settings.allow_hosts:
        raise SettingsError(
            'contact is not set. Sites must be able to reach whoever asks them: put contact = "you@example.org" '
            "into netra.toml, or set NETRA_CONTACT."
        )
    return settings.contact or None


def _look(source_id: str, finding: Finding, facts: SourceFacts, now: datetime) -> SiteLook:
    problem = f"{finding.problem}: {finding.detail}".rstrip(": ") if finding.problem else None
    samples = tuple(_read(sample, facts, now) for sample in finding.samples)
    return SiteLook(source_id, finding.homepage, finding.chosen, finding.candidates, samples, problem)


def _read(sample: Sample, facts: SourceFacts, now: datetime) -> ReadSample:
    if sample.problem:
        return ReadSample(sample.url, None, None, None, sample.problem)
    page = Page(
        id=0,
        url=sample.url,
        source_id=facts.id,
        fetched_at=now,
        status=sample.status or 0,
        content_type=sample.content_type,
        body=sample.body,
        sha256=hashlib.sha256(sample.body).hexdigest(),
        warc_file="",
        warc_offset=0,
        hints=sample.hints,
    )
    article = extract_article(page, facts)
    if isinstance(article, Rejection):
        return ReadSample(sample.url, None, None, None, article.reason)
    words = " ".join(article.text.split()[:FIRST_WORDS])
    return ReadSample(sample.url, article.title, article.published, words, None)
