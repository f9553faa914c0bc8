"""The records that travel between the stages: what a page, an article and a finding are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Genre = Literal["news", "press_release", "opinion", "explainer", "announcement"]
PersonKind = Literal["official", "candidate", "other"]
StatementKind = Literal["direct", "indirect"]
SpeakerKind = Literal["person", "institution", "unnamed"]
AllegationStatus = Literal["alleged", "examined", "established", "sanctioned", "cleared"]
DateBasis = Literal["published", "in-text", "fetched"]


# ---------------------------------------------------------------- fetched pages


@dataclass(frozen=True, slots=True)
class Page:
    """One fetched page as it stands in the archive."""

    id: int
    url: str
    source_id: str
    fetched_at: datetime  # UTC
    status: int
    content_type: str  # the Content-Type header as sent, "" when absent
    body: bytes  # content-decoded, at most the crawler's size limit
    sha256: str  # of `body`, hex
    warc_file: str  # relative to the archive folder
    warc_offset: int
    hints: PageHints
    parts: tuple[PagePart, ...] = ()  # the further pages of an article that is split, in order


@dataclass(frozen=True, slots=True)
class PagePart:
    """A further page of an article that is split over several."""

    url: str
    content_type: str
    body: bytes  # content-decoded


@dataclass(frozen=True, slots=True)
class PageHints:
    """What the feed, sitemap or API said of a page; None where it said nothing."""

    title: str | None = None
    published_at: datetime | None = None  # with zone
    author: str | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What extraction and analysis may know about the site that a page came from."""

    id: str
    name: str
    kind: str  # ministry election-body province regency city media blog
    region: str | None  # Kemendagri code
    timezone: str  # IANA name, Asia/Jakarta where unknown
    body_xpath: str | None = None  # where the text stands, for a site on which extraction errs
    drop_xpath: str | None = None  # what stands within it without being text
    date_xpath: str | None = None  # where the date of publication is printed


# ---------------------------------------------------------------- extraction


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date that stands on the page, with where it was found."""

    value: date
    moment: datetime | None  # with zone, where a time of day is given
    found_in: str  # json-ld, meta, time-element, dateline, url, feed, htmldate
    printed: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, free of what surrounds it."""

    url: str
    title: str
    text: str  # paragraphs separated by one blank line
    author: str | None
    author_office: str | None
    published: date | None
    published_at: datetime | None  # with zone
    published_from: str | None  # the DateCandidate.found_in that decided
    date_conflict: str | None  # the other dates seen, readable
    date_candidates: tuple[DateCandidate, ...]
    genre: Genre
    sponsored: bool
    publisher: str | None
    language: str | None  # ISO 639-1
    first_published_in: str | None
    first_published: date | None
    canonical_url: str | None
    dateline_place: str | None
    removed: tuple[str, ...] = ()  # "rule: text" of each passage that was cut, for `extract --why`
    captions: tuple[str, ...] = ()  # of pictures, with their credits
    encoding_mended: bool = False  # mojibake was undone
    page_number: int | None = None  # of an article in several pages: this one …
    page_count: int | None = None  # … of so many
    corrections: tuple[str, ...] = ()  # the outlet's own "Ralat" and "Koreksi" notes
    rewritten_score: float = 0.0  # 0 to 1: how much speaks for a copy that a machine rewrote
    rewritten_signs: tuple[str, ...] = ()  # what speaks for it, readable


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a page gave no article; `reason` is one of pipeline.extract.REJECTION_REASONS."""

    reason: str
    detail: str


# ---------------------------------------------------------------- findings


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The input of the NLP stage: an article's own words and what is known about it."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    fetched: date | None = None
    source_region: str | None = None  # Kemendagri code of the source, evidence for names of two regions
    sponsored: bool = False
    genre: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Where a finding stands, how it is printed there, what found it and how sure that is."""

    start: int  # characters of the article's text
    end: int
    surface: str  # text[start:end]
    rule: str  # name of the rule or model, kebab-case
    confidence: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class TopicReason:
    found: Found
    weight: float  # above 0 speaks for the topic, below 0 against


@dataclass(frozen=True, slots=True)
class Topic:
    on: bool
    score: float
    reasons: tuple[TopicReason, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A position that the article gives a person, as printed there."""

    position: str | None
    institution: str | None
    region: str | None  # Kemendagri code
    found: Found


@dataclass(frozen=True, slots=True)
class Person:
    """One natural person within one article."""

    name: str  # the fullest form, without titles and degrees
    kind: PersonKind
    aliases: tuple[str, ...]
    titles: tuple[str, ...]  # as printed: "Drs.", "S.H."
    offices: tuple[Office, ...]  # the one that the article tells first, first
    mentions: tuple[Found, ...]  # every place where the person is named, in order
    known_as: str | None = None  # the office-holder that a misspelt name stands for
    known_as_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class RegionMention:
    found: Found
    code: str | None  # None: the name could not be resolved
    candidates: tuple[str, ...]  # every code that the printed name may stand for
    decided_by: str  # the cue: printed-type, institution-cue, article-cue, source-region, default-kota, only-one


@dataclass(frozen=True, slots=True)
class InstitutionMention:
    found: Found
    name: str  # as fully as the article names it
    canonical: str | None  # id in the institutions table
    region: str | None  # Kemendagri code


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited instrument and article of it, in the forms of the regulations table."""

    found: Found
    id: str  # "UU 20/2023"; "SKB ?" where it stays unclear
    pasal: str | None  # "9(2)f"
    known: bool  # the id stands in the regulations table
    outdated: bool  # replaced before the date that decided
    replaced_by: str | None
    date_used: date | None
    date_basis: DateBasis | None


@dataclass(frozen=True, slots=True)
class Statement:
    found: Found  # the quotation or the reported clause
    kind: StatementKind
    speaker: str
    speaker_kind: SpeakerKind
    quote: str
    verb: str | None  # root of the verb of saying: "kata", "minta"
    attribution: Found | None  # where the speaker stands


@dataclass(frozen=True, slots=True)
class Allegation:
    found: Found  # the sentence
    who: str
    act: str
    act_kind: str  # id in nlp/lexicon/acts
    region: str | None  # Kemendagri code
    status: AllegationStatus


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one article."""

    topic: Topic
    people: tuple[Person, ...]
    regions: tuple[RegionMention, ...]
    institutions: tuple[InstitutionMention, ...]
    citations: tuple[Citation, ...]
    statements: tuple[Statement, ...]
    allegations: tuple[Allegation, ...]
    reference_date: date | None  # at which names were resolved
    reference_date_basis: DateBasis | None


@dataclass(frozen=True, slots=True)
class FetchFailure:
    """A URL that gave no page; `reason` is one of crawler.failures.REASONS."""

    url: str
    source_id: str
    reason: str
    detail: str
    failed_at: datetime  # UTC
    attempts: int = 1
