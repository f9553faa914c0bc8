"""Decides which people of different articles are one person: name, office and region together, never a name alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from storage.corpus.stored_form import insert
from storage.records import Analysis, Office, Person

NATIONAL = "nasional"
# A body of which each region has one is the national one only where the name says so.
PRINTED_NATIONAL = re.compile(r"\b(RI|Republik Indonesia|Pusat)\b", re.IGNORECASE)
LOOSE_MARKS = re.compile(r"[.,'’`\"]")


@dataclass(frozen=True, slots=True)
class Institutions:
    """The institutions of one article, by the form in which an office names them."""

    ids: Mapping[str, str]  # printed form, folded → id in the institutions table
    regional: Mapping[str, bool]  # id → each region has one

    @classmethod
    def of(cls, analysis: Analysis, regional: Mapping[str, bool]) -> Institutions:
        ids: dict[str, str] = {}
        for mention in analysis.institutions:
            if mention.canonical is not None and mention.canonical in regional:
                ids.setdefault(folded(mention.name), mention.canonical)
                ids.setdefault(folded(mention.found.surface), mention.canonical)
        return cls(ids, regional)

    def id_of(self, printed: str | None) -> str | None:
        return None if printed is None else self.ids.get(folded(printed))

    def place_of(self, office: Office) -> str | None:
        """The region that the office is for, or NATIONAL where the body is a national one; None where untold."""
        if office.region is not None:
            return office.region
        institution_id = self.id_of(office.institution)
        if institution_id is None or office.institution is None:
            return None
        if not self.regional[institution_id] or PRINTED_NATIONAL.search(office.institution):
            return NATIONAL
        return None


def folded(name: str) -> str:
    """A name as it is compared: without case, loose marks and doubled spaces."""
    return " ".join(LOOSE_MARKS.sub(" ", name).casefold().split())


def identity_of(person: Person, institutions: Institutions, article_id: int) -> tuple[str, Office | None]:
    """The key under which the person stands in the corpus, and the office that it rests on.

    Without an office whose region is known, the key holds for this article alone.
    """
    for office in person.offices:
        place = institutions.place_of(office)
        body = institutions.id_of(office.institution) or folded(office.institution or "")
        position = folded(office.position or "")
        if place is None or not (body or position):
            continue
        single_word = " " not in folded(person.name)
        if single_word and not position:
            continue
        # In one office two people of one full name are rare; of one single name they are not.
        parts = (body, position) if single_word or not body else (body,)
        return "|".join((folded(person.name), *parts, place)), office
    return f"{folded(person.name)}|article {article_id}", None


def store_people(
    db: Database, people: Sequence[Person], institutions: Institutions, article_id: int, codes: frozenset[str]
) -> list[int]:
    """Write the people of one article; the ids stand in the order of `people`."""
    return [_store_person(db, person, institutions, article_id, codes) for person in people]


def forget_unmentioned_people(db: Database) -> None:
    """Delete the people whom no article names any more."""
    db.execute("DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE person_id = people.id)")


def _store_person(
    db: Database, person: Person, institutions: Institutions, article_id: int, codes: frozenset[str]
) -> int:
    identity, office = identity_of(person, institutions, article_id)
    office = office or (person.offices[0] if person.offices else None)
    row = {
        "identity": identity,
        "name": person.name,
        "kind": person.kind,
        "position": office.position if office else None,
        "institution": office.institution if office else None,
        "region": office.region if office and office.region in codes else None,
    }
    # The id must outlive a new analysis: links to a person's page stay good.
    insert(
        db,
        "people",
        row,
        conflict="ON CONFLICT (identity) DO UPDATE SET "
        "kind = excluded.kind, position = excluded.position, institution = excluded.institution",
    )
    return int(db.execute("SELECT id FROM people WHERE identity = ?", [identity]).fetchone()[0])
