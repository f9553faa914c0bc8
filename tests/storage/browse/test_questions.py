"""The readers' questions where the pages' tests do not reach."""

from __future__ import annotations

from datetime import date

import pytest

from storage.browse.questions import Period, find_regions, newest_week, province_totals, same_words_once
from storage.database import open_corpus


@pytest.fixture
def db(corpus_file):
    with open_corpus(corpus_file, readonly=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("64.71", ["64.71"]),
        ("kota balikpapan", ["64.71"]),
        ("Balikpapan", ["64.71"]),
        ("Kediri", ["35.06", "35.71"]),
        ("kab", None),  # a part of many names: the first twenty
        ("%", []),
        ("", None),
    ],
)
def test_regions_by_code_or_name(db, typed, codes):
    found = [region["code"] for region in find_regions(db, typed)]
    assert found == codes if codes is not None else len(found) == 20


def test_the_newest_week_ends_with_the_newest_article_but_not_in_the_future(db):
    assert newest_week(db, date(2030, 1, 1)) == Period(date(2024, 11, 13), date(2024, 11, 19))
    assert newest_week(db, date(2024, 11, 17)) == Period(date(2024, 11, 10), date(2024, 11, 16))
    assert newest_week(db, date(2000, 1, 7)) == Period(date(2000, 1, 1), date(2000, 1, 7))


def test_a_province_counts_what_lies_in_it(db):
    totals = {place.code: place.articles for place in province_totals(db)}
    assert (totals["33"], totals["64"], totals["35"], totals["11"]) == (1, 1, 1, 0)


def test_the_same_words_of_one_speaker_stand_once():
    def said(article_id, quote, person_id=1):
        return {"article_id": article_id, "quote": quote, "person_id": person_id}

    found = same_words_once([said(1, "Netral saja"), said(2, "netral  saja"), said(3, "Lain"), said(4, "Lain", 2)])
    assert [(row["article_id"], [other["article_id"] for other in row["also"]]) for row in found] == [
        (1, [2]),
        (3, []),
        (4, []),
    ]
