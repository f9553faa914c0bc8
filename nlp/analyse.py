"""Reads one article: composes every finder of this package. Text in, records out; no database, no network, no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from nlp.allegations import find_allegations
from nlp.dates import reference_date
from nlp.institutions import find_institutions
from nlp.language import read, text_of
from nlp.own_words import pointer_spans
from nlp.people import find_people
from nlp.people.known_holders import known_holder
from nlp.recogniser import Recogniser, load_recogniser
from nlp.regions import find_regions
from nlp.regulations.resolve import find_citations
from nlp.statements import find_statements
from nlp.topic import judge_topic
from storage.records import Analysis, ArticleText, Person, RegionMention


@dataclass(frozen=True, slots=True)
class Analyser:
    """Everything that is loaded once and read by all articles."""

    recogniser: Recogniser

    def analyse(self, article: ArticleText) -> Analysis:
        """All findings of one article; offsets are characters of `article.text`."""
        doc = read(article.text)
        text = text_of(doc)  # the article's, but for lone surrogates
        named = find_regions(text, source_region=article.source_region)
        day, basis = reference_date(text, article.published, article.fetched)
        printed = find_people(doc, named, self.recogniser(doc), pointer_spans(text))
        people = tuple(_with_known_name(person, day) for person in printed)
        regions = _outside_names(named, people)
        institutions = find_institutions(text, regions)
        topic = judge_topic(doc)
        return Analysis(
            topic=topic,
            people=people,
            regions=regions,
            institutions=institutions,
            citations=find_citations(text, published=article.published, fetched=article.fetched, regions=regions),
            statements=find_statements(doc, people, institutions),
            allegations=find_allegations(doc, people, regions, topic),
            reference_date=day,
            reference_date_basis=basis,
        )


def load_analyser() -> Analyser:
    """Load lexicons and models, and read one sentence so that the first article pays nothing more."""
    analyser = Analyser(load_recogniser())
    analyser.analyse(ArticleText("", "Bupati Serang, Drs. Wira Santosa, M.Si., mengatakan ASN wajib netral."))
    return analyser


def _with_known_name(person: Person, on: date | None) -> Person:
    """The person with the office-holder that a misprinted name stands for, the printed name kept."""
    link = known_holder(person, on)
    return replace(person, known_as=link[0], known_as_confidence=link[1]) if link else person


def _outside_names(regions: Sequence[RegionMention], people: Sequence[Person]) -> tuple[RegionMention, ...]:
    """The regions that are no part of a person's name (Bima Arya)."""
    names = sorted((mention.start, mention.end) for person in people for mention in person.mentions)
    kept = []
    k = 0
    for region in regions:
        while k < len(names) and names[k][1] <= region.found.start:
            k += 1
        if k == len(names) or names[k][0] >= region.found.end:
            kept.append(region)
    return tuple(kept)
