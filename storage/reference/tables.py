"""Reads the tables of reference facts beside this file: regions, regulations, institutions, office-holders."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar, cast

from storage.errors import ReferenceDataError

FOLDER = Path(__file__).parent

RegionType = Literal["province", "kabupaten", "kota"]
Record = TypeVar("Record")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Region:
    """A province, kabupaten or kota of the Kemendagri list."""

    code: str  # "64", "64.71"
    name: str  # "Kota Balikpapan"
    short_name: str  # "Balikpapan"
    type: RegionType
    administrative_only: bool  # the kota and the kabupaten of Jakarta have no council of their own
    parent_code: str | None  # of the province
    lat: float  # centroid of the polygon; it may lie at sea for a group of islands
    lon: float
    island_group: str
    timezone: str  # IANA name
    source: str


@dataclass(frozen=True, slots=True)
class RegionAlias:
    """Another name for a region; one row for each region that the name may stand for."""

    alias: str
    code: str | None  # None: an area of several regions, which is none itself ("Solo Raya")
    kind: str  # abbrev alt_spelling short_form colloquial nickname old_name capital area
    ambiguous: bool  # it also means something else: evidence is needed
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A region's name that also means something else, and what."""

    name: str
    kind: str
    codes: tuple[str, ...]
    meaning: str
    source: str


@dataclass(frozen=True, slots=True)
class Regulation:
    """A legal instrument. An empty date is a date that is not known, not "always"."""

    id: str  # "UU 20/2023"
    type: str  # "UU"
    number: str  # "20"; "" for the constitution
    year: int
    title: str
    issuer: str
    status: str  # as the source tells it
    in_force_from: date | None
    in_force_until: date | None  # the first day on which it is no longer in force
    replaced_by: str | None  # id
    other_numbers: tuple[str, ...]  # further numbers of one joint decree
    key_articles: str
    verified: bool
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class Institution:
    """A public body, or a kind of body of which each region has one (`regional`)."""

    id: str
    name: str
    abbreviation: str
    kind: str
    regional: bool
    variants: tuple[str, ...]
    history: str
    valid_from: str  # year, month or day, as far as known
    valid_to: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Who held an office of the state, from when until when (as far as known: "2024", "2024-10", "2024-10-21")."""

    name: str
    position: str
    institution: str
    start: str
    end: str
    verified: str  # yes, part, no
    variants: tuple[str, ...]
    note: str
    source: str


@cache
def load_regions() -> tuple[Region, ...]:
    """All 552 regions in the order of their codes; parents come first. Raises ReferenceDataError."""
    regions = _load("regions.csv", _region)
    known = {region.code for region in regions}
    for line, region in enumerate(regions, start=2):
        if region.parent_code not in known | {None}:
            raise ReferenceDataError(
                f"{FOLDER / 'regions.csv'}:{line}: parent {region.parent_code} is not in the table."
            )
    return regions


@cache
def load_region_aliases() -> tuple[RegionAlias, ...]:
    """Other names of regions. Raises ReferenceDataError."""
    known = {region.code for region in load_regions()} | {None}
    aliases = _load("region_aliases.csv", _region_alias)
    for line, alias in enumerate(aliases, start=2):
        if alias.code not in known:
            raise ReferenceDataError(
                f"{FOLDER / 'region_aliases.csv'}:{line}: region {alias.code} is not in regions.csv."
            )
    return aliases


@cache
def load_ambiguous_names() -> tuple[AmbiguousName, ...]:
    """Names of regions that also mean something else. Raises ReferenceDataError."""
    return _load("ambiguous_names.csv", _ambiguous_name)


@cache
def load_regulations() -> tuple[Regulation, ...]:
    """The register of instruments that articles cite. Raises ReferenceDataError."""
    regulations = _load("regulations.csv", _regulation)
    known = {regulation.id for regulation in regulations}
    for line, regulation in enumerate(regulations, start=2):
        if regulation.replaced_by not in known | {None}:
            raise ReferenceDataError(
                f"{FOLDER / 'regulations.csv'}:{line}: replaced_by {regulation.replaced_by} is not in the table."
            )
    return regulations


@cache
def load_institutions() -> tuple[Institution, ...]:
    """Public bodies and kinds of regional bodies. Raises ReferenceDataError."""
    return _load("institutions.csv", _institution)


@cache
def load_officeholders() -> tuple[OfficeHolder, ...]:
    """Holders of offices of the state. Raises ReferenceDataError."""
    return _load("officeholders.csv", _officeholder)


def _load(name: str, make: Callable[[Row], Record]) -> tuple[Record, ...]:
    return tuple(_records(FOLDER / name, make))


def _records(path: Path, make: Callable[[Row], Record]) -> Iterator[Record]:
    """One record for each line of a CSV file with a header."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            for row in rows:
                if None in row or None in row.values():
                    raise ReferenceDataError(f"{path}:{rows.line_num}: the row has not as many columns as the header.")
                try:
                    yield make(row)
                except (KeyError, ValueError) as error:
                    raise ReferenceDataError(f"{path}:{rows.line_num}: {error!r} in {dict(row)}.") from error
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: cannot be read: {error}") from error


def _region(row: Row) -> Region:
    if row["type"] not in ("province", "kabupaten", "kota"):
        raise ValueError(f"type {row['type']!r} is not province, kabupaten or kota")
    return Region(
        code=_needed(row, "code"),
        name=_needed(row, "name"),
        short_name=_needed(row, "short_name"),
        type=cast("RegionType", row["type"]),
        administrative_only=_flag(row["administrative_only"]),
        parent_code=row["parent_code"] or None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        island_group=row["island_group"],
        timezone=_needed(row, "timezone"),
        source=_needed(row, "source"),
    )


def _region_alias(row: Row) -> RegionAlias:
    return RegionAlias(
        alias=_needed(row, "alias"),
        code=row["code"] or None,
        kind=_needed(row, "kind"),
        ambiguous=_flag(row["ambiguous"]),
        note=row["note"],
        source=_needed(row, "source"),
    )


def _ambiguous_name(row: Row) -> AmbiguousName:
    return AmbiguousName(
        name=_needed(row, "name"),
        kind=_needed(row, "kind"),
        codes=_parts(row["codes"]),
        meaning=row["meaning"],
        source=_needed(row, "source"),
    )


def _regulation(row: Row) -> Regulation:
    return Regulation(
        id=_needed(row, "id"),
        type=_needed(row, "type"),
        number=row["number"],
        year=int(row["year"]),
        title=_needed(row, "title"),
        issuer=row["issuer"],
        status=row["status"],
        in_force_from=_day(row["in_force_from"]),
        in_force_until=_day(row["in_force_until"]),
        replaced_by=row["replaced_by"] or None,
        other_numbers=_parts(row["other_numbers"]),
        key_articles=row["key_articles"],
        verified=_flag(row["verified"]),
        source=_needed(row, "source"),
        note=row["note"],
    )


def _institution(row: Row) -> Institution:
    return Institution(
        id=_needed(row, "id"),
        name=_needed(row, "name"),
        abbreviation=row["abbreviation"],
        kind=_needed(row, "kind"),
        regional=_flag(row["regional"]),
        variants=_parts(row["variants"]),
        history=row["history"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        note=row["note"],
        source=_needed(row, "source"),
    )


def _officeholder(row: Row) -> OfficeHolder:
    return OfficeHolder(
        name=_needed(row, "name"),
        position=_needed(row, "position"),
        institution=_needed(row, "institution"),
        start=row["start"],
        end=row["end"],
        verified=_needed(row, "verified"),
        variants=_parts(row["variants"]),
        note=row["note"],
        source=_needed(row, "source"),
    )


def _needed(row: Row, column: str) -> str:
    if not row[column]:
        raise ValueError(f"{column} is empty")
    return row[column]


def _flag(value: str) -> bool:
    if value not in ("", "0", "1"):
        raise ValueError(f"{value!r} is not 1, 0 or empty")
    return value == "1"


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part for part in value.split("|") if part)
