"""Extraction on saved pages of real outlets, beside bare trafilatura: body, title, date, and listings refused.

Gold is what others wrote down for these pages. Where it leaves out a passage that a reader sees as text (a dateline,
say) or keeps one that is none (a reporter's initials), the figure is lower than the text is wrong; both stay.
"""

from __future__ import annotations

import csv
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import trafilatura

from pipeline.extract import extract_article
from storage.records import Article, Page, PageHints, SourceFacts

FLOORS = Path(__file__).with_name("extraction_floors.json")
ZONE = ZoneInfo("Asia/Jakarta")
_SOURCE = SourceFacts("reference", "", "media", None, ZONE.key)
_FETCHED = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Reading:
    """What one reader made of a page."""

    text: str
    title: str | None
    published: date | None
    moment: datetime | None
    author: str | None
    refused: str | None


@dataclass(frozen=True)
class Result:
    file: str
    gold: dict[str, Any]
    ours: Reading
    bare: Reading
    blind: Reading  # ours at an address that tells nothing


def main(reference: Path) -> int:
    """Print a row for each page and the figures with their n; 1 where a figure is below its floor."""
    folder = reference / "pages"
    if not (folder / "GOLD.jsonl").is_file():
        sys.stdout.write(f"No pages at {folder}: extraction is not measured.\n")
        return 0
    results = [_measure(folder, row) for row in _gold(folder)]
    articles = [one for one in results if not _is_listing(one)]
    listings = [one for one in results if _is_listing(one)]
    write = sys.stdout.write
    write(f"\nExtraction on {len(results)} saved pages (P, R, F1 of the body's words; bare: trafilatura's defaults)\n")
    for one in articles:
        write(_article_row(one))
    for one in listings:
        write(f"  {one.file[:44]:<44} listing: {one.ours.refused or 'NOT REFUSED'}; bare: {len(one.bare.text)} chars\n")
    figures = _figures(articles, listings)
    for name, (ours, bare, n) in figures.items():
        write(f"  {name:<26} {ours:6.3f}   bare {bare:6.3f}   n={n}\n")
    return _below_floors({name: ours for name, (ours, _, _) in figures.items()})


def words_f1(found: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words of two texts, each word counted as often as it stands there."""
    ours, theirs = (Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    both = sum((ours & theirs).values())
    precision, recall = both / max(1, ours.total()), both / max(1, theirs.total())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _gold(folder: Path) -> list[dict[str, Any]]:
    with (folder / "MANIFEST.csv").open(encoding="utf-8", newline="") as table:
        rows = {row["file"]: dict(row) for row in csv.DictReader(table)}
    for line in (folder / "GOLD.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["file"]] |= row
    return list(rows.values())


def _measure(folder: Path, gold: dict[str, Any]) -> Result:
    body = (folder / gold["file"]).read_bytes()
    address = gold.get("canonical_url") or gold.get("url") or f"https://{gold['site']}/"
    blind = f"https://{gold['site']}/berita/1-judul-berita-hari-ini"
    return Result(gold["file"], gold, _ours(body, address), _bare(body, address), _ours(body, blind))


def _ours(body: bytes, address: str) -> Reading:
    page = Page(1, address, "reference", _FETCHED, 200, "text/html", body, "", "", 0, PageHints())
    found = extract_article(page, _SOURCE)
    if isinstance(found, Article):
        return Reading(found.text, found.title, found.published, found.published_at, found.author, None)
    return Reading("", None, None, None, None, found.reason)


def _bare(body: bytes, address: str) -> Reading:
    found = trafilatura.bare_extraction(body.decode("utf-8", "replace"), url=address, with_metadata=True)
    if found is None:
        return Reading("", None, None, None, None, "nothing found")
    day = date.fromisoformat(found.date) if found.date else None
    return Reading(found.text or "", found.title, day, None, found.author, None)


def _is_listing(one: Result) -> bool:
    return one.gold["type"] == "listing"


def _gold_day(one: Result) -> tuple[date | None, datetime | None]:
    printed = one.gold.get("date_iso") or one.gold.get("date")
    if not printed:
        return None, None
    if len(str(printed)) == 10:
        return date.fromisoformat(str(printed)), None
    moment = datetime.fromisoformat(str(printed)).astimezone(ZONE)
    return moment.date(), moment


def _article_row(one: Result) -> str:
    day, moment = _gold_day(one)
    marks = []
    if one.gold.get("title"):
        marks.append("title" if one.ours.title == one.gold["title"] else f"TITLE {one.ours.title!r}")
    if day is not None:
        marks.append("date" if one.ours.published == day else f"DATE {one.ours.published} not {day}")
    if moment is not None:
        marks.append("time" if one.ours.moment == moment else f"TIME {one.ours.moment} not {moment}")
    marks.append(f"by {one.ours.author}" if one.ours.author else "no author")
    scores = " " * 26
    if one.gold.get("content"):
        precision, recall, score = words_f1(one.ours.text, one.gold["content"])
        bare = words_f1(one.bare.text, one.gold["content"])[2]
        scores = f"{precision:.3f} {recall:.3f} {score:.3f} bare {bare:.3f}"
    refused = f" REFUSED: {one.ours.refused}" if one.ours.refused else ""
    return f"  {one.file[:44]:<44} {scores}  {', '.join(marks)}{refused}\n"


def _figures(articles: Sequence[Result], listings: Sequence[Result]) -> dict[str, tuple[float, float, int]]:
    """Name → ours, bare trafilatura's, n."""
    texts = [one for one in articles if one.gold.get("content")]
    titles = [one for one in articles if one.gold.get("title")]
    days = [(one, *_gold_day(one)) for one in articles if _gold_day(one)[0]]
    moments = [(one, moment) for one, _, moment in days if moment]
    return {
        "body F1": (
            statistics.mean(words_f1(one.ours.text, one.gold["content"])[2] for one in texts),
            statistics.mean(words_f1(one.bare.text, one.gold["content"])[2] for one in texts),
            len(texts),
        ),
        "body F1 of the worst page": (
            min(words_f1(one.ours.text, one.gold["content"])[2] for one in texts),
            min(words_f1(one.bare.text, one.gold["content"])[2] for one in texts),
            len(texts),
        ),
        "titles exact": (
            statistics.mean(one.ours.title == one.gold["title"] for one in titles),
            statistics.mean(one.bare.title == one.gold["title"] for one in titles),
            len(titles),
        ),
        "dates": (
            statistics.mean(one.ours.published == day for one, day, _ in days),
            statistics.mean(one.bare.published == day for one, day, _ in days),
            len(days),
        ),
        "times of day": (statistics.mean(one.ours.moment == moment for one, moment in moments), 0.0, len(moments)),
        "listings refused": (
            statistics.mean(one.ours.refused is not None for one in listings),
            statistics.mean(not one.bare.text for one in listings),
            len(listings),
        ),
        "listings without address": (
            statistics.mean(one.blind.refused is not None for one in listings),
            statistics.mean(not one.bare.text for one in listings),
            len(listings),
        ),
        "articles kept": (
            statistics.mean(one.ours.refused is None for one in articles),
            statistics.mean(bool(one.bare.text) for one in articles),
            len(articles),
        ),
    }


def _below_floors(figures: dict[str, float]) -> int:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    missed = [
        f"{name}: {figures[name]:.3f} is below its floor {floor}"
        for name, floor in floors.items()
        if figures[name] < floor
    ]
    for line in missed:
        sys.stdout.write(f"  {line}\n")
    return 1 if missed else 0
