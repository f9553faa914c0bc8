"""What a new version of a text took away and added, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORDS = re.compile(r"\n\n|\s+|[^\s]+")
MAX_WORDS = 6000  # comparing takes time that grows with the square


@dataclass(frozen=True, slots=True)
class Change:
    text: str
    kind: Literal["same", "added", "removed"]


def changed_paragraphs(old: str, new: str) -> list[list[Change]]:
    """The paragraphs of both texts laid over each other; of very long ones the new text alone."""
    before, after = WORDS.findall(old), WORDS.findall(new)
    if len(before) + len(after) > 2 * MAX_WORDS:
        return [[Change(paragraph, "same")] for paragraph in new.split("\n\n")]
    changes: list[Change] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            changes.append(Change("".join(after[j1:j2]), "same"))
            continue
        if i2 > i1:
            changes.append(Change("".join(before[i1:i2]), "removed"))
        if j2 > j1:
            changes.append(Change("".join(after[j1:j2]), "added"))
    return _paragraphs(changes)


def _paragraphs(changes: list[Change]) -> list[list[Change]]:
    paragraphs: list[list[Change]] = [[]]
    for change in changes:
        for number, part in enumerate(change.text.split("\n\n")):
            if number:
                paragraphs.append([])
            if part:
                paragraphs[-1].append(Change(part, change.kind))
    return [paragraph for paragraph in paragraphs if paragraph]
