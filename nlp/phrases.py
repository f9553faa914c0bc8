"""Looks up phrases of a lexicon in the words of a text: a dictionary by first word, the longest phrase wins."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from storage.errors import ReferenceDataError

LEXICON = Path(__file__).parent / "lexicon"
WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*+")
BETWEEN_WORDS = re.compile(r"[ \u00a0]{1,2}-?[ \u00a0]?|[-/.]|,[ \u00a0]|\.[ \u00a0]|\n(?!\n)")

Payload = TypeVar("Payload")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    start: int
    end: int
    lower: str
    capital: bool  # begins with a capital letter
    all_caps: bool


@lru_cache(maxsize=2)  # every finder of one article asks for the same words
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order; a hyphen ends a word."""
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        found.append(
            Word(match.start(), match.end(), word.lower(), word[0].isupper(), word.isupper() and len(word) > 1)
        )
    return tuple(found)


def split_words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in lower case."""
    return tuple(match.group().lower() for match in WORD.finditer(phrase))


class Phrases(Generic[Payload]):
    """Phrases with what they stand for. An abbreviation in capitals ("PP", "SE") is found only in capitals."""

    def __init__(self, rows: Iterable[tuple[str, Payload]]) -> None:
        index: dict[str, list[tuple[tuple[str, ...], str | None, Payload]]] = {}
        for phrase, payload in rows:
            words = split_words(phrase)
            exact = phrase if phrase.isupper() and len(words) == 1 else None
            index.setdefault(words[0], []).append((words, exact, payload))
        self._index = {word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in index.items()}

    def at(self, text: str, words: Sequence[Word], i: int) -> tuple[Payload, int] | None:
        """What the longest phrase that begins with word i stands for, and the index after its last word."""
        for phrase, exact, payload in self._index.get(words[i].lower, ()):
            j = i + len(phrase)
            if j > len(words) or (exact and text[words[i].start : words[i].end] != exact):
                continue
            if all(
                words[k].lower == phrase[k - i] and BETWEEN_WORDS.fullmatch(text, words[k - 1].end, words[k].start)
                for k in range(i + 1, j)
            ):
                return payload, j
        return None


def read_lexicon(file: str) -> list[dict[str, str]]:
    """The rows of a CSV file of the lexicon. Raises ReferenceDataError."""
    path = LEXICON / file
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, strict=True))
    except (OSError, csv.Error, UnicodeDecodeError) as error:
        raise ReferenceDataError(f"{path}: cannot be read: {error}") from error
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ReferenceDataError(f"{path}:{line}: the row has not as many columns as the header.")
    return rows
