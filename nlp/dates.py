"""Dates that stand in an article's text, and the date at which its names are to be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nlp.own_words import SpanSet, foreign_spans
from storage.records import DateBasis

MONTHS = {
    **dict.fromkeys(("januari", "jan", "january"), 1),
    **dict.fromkeys(("februari", "pebruari", "feb", "peb", "february"), 2),
    **dict.fromkeys(("maret", "mar", "march"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("juni", "jun", "june"), 6),
    **dict.fromkeys(("juli", "jul", "july"), 7),
    **dict.fromkeys(("agustus", "agstus", "agt", "ags", "agu", "aug", "august"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("oktober", "okt", "october", "oct"), 10),
    **dict.fromkeys(("november", "nopember", "nov", "nop"), 11),
    **dict.fromkeys(("desember", "des", "december", "dec"), 12),
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_MONTH_YEAR = re.compile(rf"(?<![\d/.])(\d{{1,2}})[ \u00a0]+({MONTH})\.?,?[ \u00a0]+(\d{{4}})\b", re.IGNORECASE)
SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d/])")
ISO = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
PLAUSIBLE_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A full date in a text."""

    start: int
    end: int
    value: date
    slashed: bool  # "(19/11/2024)": how news prints the day on which something was said or done


def printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Full dates with a year, in order; a day that does not exist ("33/9/2024") is none."""
    foreign = foreign_spans(text)
    found = [
        *_dates(text, DAY_MONTH_YEAR, (3, 2, 1), slashed=False),
        *_dates(text, SLASHED, (3, 2, 1), slashed=True),
        *_dates(text, ISO, (1, 2, 3), slashed=False),
    ]
    found.sort(key=lambda printed: printed.start)
    outside = SpanSet(foreign)
    return tuple(printed for printed in found if not outside.covers(printed.start, printed.end))


def reference_date(text: str, published: date | None, fetched: date | None) -> tuple[date | None, DateBasis | None]:
    """The date at which the article's names resolve, and what it is: `published`, else the latest dated event in the
    text (no later than the day of fetching), else the day of fetching."""
    if published is not None:
        return published, "published"
    dates = [printed for printed in printed_dates(text) if fetched is None or printed.value <= fetched]
    events = [printed.value for printed in dates if printed.slashed] or [printed.value for printed in dates]
    if events:
        return max(events), "in-text"
    return (fetched, "fetched") if fetched is not None else (None, None)


def _dates(text: str, pattern: re.Pattern[str], order: tuple[int, int, int], slashed: bool) -> list[PrintedDate]:
    found = []
    for match in pattern.finditer(text):
        year, month, day = (match.group(group) for group in order)
        value = _date(year, month, day)
        if value is not None:
            found.append(PrintedDate(match.start(), match.end(), value, slashed))
    return found


def _date(year: str, month: str, day: str) -> date | None:
    number = MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    full_year = int(year) + 2000 if len(year) == 2 else int(year)
    if full_year not in PLAUSIBLE_YEARS:
        return None
    try:
        return date(full_year, number, int(day))
    except ValueError:
        return None
