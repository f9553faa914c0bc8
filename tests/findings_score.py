"""How far found findings agree with expected ones: one F1 for each kind, over all articles, and what differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
Same = Callable[[Any, Any], bool]
LEAST_OVERLAP = 0.6  # of the shorter of two reported clauses; their extent is a matter of taste


@dataclass
class Agreement:
    right: int = 0
    expected: int = 0
    found: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.expected + self.found) if self.expected + self.found else 1.0


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").lower())


def overlap(a: str | None, b: str | None) -> float:
    """Share of the shorter text's different words that the other has too."""
    shorter, longer = sorted((set(words(a)), set(words(b))), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0


def same_statement(a: Row, b: Row) -> bool:
    if a["kind"] != b["kind"] or overlap(a["speaker"], b["speaker"]) < 1:
        return False
    if a["kind"] == "direct":
        return words(a["quote"]) == words(b["quote"])
    return overlap(a["quote"], b["quote"]) >= LEAST_OVERLAP


KINDS: dict[str, tuple[Callable[[Row], list[Any]], Same]] = {
    "topic": (lambda row: ["on"] if row["topic"] == "on" else [], lambda a, b: a == b),
    "regions": (lambda row: sorted(set(row["regions"])), lambda a, b: a == b),
    "regulations": (lambda row: sorted({(law["id"], law["pasal"] or "") for law in row["regulations"]}), tuple.__eq__),
    "people": (lambda row: [person["name"] for person in row["people"]], lambda a, b: words(a) == words(b)),
    "officials": (
        lambda row: [(p["name"], p["region"]) for p in row["people"] if p["kind"] == "official"],
        lambda a, b: words(a[0]) == words(b[0]) and a[1] == b[1],
    ),
    "statements": (lambda row: row["statements"], same_statement),
    "allegations": (
        lambda row: row["allegations"],
        lambda a, b: a["status"] == b["status"] and overlap(a["who"], b["who"]) >= LEAST_OVERLAP,
    ),
}


def agreement(expected: Iterable[Row], found: Iterable[Row]) -> dict[str, Agreement]:
    """Kind → agreement, micro over all articles; rows are paired by `id`."""
    by_id = {row["id"]: row for row in found}
    results: dict[str, Agreement] = defaultdict(Agreement)
    for row in expected:
        for kind, (items, same) in KINDS.items():
            _compare(row["id"], items(row), items(by_id[row["id"]]), same, results[kind])
    return dict(results)


def _compare(article: str, wanted: list[Any], found: list[Any], same: Same, result: Agreement) -> None:
    left = list(found)
    result.expected += len(wanted)
    result.found += len(found)
    for item in wanted:
        match = next((other for other in left if same(item, other)), None)
        if match is None:
            result.differences.append(f"{article}: missed {item}")
        else:
            left.remove(match)
            result.right += 1
    result.differences += [f"{article}: false {item}" for item in left]
