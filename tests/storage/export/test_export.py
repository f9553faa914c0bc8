"""Every export holds the same rows with their evidence, and none of them runs a formula."""

from __future__ import annotations

import csv
import json
import sys
import zipfile

import pytest

from storage.errors import InputFileError, SearchQueryError
from storage.export import export_articles
from storage.search import Filters
from tests.storage.records_for_tests import NOW, TEXT, article, page

FORMULA = '=HYPERLINK("http://jahat.contoh","klik")'


@pytest.fixture
def two(filled):
    url = "https://kota.contoh.id/b"
    filled.store_article(page(2, url=url), article(url, title=FORMULA, text="+62 " + "panjang " * 9000), None, now=NOW)
    return filled


def test_jsonl_holds_findings_and_evidence(two, tmp_path):
    path = tmp_path / "out" / "a.jsonl"
    assert export_articles(two.db, path, "kampanye") == 1
    (row,) = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert row["text"] == TEXT
    assert row["people"] == [
        {
            "name": "Wiranto Salim",
            "kind": "official",
            "position": "Kepala",
            "institution": "Dinas Perhubungan Kota Balikpapan",
            "region": "64.71",
        }
    ]
    assert row["regions"] == ["64.71"]
    assert row["regulations"][0]["id"] == "UU 20/2023"
    assert row["allegations"][0]["status"] == "alleged"
    assert {key: row[key] for key in ("fetched_at", "sha256", "warc_file", "warc_offset")} == {
        "fetched_at": "2024-11-18T03:01:00Z",
        "sha256": page().sha256,
        "warc_file": "2024-11-18.warc.gz",
        "warc_offset": 100,
    }


def test_csv_shows_a_formula_as_text(two, tmp_path):
    export_articles(two.db, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        titles = [row["title"] for row in csv.DictReader(file)]
    assert titles == ["'" + FORMULA, "Dishub Balikpapan Minta Pegawai Netral"]


def test_xlsx_holds_no_formula_and_keeps_long_cells_whole(two, tmp_path):
    export_articles(two.db, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheets = [book.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2)]
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in "".join(sheets)
    assert "HYPERLINK" in strings
    assert "whole text in the sheet" in strings
    assert strings.count("panjang ") >= 9000


def test_parquet_has_the_same_rows(two, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    export_articles(two.db, tmp_path / "a.parquet")
    table = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert [row["id"] for row in table] == [2, 1]
    assert table[0]["title"] == FORMULA


def test_parquet_without_its_library_says_what_to_do(two, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputFileError, match="pip install pyarrow"):
        export_articles(two.db, tmp_path / "a.parquet")
    assert list(tmp_path.glob("*a.parquet*")) == []


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx", "parquet"])
def test_nothing_found_gives_an_empty_table(two, tmp_path, ending):
    assert export_articles(two.db, tmp_path / f"a.{ending}", "takada") == 0
    assert (tmp_path / f"a.{ending}").exists()


def test_another_ending_is_refused(two, tmp_path):
    with pytest.raises(InputFileError, match=r"Known: \.csv, \.jsonl"):
        export_articles(two.db, tmp_path / "a.pdf")


def test_a_folder_in_the_way_gives_a_message(two, tmp_path):
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(InputFileError, match="cannot be written"):
        export_articles(two.db, tmp_path / "a.csv")


def test_a_filter_that_cannot_be_leaves_no_file(two, tmp_path):
    with pytest.raises(SearchQueryError):
        export_articles(two.db, tmp_path / "a.csv", "", Filters(region="99"))
    assert not (tmp_path / "a.csv").exists()
