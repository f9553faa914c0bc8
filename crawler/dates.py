"""Reads the dates of feeds, sitemaps and APIs; a date without zone is in the site's own time."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

INDONESIAN_ZONES = {"WIB": "+0700", "WITA": "+0800", "WIT": "+0900"}
ZONE_NAME = re.compile(r"\b(WIB|WITA|WIT)\b", re.IGNORECASE)
EARLIEST_YEAR = 1990


def read_moment(text: str | None, zone: tzinfo) -> datetime | None:
    """A moment with zone, or None where the text is no date: ISO, RFC 822 and Indonesian forms."""
    if not text or not text.strip():
        return None
    cleaned = ZONE_NAME.sub(lambda match: INDONESIAN_ZONES[match[1].upper()], text.strip())
    moment = _iso(cleaned) or _rfc822(cleaned) or _indonesian(cleaned)
    if moment is None or moment.year < EARLIEST_YEAR:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _rfc822(text: str) -> datetime | None:
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None


def _indonesian(text: str) -> datetime | None:
    """ "Sel, 17 Sep 2024 08:00:00 +0700", "Jum'at, 1 Nopember 2024"."""
    plain = re.sub(r"jum['’`]at", "Jumat", text, flags=re.IGNORECASE)
    try:
        return _parser().get_date_data(plain).date_obj
    except (ValueError, OverflowError):
        return None


@cache
def _parser() -> Any:
    from dateparser import DateDataParser  # costs 0.3 s, and most feeds never need it

    return DateDataParser(languages=["id", "en"], settings={"DATE_ORDER": "DMY", "PREFER_DAY_OF_MONTH": "first"})
