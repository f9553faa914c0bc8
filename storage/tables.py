"""A title and a sentence for every table and column of the corpus, for Datasette (Indonesian) and the docs (English).

They stand in tables.csv; a row for the table `*` holds for every column of that name that has no row of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from storage.migrations.corpus import MIGRATIONS

FILE = Path(__file__).with_name("tables.csv")


@dataclass(frozen=True, slots=True)
class Described:
    title: str  # Indonesian, as a label
    indonesian: str
    english: str


@dataclass(frozen=True, slots=True)
class TableDescription:
    name: str
    text: Described
    columns: Mapping[str, Described]


@cache
def described_tables() -> tuple[TableDescription, ...]:
    """Every table that readers see, its columns in the order of the schema. Raises KeyError where one is missing."""
    texts = _texts()
    db = Database(memory=True)
    MIGRATIONS.apply(db)
    shadows = ("articles_fts_", "_sqlite", "sqlite_")
    tables = [table for table in db.table_names() if not table.startswith(shadows)]
    described = tuple(TableDescription(table, texts[table, ""], _columns(db, table, texts)) for table in tables)
    db.close()
    return described


def _columns(db: Database, table: str, texts: Mapping[tuple[str, str], Described]) -> dict[str, Described]:
    if table == "articles_fts":
        return {}
    # table_xinfo, since a generated column is hidden from table_info
    names = [row[1] for row in db.execute(f'PRAGMA table_xinfo("{table}")').fetchall()]
    return {name: texts[table, name] if (table, name) in texts else texts["*", name] for name in names}


def _texts() -> dict[tuple[str, str], Described]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            (row["table"], row["column"]): Described(row["title"], row["indonesian"], row["english"])
            for row in csv.DictReader(file, strict=True)
        }
