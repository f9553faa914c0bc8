"""Moments in the databases: ISO 8601, UTC, with Z and milliseconds, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_text(moment: datetime, timespec: str = "milliseconds") -> str:
    """2026-11-22T06:18:57.120Z; raises ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec=timespec).replace("+00:00", "Z")


def read_utc(text: str) -> datetime:
    """The moment that `utc_text` wrote."""
    return datetime.fromisoformat(text)
