"""Whether an article is about the neutrality of civil servants, and the words that say so.

A sentence counts when it names those who must be neutral together with neutrality or with what breaks it; the head of
an article counts more. One clause in passing stays below the threshold; neutral in another sense (carbon, a venue,
election organisers alone) is taken out first.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from nlp.language import text_of
from nlp.own_words import SpanSet, pointer_spans
from storage.records import Found, Topic, TopicReason

CUES_FILE = Path(__file__).parent / "lexicon" / "topic_cues.toml"
THRESHOLD = 2.2  # sum of weights from which an article is on topic
HEAD = 3  # sentences whose weight counts double
NEAR = 60  # characters between a servant and neutrality that make one phrase of them
SHORT_ARTICLE = 16  # sentences; in shorter articles the threshold falls with their length
LEAST_SHARE = 0.5  # of the threshold, for the shortest
LONG_ARTICLE = 40  # sentences; in longer articles the threshold grows with their length
SERVANTS = ("servants", "perhaps_servants", "forces")
MOST_REASONS = 200  # that are kept
MOST_HITS = 40  # of one sentence

NO_SERVANT_BEHIND = re.compile(
    r"\b(?:mantan|eks|bekas|pensiunan?|pensiun dari|rumah|kantor|kediaman)\s$"
)  # no servants any more, or a place
LISTED_BEFORE = re.compile(r"(?:,|,?\s(?:dan|serta|maupun))\s*$")
LISTED_AFTER = re.compile(r"\s*(?:,|dan\b|serta\b|maupun\b|[.;)]|$)")

WEIGHTS = {
    "netralitas-listed": 0.25,
    "netralitas-near": 1.5,
    "netralitas": 1.0,
    "netralitas-beside": 0.5,
    "partisan-act": 0.75,
    "breach": 1.25,
    "supervised": 1.0,
    "election": 0.5,
}
LEAST_REASONS = 2  # sentences: one alone names the matter in passing, unless it opens the article or that is brief
BRIEF = 6  # sentences


@dataclass(frozen=True, slots=True)
class _Hit:
    kind: str
    start: int
    end: int


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    lists = tomllib.loads(CUES_FILE.read_text(encoding="utf-8"))
    return {
        kind: re.compile(rf"\b(?:{'|'.join(line for line in lines.splitlines() if line)})\b".replace(" ", r"\s"))
        for kind, lines in lists.items()
    }


def judge_topic(doc: Doc) -> Topic:
    """On or off, a score between 0 and 1 (0.5 is the threshold), and each sentence that speaks for it."""
    text = text_of(doc)
    hits = _hits(text)
    if not hits:
        return Topic(False, 0.0, ())
    starts = [sentence.start_char for sentence in doc.sents]
    by_sentence: dict[int, list[_Hit]] = {}
    for hit in hits:
        by_sentence.setdefault(bisect_right(starts, hit.start) - 1, []).append(hit)
    reasons = tuple(_reasons(text, by_sentence))
    total = sum(reason.weight for reason in reasons)
    needed = THRESHOLD * max(LEAST_SHARE, min(1.0, len(starts) / SHORT_ARTICLE), len(starts) / LONG_ARTICLE)
    head = starts[HEAD] if len(starts) > HEAD else len(text)
    grounded = any(reason.found.rule not in ("partisan-act", "election", "netralitas-listed") for reason in reasons)
    opening = ("netralitas-near", "breach")
    announced = any(reason.found.rule in opening and reason.found.start < head for reason in reasons)
    in_passing = len(reasons) < LEAST_REASONS and len(starts) > BRIEF
    on = total >= needed and grounded and (announced or not in_passing)
    score = total / (total + needed)
    return Topic(on, round(score if on else min(score, 0.49), 3), reasons[:MOST_REASONS])


def _hits(text: str) -> list[_Hit]:
    """All cues in order; nothing where the text lacks servants, or a word on what they do in an election."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals, as the Turkish dotted I, have longer small forms
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    pointers = pointer_spans(text)
    found: dict[str, list[_Hit]] = {}
    for kinds in (
        SERVANTS,
        ("elections", "supervisors"),
        ("neutrality", "partisan_acts", "breaches"),
        ("other_matters",),
    ):
        for kind in kinds:
            own = SpanSet(pointers)
            found[kind] = [
                _Hit(kind, match.start(), match.end())
                for match in _cues()[kind].finditer(lowered)
                if not own.covers(match.start(), match.end())
                and not (
                    kind in SERVANTS and NO_SERVANT_BEHIND.search(lowered, max(0, match.start() - 16), match.start())
                )
            ]
        if kinds[0] not in ("elections", "other_matters") and not any(found[kind] for kind in kinds):
            return []
    if found["neutrality"]:
        elsewhere = SpanSet(tuple(match.span() for match in _cues()["other_senses"].finditer(lowered)))
        found["neutrality"] = [hit for hit in found["neutrality"] if not elsewhere.covers(hit.start, hit.end)]
    return sorted((hit for hits in found.values() for hit in hits), key=lambda hit: hit.start)


def _reasons(text: str, by_sentence: dict[int, list[_Hit]]) -> Iterator[TopicReason]:
    kinds = {hit.kind for hits in by_sentence.values() for hit in hits}
    spoken_of = bool(kinds & {"servants", "perhaps_servants"})
    watched = "supervisors" in kinds and "other_matters" not in kinds
    for number in sorted(by_sentence):
        hits = by_sentence[number]
        reason = _reason(hits, by_sentence.get(number - 1, []), spoken_of, watched)
        if reason:
            rule, start, end = reason
            if rule == "netralitas-near" and _listed(text, start, end):
                rule = "netralitas-listed"
            weight = WEIGHTS[rule] * (2 if number < HEAD else 1)
            yield TopicReason(Found(start, end, text[start:end], rule, 0.9), weight)


def _listed(text: str, start: int, end: int) -> bool:
    """One thing in a list of several: `logistik, netralitas ASN, dan dana kampanye`."""
    before = text[max(0, start - 120) : start]
    clause = before[max(before.rfind(". "), before.rfind("\n")) + 1 :]
    return "," in clause and bool(LISTED_BEFORE.search(clause)) and bool(LISTED_AFTER.match(text, end))


def _reason(hits: list[_Hit], before: list[_Hit], spoken_of: bool, watched: bool) -> tuple[str, int, int] | None:
    """The strongest reason that a sentence gives: rule and span.

    `spoken_of`: the article names civil servants; `watched`: it names those who supervise elections.
    """
    kinds: dict[str, list[_Hit]] = {}
    for hit in hits[:MOST_HITS]:
        kinds.setdefault(hit.kind, []).append(hit)
    civil, neutral = kinds.get("servants", []), kinds.get("neutrality", [])
    servants = civil + kinds.get("forces", [])
    perhaps = servants + kinds.get("perhaps_servants", [])
    if perhaps and neutral:
        pairs = [(max(s.start, n.start) - min(s.end, n.end), s, n) for s in perhaps for n in neutral]
        gap, servant, word = min(pairs, key=lambda pair: pair[0])
        return ("netralitas-near" if gap <= NEAR else "netralitas", *_span(servant, word))
    if neutral and (spoken_of or any(hit.kind in (*SERVANTS, "neutrality") for hit in before)):
        return ("netralitas-beside", *_span(neutral[0], neutral[0]))
    if "other_matters" in kinds:
        return None
    if perhaps and "partisan_acts" in kinds:
        span = _span(perhaps[0], kinds["partisan_acts"][0])
        certain = "breaches" in kinds or (civil and span[1] - span[0] <= NEAR + 40)
        if certain or servants or span[1] - span[0] <= NEAR:
            return ("breach" if certain else "partisan-act", *span)
    if "breaches" in kinds and "partisan_acts" in kinds and any(hit.kind in SERVANTS for hit in before):
        return ("breach", *_span(kinds["breaches"][0], kinds["partisan_acts"][0]))
    if civil and watched and "breaches" in kinds:
        return ("supervised", *_span(civil[0], kinds["breaches"][0]))
    if civil and ("elections" in kinds or "supervisors" in kinds or "breaches" in kinds):
        other = kinds.get("elections") or kinds.get("supervisors") or kinds["breaches"]
        return ("election", *_span(civil[0], other[0]))
    return None


def _span(a: _Hit, b: _Hit) -> tuple[int, int]:
    return min(a.start, b.start), max(a.end, b.end)
