"""The tables of reference facts agree with themselves, and a damaged one says which line is wrong."""

from collections import Counter

import pytest

from storage.errors import ReferenceDataError
from storage.reference import (
    load_ambiguous_names,
    load_institutions,
    load_officeholders,
    load_region_aliases,
    load_regions,
    load_regulations,
    tables,
)


def test_the_regions_are_those_of_the_ministry():
    assert Counter(region.type for region in load_regions()) == {"province": 38, "kabupaten": 416, "kota": 98}


def test_codes_names_and_ids_stand_once():
    for values in (
        [region.code for region in load_regions()],
        [region.name for region in load_regions()],
        [regulation.id for regulation in load_regulations()],
        [institution.id for institution in load_institutions()],
        [(alias.alias, alias.code) for alias in load_region_aliases()],
    ):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_a_regulation_ends_after_it_began_and_where_it_was_replaced():
    for regulation in load_regulations():
        if regulation.in_force_from and regulation.in_force_until:
            assert regulation.in_force_from < regulation.in_force_until, regulation.id


def test_ambiguous_names_point_to_known_regions():
    known = {region.code for region in load_regions()}
    assert [name for name in load_ambiguous_names() if not set(name.codes) <= known] == []


def test_officeholders_have_dates_that_can_be_compared():
    for holder in load_officeholders():
        assert not (holder.start and holder.end) or holder.start <= holder.end, holder.name


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("99,Provinsi Contoh,Contoh,provinsi,,,0.0,100.0,Jawa,Asia/Jakarta,us", "provinsi"),  # not a type that we know
        ("99,Provinsi Contoh,Contoh,province,,,abc,100.0,Jawa,Asia/Jakarta,us", "abc"),  # a latitude that is no number
        ("99,Provinsi Contoh", "columns"),  # a row that was cut
        ("99.01,Kota Contoh,Contoh,kota,,98,0.0,100.0,Jawa,Asia/Jakarta,us", "parent 98"),  # a parent that is not there
    ],
)
def test_a_damaged_table_names_file_and_line(tmp_path, monkeypatch, line, message):
    header = (tables.FOLDER / "regions.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "regions.csv").write_text(f"{header}\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", tmp_path)
    with pytest.raises(ReferenceDataError, match=rf"regions\.csv:2: .*{message}"):
        load_regions.__wrapped__()
