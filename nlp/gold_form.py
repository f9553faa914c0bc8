"""An analysis as one JSON object in the form that `analyse` writes: findings, spans and rules beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nlp.regions import region_codes
from nlp.regulations.resolve import distinct_citations
from storage.records import Allegation, Analysis, Citation, Found, Office, Person, RegionMention, Statement, TopicReason

JsonObject = dict[str, Any]


def gold_form(analysis: Analysis, input_row: Mapping[str, Any]) -> JsonObject:
    """The input's fields, and `topic people regions regulations statements allegations` anew whatever it held there."""
    return {
        **input_row,
        "topic": "on" if analysis.topic.on else "off",
        "topic_score": analysis.topic.score,
        "topic_reasons": [_reason(reason) for reason in analysis.topic.reasons],
        "people": [_person(person) for person in analysis.people],
        "regions": list(region_codes(analysis.regions)),
        "region_mentions": [_region(mention) for mention in analysis.regions],
        "institution_mentions": [
            {"name": mention.name, "id": mention.canonical, "region": mention.region, **_found(mention.found)}
            for mention in analysis.institutions
        ],
        "regulations": [_citation(citation) for citation in distinct_citations(analysis.citations)],
        "statements": [_statement(statement) for statement in analysis.statements],
        "allegations": [_allegation(allegation) for allegation in analysis.allegations],
        "reference_date": analysis.reference_date.isoformat() if analysis.reference_date else None,
        "reference_date_basis": analysis.reference_date_basis,
    }


def _found(found: Found) -> JsonObject:
    return {
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "rule": found.rule,
        "confidence": round(found.confidence, 3),
    }


def _reason(reason: TopicReason) -> JsonObject:
    return {"weight": reason.weight, **_found(reason.found)}


def _office(office: Office) -> JsonObject:
    return {
        "position": office.position,
        "institution": office.institution,
        "region": office.region,
        **_found(office.found),
    }


def _person(person: Person) -> JsonObject:
    first = person.offices[0] if person.offices else None
    return {
        "name": person.name,
        "position": first.position if first else None,
        "institution": first.institution if first else None,
        "region": first.region if first else None,
        "kind": person.kind,
        "aliases": list(person.aliases),
        "titles": list(person.titles),
        "known_as": person.known_as,
        "known_as_confidence": person.known_as_confidence,
        "offices": [_office(office) for office in person.offices],
        "mentions": [_found(mention) for mention in person.mentions],
    }


def _region(mention: RegionMention) -> JsonObject:
    return {
        "code": mention.code,
        "candidates": list(mention.candidates),
        "decided_by": mention.decided_by,
        **_found(mention.found),
    }


def _citation(citation: Citation) -> JsonObject:
    return {
        "id": citation.id,
        "pasal": citation.pasal,
        "known": citation.known,
        "outdated": citation.outdated,
        "replaced_by": citation.replaced_by,
        "date_used": citation.date_used.isoformat() if citation.date_used else None,
        "date_basis": citation.date_basis,
        **_found(citation.found),
    }


def _statement(statement: Statement) -> JsonObject:
    return {
        "speaker": statement.speaker,
        "speaker_kind": statement.speaker_kind,
        "kind": statement.kind,
        "quote": statement.quote,
        "verb": statement.verb,
        "attribution": _found(statement.attribution) if statement.attribution else None,
        **_found(statement.found),
    }


def _allegation(allegation: Allegation) -> JsonObject:
    return {
        "who": allegation.who,
        "act": allegation.act,
        "act_kind": allegation.act_kind,
        "region": allegation.region,
        "status": allegation.status,
        **_found(allegation.found),
    }
