"""What Datasette says of the corpus and its tables, from storage/tables.csv."""

from __future__ import annotations

from typing import Any

from storage.tables import described_tables

TITLE = "Netra – netralitas aparatur dalam berita"
ABOUT = (
    "Apa yang ditulis situs pemerintah dan media tentang netralitas aparatur negara dalam pemilu: siapa mengatakan "
    "apa, di wilayah mana, mengutip peraturan mana. Setiap temuan menunjuk ke kata-katanya dalam artikel, dan setiap "
    "artikel ke salinan halamannya."
)

FACETS = {
    "articles": ["source_id", "topic", "genre"],
    "statements": ["kind", "speaker_kind"],
    "allegations": ["status", "act_kind"],
    "citations": ["instrument"],
    "mentions": ["type"],
    "rejections": ["reason", "source_id"],
    "fetch_failures": ["reason", "source_id"],
    "people": ["kind"],
    "captures": ["outcome", "source_id"],
}
SORTED = {"articles": "dated", "captures": "fetched_at", "rejections": "rejected_at", "article_versions": "seen_at"}
NAMED_BY = {"sources": "name", "regions": "name", "people": "name", "articles": "title", "institutions": "name"}


def datasette_metadata(database: str) -> dict[str, Any]:
    """In the form of Datasette's metadata file."""
    tables: dict[str, Any] = {}
    for table in described_tables():
        columns = {name: f"{text.title}: {text.indonesian}" for name, text in table.columns.items()}
        entry: dict[str, Any] = {"title": table.text.title, "description": table.text.indonesian, "columns": columns}
        if table.name in FACETS:
            entry["facets"] = FACETS[table.name]
        if table.name in SORTED:
            entry["sort_desc"] = SORTED[table.name]
        if table.name in NAMED_BY:
            entry["label_column"] = NAMED_BY[table.name]
        tables[table.name] = entry
    # the records of migrations and of numbers given say nothing to readers
    tables["_sqlite_migrations"] = tables["sqlite_sequence"] = {"hidden": True}
    tables["articles_fts"]["hidden"] = True
    return {
        "title": TITLE,
        "description": ABOUT,
        "databases": {database: {"title": "Data korpus", "description": ABOUT, "tables": tables}},
    }
