"""Searching: words, filters, order, marks."""

from __future__ import annotations

from datetime import date

import pytest

from storage.corpus import Corpus
from storage.errors import SearchQueryError
from storage.search import Filters, article_ids, search, split_marks
from tests.storage.records_for_tests import NOW, article, empty_analysis, page


@pytest.fixture
def three(filled: Corpus) -> Corpus:
    """Article 1 of `filled`, 2 of the day before it from another source, 3 later and off topic."""
    for number, day, text in (
        (2, 17, "Lurah dan camat di Samarinda bertemu. Jumat pagi, mereka berikrar netral."),
        (3, 19, "Warga Kediri menanam pohon demi karbon netral."),
    ):
        url = f"https://kota.contoh.id/{number}"
        filled.store_article(
            page(number, url=url, source_id=f"media-{number}"),
            article(url, title=f"Judul {number}", text=text, published=date(2024, 11, day)),
            empty_analysis(),
            now=NOW,
        )
    return filled


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", [3, 1, 2]),
        ("netral", [3, 1, 2]),
        ("NETRAL camat", [1, 2]),
        ("camat OR karbon", [3, 1, 2]),
        ("netral -karbon", [1, 2]),
        ("-netral", []),
        ("kampan*", [1]),
        ('"pegawai menjaga jarak"', [1]),
        ('"jarak menjaga"', []),
        ("balikpapan minta", [1]),  # the title counts
        ("!!!", []),
        ('"', []),
    ],
)
def test_words(three, typed, expected):
    assert [hit.article_id for hit in search(three.db, typed).hits] == expected
    assert article_ids(three.db, typed) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(region="64.71"), [1]),
        (Filters(region="64"), [1]),  # the province includes the city
        (Filters(region="6"), "no region '6'"),
        (Filters(region="Balikpapan"), r"64\.71 \(Kota Balikpapan\)"),
        (Filters(region="35"), []),
        (Filters(since=date(2024, 11, 18)), [3, 1]),
        (Filters(until=date(2024, 11, 18)), [1, 2]),
        (Filters(since=date(2024, 11, 19), until=date(2024, 11, 18)), "exchange the two"),
        (Filters(source="media-2"), [2]),
        (Filters(source="media2"), "Did you mean media-2"),
        (Filters(official="wiranto"), [1]),
        (Filters(official="Wiranto Salim"), [1]),
        (Filters(official="%"), []),
        (Filters(official=" "), "empty"),
        (Filters(person=1), [1]),
        (Filters(regulation="uu  20/2023"), [1]),
        (Filters(regulation="UU 5/2014"), []),
        (Filters(topic="off"), [3, 2]),
    ],
)
def test_filters(three, filters, expected):
    if isinstance(expected, str):
        with pytest.raises(SearchQueryError, match=expected):
            search(three.db, "", filters)
    else:
        assert [hit.article_id for hit in search(three.db, "", filters).hits] == expected


def test_a_hit_says_what_a_reader_needs(three):
    result = search(three.db, "kampanye", Filters(topic="on"))
    hit = result.hits[0]
    assert result.total == 1
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["kampanye"]
    assert (hit.officials, hit.instruments) == (("Wiranto Salim",), ("UU 20/2023",))
    assert hit.regions == ("Kota Balikpapan",)
    assert (hit.source_name, hit.published, hit.sponsored, hit.gone) == ("kota-contoh", "2024-11-18", False, False)


def test_pages_of_hits(three):
    assert [search(three.db, "netral", limit=1, offset=n).hits[0].article_id for n in range(3)] == [3, 1, 2]
    assert search(three.db, "netral", limit=1).total == 3


@pytest.mark.parametrize("typed", ["netral", "netral*", "netral -karbon", "camat OR lurah"])
@pytest.mark.parametrize("probed", [0, 1, 500])
def test_a_common_word_gives_the_same_hits_by_the_short_ways(three, monkeypatch, typed, probed):
    slow = search(three.db, typed)
    monkeypatch.setattr("storage.search.COMMON_HITS", 0)
    monkeypatch.setattr("storage.search.PROBED", probed)
    assert search(three.db, typed) == slow
    assert search(three.db, typed, limit=1, offset=1).hits == slow.hits[1:2]


def test_any_number_of_hits_may_be_asked_for(three):
    assert len(search(three.db, "", limit=10**30, offset=0).hits) == 3
    assert search(three.db, "", offset=10**30).hits == ()


@pytest.mark.parametrize("odd", ["\udcff", "a\0b", "'; --"])
def test_odd_filters_are_refused_or_find_nothing(three, odd):
    for name in ("region", "source"):
        with pytest.raises(SearchQueryError):
            search(three.db, "", Filters(**{name: odd}))
    assert search(three.db, odd, Filters(regulation=odd)).total == 0


def test_by_relevance_the_title_weighs_more(three):
    assert search(three.db, "netral", order="relevance").hits[0].article_id == 1


@pytest.mark.parametrize(
    ("marked", "plain", "marks"),
    [
        ("a \x02b\x03 c", "a b c", ((2, 3),)),
        ("\x03a\x02b", "ab", ()),
        ("\x02\x02a\x03\x03", "a", ((0, 1),)),
    ],
)
def test_marks_in_hostile_text_do_no_harm(marked, plain, marks):
    assert split_marks(marked) == (plain, marks)
