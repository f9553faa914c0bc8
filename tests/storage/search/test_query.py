"""What a person may type, and that nothing typed is an error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.database import sqlite3
from storage.search.query import FullTextQuery, parse_query


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("pegawai netral", '("pegawai") AND ("netral")', ""),
        ('"hukuman disiplin" berat', '("hukuman disiplin") AND ("berat")', ""),
        ("“hukuman disiplin”", '("hukuman disiplin")', ""),
        ("netral*", '("netral"*)', ""),
        ('"hukuman disip"*', '("hukuman disip"*)', ""),
        ("camat OR lurah kampanye", '("camat" OR "lurah") AND ("kampanye")', ""),
        ("camat or lurah", '("camat") AND ("or") AND ("lurah")', ""),
        ("pegawai -iklan", '("pegawai")', '"iklan"'),
        ('-iklan -"kerja sama"', "", '"iklan" OR "kerja sama"'),
        ("anak-anak", '("anak-anak")', ""),  # the hyphen inside a word excludes nothing
        ("UU 20/2023", '("UU") AND ("20/2023")', ""),
        ("title:netral NEAR(a b)", '("title:netral") AND ("NEAR(a") AND ("b)")', ""),  # index syntax is words here
        ('"tak ditutup', '("tak ditutup")', ""),
        ("OR camat OR", '("camat")', ""),
        ('- * OR "" () "', "", ""),
        ("", "", ""),
    ],
)
def test_typed_text_becomes_an_expression(typed, wanted, unwanted):
    assert parse_query(typed) == FullTextQuery(wanted, unwanted)


@pytest.fixture(scope="module")
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(text)")
    connection.execute("INSERT INTO f VALUES ('pegawai netral')")
    yield connection
    connection.close()


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.one_of(st.sampled_from("\"*-+^:()OR ANDNEAR{},\0\\'"), st.characters()), max_size=60))
def test_nothing_typed_raises(index, typed):
    query = parse_query(typed)
    for expression in (query.wanted, query.unwanted, query.expression):
        if expression:
            index.execute("SELECT rowid FROM f WHERE f MATCH ?", [expression]).fetchall()


def test_a_thousand_words_are_too_many_but_no_error(index):
    query = parse_query("kata " * 1000)
    assert index.execute("SELECT count(*) FROM f WHERE f MATCH ?", [query.wanted]).fetchone() == (0,)
