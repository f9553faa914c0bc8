"""How commands speak: lines for people, progress on a terminal, JSON alone where it is asked for."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

SOURCES_FAILED = 3
WIDTH_OF_FILES = 2000  # characters: lines in a file or a pipe are not folded


class Tick(Protocol):
    """Called after each piece of work with what is done and what there is in all."""

    def __call__(self, done: int, total: int) -> None: ...


def say(line: str = "") -> None:
    """One line for the person at the keyboard, on stdout."""
    sys.stdout.write(line + "\n")


def printable(text: str) -> str:
    """Text from the web without the control characters that would steer the reader's terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def note(line: str) -> None:
    """One line beside the result, on stderr."""
    sys.stderr.write(line + "\n")


def print_json(value: object) -> None:
    """A value as JSON on stdout; records become objects, dates ISO text."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2, default=plain)
    sys.stdout.write("\n")


def plain(value: object) -> object:
    """What JSON lacks: dataclasses, dates and paths."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table that fits the terminal; numbers stand to the right."""
    numeric = [bool(rows) and all(isinstance(row[i], (int, float)) for row in rows) for i in range(len(columns))]
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for name, right in zip(columns, numeric, strict=True):
        table.add_column(name, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    if sys.stdout.isatty():
        Console(highlight=False).print(table)
        return
    console = Console(file=StringIO(), highlight=False, width=WIDTH_OF_FILES)
    console.print(table)
    for line in console.file.getvalue().splitlines():  # type: ignore[attr-defined]
        say(line.rstrip())


@contextmanager
def progress(label: str) -> Iterator[Tick]:
    """A bar on a terminal; elsewhere a plain line at each tenth of the work."""
    if sys.stderr.isatty():
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
            task = bar.add_task(label, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
    else:
        said = -1

        def tick(done: int, total: int) -> None:
            nonlocal said
            tenth = 10 * done // max(total, 1)
            if tenth != said:
                said = tenth
                note(f"{label}: {done} of {total}")

        yield tick
