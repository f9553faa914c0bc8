"""A misprinted name stands for an office-holder only where office, body and day agree and few letters differ."""

from datetime import date

import pytest

from nlp.people.known_holders import known_holder
from storage.records import Found, Office, Person

HERE = Found(0, 1, "x", "test", 1.0)


def official(name: str, position: str, institution: str | None) -> Person:
    return Person(name, "official", (), (), (Office(position, institution, None, HERE),), (HERE,))


@pytest.mark.parametrize(
    ("name", "position", "institution", "on", "expected"),
    [
        ("Rini Widyantinni", "Menteri", "Kementerian PANRB", date(2025, 3, 1), "Rini Widyantini"),
        ("Rini Widyantinni", "Menteri", "Kementerian PANRB", None, "Rini Widyantini"),  # without a date any term counts
        ("Rini Widyantinni", "Menteri", "Kementerian PANRB", date(2020, 3, 1), None),  # not yet in office
        ("Rini Widyantinni", "Kepala", "Badan Kepegawaian Negara", date(2025, 3, 1), None),  # another office
        ("Rini Widyantinni", "Wakil Menteri", "Kementerian PANRB", date(2025, 3, 1), None),  # another rank
        ("Rini Widyantini", "Menteri", "Kementerian PANRB", date(2025, 3, 1), None),  # printed right: nothing to mend
        ("Rina Wulandari", "Menteri", "Kementerian PANRB", date(2025, 3, 1), None),  # another person
        ("Rini", "Menteri", "Kementerian PANRB", date(2025, 3, 1), None),  # a short form alone proves nothing
        ("Zudan Arif Fakrullah", "Kepala", "BKN", date(2025, 3, 1), "Zudan Arif Fakrulloh"),
    ],
)
def test_link(name: str, position: str, institution: str, on: date | None, expected: str | None) -> None:
    link = known_holder(official(name, position, institution), on)
    assert (link[0] if link else None) == expected
    assert link is None or 0.8 <= link[1] < 1.0


def test_only_officials_are_linked() -> None:
    person = Person("Rini Widyantinni", "other", (), (), (), (HERE,))
    assert known_holder(person, None) is None
