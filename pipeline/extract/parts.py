"""Joins the further pages of a split article to its first: each paragraph once, no titles, no page numbers between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.language import identify_language
from pipeline.extract.notes import find_corrections, rewriting_signs
from storage.records import Article

# "Halaman: 1 2 3", "Halaman 2 dari 3", "Selanjutnya »", "1 2 3", "Halaman berikutnya": what leads from page to page
_PAGER = re.compile(
    r"\W*(?:(?:halaman|hal|laman|pages?)\W*)?(?:\d{1,2}(?:\W+(?:dari|of)\W+|\W+|$))+(?:(?:halaman\s+)?(?:selanjutnya|"
    r"berikutnya|sebelumnya|next|prev(?:ious)?|show all|tampilkan semua|semua halaman)\W*)*|"
    r"\W*(?:halaman\W+|baca\W+halaman\W+|lanjut ke halaman\W+)?(?:selanjutnya|berikutnya|sebelumnya|next(?: page)?|"
    r"prev(?:ious)?(?: page)?)\W*",
    re.I,
)
_LONGEST_PAGER = 80
_SHORTEST_REPEAT = 25  # letters and digits
_SENTENCE_END = re.compile(r"[.!?:;…”\"’)\]]\s*$")


@dataclass(frozen=True, slots=True)
class PartText:
    """What a further page says."""

    title: str | None
    paragraphs: tuple[str, ...]
    author: str | None
    author_office: str | None
    removed: tuple[str, ...]
    captions: tuple[str, ...]


def join_parts(article: Article, parts: Sequence[PartText]) -> Article:
    """The whole article. A paragraph that stands on an earlier page already is told in `removed`."""
    removed = list(article.removed)
    whole: list[str] = []
    titles = {_letters(title) for title in (article.title, *(part.title for part in parts)) if title}
    earlier: set[str] = set()
    for number, paragraphs in enumerate([article.text.split("\n\n"), *(part.paragraphs for part in parts)], 1):
        kept: list[str] = []
        for paragraph in paragraphs:
            rule = _rule_against(paragraph, earlier, titles)
            if rule:
                removed.append(f"{rule} on page {number}: {paragraph}")
            else:
                kept.append(paragraph)
        if kept and whole and _goes_on(whole[-1], kept[0]):
            whole[-1] = f"{whole[-1]} {kept.pop(0)}"
        whole += kept
        earlier |= {_letters(paragraph) for paragraph in paragraphs}
    removed += [line for part in parts for line in part.removed if line not in removed]
    text = "\n\n".join(whole)
    rewriting = rewriting_signs(text, removed)
    return replace(
        article,
        text=text,
        author=article.author or _first(part.author for part in parts),
        author_office=article.author_office or _first(part.author_office for part in parts),
        language=identify_language(text),
        removed=tuple(removed),
        captions=tuple(dict.fromkeys((*article.captions, *(one for part in parts for one in part.captions)))),
        page_number=1,
        page_count=1 + len(parts),
        corrections=find_corrections(whole),
        rewritten_score=rewriting.score,
        rewritten_signs=rewriting.signs,
    )


def _rule_against(paragraph: str, earlier: set[str], titles: set[str]) -> str | None:
    """Why a paragraph is left out; short ones ("Ya.") may well be said twice."""
    if len(paragraph) <= _LONGEST_PAGER and _PAGER.fullmatch(paragraph):
        return "pager"
    letters = _letters(paragraph)
    if letters in titles:
        return "title"
    return "repeated" if letters in earlier and len(letters) >= _SHORTEST_REPEAT else None


def _goes_on(before: str, after: str) -> bool:
    """Whether the page was turned within a sentence."""
    return not _SENTENCE_END.search(before) and after[:1].islower()


def _first(names: Iterable[str | None]) -> str | None:
    return next((name for name in names if name), None)


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())
