"""The analyser on challenge articles, kind by kind, against what it has reached before.

Topic and allegations were developed on those with odd numbers; their figures for the even ones are lower (see README).
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.analyse_file import analyse_file
from tests.findings_score import Agreement, agreement

CHALLENGE = Path(__file__).parents[1] / "fixtures" / "challenge" / "articles.jsonl"
FLOORS = {
    "topic": 0.97,
    "regions": 0.98,
    "regulations": 0.98,
    "people": 0.96,
    "officials": 0.87,
    "statements": 0.88,
    "allegations": 0.80,
}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Agreement]:
    target = tmp_path_factory.mktemp("challenge") / "found.jsonl"
    report = analyse_file(CHALLENGE, target, workers=1, tick=lambda done, total: None)
    assert not report.problems, report.problems
    expected, found = ([json.loads(line) for line in path.read_text().splitlines()] for path in (CHALLENGE, target))
    return agreement(expected, found)


@pytest.mark.parametrize("kind", FLOORS)
def test_no_kind_falls_below_what_was_reached(scores: dict[str, Agreement], kind: str) -> None:
    reached = scores[kind]
    differences = "\n".join(reached.differences)
    assert reached.f1 >= FLOORS[kind], f"{kind}: F1 {reached.f1:.3f}, floor {FLOORS[kind]}\n{differences}"


def test_every_kind_has_its_floor(scores: dict[str, Agreement]) -> None:
    assert set(scores) == set(FLOORS)
