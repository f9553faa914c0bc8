"""What becomes of a captured page: new, changed, unchanged, rejected; and again after a rule has changed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from storage.database import rows
from storage.records import FetchFailure, Rejection
from tests.storage.records_for_tests import NOW, TEXT, analysis, article, empty_analysis, page, person

EDITED = TEXT.replace("Senin", "Selasa")
TABLES = ("captures", "articles", "article_versions", "rejections", "people", "appearances")


def analysis_of(text):
    return analysis(people=(person(text=text),))


def texts(corpus):
    return rows(corpus.db, "SELECT version, text FROM article_versions ORDER BY version")


def test_an_article_is_stored_with_all_its_findings(filled):
    row = rows(filled.db, "SELECT * FROM articles")[0]
    assert row["published_at"] == "2024-11-18T09:00:00+07:00"
    assert row["first_seen_at"] == "2024-11-18T03:01:00Z"
    assert (row["dated"], row["topic"], row["version"]) == ("2024-11-18", "on", 1)
    for table in ("offices", "citations", "statements", "allegations", "topic_reasons", "people", "appearances"):
        assert filled.db[table].count == 1, table
    assert filled.db["mentions"].count == 4


def test_spans_stand_where_the_text_has_them(filled):
    text = rows(filled.db, "SELECT text FROM articles")[0]["text"]
    for table in ("mentions", "offices", "citations", "statements", "allegations", "topic_reasons"):
        for row in list(filled.db[table].rows):
            assert text[row["start"] : row["end"]] == row["surface"]


def test_the_same_text_adds_no_row(filled):
    assert filled.store_article(page(2), article(), analysis(), now=NOW) == "unchanged"
    assert filled.db["articles"].count == 1
    assert len(texts(filled)) == 1
    assert filled.db["mentions"].count == 4


def test_a_changed_text_is_a_new_version_of_the_same_article(filled):
    assert filled.store_article(page(2), article(text=EDITED), empty_analysis(), now=NOW) == "changed"
    row = rows(filled.db, "SELECT version, text, capture_id, topic FROM articles")[0]
    assert row == {"version": 2, "text": EDITED, "capture_id": 2, "topic": "off"}
    assert [version["text"] for version in texts(filled)] == [TEXT, EDITED]
    assert filled.db["mentions"].count == 0


def test_a_new_version_keeps_the_date_that_the_feed_gave_the_first_one(filled):
    filled.store_article(page(2), article(text=EDITED, published=None, published_at=None), None, now=NOW)
    assert rows(filled.db, "SELECT published FROM articles") == [{"published": "2024-11-18"}]


def test_the_same_page_again_is_overwritten_without_a_version(filled):
    better = article(text=EDITED, published=date(2024, 11, 17))
    assert filled.store_article(page(1), better, analysis(), now=NOW) == "changed"
    row = rows(filled.db, "SELECT version, text, published FROM articles")[0]
    assert row == {"version": 1, "text": EDITED, "published": "2024-11-17"}
    assert len(texts(filled)) == 1


def test_a_new_rule_for_addresses_moves_the_article_instead_of_doubling_it(filled):
    moved = "https://kota.contoh.id/a/"
    filled.store_article(page(1), article(moved), analysis(), now=NOW)
    assert rows(filled.db, "SELECT id, url FROM articles") == [{"id": 1, "url": moved}]
    assert filled.store_article(page(2), article(moved), analysis(), now=NOW) == "unchanged"


def test_an_earlier_page_again_does_not_become_the_newest(filled):
    filled.store_article(page(2), article(text=EDITED), analysis(), now=NOW)
    filled.store_article(page(1), article(text=TEXT + " Akhir."), analysis(), now=NOW)
    assert rows(filled.db, "SELECT version, text FROM articles") == [{"version": 2, "text": EDITED}]
    assert [version["text"] for version in texts(filled)] == [TEXT + " Akhir.", EDITED]


def test_processing_everything_again_gives_the_same_corpus(filled):
    filled.store_article(page(2), article(text=EDITED), analysis_of(EDITED), now=NOW)
    filled.store_article(page(3), article(text=EDITED), analysis_of(EDITED), now=NOW)
    before = {table: list(filled.db[table].rows) for table in TABLES}
    for number, text in ((1, TEXT), (2, EDITED), (3, EDITED)):
        filled.store_article(page(number), article(text=text), analysis_of(text), now=NOW)
    assert {table: list(filled.db[table].rows) for table in TABLES} == before


def test_without_an_analysis_an_article_waits_for_one(corpus):
    corpus.store_article(page(), article(), None, now=NOW)
    waiting = list(corpus.articles_to_analyse())
    assert [(item.id, item.published, item.fetched) for item in waiting] == [
        ("1", date(2024, 11, 18), date(2024, 11, 18))
    ]
    corpus.store_analysis(int(waiting[0].id), analysis(), now=NOW)
    assert list(corpus.articles_to_analyse()) == []
    assert len(list(corpus.articles_to_analyse(again=True))) == 1


def test_analysing_again_replaces_the_findings_and_keeps_the_person(filled):
    before = rows(filled.db, "SELECT id, name FROM people")
    filled.store_analysis(1, analysis(), now=NOW)
    assert filled.db["mentions"].count == 4
    assert rows(filled.db, "SELECT id, name FROM people") == before
    filled.store_analysis(1, empty_analysis(), now=NOW)
    assert filled.db["people"].count == 0


def test_a_finding_that_fails_leaves_the_article_out_too(corpus):
    broken = analysis(people=("not a person",))
    with pytest.raises(AttributeError):
        corpus.store_article(page(), article(), broken, now=NOW)
    assert corpus.db["articles"].count == 0
    assert corpus.pending_page_ids([1]) == (1,)


def test_a_rejected_page_has_its_reason(corpus):
    corpus.store_rejection(page(), Rejection("too-short", "12 words"), now=NOW)
    assert rows(corpus.db, "SELECT reason, detail FROM rejections") == [{"reason": "too-short", "detail": "12 words"}]
    assert corpus.pending_page_ids([1, 2]) == (2,)


def test_a_page_rejected_by_a_new_rule_takes_its_article_along(filled):
    filled.store_rejection(page(1), Rejection("spam", "slot"), now=NOW)
    assert filled.db["articles"].count == 0
    assert filled.db["people"].count == 0


def test_a_version_rejected_by_a_new_rule_gives_back_the_one_before(filled):
    filled.store_article(page(2), article(text=EDITED), analysis(), now=NOW)
    filled.store_rejection(page(2), Rejection("spam", "slot"), now=NOW)
    assert rows(filled.db, "SELECT version, text, capture_id FROM articles") == [
        {"version": 1, "text": TEXT, "capture_id": 1}
    ]


def test_a_page_accepted_by_a_new_rule_is_no_longer_rejected(corpus):
    corpus.store_rejection(page(), Rejection("too-short", ""), now=NOW)
    corpus.store_article(page(), article(), analysis(), now=NOW)
    assert corpus.db["rejections"].count == 0


def test_every_page_has_one_fate(filled):
    filled.store_article(page(2), article(text=EDITED), None, now=NOW)
    filled.store_article(page(3), article(text=EDITED), None, now=NOW)
    filled.store_rejection(page(4, url="https://kota.contoh.id/b"), Rejection("too-short", ""), now=NOW)
    counts = filled.source_counts()[0]
    assert (counts.captures, counts.new, counts.changed, counts.unchanged) == (4, 1, 1, 1)
    assert counts.rejected == {"too-short": 1}


def test_a_deleted_page_marks_its_article(filled):
    assert filled.mark_gone("https://kota.contoh.id/a", NOW)
    assert not filled.mark_gone("https://kota.contoh.id/unknown", NOW)
    assert rows(filled.db, "SELECT gone_at FROM articles") == [{"gone_at": "2024-11-20T01:00:00Z"}]
    filled.store_article(page(2), article(), None, now=NOW)
    assert rows(filled.db, "SELECT gone_at FROM articles") == [{"gone_at": None}]


def test_failures_are_the_ones_of_the_last_crawl(corpus):
    failed_at = datetime(2024, 11, 18, tzinfo=UTC)
    corpus.store_failures([FetchFailure("https://a.id/1", "a", "timeout", "30 s", failed_at, 3)])
    corpus.store_failures([FetchFailure("https://a.id/2", "a", "http-404", "", failed_at)])
    assert rows(corpus.db, "SELECT url, attempts FROM fetch_failures") == [{"url": "https://a.id/2", "attempts": 1}]
    assert corpus.source_counts()[0].failed == {"http-404": 1}


@pytest.mark.parametrize("bad", ["a\0b", "a\ud800b", "😀" * 3, "a\u202eb"])
def test_odd_characters_are_stored_without_moving_the_spans(corpus, bad):
    text = bad + " " + TEXT
    corpus.store_article(page(), article(text=text, title=bad), None, now=NOW)
    stored = rows(corpus.db, "SELECT text FROM articles")[0]["text"]
    assert len(stored) == len(text)
    assert corpus.store_article(page(2), article(text=text, title=bad), None, now=NOW) == "unchanged"
