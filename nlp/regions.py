"""Finds the provinces, kabupaten and kota that a text names, and says what decided between two of one name.

A name counts when nothing speaks against it (a kecamatan, a street, a person) and, for names that are also words or
persons, when something speaks for it. Of two regions that share a name the cue next to it decides, then the article's
other cues, then the source's own region, then the rule "the kota"; every decision stands in `decided_by`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from nlp.own_words import Span, SpanSet, foreign_spans, merged
from nlp.phrases import Word, words_of
from nlp.region_choice import article_cues, mentions_of
from nlp.region_context import DECIDES, LIST_SEPARATOR, Context, Sighting, context_of, listed_units
from nlp.region_names import names_in, quarters_elsewhere, region_by_code
from storage.records import RegionMention

BLOCKING = frozenset({"unit", "street", "nature", "outlet", "honorific"})


def find_regions(
    text: str | Doc, *, source_region: str | None = None, exclude: Sequence[Span] = ()
) -> tuple[RegionMention, ...]:
    """Every place where a region is named, in order. `exclude`: spans of persons' names, in which nothing is found.

    "Kota dan Kabupaten Bekasi" gives two mentions of the same span.
    """
    plain = text.text if isinstance(text, Doc) else text
    words = words_of(plain)
    seen = _sightings(plain, words, tuple(exclude))
    seen = _believe(plain, seen)
    mentions: list[RegionMention] = []
    article = article_cues(plain, words, seen)
    for sighting in seen:
        if sighting.believed:
            mentions += mentions_of(plain, sighting, article, source_region)
    return tuple(mentions)


def region_codes(mentions: Sequence[RegionMention]) -> tuple[str, ...]:
    """The codes of the regions that are named, each once, in the order of the text."""
    return tuple(dict.fromkeys(mention.code for mention in mentions if mention.code))


# ---------------------------------------------------------------- seeing


def _sightings(text: str, words: Sequence[Word], exclude: tuple[Span, ...]) -> list[Sighting]:
    """All names with their context; those that cannot be regions are left out, unless they are cues."""
    foreign = SpanSet(merged(foreign_spans(text) + exclude))
    units = listed_units(text, words)
    found: list[Sighting] = []
    street_end = -1
    for name, i, j in names_in(text, words, foreign):
        context = context_of(text, words, i, j, name)
        if context.effect == "street" or text[street_end : words[i].start] in ("-", "–", " - ", " – "):
            street_end = words[j - 1].end  # "Tol Kayu Agung-Palembang-Betung"
            continue
        if i in units or not name.codes:
            continue
        sighting = Sighting(name, i, j, words[i].start, words[j - 1].end, context)
        found.append(_with_type(text, sighting, found[-1] if found else None))
    return found


def _with_type(text: str, sighting: Sighting, before: Sighting | None) -> Sighting:
    """The type that the words before the name give it, or that the list gives in which it stands."""
    if sighting.context.kota_after:
        return replace(sighting, type_printed="kota", decided_by="printed-type")
    effect = sighting.context.effect
    if effect in DECIDES:
        type_printed, decided_by = DECIDES[effect]
        return replace(sighting, type_printed=type_printed, decided_by=decided_by)
    inherits = effect is None and before is not None and before.type_printed in ("kabupaten", "kota")
    if inherits and before and LIST_SEPARATOR.fullmatch(text, before.end, sighting.start):
        return replace(sighting, type_printed=before.type_printed, decided_by="list")
    return sighting


# ---------------------------------------------------------------- believing


def _believe(text: str, seen: list[Sighting]) -> list[Sighting]:
    """Mark what is a region's name here; doubtful names are believed when the same region is plain elsewhere."""
    plain = frozenset(
        code for sighting in seen if sighting.name.needs in ("nothing", "capital") for code in sighting.name.codes
    )
    firm = [not _is_quarter(text, seen, k, plain) and _is_region(text, seen, k) for k in range(len(seen))]
    known = {code for sighting, sure in zip(seen, firm, strict=True) if sure for code in sighting.name.codes}
    return [
        replace(sighting, believed=sure or (_may_be_region(sighting) and bool(known & set(sighting.name.codes))))
        for sighting, sure in zip(seen, firm, strict=True)
    ]


def _may_be_region(sighting: Sighting) -> bool:
    context, name = sighting.context, sighting.name
    if name.kind in ("capital", "area", "phrase") or context.effect in BLOCKING:
        return False
    if context.degree_after and not _has_cue(context, sighting) and context.effect not in DECIDES:
        return False  # Wira Banjar, S.H.; but "Bupati Garut, M. Wira"
    return not context.direction_after


def _is_region(text: str, seen: list[Sighting], k: int) -> bool:
    sighting = seen[k]
    if not _may_be_region(sighting):
        return False
    context, needs = sighting.context, sighting.name.needs
    if needs in ("context", "cue") and _modifies_next(text, seen, k):
        return False
    if _has_cue(context, sighting) or _stands_among_regions(text, seen, k):
        return True
    if needs in ("nothing", "capital"):
        return text[sighting.start].isupper() or context.effect in ("place", "di", "direction", "people")
    if needs == "context":
        if context.effect in ("direction", "people"):
            return True
        return not (
            context.sentence_start or context.capital_before or context.capital_after or context.effect == "speech"
        )
    return False


def _modifies_next(text: str, seen: list[Sighting], k: int) -> bool:
    """Whether another region's name follows at once: "Polres Metro Bekasi"; but "Pati Jawa Tengah"."""
    if k + 1 >= len(seen) or text[seen[k].end : seen[k + 1].start] != " ":
        return False
    return not {code[:2] for code in seen[k].name.codes} & set(seen[k + 1].name.codes)


def _is_quarter(text: str, seen: list[Sighting], k: int, named: frozenset[str]) -> bool:
    """Whether the name is a quarter or kecamatan of the region that follows: "Kuningan, Jakarta Selatan"."""
    elsewhere = quarters_elsewhere().get(seen[k].name.words)
    if elsewhere is None or seen[k].type_printed is not None:
        return False
    own = {code[:2] for code in seen[k].name.codes}
    far = seen[k].name.needs == "context" and not own & {code[:2] for code in elsewhere}
    if far and named & elsewhere and not own & {code[:2] for code in named}:
        return True
    following = seen[k + 1] if k + 1 < len(seen) else None
    return (
        following is not None
        and text[seen[k].end : following.start] == ", "
        and bool(elsewhere & set(following.name.codes))
    )


def _has_cue(context: Context, sighting: Sighting) -> bool:
    return sighting.type_printed is not None or context.dateline or context.effect in ("body", "place")


def _stands_among_regions(text: str, seen: list[Sighting], k: int) -> bool:
    """Whether its province follows ("Pati, Jawa Tengah"), or it stands in a list with plain names, or in brackets."""
    sighting = seen[k]
    for other in (seen[k + 1] if k + 1 < len(seen) else None, seen[k - 1] if k else None):
        if other is None or other.name.needs in ("context", "cue") or other.name.kind in ("capital", "area"):
            continue
        between = text[min(sighting.end, other.end) : max(sighting.start, other.start)]
        if LIST_SEPARATOR.fullmatch(between) or (
            between.strip() in ("(", "[") and set(other.name.codes) & set(sighting.name.codes)
        ):
            return True
    return False


__all__ = ["find_regions", "region_by_code", "region_codes"]
