"""`analyse` on files: every line comes out or is named, fields are kept, more processes give the same answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.analyse_file import analyse_file, article_text, explained
from pipeline.sample import expected_findings
from storage.errors import InputFileError


def silent(done: int, total: int) -> None:
    """No progress is wanted here."""


def write(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{x if isinstance(x, str) else json.dumps(x)}\n" for x in lines), encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_findings_are_written_anew_and_other_fields_kept(tmp_path):
    row = {
        "id": "a",
        "text": "Bupati Batang meminta ASN netral.",
        "people": [{"name": "Old"}],
        "mine": [1, {"x": None}],
    }
    report = analyse_file(write(tmp_path / "in", row), tmp_path / "out", workers=1, tick=silent)
    assert (report.done, report.problems) == (1, ())
    (found,) = read(tmp_path / "out")
    assert found["mine"] == row["mine"]
    assert "Old" not in json.dumps(found)
    assert {"topic", "people", "regions", "regulations", "statements", "allegations"} <= set(found)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "Expecting"),
        ("[1]", "not a JSON object"),
        ('{"id": 1, "text": "x"}', '"id" and "text" must both be strings'),
        ('{"id": "a"}', '"id" and "text" must both be strings'),
        ('{"id": "a", "text": "x", "published": "kemarin"}', '"published" is no ISO date'),
        ("[" * 100_000, "recursion"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_done(tmp_path, line, said):
    source = write(tmp_path / "in.jsonl", {"id": "a", "text": "Satu."}, line, {"id": "b", "text": "Dua."})
    report = analyse_file(source, tmp_path / "out.jsonl", workers=1, tick=silent)
    assert [row["id"] for row in read(tmp_path / "out.jsonl")] == ["a", "b"]
    (problem,) = report.problems
    assert problem.startswith(f"{source}:2: ")
    assert said in problem


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "“" * 1000, "a" * 5000, "\n\n\n", "Bupati \x1b[31m Batang"])
def test_odd_texts_are_texts(tmp_path, text):
    source = write(tmp_path / "in", {"id": "a", "text": text})
    assert analyse_file(source, tmp_path / "out", workers=1, tick=silent).done == 1


def test_two_processes_give_what_one_gives(tmp_path):
    source = write(tmp_path / "in", *expected_findings()[:6])
    for workers, target in ((1, "one"), (2, "two")):
        analyse_file(source, tmp_path / target, workers=workers, tick=silent)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_that_is_not_there_leaves_no_output(tmp_path):
    with pytest.raises(InputFileError, match="cannot be read"):
        analyse_file(tmp_path / "absent", tmp_path / "out", workers=1, tick=silent)
    assert not (tmp_path / "out").exists()


def test_one_article_explained(tmp_path):
    analyse_file(write(tmp_path / "in", *expected_findings()[:2]), tmp_path / "out", workers=1, tick=silent)
    lines = list(explained(tmp_path / "out", expected_findings()[0]["id"]))
    assert any("rule" in line and "confidence" in line for line in lines)
    with pytest.raises(InputFileError, match="no article has the id"):
        list(explained(tmp_path / "out", "nobody"))


def test_dates_may_carry_a_time():
    row = {"id": "a", "text": "x", "published": "2024-09-17T08:00:00+07:00"}
    assert str(article_text(row).published) == "2024-09-17"
