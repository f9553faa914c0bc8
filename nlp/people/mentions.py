"""What people.py and its helpers hand to each other: a name at one place, and a person while the article is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.people.names import NameSpan
from nlp.people.offices import OfficePhrase

CURRENT, NEUTRAL, FORMER = 2, 1, 0


@dataclass(slots=True)
class Mention:
    """A name at one place with the office that stands at it."""

    span: NameSpan
    name: str
    rule: str
    confidence: float
    phrase: OfficePhrase | None = None
    tense: int = NEUTRAL  # whether the words between name and office say that it is held now or was held before


@dataclass(slots=True)
class Draft:
    """A person while the article is read."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
