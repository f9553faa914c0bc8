"""Gives each article its law, and says of each law whether it was in force."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from nlp.regulations.pasal import ArticleGroup
from nlp.regulations.reading import Reading, Resolved
from storage.records import Citation, Found

CONFIDENCE = {
    "numbered": 0.98,
    "named": 0.92,
    "named-by-topic": 0.7,
    "back-reference": 0.8,
    "titled": 0.6,
    "issuer-and-number": 0.7,
    "number-alone": 0.7,
}

JOINS = re.compile(  # "Pasal 1 ayat (3) dan Pasal 28D", "Pasal 188 jo Pasal 71"
    r"(?:[ ]?,)?[ ](?:dan|serta|jo\.?|juncto|jis\.?|atau|maupun|sampai dengan|sampai|hingga)[ ](?:juga[ ])?"
    r"|[ ]?[,/][ ]?|[ ]?[-–][ ]?"
)
OF = re.compile(  # "Pasal 9 ayat (2) dalam UU ASN"
    r"[ \u00a0]?,?[ \u00a0\n]?"
    r"(?:(?:dari|dalam|pada|di|yang|ada|tertuang|diatur|termuat|sebagaimana|dimaksud|Lampiran)[ ]){0,5}[\"“(]?"
)


def citations_of(reading: Reading, laws: Sequence[Resolved], groups: Sequence[ArticleGroup]) -> tuple[Citation, ...]:
    """One citation for each article with its law, and one for each law that is cited without an article there."""
    found: list[Citation] = []
    with_articles: set[int] = set()
    starts = [law.start for law in laws]
    for group, n in zip(groups, _laws_of(reading.text, laws, starts, groups), strict=True):
        if n is None:
            continue
        law = laws[n]
        near = abs(law.start - group.end) < 120 or abs(group.start - law.end) < 120
        with_articles |= {n} if near else set()
        for article in group.articles:
            start, end = (
                (min(article.start, law.start), max(article.end, law.end)) if near else (article.start, article.end)
            )
            found.append(_citation(reading, law, start, end, article.value))
    found += [_citation(reading, law, law.start, law.end, None) for n, law in enumerate(laws) if n not in with_articles]
    return tuple(sorted(found, key=lambda citation: (citation.found.start, citation.found.end)))


def _laws_of(
    text: str, laws: Sequence[Resolved], starts: Sequence[int], groups: Sequence[ArticleGroup]
) -> list[int | None]:
    """For each group the index of its law. From the last to the first, as "Pasal 1 dan Pasal 2 UUD 1945" goes on."""
    found: list[int | None] = [None] * len(groups)
    for k in range(len(groups) - 1, -1, -1):
        if not groups[k].continues:
            found[k] = _law_of(text, laws, starts, groups, k, found[k + 1] if k + 1 < len(groups) else None)
    for k, group in enumerate(groups):
        if group.continues and k:
            found[k] = found[k - 1]
    return found


def _law_of(
    text: str,
    laws: Sequence[Resolved],
    starts: Sequence[int],
    groups: Sequence[ArticleGroup],
    k: int,
    chained: int | None,
) -> int | None:
    """The law that an article belongs to: the one that follows it, else the one before it in the sentence, else the
    next in the sentence, else the last one that was cited within reach."""
    group = groups[k]
    n = bisect_right(starts, group.end - 1)
    following = n if n < len(laws) else None
    before = n - 1 if n else None
    if following is not None and OF.fullmatch(text, group.end, laws[following].start):
        after_comma = text[group.end : laws[following].start].lstrip().startswith(",")
        own = before is not None and (k == 0 or groups[k - 1].end <= laws[before].start)
        if not (
            after_comma and own and before is not None and not _sentence_break(text, laws[before].end, group.start)
        ):
            return following  # but in "UU Pemilu Pasal 280, UU ASN Pasal 9" each law stands before its article
    goes_on = k + 1 < len(groups) and JOINS.fullmatch(text, group.end, groups[k + 1].start)
    if goes_on and chained is not None and laws[chained].start >= group.end:
        return chained
    if before is not None and not _sentence_break(text, laws[before].end, group.start):
        return before
    if following is not None and not _sentence_break(text, group.end, laws[following].start):
        return following
    if before is not None and group.start - laws[before].end <= REACH_BACK:
        return before
    return None


REACH_BACK = 600  # characters: an article without a law belongs to the law of the sentences just before
SENTENCE_BREAK = re.compile(r"\n|(?<!\bNo)(?<!\bPs)[.?!][\"”]?[ ](?=[A-Z\"“])")


def _sentence_break(text: str, start: int, end: int) -> bool:
    return end - start > 400 or bool(SENTENCE_BREAK.search(text, start, end))


def _citation(reading: Reading, law: Resolved, start: int, end: int, pasal: str | None) -> Citation:
    row = reading.register.by_id.get(law.id)
    outdated = bool(
        row and row.in_force_until and reading.reference is not None and reading.reference >= row.in_force_until
    )
    confidence = CONFIDENCE[law.rule] * (0.9 if pasal and law.rule == "back-reference" else 1)
    if law.id.endswith(" ?"):
        confidence = min(confidence, CONFIDENCE["titled"])
    return Citation(
        found=Found(start, end, reading.text[start:end], f"regulation-{law.rule}", round(confidence, 3)),
        id=law.id,
        pasal=pasal,
        known=row is not None,
        outdated=outdated,
        replaced_by=row.replaced_by if row else None,
        date_used=reading.reference,
        date_basis=reading.basis,
    )
