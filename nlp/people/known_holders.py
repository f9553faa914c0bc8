"""Recognises a misprinted or machine-rewritten name of a known office-holder; the printed name is kept."""

from __future__ import annotations

from datetime import date
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from storage.records import Person
from storage.reference import OfficeHolder, load_institutions, load_officeholders

MOST_CHANGES = 3  # letters
LEAST_LIKENESS = 80.0  # rapidfuzz ratio, of 100
RANKS = frozenset(
    {
        "presiden",
        "wakil",
        "menteri",
        "kepala",
        "ketua",
        "anggota",
        "sekretaris",
        "sekjen",
        "dirjen",
        "gubernur",
        "hakim",
        "panglima",
    }
)
SAME_RANK = {"komisioner": "anggota", "pimpinan": "anggota", "sekjen": "sekretaris"}


def known_holder(person: Person, on: date | None) -> tuple[str, float] | None:
    """The holder whose name the person's is a misprint of, and how sure that is (0 to 1).

    Only where rank and body agree, the office was held on the day (any day, without one), and few letters differ.
    """
    if person.kind != "official" or " " not in person.name:
        return None
    printed = person.name.lower()
    best: tuple[float, str] | None = None
    for office in person.offices:
        for holder in _holders(_body_id(office.institution or office.position), _ranks(office.position)):
            if holder.name.lower() == printed:
                return None
            if on is not None and not _held(holder, on):
                continue
            likeness = fuzz.ratio(printed, holder.name.lower())
            close = OSA.distance(printed, holder.name.lower(), score_cutoff=MOST_CHANGES) <= MOST_CHANGES
            if close and likeness >= LEAST_LIKENESS and (best is None or likeness > best[0]):
                best = (likeness, holder.name)
    return (best[1], round(best[0] / 100, 2)) if best else None


def _holders(body: str | None, ranks: frozenset[str]) -> list[OfficeHolder]:
    if body is None:
        return []
    return [holder for holder in _by_body().get(body, ()) if _ranks(holder.position) == ranks]


@cache
def _by_body() -> dict[str, list[OfficeHolder]]:
    found: dict[str, list[OfficeHolder]] = {}
    for holder in load_officeholders():
        body = _body_id(holder.institution)
        if body is not None:
            found.setdefault(body, []).append(holder)
    return found


@cache
def _forms() -> dict[str, str]:
    """Every printed form of a national body to its id."""
    found: dict[str, str] = {}
    for body in load_institutions():
        if "{" not in body.name:
            for form in (body.name, body.abbreviation, *body.variants):
                found.setdefault(form.lower(), body.id)
    return found


def _body_id(name: str | None) -> str | None:
    if not name:
        return None
    low = name.lower().removesuffix(" ri").removesuffix(" republik indonesia")
    return _forms().get(low) or (low if low in {"presiden", "wakil presiden"} else None)


def _ranks(position: str | None) -> frozenset[str]:
    words = [SAME_RANK.get(word, word) for word in (position or "").lower().split()]
    return frozenset(words) & RANKS


def _held(holder: OfficeHolder, on: date) -> bool:
    """Whether the day lies in the term, as exactly as its ends are known."""
    day = on.isoformat()
    return holder.start <= day[: len(holder.start)] and (not holder.end or day[: len(holder.end)] <= holder.end)
