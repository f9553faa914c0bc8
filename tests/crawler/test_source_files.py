"""The registry that ships: every file is sound, says where its address is stated, and promises nothing unseen."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from urllib.parse import urlsplit

from crawler.registry import SOURCES_FOLDER, Source, load_sources
from storage.reference.tables import Region, load_regions

FILES = sorted(SOURCES_FOLDER.rglob("*.toml"))
SOURCES = load_sources()
REGIONS: dict[str, Region] = {region.code: region for region in load_regions()}
LEVEL = {"province": "province", "regency": "kabupaten", "city": "kota"}


def breaking(holds: Callable[[Source], bool]) -> list[str]:
    """The ids of the sources for which it does not hold."""
    return [source.id for source in SOURCES if not holds(source)]


def test_each_file_is_one_source_with_an_id_of_its_own() -> None:
    assert len(SOURCES) == len(FILES) == len({source.id for source in SOURCES})
    assert len(SOURCES) >= 120


def test_every_province_has_its_government() -> None:
    provinces = {code for code, region in REGIONS.items() if region.type == "province"}
    assert {source.region for source in SOURCES if source.kind == "province"} == provinces


def test_a_file_lies_in_the_folder_of_its_province() -> None:
    stray = []
    for path in FILES:
        region = tomllib.loads(path.read_text(encoding="utf-8")).get("region", "00")
        if path.parent != SOURCES_FOLDER / region[:2]:
            stray.append(path.name)
    assert stray == []


def test_every_region_exists() -> None:
    assert breaking(lambda source: source.region is None or source.region in REGIONS) == []


def test_a_government_is_registered_at_its_own_level() -> None:
    governments = [source for source in SOURCES if source.kind in LEVEL]
    assert [s.id for s in governments if REGIONS[s.region or ""].type != LEVEL[s.kind]] == []


def test_the_time_zone_is_that_of_the_province() -> None:
    def agrees(source: Source) -> bool:
        return source.timezone == (REGIONS[source.region[:2]].timezone if source.region else "Asia/Jakarta")

    assert breaking(agrees) == []


def test_a_source_says_where_its_address_is_stated() -> None:
    page = re.compile(r"(https?://)?[a-z0-9-]+(\.[a-z0-9-]+)+/")
    assert breaking(lambda source: bool(page.match(source.reference or ""))) == []


def test_nothing_is_claimed_of_a_site_that_was_not_fetched() -> None:
    """No promise, no engine and no address that only a visit could have told; and never "active"."""

    def modest(source: Source) -> bool:
        return "not yet fetched" not in (source.status_note or "") or (
            source.status == "unverified"
            and source.at_least_articles_per_week is None
            and source.article_pattern is None
            and (source.engine, source.urls) == ("listing", (source.homepage,))
            and urlsplit(source.homepage)[2:] == ("/", "", "")
        )

    assert breaking(modest) == []
    assert breaking(lambda source: bool(source.status_note)) == []


def test_no_two_sources_have_the_same_host() -> None:
    hosts = Counter(urlsplit(source.homepage).netloc.removeprefix("www.") for source in SOURCES)
    assert [host for host, count in hosts.items() if count > 1] == []
