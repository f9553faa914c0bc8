"""The JSON form of an analysis: the fields that readers compare, spans and rules beside them."""

import json
from datetime import date

from nlp.gold_form import gold_form
from storage.records import (
    Allegation,
    Analysis,
    Citation,
    Found,
    InstitutionMention,
    Office,
    Person,
    RegionMention,
    Statement,
    Topic,
    TopicReason,
)

HERE = Found(3, 7, "Wira", "some-rule", 0.876543)


def citation(pasal: str | None, id_: str = "UU 20/2023") -> Citation:
    return Citation(HERE, id_, pasal, True, False, None, date(2024, 11, 19), "published")


ANALYSIS = Analysis(
    topic=Topic(True, 0.8, (TopicReason(HERE, 1.5),)),
    people=(
        Person(
            "Wira Santosa",
            "official",
            ("Wira",),
            ("Drs.",),
            (Office("Bupati", "Kabupaten Blora", "33.16", HERE), Office("Ketua", "DPD Golkar Blora", "33.16", HERE)),
            (HERE,),
        ),
        Person("Sari Melati", "other", (), (), (), (HERE,)),
    ),
    regions=(
        RegionMention(HERE, "33.16", ("33.16",), "only-one"),
        RegionMention(HERE, "33.16", ("33.16",), "only-one"),
        RegionMention(HERE, None, ("32.04", "32.73"), "default-kota"),
    ),
    institutions=(InstitutionMention(HERE, "Bawaslu Blora", "bawaslu", "33.16"),),
    citations=(citation("9(2)"), citation("9(2)"), citation(None), citation(None, "SKB ?")),
    statements=(Statement(HERE, "direct", "Wira Santosa", "person", "Kita netral", "kata", HERE),),
    allegations=(Allegation(HERE, "Sari Melati", "ikut kampanye", "campaign", "33.16", "alleged"),),
    reference_date=date(2024, 11, 19),
    reference_date_basis="published",
)


def test_fields_of_the_input_stay_and_findings_are_written_anew() -> None:
    row = gold_form(ANALYSIS, {"id": "a", "text": "…", "origin": "x", "topic": "off", "people": [{"name": "Old"}]})
    assert (row["id"], row["origin"], row["topic"]) == ("a", "x", "on")
    assert [person["name"] for person in row["people"]] == ["Wira Santosa", "Sari Melati"]
    json.dumps(row)


def test_person() -> None:
    first, second = gold_form(ANALYSIS, {})["people"]
    compared = {key: first[key] for key in ("name", "position", "institution", "region", "kind", "aliases")}
    assert compared == {
        "name": "Wira Santosa",
        "position": "Bupati",
        "institution": "Kabupaten Blora",
        "region": "33.16",
        "kind": "official",
        "aliases": ["Wira"],
    }
    assert first["mentions"] == [{"start": 3, "end": 7, "surface": "Wira", "rule": "some-rule", "confidence": 0.877}]
    assert [office["position"] for office in first["offices"]] == ["Bupati", "Ketua"]
    assert (second["position"], second["institution"], second["region"]) == (None, None, None)


def test_regions_are_codes_each_once() -> None:
    row = gold_form(ANALYSIS, {})
    assert row["regions"] == ["33.16"]
    assert row["region_mentions"][2]["candidates"] == ["32.04", "32.73"]


def test_regulations_are_distinct_and_unresolved_ones_stay() -> None:
    rows = gold_form(ANALYSIS, {})["regulations"]
    assert [(row["id"], row["pasal"]) for row in rows] == [("UU 20/2023", "9(2)"), ("SKB ?", None)]


def test_statement_and_allegation() -> None:
    row = gold_form(ANALYSIS, {})
    statement, allegation = row["statements"][0], row["allegations"][0]
    assert (statement["speaker"], statement["kind"], statement["quote"]) == ("Wira Santosa", "direct", "Kita netral")
    assert (allegation["who"], allegation["act"], allegation["region"], allegation["status"]) == (
        "Sari Melati",
        "ikut kampanye",
        "33.16",
        "alleged",
    )
