"""Reading what is pending: every page gets its fate, and a fault of ours loses none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline import jobs
from storage.archive import Archive
from storage.corpus import Corpus
from storage.database import rows
from storage.tasks import Address, Announcement
from storage.warc import Exchange, WarcFiles

NOW = datetime(2024, 11, 20, 1, 0, tzinfo=UTC)
INDONESIAN = (
    "Bupati Rembang Sigit Waluyo meminta seluruh aparatur sipil negara di daerahnya menjaga netralitas selama "
    "pemilihan kepala daerah. Ia menyampaikan permintaan itu dalam apel pagi di halaman kantor bupati, dan akan "
    "mengulanginya setiap pekan sampai hari pemungutan suara."
)
ENGLISH = (
    "The regent of Rembang asked every civil servant of his regency to keep neutral during the election of regional "
    "heads. He said so in the morning assembly in front of his office, and will say it again each week until the day "
    "on which the votes are cast and counted."
)


def web_page(text: str) -> str:
    return (
        "<html lang='id'><head><title>Apel pagi di Rembang</title></head><body><article><h1>Apel pagi di Rembang</h1>"
        f"<div class='entry-content'><p>{text}</p><p>{text}</p></div></article></body></html>"
    )


@pytest.fixture
def keep(tmp_path: Path) -> Callable[[str, str], None]:
    """Puts an answered page into the archive, as a crawl would."""

    def keep(name: str, body: str) -> None:
        url, host = f"https://contoh.example/{name}", "contoh.example"
        with Archive.open(tmp_path) as archive, WarcFiles(tmp_path / "archive", f"netra-{name}", {}) as files:
            archive.log.begin_run(("contoh",), NOW)
            archive.frontier.ask_entry(Address(f"{host}/feed", f"https://{host}/feed", host), "contoh", "feed", NOW)
            entry = archive.frontier.next_due(host, ["contoh"], NOW)
            link = Announcement(Address(f"{host}/{name}", url, host))
            archive.frontier.announce(entry, [link], NOW, complete=False, ordered_by_date=False)
            task = archive.frontier.task(f"{host}/{name}")
            came = Exchange(url, NOW, (("Host", host),), 200, "OK", (("Content-Type", "text/html"),), body.encode())
            with archive.atomic():
                page_id = archive.add_page(1, task, came, "text/html", files.write(came))
                archive.frontier.settle_fetched(
                    task, NOW, etag=None, last_modified=None, sha256=came.sha256, page_id=page_id, next_due=None
                )

    return keep


def articles(folder: Path) -> list[dict[str, object]]:
    with Corpus.open(folder / "corpus.db") as corpus:
        return rows(corpus.db, "SELECT url, topic, language FROM articles ORDER BY url")


def test_a_page_that_breaks_a_rule_stays_pending_and_the_others_are_read(keep, tmp_path, monkeypatch):
    keep("a", web_page(INDONESIAN))
    keep("b", web_page(INDONESIAN))
    real = jobs.extract_article

    def broken_for_a(page, source):
        if page.url.endswith("/a"):
            raise ZeroDivisionError("a rule of ours")
        return real(page, source)

    monkeypatch.setattr(jobs, "extract_article", broken_for_a)
    report = jobs.process(tmp_path, (), clock=lambda: NOW)
    assert (report.broken, report.outcomes) == (["https://contoh.example/a"], {"new": 1})
    monkeypatch.undo()
    assert jobs.process(tmp_path, (), clock=lambda: NOW).outcomes == {"new": 1}
    assert [row["topic"] for row in articles(tmp_path)] == ["on", "on"]


def test_an_article_in_another_language_is_kept_and_not_analysed(keep, tmp_path):
    keep("a", web_page(ENGLISH))
    assert jobs.process(tmp_path, (), clock=lambda: NOW).outcomes == {"new": 1}
    assert articles(tmp_path) == [{"url": "https://contoh.example/a", "topic": "off", "language": "en"}]


def test_a_stop_is_heeded_between_two_pages(keep, tmp_path):
    keep("a", web_page(INDONESIAN))
    keep("b", web_page(INDONESIAN))
    asked = iter([False, True])
    assert jobs.process(tmp_path, (), clock=lambda: NOW, stopping=lambda: next(asked)).outcomes == {"new": 1}
    assert jobs.process(tmp_path, (), clock=lambda: NOW).outcomes == {"new": 1}
    assert jobs.process(tmp_path, (), clock=lambda: NOW).outcomes == {}
