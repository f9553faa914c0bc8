"""Annotated sentences in one form: our tokens, labels PER, ORG, LOC, and one convention where the sets disagree."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.language import read

LABELS = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
REGION_TYPES = frozenset({"Kabupaten", "Kota", "Provinsi", "Kecamatan", "Kelurahan", "Desa", "Kab.", "Kec.", "Distrik"})
QUOTE = '"'
HYPHEN = "-"
NO_SPACE_BEFORE = frozenset(".,;:!?)]%’”")
NO_SPACE_AFTER = frozenset("([“‘")


@dataclass(frozen=True, slots=True)
class Entity:
    start: int  # characters of the sentence's text
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as text with its names, and the printed tokens of the set that it came from, for scoring."""

    text: str
    entities: tuple[Entity, ...]
    tokens: tuple[tuple[int, int], ...] = ()  # characters of the set's own tokens


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as the recogniser sees it."""

    words: tuple[str, ...]
    labels: tuple[str, ...]
    unknown: frozenset[int] = frozenset()  # places whose word is treated as never seen


def read_columns(path: Path) -> Iterator[list[tuple[str, str]]]:
    """(token, BIO label) of each sentence of a file with a token, further columns and a label on each line."""
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split()
        if columns:
            sentence.append((columns[0], columns[-1] if len(columns) > 1 else "O"))
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def sentence_of(rows: Sequence[tuple[str, str]]) -> Sentence:
    """Joins tokens to running text, as an article would print them."""
    text = ""
    tokens: list[tuple[int, int]] = []
    entities: list[Entity] = []
    quoted = False
    for i, (token, label) in enumerate(rows):
        opened = token == QUOTE and not quoted
        quoted = quoted != (token == QUOTE)
        text += "" if not text or _glued(rows, i, text[-1], opened, quoted) else " "
        tokens.append((len(text), len(text) + len(token)))
        text += token
        if label == "O":
            continue
        kind = LABELS[label[2:]]
        begins = label.startswith("B-") or i == 0 or rows[i - 1][1] == "O" or LABELS[rows[i - 1][1][2:]] != kind
        if begins:
            entities.append(Entity(*tokens[-1], kind))
        else:
            entities[-1] = Entity(entities[-1].start, tokens[-1][1], kind)
    return Sentence(text, tuple(entities), tuple(tokens))


def _glued(rows: Sequence[tuple[str, str]], i: int, last: str, opened: bool, quoted: bool) -> bool:
    """Whether token i stands right after the text so far."""
    token = rows[i][0]
    if token == QUOTE:
        return not opened or last in NO_SPACE_AFTER
    if last == QUOTE and quoted and rows[i - 1][0] == QUOTE:
        return True
    twice = i > 1 and rows[i - 1][0] == HYPHEN and rows[i - 2][0].islower() and token.islower()
    hyphen = token == HYPHEN and 0 < i < len(rows) - 1 and rows[i - 1][0].islower() and rows[i + 1][0].islower()
    return token[0] in NO_SPACE_BEFORE or last in NO_SPACE_AFTER or twice or hyphen


def read_set(path: Path) -> list[Sentence]:
    return [sentence_of(rows) for rows in read_columns(path)]


def one_convention(sentence: Sentence) -> Sentence:
    """Settles what the sets label differently: "Kabupaten X" and "(ABBREVIATION)" after a body belong to the name."""
    entities = []
    for entity in sentence.entities:
        start, end = entity.start, entity.end
        before = re.search(r"(\S+) $", sentence.text[:start])
        if entity.label == "LOC" and before and before[1] in REGION_TYPES:
            start = before.start(1)
        after = re.match(r" \([A-Z][\w-]{1,14}\)", sentence.text[end:])
        if entity.label == "ORG" and after:
            end += after.end()
        entities.append(Entity(start, end, entity.label))
    return Sentence(sentence.text, tuple(_without_overlap(entities)), sentence.tokens)


def _without_overlap(entities: Sequence[Entity]) -> Iterator[Entity]:
    end = 0
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if entity.start >= end:
            yield entity
            end = entity.end


def tagged(sentence: Sentence) -> Tagged:
    """The sentence in the tokens of `nlp.language`, which the application reads too."""
    words: list[str] = []
    labels: list[str] = []
    last: Entity | None = None
    for token in read(sentence.text):
        if token.is_space:
            continue
        start, end = token.idx, token.idx + len(token)
        entity = next((e for e in sentence.entities if start < e.end and end > e.start), None)
        words.append(token.text)
        labels.append("O" if entity is None else f"{'I' if entity == last else 'B'}-{entity.label}")
        last = entity
    return Tagged(tuple(words), tuple(labels))


def with_ends(labels: Sequence[str]) -> list[str]:
    """B- and I- labels with L- for the last word of a name and U- for a name of one word: ends are learnt better so."""
    following = [*labels, "O"][1:]
    ends = [label != "O" and after != f"I{label[1:]}" for label, after in zip(labels, following, strict=True)]
    return [
        ({"B": "U", "I": "L"}[label[0]] if end else label[0]) + label[1:]
        for label, end in zip(labels, ends, strict=True)
    ]


def read_tagged_words(path: Path) -> list[list[tuple[str, str]]]:
    """(word, part of speech) of each sentence of a gzipped two-column file."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) == 2 and columns[0]:
            sentences[-1].append((columns[0], columns[1]))
        elif sentences[-1]:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]
