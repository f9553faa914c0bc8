"""A file of articles to the same file with findings: what `analyse` does, with one or more processes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from nlp.analyse import Analyser, load_analyser
from nlp.gold_form import gold_form
from storage.errors import InputFileError
from storage.records import ArticleText

Row = dict[str, Any]
CHUNK = 8  # articles handed to a process at a time


@dataclass(frozen=True, slots=True)
class FileReport:
    done: int
    problems: tuple[str, ...]  # "IN.jsonl:12: …", lines that were left out


def analyse_file(source: Path, target: Path, *, workers: int, tick: Callable[[int, int], None]) -> FileReport:
    """Analyse each line of `source` into `target`, which appears only when all is written. Raises InputFileError."""
    problems: list[str] = []
    total = _line_count(source)
    done = 0
    unfinished = target.with_name(target.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", errors="backslashreplace") as out:
            for row in _analysed(_rows(source, problems), workers):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                done += 1
                tick(done + len(problems), total)
        unfinished.replace(target)
    except OSError as error:
        raise InputFileError(f"{error.filename or target}: cannot be written: {error.strerror}.") from None
    return FileReport(done, tuple(problems))


def explained(findings: Path, article_id: str) -> Iterator[str]:
    """The article with that id, line by line: each finding, where it stands, its rule and its confidence."""
    for row in _rows(findings, []):
        if row["id"] == article_id:
            yield f"{row['id']}  {row.get('title') or ''}"
            for kind in (
                "topic_reasons",
                "people",
                "region_mentions",
                "institution_mentions",
                "regulations",
                "statements",
                "allegations",
            ):
                for finding in row.get(kind) or []:
                    yield f"  {kind}: {json.dumps(finding, ensure_ascii=False)}"
            return
    raise InputFileError(f'{findings}: no article has the id "{article_id}".')


def article_text(row: Row) -> ArticleText:
    """The analyser's input from one line. Raises ValueError naming the field that is wrong."""
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
        raise ValueError('"id" and "text" must both be strings')
    return ArticleText(
        id=row["id"],
        text=row["text"],
        title=row["title"] if isinstance(row.get("title"), str) else None,
        published=_date(row, "published"),
        fetched=_date(row, "fetched"),
        source_region=row.get("publisher_region"),
        sponsored=bool(row.get("sponsored")),
        genre=row.get("genre"),
    )


def _date(row: Row, name: str) -> date | None:
    value = row.get(name)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise ValueError(f'"{name}" is no ISO date: {value!r}') from None


def _rows(path: Path, problems: list[str]) -> Iterator[Row]:
    try:
        with path.open(encoding="utf-8", errors="surrogateescape") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    row = json.loads(line.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
                    article_text(row)
                    yield row
                except (ValueError, RecursionError) as error:
                    problems.append(f"{path}:{number}: {error}")
    except OSError as error:
        raise InputFileError(f"{path}: cannot be read: {error.strerror}.") from None


def _line_count(path: Path) -> int:
    try:
        with path.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except OSError as error:
        raise InputFileError(f"{path}: cannot be read: {error.strerror}.") from None


@cache
def _analyser() -> Analyser:
    return load_analyser()


def analysed_row(row: Row) -> Row:
    """One line with its findings; picklable, so that it runs in any process."""
    return gold_form(_analyser().analyse(article_text(row)), row)


def _analysed(rows: Iterable[Row], workers: int) -> Iterator[Row]:
    if workers == 1:
        yield from map(analysed_row, rows)
        return
    with get_context("forkserver").Pool(workers) as pool:
        rows = iter(rows)
        while batch := list(islice(rows, workers * CHUNK * 64)):  # bounded: imap would read the whole file ahead
            yield from pool.imap(analysed_row, batch, chunksize=CHUNK)
