"""Writes all that was found in one article, in place of what was found before."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.corpus.people import Institutions, folded, forget_unmentioned_people, store_people
from storage.corpus.stored_form import Row, insert, iso_or_none, update, utc_text
from storage.corpus.withholding import FindingKey, finding_key
from storage.records import Allegation, Analysis, Citation, Found, Person, Statement

FINDING_TABLES = ("mentions", "offices", "citations", "statements", "allegations", "topic_reasons")


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that findings of one article may point to."""

    codes: frozenset[str]
    regulations: frozenset[str]
    institutions: Institutions
    people: Mapping[str, int]  # folded name or alias → person id

    def region(self, code: str | None) -> str | None:
        """The code, or None where the regions table lacks it: the printed form stays in any case."""
        return code if code in self.codes else None


def clear_findings(db: Database, article_id: int) -> None:
    """Delete what was found in an article and mark it as not yet analysed."""
    for table in (*FINDING_TABLES, "appearances"):
        db.execute(f'DELETE FROM "{table}" WHERE article_id = ?', [article_id])  # noqa: S608 - fixed names
    nothing = {"topic": None, "topic_score": None, "reference_date": None, "reference_date_basis": None}
    update(db, "articles", article_id, {**nothing, "analysed_at": None})


def replace_findings(
    db: Database, article_id: int, analysis: Analysis, *, said_on: str, now: datetime, hidden: Collection[FindingKey]
) -> None:
    """Write an analysis in place of an earlier one; the caller holds the transaction.

    `said_on` is the article's date, on which its offices were told; `hidden` are the findings withheld from readers.
    """
    clear_findings(db, article_id)
    regional = {row[0]: bool(row[1]) for row in db.execute("SELECT id, regional FROM institutions")}
    codes = frozenset(row[0] for row in db.execute("SELECT code FROM regions"))
    regulations = frozenset(row[0] for row in db.execute("SELECT id FROM regulations"))
    institutions = Institutions.of(analysis, regional)
    person_ids = store_people(db, analysis.people, institutions, article_id, codes)
    known = Known(codes, regulations, institutions, _people_by_name(analysis, person_ids))
    for person, person_id in zip(analysis.people, person_ids, strict=True):
        _store_appearance(db, article_id, person, person_id)
    for table, row in _finding_rows(analysis, person_ids, known, said_on):
        if finding_key(table, row) not in hidden:
            insert(db, table, {"article_id": article_id, **row})
    forget_unmentioned_people(db)
    summary = {
        "topic": "on" if analysis.topic.on else "off",
        "topic_score": float(analysis.topic.score),
        "reference_date": iso_or_none(analysis.reference_date),
        "reference_date_basis": analysis.reference_date_basis,
        "analysed_at": utc_text(now),
    }
    update(db, "articles", article_id, summary)


def _store_appearance(db: Database, article_id: int, person: Person, person_id: int) -> None:
    row = {
        "article_id": article_id,
        "person_id": person_id,
        "name": person.name,
        "kind": person.kind,
        "aliases": _list_text(person.aliases),
        "titles": _list_text(person.titles),
        "known_as": person.known_as,
        "known_as_confidence": person.known_as_confidence,
    }
    insert(db, "appearances", row, conflict="ON CONFLICT DO NOTHING")


def _people_by_name(analysis: Analysis, person_ids: list[int]) -> dict[str, int]:
    """Whom a speaker's or a suspect's name stands for; an alias that two people share stands for neither."""
    by_name = {folded(person.name): person_id for person, person_id in zip(analysis.people, person_ids, strict=True)}
    by_alias: dict[str, set[int]] = {}
    for person, person_id in zip(analysis.people, person_ids, strict=True):
        for alias in person.aliases:
            by_alias.setdefault(folded(alias), set()).add(person_id)
    return {alias: next(iter(ids)) for alias, ids in by_alias.items() if len(ids) == 1} | by_name


def _finding_rows(analysis: Analysis, person_ids: list[int], known: Known, said_on: str) -> Iterator[tuple[str, Row]]:
    """(table, row) of each finding."""
    for person, person_id in zip(analysis.people, person_ids, strict=True):
        yield from _person_rows(person, person_id, known, said_on)
    for region in analysis.regions:
        yield (
            "mentions",
            {
                **_span(region.found),
                "type": "region",
                "name": region.found.surface,
                "region": known.region(region.code),
                "candidates": _list_text(region.candidates),
                "decided_by": region.decided_by,
            },
        )
    for institution in analysis.institutions:
        yield (
            "mentions",
            {
                **_span(institution.found),
                "type": "institution",
                "name": institution.name,
                "institution_id": institution.canonical
                if institution.canonical in known.institutions.regional
                else None,
                "region": known.region(institution.region),
            },
        )
    for citation in analysis.citations:
        yield "citations", _citation_row(citation, known)
    for statement in analysis.statements:
        yield "statements", _statement_row(statement, known)
    for allegation in analysis.allegations:
        yield "allegations", _allegation_row(allegation, known)
    for reason in analysis.topic.reasons:
        yield "topic_reasons", {**_span(reason.found), "weight": float(reason.weight)}


def _person_rows(person: Person, person_id: int, known: Known, said_on: str) -> Iterator[tuple[str, Row]]:
    for office in person.offices:
        yield (
            "offices",
            {
                **_span(office.found),
                "person_id": person_id,
                "position": office.position,
                "institution": office.institution,
                "institution_id": known.institutions.id_of(office.institution),
                "region": known.region(office.region),
                "said_on": said_on,
            },
        )
    for mention in person.mentions:
        yield "mentions", {**_span(mention), "type": "person", "name": person.name, "person_id": person_id}


def _citation_row(citation: Citation, known: Known) -> Row:
    return {
        **_span(citation.found),
        "instrument": citation.id,
        "regulation_id": citation.id if citation.id in known.regulations else None,
        "pasal": citation.pasal,
        "outdated": int(citation.outdated),
        "replaced_by": citation.replaced_by,
        "date_used": iso_or_none(citation.date_used),
        "date_basis": citation.date_basis,
    }


def _statement_row(statement: Statement, known: Known) -> Row:
    person_id = known.people.get(folded(statement.speaker)) if statement.speaker_kind == "person" else None
    body = known.institutions.id_of(statement.speaker) if statement.speaker_kind == "institution" else None
    where = statement.attribution
    return {
        **_span(statement.found),
        "kind": statement.kind,
        "speaker": statement.speaker,
        "speaker_kind": statement.speaker_kind,
        "person_id": person_id,
        "institution_id": body,
        "quote": statement.quote,
        "verb": statement.verb,
        "attribution_start": where.start if where else None,
        "attribution_end": where.end if where else None,
    }


def _allegation_row(allegation: Allegation, known: Known) -> Row:
    return {
        **_span(allegation.found),
        "who": allegation.who,
        "person_id": known.people.get(folded(allegation.who)),
        "act": allegation.act,
        "act_kind": allegation.act_kind,
        "region": known.region(allegation.region),
        "status": allegation.status,
    }


def _span(found: Found) -> Row:
    return {
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "rule": found.rule,
        "confidence": float(found.confidence),
    }


def _list_text(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)
