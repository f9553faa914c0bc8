"""The registered sources: one TOML file each, data only, all validated before anything is fetched."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, time
from pathlib import Path
from typing import Any, Literal, NoReturn, cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml.etree import XPath, XPathSyntaxError

from storage.errors import SourceFileError
from storage.records import SourceFacts

Engine = Literal["feed", "sitemap", "wordpress", "listing"]
Status = Literal["active", "paused", "dead", "unverified"]

SOURCES_FOLDER = Path(__file__).parent / "sources"
KINDS = ("ministry", "election-body", "province", "regency", "city", "media", "blog")
ENGINES = ("feed", "sitemap", "wordpress", "listing")
STATUSES = ("active", "paused", "dead", "unverified")
REQUIRED = ("name", "kind", "homepage", "engine", "urls", "status", "status_date")
UNITS_IN_MINUTES = {"minute": 1, "hour": 60, "day": 1440}
SHORTEST_SCHEDULE_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Source:
    """One site: what it is, where its articles are announced and how it wants to be asked."""

    id: str  # the file's name without ".toml"
    name: str
    kind: str  # one of KINDS
    homepage: str
    engine: Engine
    urls: tuple[str, ...]  # feeds, sitemaps, listing pages, or the root of a WordPress site
    status: Status
    status_date: date
    region: str | None = None  # Kemendagri code "32.73"; None: the whole country
    timezone: str = "Asia/Jakarta"  # IANA name
    schedule: str = "every 6 hours"
    at_least_articles_per_week: int | None = None  # a promise, given once the site has been seen
    status_note: str | None = None
    reference: str | None = None  # where the homepage is stated
    hosts: tuple[str, ...] = ()  # further hosts whose pages belong to the site
    article_pattern: str | None = None  # regular expression; only addresses that match it are articles
    drop_parameters: tuple[str, ...] = ()  # query parameters that do not change the page
    delay_seconds: float | None = None  # between two requests; None: the crawler's own
    quiet_hours: str | None = None  # "22:00-05:00" in the source's time zone: nothing is asked then
    pages_per_day: int | None = None  # None: the crawler's own
    bad_certificate_note: str | None = None  # why a certificate that cannot be verified is accepted
    body_xpath: str | None = None  # where the text stands, for a site on which extraction errs
    drop_xpath: str | None = None  # what stands within it without being text
    date_xpath: str | None = None  # where the date of publication is printed

    @property
    def schedule_minutes(self) -> int:
        """How often the source is crawled, in minutes."""
        return _schedule_minutes(self.schedule)

    def facts(self) -> SourceFacts:
        """What extraction and analysis may know of the site."""
        return SourceFacts(
            id=self.id,
            name=self.name,
            kind=self.kind,
            region=self.region,
            timezone=self.timezone,
            body_xpath=self.body_xpath,
            drop_xpath=self.drop_xpath,
            date_xpath=self.date_xpath,
        )


def load_sources(folder: Path = SOURCES_FOLDER) -> tuple[Source, ...]:
    """Read every `*.toml` below `folder`, in the order of their ids.

    Raises SourceFileError for the first file that cannot be used, with its line and what to do.
    """
    if not folder.is_dir():
        raise SourceFileError(f"{folder}: there is no such folder. Name a folder that holds one .toml file per source.")
    sources: dict[str, tuple[Source, Path]] = {}
    for path in sorted(folder.rglob("*.toml")):
        source = load_source(path)
        if source.id in sources:
            raise SourceFileError(
                f"{path}: the id {source.id!r} is already used by {sources[source.id][1]}. Rename one of the two files."
            )
        sources[source.id] = (source, path)
    return tuple(source for _, (source, _path) in sorted(sources.items()))


def choose_sources(sources: Iterable[Source], ids: Iterable[str]) -> tuple[Source, ...]:
    """The sources with these ids, in that order; without ids all that may be crawled (active and unverified)."""
    by_id = {source.id: source for source in sources}
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return tuple(source for source in by_id.values() if source.status in ("active", "unverified"))
    for source_id in wanted:
        if source_id not in by_id:
            raise SourceFileError(f'There is no source "{source_id}".{_nearest(source_id, by_id)}')
    return tuple(by_id[source_id] for source_id in wanted)


def load_source(path: Path) -> Source:
    """Read one source's file; raises SourceFileError naming file, line and mend."""
    try:
        text = path.read_text(encoding="utf-8")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise SourceFileError(f"{path}: the file is not UTF-8 ({error.reason}). Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SourceFileError(f"{path}: this is not TOML: {error}. Mend that line.") from error
    return _Reader(path, text, values).source()


class _Reader:
    """Turns the values of one file into a Source; every complaint names the file and the line."""

    def __init__(self, path: Path, text: str, values: dict[str, Any]) -> None:
        self.path, self.text, self.values = path, text, values

    def source(self) -> Source:
        known = [field.name for field in fields(Source) if field.name != "id"]
        for key in self.values:
            if key not in known:
                self.refuse(key, f'"{key}" is not a field of a source.{_nearest(key, known)}')
        for key in REQUIRED:
            if key not in self.values:
                self.refuse(None, f'"{key}" is missing. Add a line that begins with: {key} =')
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", self.path.stem):
            self.refuse(None, "the file's name is the source's id: use small letters, digits and single hyphens.")
        source = Source(
            id=self.path.stem,
            name=cast(str, self.words("name")),
            kind=self.one_of("kind", KINDS),
            homepage=self.address("homepage", self.values["homepage"]),
            engine=cast(Engine, self.one_of("engine", ENGINES)),
            urls=tuple(self.address("urls", url) for url in self.several("urls")),
            status=cast(Status, self.one_of("status", STATUSES)),
            status_date=self.day("status_date"),
            region=self.region(),
            timezone=self.timezone(),
            schedule=self.schedule(),
            at_least_articles_per_week=self.whole_number("at_least_articles_per_week"),
            status_note=self.words("status_note"),
            reference=self.words("reference"),
            hosts=tuple(self.host(name) for name in self.several("hosts")),
            article_pattern=self.pattern("article_pattern"),
            drop_parameters=self.several("drop_parameters"),
            delay_seconds=self.seconds("delay_seconds"),
            quiet_hours=self.quiet_hours(),
            pages_per_day=self.whole_number("pages_per_day"),
            bad_certificate_note=self.words("bad_certificate_note"),
            body_xpath=self.xpath("body_xpath"),
            drop_xpath=self.xpath("drop_xpath"),
            date_xpath=self.xpath("date_xpath"),
        )
        self.check_together(source)
        return source

    def check_together(self, source: Source) -> None:
        """What one field means for another."""
        if not source.urls:
            self.refuse("urls", "the list is empty. Name at least one address; the homepage will do for a listing.")
        if source.status in ("paused", "dead") and not source.status_note:
            self.refuse("status", f'a source that is "{source.status}" says why. Add: status_note = "..."')
        if source.status == "unverified" and source.at_least_articles_per_week is not None:
            self.refuse(
                "at_least_articles_per_week",
                "a promise is given only once the site has been seen. Remove the line, or verify the source first.",
            )
        folder = self.path.parent.name
        if re.fullmatch(r"\d\d", folder) and folder != (source.region or "00")[:2]:
            self.refuse("region", f"the file lies in the folder of province {folder}. Move it, or mend the region.")

    def refuse(self, key: str | None, complaint: str) -> NoReturn:
        line = _line_of(self.text, key) if key else None
        where = f"{self.path}, line {line}" if line else str(self.path)
        raise SourceFileError(f"{where}: {complaint}")

    def words(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, f'{key} must be words in quotes, such as {key} = "...".')
        return value.strip()

    def one_of(self, key: str, known: tuple[str, ...]) -> str:
        value = self.words(key)
        if value not in known:
            self.refuse(key, f'{key} "{value}" is unknown.{_nearest(str(value), known)} Known: {", ".join(known)}.')
        return value

    def several(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self.refuse(key, f'{key} must be a list of words in quotes, such as {key} = ["..."].')
        return tuple(value)

    def address(self, key: str, value: object) -> str:
        try:
            parts = urlsplit(value) if isinstance(value, str) else None
            usable = (
                parts is not None and parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
            )
        except ValueError:
            usable = False
        if not usable:
            self.refuse(key, f"{value!r} is no web address. Write it whole, beginning with https:// or http://.")
        return cast(str, value)

    def host(self, name: str) -> str:
        if not re.fullmatch(r"[a-z0-9.-]+(:\d+)?", name):
            self.refuse("hosts", f'"{name}" is no host name. Write it as in "berita.example.go.id".')
        return name

    def region(self) -> str | None:
        value = self.words("region")
        if value is not None and not re.fullmatch(r"\d\d(\.\d\d)?", value):
            self.refuse("region", f'region "{value}" is no Kemendagri code. Write "32" or "32.73".')
        return value

    def timezone(self) -> str:
        value = self.words("timezone") or "Asia/Jakarta"
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError):
            self.refuse("timezone", f'"{value}" is no time zone. Use Asia/Jakarta, Asia/Makassar or Asia/Jayapura.')
        return value

    def schedule(self) -> str:
        value = self.words("schedule") or "every 6 hours"
        try:
            _schedule_minutes(value)
        except ValueError as error:
            self.refuse("schedule", str(error))
        return value

    def whole_number(self, key: str) -> int | None:
        value = self.values.get(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
            self.refuse(key, f"{key} must be a whole number above 0, without quotes.")
        return value

    def seconds(self, key: str) -> float | None:
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 3600:
            self.refuse(key, f"{key} must be a number of seconds from 0 to 3600, without quotes.")
        return float(value)

    def day(self, key: str) -> date:
        value = self.values.get(key)
        if type(value) is not date:
            self.refuse(key, f"{key} must be a date without quotes, such as {key} = 2026-11-22.")
        return value

    def pattern(self, key: str) -> str | None:
        value = self.words(key)
        try:
            re.compile(value or "")
        except re.error as error:
            self.refuse(key, f"{key} is no regular expression: {error}.")
        return value

    def xpath(self, key: str) -> str | None:
        value = self.words(key)
        try:
            XPath(value or ".")
        except XPathSyntaxError as error:
            self.refuse(key, f"{key} is no XPath: {error}.")
        return value

    def quiet_hours(self) -> str | None:
        value = self.words("quiet_hours")
        try:
            if value is not None:
                read_quiet_hours(value)
        except ValueError:
            self.refuse("quiet_hours", f'"{value}" is no span of hours. Write it as "22:00-05:00".')
        return value


def read_quiet_hours(text: str) -> tuple[time, time]:
    """ "22:00-05:00" → begin and end, wall-clock time of the source; raises ValueError."""
    begin, _, end = text.partition("-")
    return time.fromisoformat(begin.strip()), time.fromisoformat(end.strip())


def _schedule_minutes(text: str) -> int:
    match = re.fullmatch(r"every (?:(\d+) )?(minute|hour|day)s?", text)
    if not match:
        raise ValueError(f'schedule "{text}" cannot be read. Write "every 30 minutes", "every 6 hours" or "every day".')
    minutes = int(match[1] or 1) * UNITS_IN_MINUTES[match[2]]
    if minutes < SHORTEST_SCHEDULE_MINUTES:
        raise ValueError(f"every {SHORTEST_SCHEDULE_MINUTES} minutes is the shortest schedule; be gentle to the site.")
    return minutes


def _line_of(text: str, key: str) -> int | None:
    """The line on which a top-level key stands, counted from 1."""
    found = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*(=|\.)|\s*\[+\s*["']?{re.escape(key)}\b""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if found.match(line)), None)


def _nearest(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f' Did you mean "{close[0]}"?' if close else ""
