"""Which attribution belongs to a quotation or closes a sentence, by where it stands."""

from __future__ import annotations

from nlp.statements.attributions import Attribution
from nlp.statements.phrases import Candidate
from nlp.statements.subjects import ADJUNCTS
from nlp.statements.words import Word

SHORTEST_REPORT = 3  # words of reported speech


def right_of(words: tuple[Word, ...], i: int, attributions: list[Attribution]) -> Attribution | None:
    """The attribution right after a quotation."""
    k = i + 1
    while k < len(words) and words[k].text in (",", ".", ";", ":", "’", "'"):
        k += 1
    thus = k < len(words) and words[k].lower in ("begitu", "demikian")
    for attribution in attributions:
        if attribution.first in (k, k + thus) and attribution.form in ("after", "active", "before"):
            return attribution
    return None


def named_before(words: tuple[Word, ...], i: int, candidates: list[Candidate]) -> Candidate | None:
    """The speaker of `Ketua KPU, Rara Anjani: "…"`, at the head of a sentence and without a verb."""
    if i < 2 or words[i - 1].text != ":":
        return None
    return next((c for c in candidates if c.last == i - 2 and c.first == 0 and c.person is not None), None)


def left_of(words: tuple[Word, ...], i: int, attributions: list[Attribution]) -> Attribution | None:
    """The attribution that introduces a quotation of the same sentence."""
    if i == 0:
        return None
    before = next((k for k in range(i - 1, -1, -1) if words[k].quote >= 0), -1)
    near = [a for a in attributions if before < a.first and a.last < i and a.form != "agent"]
    if not near:
        return None
    attribution = near[-1]
    if attribution.last == i - 1 or words[i - 1].text in (",", ":") or words[i - 1].lower in ("bahwa", "kalau", "jika"):
        return attribution
    return None


def closes(words: tuple[Word, ...], attribution: Attribution, last: int) -> bool:
    """The attribution ends its sentence, but for time and place."""
    if attribution.first < SHORTEST_REPORT:
        return False
    k = attribution.last + 1
    while k < last and words[k].text == ",":
        k += 1
    return k >= last or words[k].lower in ADJUNCTS or words[k].text in ("(", "[")
