"""What has come of a case by the article's words: never more than they say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nlp.allegations.lexicon import CONDITION, NEAR, STRENGTH, lexicon
from nlp.allegations.units import Unit
from storage.records import AllegationStatus

CLEARED = STRENGTH.index("cleared")
OF_CRIME = re.compile(r"\bpidana\b", re.IGNORECASE)
ALL_THE_SAME = re.compile(
    r"\b(?:namun|tetapi|tapi|melainkan|meski\w*|kendati\w*|walau\w*|hanya saja|sebaliknya|diteruskan|rekomendasi\w*"
    r"|direkomendasikan)\b",
    re.IGNORECASE,
)


def furthest_status(about: Iterable[Unit]) -> tuple[AllegationStatus, Unit] | None:
    """The furthest that the clauses say the matter has come, and the first that says so; None where none says any.

    Who is cleared of a crime alone, and all the same found to have broken other rules, is not cleared.
    """
    units = list(about)
    reached = [(strength, unit) for unit in units for strength in _reached(unit.text)]
    if any(ALL_THE_SAME.search(unit.text) for unit in units):
        rest = [(strength, unit) for strength, unit in reached if strength < CLEARED or not _of_crime(unit.text)]
        reached = rest if any(strength > 0 for strength, _ in rest) else reached
    if not reached:
        return None
    strength, unit = max(reached, key=lambda pair: pair[0])  # the first of those that are equal
    return STRENGTH[strength], unit


def _of_crime(text: str) -> bool:
    matches = lexicon().status[CLEARED][1].finditer(text)
    return all(OF_CRIME.search(text, match.start(), match.end() + NEAR) for match in matches)


def _reached(text: str) -> list[int]:
    """The steps that a clause tells of as facts."""
    words = lexicon()
    steps = []
    for strength, (name, pattern) in enumerate(words.status):
        unreal = CONDITION if name in ("alleged", "cleared") else words.unreal
        for match in pattern.finditer(text):
            if words.open_question.search(text, match.start(), match.end() + NEAR):
                continue
            if not unreal.search(text[max(0, match.start() - NEAR) : match.start()]):
                steps.append(strength)
                break
    return steps
