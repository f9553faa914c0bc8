"""The weekly digest: which articles belong to a week, how they are grouped, and that hostile text stays text."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.digest.render import render_digest, shortened, write_digest
from pipeline.digest.select import select_digest, week_of
from storage.corpus import Corpus
from storage.records import Topic
from tests.storage.records_for_tests import NOW, RegisteredSource, analysis, article, page

MONDAY_IN_JAKARTA = datetime(2024, 11, 17, 17, 0, tzinfo=UTC)
BROWSE = "http://127.0.0.1:8001/"


@pytest.fixture
def corpus_path(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.db"
    with Corpus.open(path) as corpus:
        corpus.load_reference()
        corpus.store_article(page(), article(), analysis(), now=NOW)
        last_week = page(2, url="https://kota.contoh.id/lama", at=datetime(2024, 11, 17, 16, 59, tzinfo=UTC))
        corpus.store_article(last_week, article("https://kota.contoh.id/lama", title="Pekan lalu"), analysis(), now=NOW)
        other = analysis(topic=Topic(False, -1.0, ()))
        off = page(3, url="https://kota.contoh.id/lain")
        corpus.store_article(off, article("https://kota.contoh.id/lain", title="Netralitas karbon"), other, now=NOW)
        hostile = article("https://kota.contoh.id/x", title="<script>alert(1)</script>")
        corpus.store_article(
            page(4, url="https://kota.contoh.id/x"), hostile, analysis(regions=(), institutions=()), now=NOW
        )
    return path


def test_a_week_runs_from_monday_to_monday_in_its_zone():
    week = week_of(MONDAY_IN_JAKARTA, "Asia/Jakarta")
    assert week.name == "2024-W47"
    assert week.since == MONDAY_IN_JAKARTA
    assert week_of(datetime(2024, 12, 30, tzinfo=UTC), "Asia/Jakarta").name == "2025-W01"


def test_only_articles_on_topic_that_were_first_seen_in_the_week(corpus_path):
    digest = select_digest(corpus_path, week_of(NOW, "Asia/Jakarta"))
    assert [(name, [a.title for a in articles]) for name, articles in digest.sections] == [
        ("Nasional", ["<script>alert(1)</script>"]),
        ("Kalimantan Timur", ["Dishub Balikpapan Minta Pegawai Netral"]),
    ]


def test_what_a_reader_sees(corpus_path):
    html, text = render_digest(select_digest(corpus_path, week_of(NOW, "Asia/Jakarta")), BROWSE)
    assert "18 November 2024 – 24 November 2024 · 2 artikel" in html
    assert "Kepala Dinas Perhubungan Kota Balikpapan" in html
    assert "Dugaan, belum terbukti" in html
    assert "[Dugaan, belum terbukti] seorang camat: membagikan kaus" in text
    assert "Siapa pun yang ikut berkampanye" in text


def test_titles_from_the_web_are_escaped(corpus_path):
    html, _ = render_digest(select_digest(corpus_path, week_of(NOW, "Asia/Jakarta")), BROWSE)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_styles_are_inlined_for_mail_programs(corpus_path):
    html, _ = render_digest(select_digest(corpus_path, week_of(NOW, "Asia/Jakarta")), BROWSE)
    assert '<blockquote style="' in html


def test_an_empty_week_says_so_and_a_second_rendering_replaces_the_first(corpus_path, tmp_path):
    week = week_of(datetime(2020, 1, 1, tzinfo=UTC), "Asia/Jakarta")
    for _ in range(2):
        html, text = write_digest(select_digest(corpus_path, week), BROWSE, tmp_path / "digest")
    assert "Tidak ada artikel baru pekan ini." in text.read_text(encoding="utf-8")
    assert sorted(path.name for path in (tmp_path / "digest").iterdir()) == ["2020-W01.html", "2020-W01.txt"]
    assert "Tidak ada artikel" in html.read_text(encoding="utf-8")


def test_sources_that_are_silent_are_named_with_the_day_since_when(corpus_path):
    week = week_of(NOW, "Asia/Jakarta")
    assert "sumber diam" not in render_digest(select_digest(corpus_path, week), BROWSE)[1]
    with Corpus.open(corpus_path) as corpus:
        corpus.store_sources([RegisteredSource()])
        corpus.check_sources(datetime(2024, 12, 31, tzinfo=UTC))
    for form in render_digest(select_digest(corpus_path, week), BROWSE):
        assert "1 sumber diam sejak 18 November 2024" in form
        assert "Kota Contoh: diam sejak 18 November 2024" in form


def test_a_long_quotation_is_cut_at_a_word():
    cut = shortened("kata " * 100)
    assert cut.endswith("kata …")
    assert len(cut) < 290
