"""Decides which of several regions of one name is meant, and keeps what decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.phrases import Word
from nlp.region_context import Sighting
from nlp.region_names import region_by_code
from storage.records import Found, RegionMention

CONFIDENCE = {
    "only-one": 0.97,
    "printed-type": 0.98,
    "institution-cue": 0.96,
    "list": 0.9,
    "article-cue": 0.85,
    "source-region": 0.7,
    "default-kota": 0.55,
    "default-province": 0.55,
    "default-first": 0.4,
}


@dataclass(frozen=True, slots=True)
class ArticleCues:
    """What the whole article says of the type of each region's name, and in general."""

    types: dict[tuple[str, ...], Counter[str]]  # by the codes that a name may stand for
    provinces: frozenset[str]  # of the regions that are named plainly
    capitals: frozenset[str]  # codes of kabupaten whose capital is named
    general: str | None  # kabupaten or kota, where the article speaks of only one kind of government


KABUPATEN_WORDS = frozenset({"bupati", "pemkab", "wabup", "cabup", "pilbup"})
KOTA_WORDS = frozenset({"walikota", "pemkot", "pemko", "wawali", "walkot", "pilwalkot", "pilwali"})


def article_cues(text: str, words: Sequence[Word], seen: list[Sighting]) -> ArticleCues:
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
    """The type of government that the article speaks of without a name, when no other region can be meant by it."""
    if any(sighting.believed and len(sighting.name.codes) == 1 and "." in sighting.name.codes[0] for sighting in seen):
        return None
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


def mentions_of(text: str, sighting: Sighting, article: ArticleCues, source_region: str | None) -> list[RegionMention]:
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
    if "kota" in by_type:
        return by_type["kota"][0], "default-kota"
    return sighting.name.codes[0], "default-first"  # an abbreviation that two kabupaten share


def _by_article(sighting: Sighting, by_type: dict[str, list[str]], article: ArticleCues) -> str | None:
    counted = article.types.get(sighting.name.codes)
    if counted and not sighting.context.dateline:
        kinds = [kind for kind, _ in counted.most_common() if len(by_type.get(kind, [])) == 1]
        if kinds:
            return by_type[kinds[0]][0]
    if counted and len(counted) == 1 and len(by_type.get(next(iter(counted)), [])) == 1:
        return by_type[next(iter(counted))][0]
    for code in sighting.name.codes:
        if code in article.capitals:
            return code
    in_named_provinces = [code for code in sighting.name.codes if code[:2] in article.provinces]
    if len({code[:2] for code in sighting.name.codes}) > 1 and len(in_named_provinces) == 1:
        return in_named_provinces[0]
    if article.general and len(by_type.get(article.general, [])) == 1:
        return by_type[article.general][0]
    return None
