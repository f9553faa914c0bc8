"""Sources are read whole or refused with file, line and mend."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from crawler.registry import Source, choose_sources, load_source, load_sources
from storage.errors import SourceFileError

GOOD = """\
name = "Pemerintah Kota Contoh"
kind = "city"
region = "32.73"
homepage = "https://contoh.example/"
engine = "feed"
urls = ["https://contoh.example/feed/"]
status = "active"
status_date = 2026-11-22
"""


def write(folder: Path, text: str, name: str = "contoh.toml", province: str = "32") -> Path:
    path = folder / province / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_read_with_its_defaults(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (source,) = load_sources(tmp_path)
    assert (source.id, source.region, source.timezone) == ("contoh", "32.73", "Asia/Jakarta")
    assert source.schedule_minutes == 360
    assert source.status_date == date(2026, 11, 22)
    assert source.facts().name == "Pemerintah Kota Contoh"


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (('engine = "feed"', 'engine = "fed"'), 5, 'Did you mean "feed"?'),
        (('engine = "feed"', 'engin = "feed"'), 5, 'Did you mean "engine"?'),
        (('region = "32.73"', "region = 32.73"), 3, "words in quotes"),
        (('region = "32.73"', 'region = "Bandung"'), 3, "Kemendagri code"),
        (('region = "32.73"', 'region = "33.74"'), 3, "folder of province 32"),
        (("urls = [", "urls = [3, "), 6, "a list of words in quotes"),
        (('"https://contoh.example/feed/"', '"ftp://contoh.example/feed/"'), 6, "https://"),
        (("[" + '"https://contoh.example/feed/"]', "[]"), 6, "the list is empty"),
        (('status = "active"', 'status = "dead"'), 7, "status_note"),
        (("2026-11-22", '"2026-11-22"'), 8, "a date without quotes"),
        (("2026-11-22", '2026-11-22\nschedule = "hourly"'), 9, "every 6 hours"),
        (("2026-11-22", '2026-11-22\nschedule = "every 1 minute"'), 9, "shortest"),
        (("2026-11-22", '2026-11-22\ntimezone = "WIB"'), 9, "Asia/Jakarta"),
        (("2026-11-22", '2026-11-22\narticle_pattern = "("'), 9, "regular expression"),
        (("2026-11-22", '2026-11-22\nbody_xpath = "//div["'), 9, "no XPath"),
        (("2026-11-22", "2026-11-22\nat_least_articles_per_week = 0"), 9, "above 0"),
        (("2026-11-22", "2026-11-22\ndelay_seconds = -1"), 9, "0 to 3600"),
        (("2026-11-22", '2026-11-22\nquiet_hours = "night"'), 9, "22:00-05:00"),
        (("2026-11-22", "2026-11-22\n[extra]\nx = 1"), 9, "not a field"),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_mend(
    tmp_path: Path, change: tuple[str, str], line: int, words: str
) -> None:
    path = write(tmp_path, GOOD.replace(*change))
    with pytest.raises(SourceFileError) as refusal:
        load_sources(tmp_path)
    assert f"{path}, line {line}: " in str(refusal.value)
    assert words in str(refusal.value)


def test_a_missing_field_and_broken_toml_are_named(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace('engine = "feed"\n', ""))
    with pytest.raises(SourceFileError, match='"engine" is missing'):
        load_source(path)
    path.write_text("name = kota\n", encoding="utf-8")
    with pytest.raises(SourceFileError, match="line 1"):
        load_source(path)
    path.write_bytes(b'name = "\xff"')
    with pytest.raises(SourceFileError, match="UTF-8"):
        load_source(path)


def test_an_unverified_source_makes_no_promise(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace('"active"', '"unverified"') + "at_least_articles_per_week = 3\n")
    with pytest.raises(SourceFileError, match="only once the site has been seen"):
        load_sources(tmp_path)


def test_an_id_stands_for_one_file(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD, province="extra")
    with pytest.raises(SourceFileError, match="already used"):
        load_sources(tmp_path)


def test_sources_are_chosen_by_id_or_by_status(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD.replace('"active"', '"paused"') + 'status_note = "Situs dirombak."\n', "rehat.toml")
    sources = load_sources(tmp_path)
    assert [source.id for source in choose_sources(sources, [])] == ["contoh"]
    assert [source.id for source in choose_sources(sources, ["rehat"])] == ["rehat"]
    with pytest.raises(SourceFileError, match='Did you mean "contoh"'):
        choose_sources(sources, ["contho"])


def test_the_registered_sources_can_all_be_read() -> None:
    load_sources()


def test_every_field_is_explained() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "add-a-source.md").read_text(encoding="utf-8")
    assert [field.name for field in fields(Source) if field.name != "id" and f"| `{field.name}` |" not in guide] == []
