"""What the sample newsroom's articles say, as their author labelled them, beside what the analyser finds."""

from __future__ import annotations

import pytest

from pipeline.analyse_file import analysed_row
from pipeline.sample import expected_findings
from tests.findings_score import KINDS, Agreement, agreement

# Below these something broke; how right the analyser is on other texts stands in docs/accuracy.md.
FLOORS = {
    "topic": 0.90,
    "regions": 0.97,
    "regulations": 1.0,
    "people": 0.90,
    "officials": 0.94,
    "statements": 0.93,
    "allegations": 0.30,
}


@pytest.fixture(scope="module")
def results() -> dict[str, Agreement]:
    rows = expected_findings()
    return agreement(rows, [analysed_row(row) for row in rows])


@pytest.mark.parametrize("kind", KINDS)
def test_the_sample_newsroom_says_what_it_says(results, kind):
    result = results[kind]
    assert result.f1 >= FLOORS[kind], f"{kind}: F1 {result.f1:.3f}\n" + "\n".join(result.differences)
