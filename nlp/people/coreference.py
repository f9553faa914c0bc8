"""Joins the forms of a name within one article: short forms, initials and variants to the full name."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from nlp import lexicon
from nlp.people.mentions import Draft, Mention
from nlp.people.names import Words
from storage.reference import load_officeholders

OTHER_NAME = lexicon.groups("office_words.txt")["other-name"]
MOST_COMPARED = 300  # persons: bounds the time of a text that is no article
CALLED = frozenset({"disapa", "dipanggil", "sapaan", "panggilan"})
LONG_WORD = 6  # letters from which one changed letter may be a misprint


def join(words: Words, mentions: list[Mention]) -> list[Draft]:
    """One draft for each person, in the order of the first mention. The longest form gives the name."""
    first: dict[str, int] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention.span.first)
    nicknames = _nicknames(words, mentions)
    drafts: list[Draft] = []
    owner: dict[str, Draft] = {}
    held = _held(mentions)
    for form in sorted(first, key=lambda name: (-len(name.split()), first[name])):
        full = nicknames.get(form) or _known_nicknames().get(form.lower(), form)
        draft = _owner(form, full, drafts[:MOST_COMPARED])
        if draft is not None and full == form and not _may_be_one(form, draft.name, held):
            draft = None
        if draft is None:
            draft = Draft(form)
            drafts.append(draft)
        owner[form] = draft
    for mention in mentions:
        owner[mention.name].mentions.append(mention)
    drafts.sort(key=lambda draft: draft.mentions[0].span.first)
    return drafts


def _owner(form: str, full: str, drafts: list[Draft]) -> Draft | None:
    """The person whose name has the form in it, else the one whose name begins a word with it."""
    found = next((draft for draft in drafts if is_short_form(full, draft.name)), None)
    return found or next((draft for draft in drafts if _is_beginning(form, draft.name)), None)


def _held(mentions: list[Mention]) -> dict[str, set[tuple[str, str | None]]]:
    """The offices that stand at each form of a name."""
    held: dict[str, set[tuple[str, str | None]]] = {}
    for mention in mentions:
        if mention.phrase is not None:
            held.setdefault(mention.name, set()).add((mention.phrase.head.form, mention.phrase.institution))
    return held


def _may_be_one(form: str, name: str, held: dict[str, set[tuple[str, str | None]]]) -> bool:
    """Whether two printed forms can be one person: where only a misprint would join them, not with two offices."""
    if not held.get(form) or not held.get(name) or held[form] & held[name] or _is_beginning(form, name):
        return True
    letters = set(name.lower().split())
    return all(word in letters or len(word.rstrip(".")) == 1 for word in form.lower().split())


def _nicknames(words: Words, mentions: list[Mention]) -> dict[str, str]:
    """Forms that the article itself calls another name of the person before them: "Wira Santosa alias Wisan"."""
    found = {}
    for before, after in pairwise(mentions):
        between = words.lows[before.span.end : after.span.begin]
        if between and between[-1] in CALLED and len(after.name.split()) == 1:
            found[after.name] = before.name  # "… Perempuan yang akrab disapa Ana"
        if (
            0 < len(between) <= 4
            and any(word in OTHER_NAME for word in between)
            and set(between) <= OTHER_NAME | {",", "yang", "akrab", "biasa", "nama"}
        ) or (between == ["("] and words.low(after.span.end) == ")" and len(after.name.split()) == 1):
            found[after.name] = before.name
    return found


@cache
def _known_nicknames() -> dict[str, str]:
    """Call names of office-holders that are no part of their names (Jokowi)."""
    return {
        variant.lower(): holder.name
        for holder in load_officeholders()
        for variant in holder.variants
        if " " not in variant and not is_short_form(variant, holder.name)
    }


def _is_beginning(short: str, full: str) -> bool:
    """A call name cut from a longer one: "Ana" of "Ananda Sari", "Ningrum" of "Retnoningrum"."""
    return (
        len(short) >= 3
        and short.isalpha()
        and any(
            word.lower().startswith(short.lower()) or (len(short) > 4 and word.lower().endswith(short.lower()))
            for word in full.split()
        )
    )


def is_short_form(short: str, full: str) -> bool:
    """Every word of the short form stands in the full one in the same order: as a word, its initial or a misprint."""
    rest = iter(full.split())
    words = short.split()
    if len(words) == 1 and len(words[0].rstrip(".")) == 1:
        return False
    return all(any(_same_word(word, other, len(words) > 1) for other in rest) for word in words)


def _same_word(a: str, b: str, initials: bool) -> bool:
    a, b = a.lower().rstrip("."), b.lower().rstrip(".")
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return initials and a[0] == b[0]
    return min(len(a), len(b)) >= LONG_WORD and OSA.distance(a, b, score_cutoff=1) <= 1
