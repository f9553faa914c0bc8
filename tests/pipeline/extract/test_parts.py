"""An article that is split over pages is read as one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.extract import extract_article
from storage.records import Article, Page, PageHints, PagePart, SourceFacts

SOURCE = SourceFacts("contoh", "Kabar Contoh", "media", None, "Asia/Jakarta")
TITLE = "Camat Sukaramai ingatkan pegawai soal netralitas"
FIRST = (
    "SUKARAMAI - Camat Sukaramai Wartono Hadi mengingatkan seluruh pegawai di kecamatannya agar tidak memihak calon "
    "mana pun dalam pemilihan bupati, Selasa (17/9/2024).",
    "Ia menyampaikan peringatan itu dalam apel pagi di halaman kantor kecamatan yang dihadiri semua lurah, kepala desa "
    "dan kepala puskesmas.",
    "Menurut Wartono, pegawai yang melanggar akan dilaporkan kepada inspektorat kabupaten dan",
)
SECOND = (
    "tidak akan diberi kesempatan kedua, sebab aturannya sudah berulang kali dibacakan dalam rapat.",
    "Para lurah menandatangani pakta integritas di depan peserta apel dan menempelkannya di kantor masing-masing.",
)
LAST = ("Apel ditutup dengan doa.",)


def markup(paragraphs: tuple[str, ...], pager: str, byline: str = "") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='id'><head><title>{TITLE} - Kabar Contoh</title></head><body>"
        "<nav><a href='/'>Beranda</a></nav>"
        f"<article><h1>{TITLE}</h1><div class='entry-content'>{body}<p>{pager}</p>{byline}</div></article>"
        "<footer><p>Hak cipta Kabar Contoh</p></footer></body></html>"
    ).encode()


def page(first: bytes, *further: bytes) -> Page:
    url = "https://contoh.example/camat-sukaramai-ingatkan-pegawai"
    parts = tuple(PagePart(f"{url}?page={n}", "text/html", body) for n, body in enumerate(further, 2))
    moment = datetime(2024, 9, 18, tzinfo=UTC)
    return Page(1, url, "contoh", moment, 200, "text/html", first, "", "", 0, PageHints(), parts)


@pytest.mark.parametrize("pager", ["Halaman: 1 2 3", "1 2 3 Selanjutnya", "Halaman 1 dari 3", "Halaman Selanjutnya »"])
def test_pages_become_one_text(pager: str) -> None:
    byline = "<p>Penulis: Ratmi Sasmita</p>"
    found = extract_article(
        page(markup(FIRST, pager), markup(SECOND, pager), markup((FIRST[0], *LAST), pager, byline)), SOURCE
    )
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == [*FIRST[:2], f"{FIRST[2]} {SECOND[0]}", SECOND[1], *LAST]
    assert found.title == TITLE
    assert found.author == "Ratmi Sasmita"
    assert (found.page_number, found.page_count) == (1, 3)
    assert any(line.startswith("repeated on page 3: ") for line in found.removed)


def test_a_page_that_holds_nothing_changes_nothing() -> None:
    alone = extract_article(page(markup(FIRST, "")), SOURCE)
    joined = extract_article(page(markup(FIRST, ""), b"", b"\x00\xff<html>"), SOURCE)
    assert isinstance(alone, Article)
    assert joined == alone


def test_what_is_said_twice_shortly_stays() -> None:
    found = extract_article(page(markup((*FIRST[:2], "Benar."), ""), markup(("Benar.", SECOND[1]), "")), SOURCE)
    assert isinstance(found, Article)
    assert found.text.split("\n\n")[2:] == ["Benar.", "Benar.", SECOND[1]]


def test_an_advertisement_for_gambling_joins_no_article() -> None:
    spam = (
        "Situs slot gacor maxwin terpercaya, bonus new member, deposit pulsa, link alternatif togel dan casino online."
    )
    found = extract_article(page(markup(FIRST, ""), markup((spam, spam), "")), SOURCE)
    assert isinstance(found, Article)
    assert found.text == "\n\n".join(FIRST)
