"""The date at which an article's names resolve: published, else printed in the text, else the day of fetching."""

from datetime import date

import pytest

from nlp.dates import printed_dates, reference_date

FETCHED = date(2025, 1, 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hal itu dikatakan Ani, Selasa (3/9/2024).", [date(2024, 9, 3)]),  # day before month
        ("Hal itu dikatakan Ani, Selasa (3/9/24).", [date(2024, 9, 3)]),  # two digits
        ("Hal itu dikatakan Ani pada 3 September 2024.", [date(2024, 9, 3)]),
        ("Hal itu dikatakan Ani pada 3 Nopember 2024 dan 4 Pebruari 2023.", [date(2024, 11, 3), date(2023, 2, 4)]),
        ("Hal itu dikatakan Ani, Selasa (33/9/2024).", []),  # no such day
        ("Hal itu dikatakan Ani, Selasa (3/9).", []),  # no year
        ("Surat Nomor 800/1/2024 dan UU 20/2023.", []),  # numbers of instruments are no dates
        ("Pada 28/4/2204 hal itu terjadi.", []),  # a year that cannot be
    ],
)
def test_printed_dates(text, expected):
    assert [printed.value for printed in printed_dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "published", "fetched", "expected"),
    [
        ("Kata Ani, Selasa (3/9/2024).", date(2024, 9, 4), FETCHED, (date(2024, 9, 4), "published")),
        ("Kata Ani, Selasa (3/9/2024). Sejak 1 Maret 2023.", None, FETCHED, (date(2024, 9, 3), "in-text")),
        ("Kata Ani, Senin (2/9/2024). Kata Budi, Selasa (3/9/2024).", None, FETCHED, (date(2024, 9, 3), "in-text")),
        # the day of an event counts, not the day of the vote that lies ahead
        ("Kata Ani (3/9/2024). Pemungutan suara 27 November 2024.", None, FETCHED, (date(2024, 9, 3), "in-text")),
        ("Rencana itu untuk 1 Juni 2026.", None, FETCHED, (FETCHED, "fetched")),  # after the page was fetched
        ("Tanpa tanggal.", None, FETCHED, (FETCHED, "fetched")),
        ("Tanpa tanggal.", None, None, (None, None)),
    ],
)
def test_reference_date(text, published, fetched, expected):
    assert reference_date(text, published, fetched) == expected
