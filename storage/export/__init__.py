"""Writes what a search finds to a file: .csv, .jsonl, .xlsx or .parquet, by its ending."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from storage.errors import InputFileError
from storage.export.article_rows import COLUMNS, INTEGERS, article_rows, flat_row
from storage.search import Filters, article_ids

__all__ = ["export_articles"]

Row = dict[str, Any]

# A spreadsheet runs a cell that begins so as a formula. The page decides what stands there, so it is never run.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
XLSX_CELL_CHARACTERS = 32_767
XLSX_ROWS = 1_048_576
LONG_CELL_NOTE = " … (whole text in the sheet 'long cells')"
PARQUET_BATCH = 1000


def export_articles(db: Database, path: Path, typed: str = "", filters: Filters | None = None) -> int:
    """Write one row for each article that a search finds, the newest first; returns how many.

    The file appears whole or not at all. Raises InputFileError for another ending or a path that cannot be written,
    SearchQueryError as `search` does.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise InputFileError(f"{path}: unknown ending. Known: {', '.join(WRITERS)}.")
    ids = article_ids(db, typed, filters)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(unfinished, article_rows(db, ids))
        unfinished.replace(path)
    except OSError as error:
        raise InputFileError(f"{path}: cannot be written ({error.strerror or error}).") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return len(ids)


def _write_jsonl(path: Path, rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(path: Path, rows: Iterator[Row]) -> None:
    # With a byte order mark, without which spreadsheets misread accents.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for row in rows:
            writer.writerow({column: _harmless(value) for column, value in flat_row(row).items()})


def _harmless(value: object) -> object:
    """Text that a spreadsheet shows and does not run; an apostrophe before it is the usual mark for that."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


def _write_xlsx(path: Path, rows: Iterator[Row]) -> None:
    import xlsxwriter  # 0.1 s that only this ending needs

    # In memory until closed: two sheets are written in turns, which its row-by-row mode does not allow.
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("articles")
        long_cells = book.add_worksheet("long cells")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, COLUMNS)
        long_cells.write_row(0, 0, ("article", "column", "part", "text"))
        long_row = 1
        for number, row in enumerate(rows, start=1):
            if number >= XLSX_ROWS:
                raise InputFileError(f"{path.name}: a sheet holds {XLSX_ROWS:,} rows. Narrow the search, or use .csv.")
            for column, value in enumerate(flat_row(row).values()):
                for part, text in enumerate(_write_cell(sheet, number, column, value), start=1):
                    long_cells.write_row(long_row, 0, (row["id"], COLUMNS[column], part))
                    long_cells.write_string(long_row, 3, text)
                    long_row += 1


def _write_cell(sheet: Any, row: int, column: int, value: object) -> Sequence[str]:
    """Write one cell; returns the parts of a text that is too long for it."""
    if value is None:
        return ()
    if not isinstance(value, str):
        sheet.write_number(row, column, value)
        return ()
    if len(value.encode("utf-16-le")) // 2 <= XLSX_CELL_CHARACTERS:
        sheet.write_string(row, column, value)
        return ()
    size = XLSX_CELL_CHARACTERS // 2  # a character may take two of the units that are counted
    sheet.write_string(row, column, value[: size - len(LONG_CELL_NOTE)] + LONG_CELL_NOTE)
    return [value[start : start + size] for start in range(0, len(value), size)]


def _write_parquet(path: Path, rows: Iterator[Row]) -> None:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise InputFileError(
            f"{path.name}: .parquet needs pyarrow: .venv/bin/python -m pip install pyarrow. Or export .csv or .jsonl."
        ) from error
    kinds: Mapping[str, Any] = {"topic_score": pyarrow.float64()} | dict.fromkeys(INTEGERS, pyarrow.int64())
    schema = pyarrow.schema([(column, kinds.get(column, pyarrow.string())) for column in COLUMNS])
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        batch: list[Row] = []
        for row in rows:
            batch.append(flat_row(row))
            if len(batch) == PARQUET_BATCH:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                batch = []
        writer.write_table(pyarrow.Table.from_pylist(batch, schema))


WRITERS: Mapping[str, Callable[[Path, Iterator[Row]], None]] = {
    ".csv": _write_csv,
    ".jsonl": _write_jsonl,
    ".xlsx": _write_xlsx,
    ".parquet": _write_parquet,
}
