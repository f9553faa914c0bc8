"""A small corpus for the pages: invented people in real places, an edited article, a withheld one, a hostile one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from storage.corpus import Corpus
from storage.records import (
    Allegation,
    Analysis,
    Citation,
    FetchFailure,
    InstitutionMention,
    Office,
    Person,
    RegionMention,
    Rejection,
    Statement,
    Topic,
)
from tests.storage.records_for_tests import NOW, article, found, page
from tests.storage.records_for_tests import analysis as analysis_of_text

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>"


@dataclass(frozen=True)
class Source:
    id: str
    name: str
    kind: str
    region: str | None
    homepage: str = "https://kota.contoh.id/"
    engine: str = "feed"
    timezone: str = "Asia/Makassar"
    status: str = "active"
    at_least_articles_per_week: float | None = None


SOURCES = (
    Source("kota-contoh", "Kota Contoh", "city", "64.71"),
    Source("harian-teluk", "Harian Teluk", "media", None, "https://teluk.contoh.id/"),
    Source("blog-warga", "Catatan Warga", "blog", "33", "javascript:alert(1)"),
)

SEMARANG = (
    "SEMARANG – Ketua Bawaslu Kota Semarang Ratih Puspaningrum menyatakan laporan terhadap Lurah Karangdawa terbukti. "
    "“Yang bersangkutan terbukti mengunggah foto bersama salah satu calon,” ujar Ratih, Selasa (19/11/2024).\n\n"
    "Menurut Ratih, lurah itu melanggar SKB Netralitas ASN dan UU 5/2014. Ia meminta Pemerintah Kabupaten Kendal "
    "belajar dari kasus ini."
)
MALANG = (
    "Wakil Bupati Malang Joko Tirtayasa mengajak aparatur sipil negara menjaga netralitas.\n\n"
    "“Pakailah hak pilih, tetapi jangan ajak orang lain,” kata Joko."
)


def build(path: Path) -> None:
    """Five articles of three sources, in the week up to 19 November 2024; number 5 is withheld."""
    with Corpus.open(path) as corpus:
        corpus.load_reference()
        corpus.store_sources(SOURCES)
        corpus.store_article(page(), article(), analysis_of_text(), now=NOW)
        _semarang(corpus)
        _malang_edited(corpus)
        url = "https://blog.contoh.id/aneh"
        corpus.store_article(
            page(5, url=url, source_id="blog-warga"),
            article(
                "javascript:alert(1)",
                title=HOSTILE,
                text=f"{HOSTILE}\n\nKampanye {HOSTILE} berakhir.",
                author=HOSTILE,
                published=date(2024, 11, 16),
                sponsored=True,
            ),
            _analysis(people=(Person(HOSTILE, "other", (), (), (), (found("Kampanye", f"{HOSTILE}\n\nKampanye"),)),)),
            now=NOW,
        )
        withheld = "https://kota.contoh.id/rahasia"
        corpus.store_article(page(6, url=withheld), article(withheld, title="Berita Rahasia"), None, now=NOW)
        corpus.withhold("article", 5, reason="hak jawab", at=NOW)
        corpus.store_rejection(page(7, url="https://kota.contoh.id/daftar"), Rejection("listing", "9 links"), now=NOW)
        corpus.store_failures(
            [
                FetchFailure(
                    "https://kota.contoh.id/hilang", "kota-contoh", "http-404", "", datetime(2024, 11, 18, tzinfo=UTC)
                )
            ]
        )
        corpus.check_sources(NOW)


def _semarang(corpus: Corpus) -> None:
    text = SEMARANG
    ketua = Office("Ketua", "Bawaslu Kota Semarang", "33.74", found("Ketua Bawaslu Kota Semarang", text))
    ratih = Person(
        "Ratih Puspaningrum",
        "official",
        ("Ratih",),
        (),
        (ketua,),
        (found("Ratih Puspaningrum", text), found("Ratih", text, after=text.index("Menurut"))),
    )
    quote = "Yang bersangkutan terbukti mengunggah foto bersama salah satu calon,"
    analysis = _analysis(
        people=(ratih,),
        regions=(
            RegionMention(found("SEMARANG", text), "33.74", ("33.74", "33.22"), "default-kota"),
            RegionMention(found("Kota Semarang", text), "33.74", ("33.74",), "printed-type"),
            RegionMention(found("Kabupaten Kendal", text), "33.24", ("33.24",), "printed-type"),
        ),
        institutions=(
            InstitutionMention(found("Bawaslu Kota Semarang", text), "Bawaslu Kota Semarang", "bawaslu", "33.74"),
        ),
        citations=(
            Citation(found("SKB Netralitas ASN", text), "SKB 2/2022", None, True, False, None, None, None),
            Citation(
                found("UU 5/2014", text), "UU 5/2014", None, True, True, "UU 20/2023", date(2024, 11, 19), "published"
            ),
        ),
        statements=(
            Statement(found(quote, text), "direct", "Ratih Puspaningrum", "person", quote, "ujar", None),
            Statement(
                found("lurah itu melanggar SKB Netralitas ASN dan UU 5/2014", text),
                "indirect",
                "Ratih Puspaningrum",
                "person",
                "lurah itu melanggar SKB Netralitas ASN dan UU 5/2014",
                None,
                None,
            ),
        ),
        allegations=(
            Allegation(
                found(text.split(". ")[0] + ".", text),
                "Lurah Karangdawa",
                "mengunggah foto bersama calon",
                "unggah-foto",
                "33.74",
                "established",
            ),
        ),
    )
    url = "https://teluk.contoh.id/lurah"
    corpus.store_article(
        page(2, url=url, source_id="harian-teluk"),
        article(url, title="Bawaslu: Lurah Terbukti Tidak Netral", text=text, published=date(2024, 11, 19)),
        analysis,
        now=NOW,
    )


def _malang_edited(corpus: Corpus) -> None:
    url = "https://teluk.contoh.id/malang"
    for number, text in ((3, MALANG.replace("orang lain", "teman kerja")), (4, MALANG)):
        quote = text.split("“")[1].split("”")[0]
        office = Office("Wakil Bupati", "Kabupaten Malang", "35.07", found("Wakil Bupati Malang", text))
        joko = Person("Joko Tirtayasa", "official", ("Joko",), (), (office,), (found("Joko Tirtayasa", text),))
        analysis = _analysis(
            people=(joko,),
            regions=(RegionMention(found("Malang", text), "35.07", ("35.07", "35.73"), "institution-cue"),),
            statements=(Statement(found(quote, text), "direct", "Joko Tirtayasa", "person", quote, "kata", None),),
        )
        corpus.store_article(
            page(number, url=url, source_id="harian-teluk"),
            article(url, title="Wabup Malang Ajak ASN Netral", text=text, published=date(2024, 11, 15)),
            analysis,
            now=NOW,
        )


def _analysis(**changes: object) -> Analysis:
    values: dict[str, object] = {
        "topic": Topic(True, 1.5, ()),
        "people": (),
        "regions": (),
        "institutions": (),
        "citations": (),
        "statements": (),
        "allegations": (),
        "reference_date": None,
        "reference_date_basis": None,
    }
    return Analysis(**(values | changes))  # type: ignore[arg-type]
