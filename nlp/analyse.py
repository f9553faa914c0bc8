"""Reads one article: composes every finder of this package. Text in, records out; no database, no network, no clock."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.language import read
from nlp.own_words import pointer_spans
from nlp.people import find_people
from nlp.recogniser import Recogniser, load_recogniser
from nlp.regions import find_regions
from storage.records import Analysis, ArticleText, Topic


@dataclass(frozen=True, slots=True)
class Analyser:
    """Everything that is loaded once and read by all articles."""

    recogniser: Recogniser

    def analyse(self, article: ArticleText) -> Analysis:
        """All findings of one article; offsets are characters of `article.text`."""
        doc = read(article.text)
        unread = pointer_spans(article.text)
        regions = find_regions(doc, source_region=article.source_region)
        people = find_people(doc, regions, self.recogniser(doc), unread)
        return Analysis(
            topic=Topic(False, 0.0, ()),
            people=people,
            regions=regions,
            institutions=(),
            citations=(),
            statements=(),
            allegations=(),
            reference_date=article.published,
            reference_date_basis="published" if article.published else None,
        )


def load_analyser() -> Analyser:
    """Load lexicons and models; the first article pays nothing more."""
    return Analyser(load_recogniser())
