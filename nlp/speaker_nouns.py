"""Nouns that tell what may speak, out of `lexicon/speaker_nouns.csv`: offices, people, bodies; documents may not.

An epithet (`perempuan itu`) describes somebody who has been named; other nouns for people may stand for an
unnamed one. Kin and counsel (`istri Rara`) are not the person named behind them.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storage.errors import ReferenceDataError

NOUNS_FILE = Path(__file__).parent / "lexicon" / "speaker_nouns.csv"
KINDS = frozenset({"office", "title", "human", "epithet", "kin", "body", "document"})


@dataclass(frozen=True, slots=True)
class SpeakerNouns:
    """`kinds`: noun to its kind. `expands`: short form of an office to its words (`sekda` to `sekretaris daerah`)."""

    kinds: dict[str, str]
    expands: dict[str, tuple[str, ...]]


@cache
def speaker_nouns() -> SpeakerNouns:
    """The lexicon, read once. Raises ReferenceDataError where a kind is unknown."""
    nouns = SpeakerNouns({}, {})
    with NOUNS_FILE.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            if row["kind"] not in KINDS:
                raise ReferenceDataError(
                    f"{NOUNS_FILE}:{line}: `{row['kind']}` is no kind of noun; known: {sorted(KINDS)}"
                )
            nouns.kinds[row["noun"]] = row["kind"]
            if row["expands"]:
                nouns.expands[row["noun"]] = tuple(row["expands"].split())
    return nouns
