"""Turns what a person types into a full-text query.

    pegawai netral      both words, anywhere, in any order; case and accents make no difference
    "hukuman disiplin"  these words side by side
    netral*             words that begin so
    camat OR lurah      one of the two; OR (in capitals) binds closer than the space
    -iklan              without this word; -"…" without this phrase

Anything else is taken as words, so that no input is an error: a reader never meets the syntax of the index.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_TERMS = 32  # the index refuses expressions that are nested too deep
MAX_TERM_LENGTH = 200

PIECE = re.compile(
    r"""
    (?P<minus>-?)
    (?: "(?P<phrase>[^"]*)(?:"|$)  # the last quotation mark may be missing
      | (?P<word>[^\s"]+)
    )
    (?P<star>\*?)
    """,
    re.VERBOSE,
)
QUOTATION_MARKS = str.maketrans("“”„‟«»", '""""""')


@dataclass(frozen=True, slots=True)
class FullTextQuery:
    """Two expressions in the syntax of FTS5; "" where there is nothing to look for."""

    wanted: str
    unwanted: str

    @property
    def expression(self) -> str:
        """Both in one; "" where nothing is wanted, since the index cannot look for absence alone."""
        if self.wanted and self.unwanted:
            return f"({self.wanted}) NOT ({self.unwanted})"
        return self.wanted

    @property
    def has_prefix(self) -> bool:
        return '"*' in self.expression  # no term holds a quotation mark


def parse_query(typed: str) -> FullTextQuery:
    """Understand what was typed. Never raises; nothing but odd signs gives an empty query."""
    groups: list[list[str]] = []  # all groups are needed, of each group one term
    unwanted: list[str] = []
    join_next = False
    text = typed.encode("utf-8", "ignore").decode("utf-8").replace("\0", " ").translate(QUOTATION_MARKS)
    for piece in list(PIECE.finditer(text))[:MAX_TERMS]:
        if piece.group(0) == "OR":
            join_next = bool(groups)
            continue
        term = _term(piece)
        if term is None:
            continue
        if piece["minus"]:
            unwanted.append(term)
        elif join_next:
            groups[-1].append(term)
        else:
            groups.append([term])
        join_next = False
    return FullTextQuery(" AND ".join(f"({' OR '.join(group)})" for group in groups), " OR ".join(unwanted))


def _term(piece: re.Match[str]) -> str | None:
    words = (piece["phrase"] if piece["phrase"] is not None else piece["word"])[:MAX_TERM_LENGTH]
    stripped = words.rstrip("*")
    prefix = bool(piece["star"]) or stripped != words
    if not any(character.isalnum() for character in stripped):
        return None
    return f'"{stripped}"*' if prefix else f'"{stripped}"'
