"""How values stand in the corpus: UTC times with Z, ISO dates, text that SQLite can hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from storage import moments

Row = dict[str, Any]


def utc_text(moment: datetime) -> str:
    """`2024-09-17T01:30:00Z`: readers need no milliseconds; raises ValueError for a time without a zone."""
    return moments.utc_text(moment, "seconds")


def zoned_text_or_none(moment: datetime | None) -> str | None:
    """`2024-09-17T08:30:00+07:00`: a moment as its page tells it, in its own zone."""
    return None if moment is None else moment.isoformat(timespec="seconds")


def iso_or_none(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def storable(text: str) -> str:
    """The same text, of the same length, without the characters that SQLite cannot hold (NUL, lone surrogates)."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def insert(db: Database, table: str, row: Mapping[str, Any], *, conflict: str = "") -> int:
    """Insert one row and return its rowid; `conflict` is SQL that follows the values, such as ON CONFLICT …"""
    columns = ", ".join(f'"{column}"' for column in row)
    places = ", ".join("?" for _ in row)
    values = [storable(value) if isinstance(value, str) else value for value in row.values()]
    # table and column names come from this package alone, never from data
    cursor = db.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({places}) {conflict}', values)  # noqa: S608
    return int(cursor.lastrowid or 0)


def upsert(db: Database, table: str, row: Mapping[str, Any], *, key: str) -> None:
    """Insert one row, or overwrite the columns of the one that has the same `key`."""
    changes = ", ".join(f'"{column}" = excluded."{column}"' for column in row if column != key)
    insert(db, table, row, conflict=f'ON CONFLICT ("{key}") DO UPDATE SET {changes}')


def update(db: Database, table: str, row_id: int, changes: Mapping[str, Any]) -> None:
    """Overwrite columns of the row whose id is `row_id`."""
    sets = ", ".join(f'"{column}" = ?' for column in changes)
    values = [storable(value) if isinstance(value, str) else value for value in changes.values()]
    db.execute(f'UPDATE "{table}" SET {sets} WHERE id = ?', [*values, row_id])  # noqa: S608
