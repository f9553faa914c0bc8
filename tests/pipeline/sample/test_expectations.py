"""The expected findings are well-formed: every quoted passage stands in the text, every code in the region table."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.sample import SITE_IDS, expected_findings, expected_rejections

REGION_TABLE = Path(__file__).parents[3] / "storage" / "reference" / "regions.csv"
GENRES = {"news", "press_release", "opinion", "explainer", "announcement"}
STATUSES = {"alleged", "examined", "established", "sanctioned", "cleared"}
REGULATION = re.compile(r"UUD 1945|[A-Z][A-Za-z .&/0-9-]*? (\?|[^ ]+(/\d{4})?)")
PASAL = re.compile(r"[0-9]+[A-Z]?(\(\d+[a-z]?\))?[a-z]?|[IVX]+")
FIRST = {row["id"]: row for row in expected_findings(1)}
LATER = {f"{row['id']}, edition 2": row for row in expected_findings(2) if row != FIRST.get(row["id"])}
ROWS = {**FIRST, **LATER}


@pytest.fixture(params=ROWS, name="row")
def article_row(request):
    return ROWS[request.param]


def test_every_quoted_form_stands_in_the_text(row):
    text = row["text"]
    for person in row["people"]:
        for form in (person["name"], *person["aliases"]):
            assert form in text, form
    for citation in row["regulations"]:
        assert citation["surface"] in text, citation["surface"]
    for statement in row["statements"]:
        assert statement["quote"] in text, statement["quote"]
        assert "\n" not in statement["quote"], "a passage stays within its paragraph"


def test_closed_lists_and_forms(row):
    assert row["topic"] in ("on", "off")
    assert row["genre"] in GENRES
    assert all(person["kind"] in ("official", "candidate", "other") for person in row["people"])
    assert all(statement["kind"] in ("direct", "indirect") for statement in row["statements"])
    assert all(allegation["status"] in STATUSES for allegation in row["allegations"])
    for citation in row["regulations"]:
        assert REGULATION.fullmatch(citation["id"]), citation["id"]
        assert citation["pasal"] is None or PASAL.fullmatch(citation["pasal"]), citation["pasal"]


def test_direct_quotes_stand_between_marks(row):
    for statement in row["statements"]:
        if statement["kind"] == "direct":
            before, after = row["text"].split(statement["quote"], 1)
            assert before[-1] in '"“', statement["quote"]
            assert after.lstrip(",.!?")[0] in '"”', statement["quote"]


def test_every_quotation_is_accounted_for(row):
    """Five words or more between marks are somebody's statement; fewer may be a term."""
    known = [statement["quote"] for statement in row["statements"]]
    for quotation in re.findall(r'["“]([^"“”]+)["”]', row["text"]):
        if len(quotation.split()) >= 5:
            assert any(quotation.rstrip(",.!?") == quote.rstrip(",.!?") for quote in known), quotation


def test_codes_stand_in_the_region_table(row):
    with REGION_TABLE.open(encoding="utf-8") as table:
        codes = {line["code"] for line in csv.DictReader(table)}
    told = {*row["regions"], *(each["region"] for each in (*row["people"], *row["allegations"]) if each["region"])}
    assert told <= codes


def test_speakers_are_named_in_the_text(row):
    for statement in row["statements"]:
        names = {person["name"] for person in row["people"]}
        assert statement["speaker"] in names or statement["speaker"] in row["text"], statement["speaker"]


def test_no_article_names_one_region_twice(row):
    assert len(set(row["regions"])) == len(row["regions"])


def test_printed_weekdays_are_right(row):
    names = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
    for weekday, day, month, year in re.findall(r"(\w+) \((\d+)/(\d+)/(\d{4})\)", row["text"]):
        assert names[date(int(year), int(month), int(day)).weekday()] == weekday


def test_the_sample_shows_what_the_field_brings():
    rows = expected_findings(1)
    assert {row["genre"] for row in rows} == GENRES
    assert {allegation["status"] for row in rows for allegation in row["allegations"]} == STATUSES
    assert {person["kind"] for row in rows for person in row["people"]} == {"official", "candidate", "other"}
    assert sum(row["topic"] == "off" for row in rows) >= 8
    assert any(row["sponsored"] for row in rows)
    assert any(row["published"] is None for row in rows)
    assert len(rows) + len(expected_rejections(1)) >= 60


def test_each_address_has_one_fate():
    for edition in (1, 2):
        fates = Counter(
            (row["site"], row["path"]) for row in [*expected_findings(edition), *expected_rejections(edition)]
        )
        assert set(fates.values()) == {1}
        assert {site for site, _ in fates} == set(SITE_IDS)
