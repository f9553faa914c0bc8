"""The database explains itself: every table and column has its sentence, and no sentence is left over."""

from __future__ import annotations

import csv

from storage.tables import FILE, described_tables


def test_every_table_and_column_is_described():
    described = {table.name: table for table in described_tables()}
    assert "articles" in described
    assert "dated" in described["articles"].columns  # generated columns too
    for table in described.values():
        for text in (table.text, *table.columns.values()):
            assert text.title, table.name
            assert text.indonesian.endswith("."), (table.name, text)
            assert text.english.endswith("."), (table.name, text)


def test_no_description_is_left_over():
    known = {(table.name, column) for table in described_tables() for column in ("", *table.columns)}
    columns = {column for _, column in known}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["table"] == "*":
                assert row["column"] in columns, row
            else:
                assert (row["table"], row["column"]) in known, row
