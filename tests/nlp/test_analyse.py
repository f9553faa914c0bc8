"""The composed analyser: every finding points into the text, and no text makes it fail."""

from datetime import date

import pytest

from nlp.analyse import Analyser, load_analyser
from nlp.gold_form import gold_form
from storage.records import Analysis, ArticleText, Found

TEXT = (
    "BLORA - Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia (BKPSDM) Kabupaten Blora, Drs. Wira "
    "Santosa, M.Si., meminta aparatur sipil negara (ASN) netral pada Pilkada 2024.\n\n"
    '"Setiap ASN wajib menjaga netralitas sesuai UU Nomor 20 Tahun 2023," kata Wira, Selasa (19/11/2024).\n\n'
    "Baca juga: Bupati Garut Dimas Permana Lantik Pejabat\n\n"
    "Menurut Ketua Bawaslu Blora Sari Melati, seorang ASN diduga melanggar netralitas karena hadir dalam kampanye."
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return load_analyser()


@pytest.fixture(scope="module")
def analysis(analyser: Analyser) -> Analysis:
    return analyser.analyse(ArticleText("a", TEXT, published=date(2024, 11, 19)))


def places(analysis: Analysis) -> list[Found]:
    return [
        *(reason.found for reason in analysis.topic.reasons),
        *(mention for person in analysis.people for mention in person.mentions),
        *(office.found for person in analysis.people for office in person.offices),
        *(region.found for region in analysis.regions),
        *(body.found for body in analysis.institutions),
        *(citation.found for citation in analysis.citations),
        *(statement.found for statement in analysis.statements),
        *(allegation.found for allegation in analysis.allegations),
    ]


def test_every_finder_has_its_say(analysis: Analysis) -> None:
    assert analysis.topic.on
    assert [(person.name, person.kind) for person in analysis.people] == [
        ("Wira Santosa", "official"),
        ("Sari Melati", "official"),
    ]
    assert {region.code for region in analysis.regions} == {"33.16"}
    assert [citation.id for citation in analysis.citations] == ["UU 20/2023"]
    assert "Wira Santosa" in {statement.speaker for statement in analysis.statements}
    assert (analysis.reference_date, analysis.reference_date_basis) == (date(2024, 11, 19), "published")


def test_offsets_point_into_the_text(analysis: Analysis) -> None:
    assert places(analysis)
    for found in places(analysis):
        assert TEXT[found.start : found.end] == found.surface
        assert 0 < found.confidence <= 1
        assert found.rule


def test_read_also_lines_give_nothing(analysis: Analysis) -> None:
    start = TEXT.index("Baca juga")
    end = TEXT.index("\n\n", start)
    assert not [found for found in places(analysis) if start < found.end and found.start < end]


def test_region_inside_a_name_is_none(analyser: Analyser) -> None:
    analysis = analyser.analyse(ArticleText("b", "Wakil Menteri Dalam Negeri Bima Arya Santosa meminta ASN netral."))
    assert [person.name for person in analysis.people] == ["Bima Arya Santosa"]
    assert analysis.regions == ()


def test_misprinted_holder_is_linked_and_printed_name_kept(analyser: Analyser) -> None:
    text = "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Rini Widyantinni menegaskan hal itu."
    (person,) = analyser.analyse(ArticleText("c", text, published=date(2025, 3, 1))).people
    assert (person.name, person.known_as) == ("Rini Widyantinni", "Rini Widyantini")
    assert person.known_as_confidence is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "\x00\x01\x1b[31m kata \ud800 \u202e",
        '"' * 20000,
        "( " * 5000,
        "Aa" * 20000,
        "Ketua dan " * 3000,
        "Ketua DPRD Wira Santosa, Sari Melati, " * 500,
        "Ketiganya adalah " * 2000,
        "A. " * 5000,
    ],
    ids=["empty", "blank", "control", "quotes", "brackets", "no spaces", "offices", "lists", "all of them", "initials"],
)
def test_no_text_makes_it_fail(analyser: Analyser, text: str) -> None:
    analysis = analyser.analyse(ArticleText("x", text))
    assert gold_form(analysis, {"id": "x"})["id"] == "x"
