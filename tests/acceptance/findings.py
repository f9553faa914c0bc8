"""The analyser against the labelled articles: the scorer's table, a bootstrap interval, floors, and what has changed.

`python -m tests.acceptance.findings REFERENCE [REASON]` sets the floors anew; lowering one needs a reason.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline.analyse_file import analyse_file
from tests.acceptance.scorer import load_scorer

GOLD = ("gold/news-dev.jsonl", "gold/topic-dev.jsonl")
FLOORS = Path(__file__).with_name("findings_floors.json")
FEWEST_GOLD_ITEMS = 30  # below this a figure is a direction, no floor
RESAMPLES = 200
EPSILON = 0.0005

Tallies = dict[str, Any]


def main(reference: Path) -> int:
    """Print the figures for each gold file, both together and the seeds; 1 when a floor is missed."""
    scorer = load_scorer(reference)
    golds: dict[str, Any] = {}
    systems: dict[str, Any] = {}
    for name in (*GOLD, "seeds/seeds.jsonl"):
        gold, system = scorer.read(reference / name), _analysed(reference / name, scorer)
        sys.stdout.write(f"\n{name}\n")
        _print(_score(scorer, gold, system))
        if name in GOLD:
            golds |= gold
            systems |= system
    sys.stdout.write("\nboth gold files, with the 95 % interval of a bootstrap over articles\n")
    tallies = _score(scorer, golds, systems)
    _print(tallies, _intervals(scorer, golds, systems))
    _print_baseline(scorer, golds)
    _print_changes(tallies, _score(scorer, golds, {}))
    return _below_floors(tallies, _fingerprint(reference))


def _analysed(path: Path, scorer: ModuleType) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "found.jsonl"
        report = analyse_file(path, target, workers=1, tick=lambda done, total: None)
        assert not report.problems, report.problems
        return scorer.read(target)


def _score(scorer: ModuleType, golds: dict[str, Any], systems: dict[str, Any]) -> Tallies:
    tallies: Tallies = defaultdict(scorer.Tally)
    for article, gold in golds.items():
        scorer.score_article(gold, systems.get(article, {}), tallies)
    return tallies


def _f1(tally: Any) -> float:
    found = tally.gold + tally.system
    return 2 * tally.right / found if found else 1.0


def _intervals(scorer: ModuleType, golds: dict[str, Any], systems: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """2.5 and 97.5 percentiles of F1 when whole articles are drawn again with replacement."""
    alone = {article: _score(scorer, {article: golds[article]}, systems) for article in golds}
    dice = random.Random(1)  # noqa: S311 - a bootstrap, no secret
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(RESAMPLES):
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for article in dice.choices(list(golds), k=len(golds)):
            for task, tally in alone[article].items():
                sums[task][0] += 2 * tally.right
                sums[task][1] += tally.gold + tally.system
        for task, (right, found) in sums.items():
            drawn[task].append(right / found if found else 1.0)
    cut = round(0.025 * RESAMPLES)
    return {task: (sorted(values)[cut], sorted(values)[-cut - 1]) for task, values in drawn.items()}


def _print(tallies: Tallies, intervals: dict[str, tuple[float, float]] | None = None) -> None:
    for task, tally in tallies.items():
        interval = f"   {intervals[task][0]:.3f} - {intervals[task][1]:.3f}" if intervals else ""
        sys.stdout.write(f"  {tally.line(task)}{interval}\n")


def _print_baseline(scorer: ModuleType, golds: dict[str, Any]) -> None:
    """What a keyword match would reach on the topic: the trivial figure to stand beside."""
    guesses = {
        article: {"id": article, "topic": "on" if "netral" in gold["text"].lower() else "off"}
        for article, gold in golds.items()
    }
    sys.stdout.write(f"  {_score(scorer, golds, guesses)['topic'].line('topic by the word netral')}\n")


def _fingerprint(reference: Path) -> str:
    digest = hashlib.sha256()
    for name in GOLD:
        digest.update((reference / name).read_bytes())
    return digest.hexdigest()


def _below_floors(tallies: Tallies, fingerprint: str) -> int:
    """Compare with the floors, which hold for the gold that they were set on alone."""
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    if kept["gold_sha256"] != fingerprint:
        sys.stdout.write("  The gold is not the one that the floors were set on: no floors, nothing to compare.\n")
        return 0
    low = [
        f"{task}: {_f1(tallies[task]):.3f} is below its floor {floor:.3f}"
        for task, floor in kept["floors"].items()
        if tallies[task].gold >= FEWEST_GOLD_ITEMS and _f1(tallies[task]) < floor - EPSILON
    ]
    for line in low:
        sys.stdout.write(f"  {line}\n")
    return 1 if low else 0


def _mark(task: str, kind: str, article: str, shown: str) -> str:
    """A finding's mark: the labelled articles themselves are not ours to keep."""
    return hashlib.sha256(f"{task}|{kind}|{article}|{shown}".encode()).hexdigest()[:12]


def _wrong(tallies: Tallies) -> dict[str, str]:
    """Mark → what is missed or false."""
    return {
        _mark(task, kind, article, shown): f"{task}: {kind} {article}: {shown}"
        for task, tally in tallies.items()
        for kind, rows in (("missed", tally.missed), ("false", tally.false))
        for article, shown in rows
    }


def _print_changes(tallies: Tallies, everything: Tallies) -> None:
    """What was right when the floors were set and is wrong now, and the other way round."""
    before = set(json.loads(FLOORS.read_text(encoding="utf-8"))["wrong"])
    now = _wrong(tallies)
    texts = now | _wrong(everything)  # with nothing found, every gold item is missed: that gives the texts
    for label, marks in (("lost", set(now) - before), ("gained", before - set(now))):
        for mark in sorted(marks):
            sys.stdout.write(f"  {label}: {texts.get(mark, 'a false finding that is no longer made')}\n")


def update(reference: Path, reason: str) -> None:
    """Set the floors to the figures reached now, rounded down, and remember what is wrong; the reason is kept."""
    scorer = load_scorer(reference)
    golds: dict[str, Any] = {}
    systems: dict[str, Any] = {}
    for name in GOLD:
        golds |= scorer.read(reference / name)
        systems |= _analysed(reference / name, scorer)
    tallies = _score(scorer, golds, systems)
    kept = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}, "changes": []}
    floors = {task: int(_f1(tally) * 100) / 100 for task, tally in tallies.items() if tally.gold >= FEWEST_GOLD_ITEMS}
    lowered = [task for task, floor in floors.items() if floor < kept["floors"].get(task, 0)]
    if lowered and not reason:
        raise SystemExit(f"This would lower {', '.join(lowered)}: give the reason as the last argument.")
    kept |= {"gold_sha256": _fingerprint(reference), "floors": floors, "wrong": sorted(_wrong(tallies))}
    kept["changes"] += [reason] if reason else []
    FLOORS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    update(Path(sys.argv[1]), " ".join(sys.argv[2:]))
