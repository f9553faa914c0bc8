"""When people of two articles are one person."""

from __future__ import annotations

import pytest

from storage.database import rows
from storage.records import InstitutionMention
from tests.storage.records_for_tests import NOW, analysis, article, found, page, person

TEXTS = ("Wiranto Salim hadir. Bawaslu RI hadir. Kementerian PANRB hadir. Salim hadir.",) * 2


def store_two(corpus, first, second, institutions=()):
    for number, someone in enumerate((first, second), start=1):
        url = f"https://kota.contoh.id/{number}"
        findings = analysis(
            people=(someone,),
            institutions=institutions,
            regions=(),
            citations=(),
            statements=(),
            allegations=(),
        )
        corpus.store_article(page(number, url=url), article(url, text=TEXTS[0]), findings, now=NOW)
    return corpus.db["people"].count


def someone(**office):
    return person(text=TEXTS[0], **office)


def test_the_same_name_office_and_region_are_one_person(corpus):
    assert store_two(corpus, someone(), someone(position="Plt Kepala")) == 1


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"region": "64.72"}, "another region"),
        ({"institution": "Dinas Kesehatan Kota Balikpapan"}, "another body"),
        ({"region": None}, "a region that is not told"),
        ({"position": None, "institution": None}, "a name alone"),
    ],
)
def test_less_than_name_office_and_region_never_joins(corpus, other, why):
    assert store_two(corpus, someone(), someone(**other)) == 2, why


def test_two_bare_names_are_two_people(corpus):
    bare = {"position": None, "institution": None, "region": None}
    assert store_two(corpus, someone(**bare), someone(**bare)) == 2


def test_a_national_body_joins_without_a_region(corpus):
    body = InstitutionMention(found("Bawaslu RI", TEXTS[0]), "Bawaslu RI", "bawaslu", None)
    one = someone(position="Ketua", institution="Bawaslu RI", region=None)
    assert store_two(corpus, one, one, (body,)) == 1


def test_a_regional_body_without_a_region_does_not_join(corpus):
    body = InstitutionMention(found("Bawaslu", TEXTS[0]), "Bawaslu", "bawaslu", None)
    one = someone(position="Ketua", institution="Bawaslu", region=None)
    assert store_two(corpus, one, one, (body,)) == 2


def test_a_single_word_name_joins_only_in_the_same_position(corpus):
    first = person("Salim", position="Kepala", text=TEXTS[0])
    second = person("Salim", position="Sekretaris", text=TEXTS[0])
    assert store_two(corpus, first, second) == 2
    assert store_two(corpus, first, first) == 1


def test_a_statement_points_to_its_speaker(filled):
    assert rows(filled.db, "SELECT p.name FROM statements s JOIN people p ON p.id = s.person_id") == [
        {"name": "Wiranto Salim"}
    ]
