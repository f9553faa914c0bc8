"""Finds the provinces, kabupaten and kota that a text names, and says what decided between two of one name.

A name counts when nothing speaks against it (a kecamatan, a street, a person) and, for names that are also words or
persons, when something speaks for it. Of two regions that share a name the cue next to it decides, then the article's
other cues, then the source's own region, then the rule "the kota"; every decision stands in `decided_by`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from nlp.own_words import Span, SpanSet, foreign_spans, merged
from nlp.phrases import Word, words_of
from nlp.region_context import LIST_SEPARATOR, Context, context_of, cue_before, listed_units
from nlp.region_names import Name, names_in, quarters_elsewhere
from storage.records import Found, RegionMention
from storage.reference import Region, load_regions

BLOCKING = frozenset({"unit", "street", "nature", "outlet", "honorific"})
DECIDES = {
    "kabupaten": ("kabupaten", "printed-type"),
    "kota": ("kota", "printed-type"),
    "province": ("province", "printed-type"),
    "by-kabupaten": ("kabupaten", "institution-cue"),
    "by-kota": ("kota", "institution-cue"),
    "by-province": ("province", "institution-cue"),
    "by-polres": ("kabupaten", "institution-cue"),
}
CONFIDENCE = {
    "only-one": 0.97,
    "printed-type": 0.98,
    "institution-cue": 0.96,
    "list": 0.9,
    "article-cue": 0.85,
    "source-region": 0.7,
    "default-kota": 0.55,
    "default-province": 0.55,
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in the text with its surroundings, before it is decided which region it is."""

    name: Name
    first: int  # indexes of its words
    last: int  # after the last
    start: int
    end: int
    context: Context
    type_printed: str | None = None  # kabupaten, kota, province: by the cue before it or by the list it stands in
    decided_by: str = ""
    believed: bool = False


@cache
def region_by_code() -> dict[str, Region]:
    """All regions by their Kemendagri code."""
    return {region.code: region for region in load_regions()}


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
    article = _article_cues(plain, words, seen)
    for sighting in seen:
        if sighting.believed:
            mentions += _resolve(plain, sighting, article, source_region)
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
    firm = [_is_region(text, seen, k) for k in range(len(seen))]
    known = {code for sighting, sure in zip(seen, firm, strict=True) if sure for code in sighting.name.codes}
    return [
        replace(sighting, believed=sure or (_may_be_region(sighting) and bool(known & set(sighting.name.codes))))
        for sighting, sure in zip(seen, firm, strict=True)
    ]


def _may_be_region(sighting: Sighting) -> bool:
    context, name = sighting.context, sighting.name
    if name.kind in ("capital", "area", "phrase") or context.effect in BLOCKING or context.degree_after:
        return False
    return not context.direction_after


def _is_region(text: str, seen: list[Sighting], k: int) -> bool:
    sighting = seen[k]
    if not _may_be_region(sighting) or _is_quarter(text, seen, k):
        return False
    context, needs = sighting.context, sighting.name.needs
    if _has_cue(context, sighting) or _stands_among_regions(text, seen, k):
        return True
    if needs == "nothing":
        return text[sighting.start].isupper() or context.effect in ("place", "di", "direction", "people")
    if needs == "context":
        if context.effect in ("direction", "people"):
            return True
        return not (
            context.sentence_start or context.capital_before or context.capital_after or context.effect == "speech"
        )
    return False


def _is_quarter(text: str, seen: list[Sighting], k: int) -> bool:
    """Whether the name is a quarter or kecamatan of the region that follows: "Kuningan, Jakarta Selatan"."""
    elsewhere = quarters_elsewhere().get(seen[k].name.words)
    if elsewhere is None or seen[k].type_printed is not None:
        return False
    if seen[k].name.needs == "context" and not any(seen[k].name.codes[0][:2] == code[:2] for code in elsewhere):
        named = {code for other in seen for code in other.name.codes if other.name.needs == "nothing"}
        if named & elsewhere and not any(code[:2] == seen[k].name.codes[0][:2] for code in named):
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
        if other is None or other.name.needs != "nothing" or other.name.kind in ("capital", "area"):
            continue
        between = text[min(sighting.end, other.end) : max(sighting.start, other.start)]
        if LIST_SEPARATOR.fullmatch(between) or (
            between.strip() in ("(", "[") and set(other.name.codes) & set(sighting.name.codes)
        ):
            return True
    return False


# ---------------------------------------------------------------- deciding


@dataclass(frozen=True, slots=True)
class ArticleCues:
    """What the whole article says of the type of each region's name, and in general."""

    types: dict[tuple[str, ...], Counter[str]]  # by the codes that a name may stand for
    provinces: frozenset[str]  # of the regions that are named plainly
    capitals: frozenset[str]  # codes of kabupaten whose capital is named
    general: str | None  # kabupaten or kota, where the article speaks of only one kind of government


KABUPATEN_WORDS = frozenset({"bupati", "pemkab", "wabup", "cabup", "pilbup"})
KOTA_WORDS = frozenset({"walikota", "pemkot", "pemko", "wawali", "walkot", "pilwalkot", "pilwali"})


def _article_cues(text: str, words: Sequence[Word], seen: list[Sighting]) -> ArticleCues:
    types: dict[tuple[str, ...], Counter[str]] = {}
    provinces: set[str] = set()
    capitals: set[str] = set()
    for sighting in seen:
        codes = sighting.name.codes
        if sighting.name.kind == "capital":
            capitals |= set(codes)
        elif sighting.believed and len(codes) == 1:
            provinces.add(codes[0][:2])
        elif sighting.believed and sighting.type_printed:
            types.setdefault(codes, Counter())[sighting.type_printed] += 1
    return ArticleCues(types, frozenset(provinces), frozenset(capitals), _general_cue(words, seen))


def _general_cue(words: Sequence[Word], seen: list[Sighting]) -> str | None:
    taken = {sighting.first - 1 for sighting in seen if len(sighting.name.codes) == 1}
    kabupaten = sum(word.lower in KABUPATEN_WORDS and k not in taken for k, word in enumerate(words))
    kota = sum(
        (word.lower in KOTA_WORDS or (word.lower == "kota" and k > 0 and words[k - 1].lower == "wali"))
        and k not in taken
        for k, word in enumerate(words)
    )
    if kabupaten and not kota:
        return "kabupaten"
    return "kota" if kota and not kabupaten else None


def _resolve(text: str, sighting: Sighting, article: ArticleCues, source_region: str | None) -> list[RegionMention]:
    codes = sighting.name.codes
    if len(codes) == 1:
        decided = [(codes[0], "only-one")]
    elif sighting.context.both_types:
        decided = [(code, "printed-type") for code in codes if region_by_code()[code].type != "province"]
    else:
        decided = [_decide(sighting, article, source_region)]
    surface = text[sighting.start : sighting.end]
    rule = f"region-{sighting.name.kind}" + ("-dateline" if sighting.context.dateline else "")
    return [
        RegionMention(
            found=Found(sighting.start, sighting.end, surface, rule, CONFIDENCE[decided_by]),
            code=code,
            candidates=codes,
            decided_by=decided_by,
        )
        for code, decided_by in decided
    ]


def _decide(sighting: Sighting, article: ArticleCues, source_region: str | None) -> tuple[str, str]:
    """Which of several regions of one name is meant, and what decided."""
    by_type: dict[str, list[str]] = {}
    for code in sighting.name.codes:
        by_type.setdefault(region_by_code()[code].type, []).append(code)
    if sighting.type_printed and len(by_type.get(sighting.type_printed, [])) == 1:
        return by_type[sighting.type_printed][0], sighting.decided_by
    from_article = _by_article(sighting, by_type, article)
    if from_article:
        return from_article, "article-cue"
    if source_region is not None and source_region in sighting.name.codes:
        return source_region, "source-region"
    if "province" in by_type and not sighting.context.dateline and "34" not in sighting.name.codes:
        return by_type["province"][0], "default-province"  # "di Jambi"; the province of Yogyakarta is called DIY
    return by_type["kota"][0] if "kota" in by_type else sighting.name.codes[0], "default-kota"


def _by_article(sighting: Sighting, by_type: dict[str, list[str]], article: ArticleCues) -> str | None:
    counted = article.types.get(sighting.name.codes)
    if counted and not sighting.context.dateline:
        kinds = [kind for kind, _ in counted.most_common() if len(by_type.get(kind, [])) == 1]
        if kinds:
            return by_type[kinds[0]][0]
    if counted and len(counted) == 1:
        return next(iter(by_type.get(next(iter(counted)), ())), None)
    for code in sighting.name.codes:
        if code in article.capitals:
            return code
    in_named_provinces = [code for code in sighting.name.codes if code[:2] in article.provinces]
    if len({code[:2] for code in sighting.name.codes}) > 1 and len(in_named_provinces) == 1:
        return in_named_provinces[0]
    if article.general and len(by_type.get(article.general, [])) == 1 and not sighting.context.dateline:
        return by_type[article.general][0]
    return None


__all__ = ["cue_before", "find_regions", "region_by_code", "region_codes"]
