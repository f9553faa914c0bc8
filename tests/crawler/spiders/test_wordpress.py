"""The posts of a WordPress site: published ones, page by page, and another way where the interface is off."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from crawler.reading import Answer, Reading, Site
from crawler.spiders.wordpress import first_entry, read, since

URL = "https://contoh.example/blog/wp-json/wp/v2/posts?per_page=50"


def post(**changes: Any) -> dict[str, Any]:
    return {
        "link": "https://contoh.example/blog/2024/09/netral/",
        "status": "publish",
        "date": "2024-09-17T08:00:00",
        "date_gmt": "2024-09-17T01:00:00",
        "modified_gmt": "2024-09-18T01:00:00",
        "title": {"rendered": "ASN &#8220;netral&#8221;"},
        "content": {"protected": False},
        "_embedded": {"author": [{"name": "Humas"}], "wp:term": [[{"name": "Berita"}], [{"name": "ASN"}]]},
        **changes,
    }


def reading(body: object, role: str = "wordpress", status: int = 200, **headers: str) -> Reading:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = Answer(URL, status, "application/json", names, data)
    return read(answer, role, Site(ZoneInfo("Asia/Jakarta")))


def test_a_post_comes_with_what_the_interface_says_of_it() -> None:
    (link,) = reading([post()]).links
    assert link.hints.title == "ASN “netral”"
    assert link.hints.published_at == datetime(2024, 9, 17, 1, 0, tzinfo=UTC)
    assert (link.hints.author, link.hints.categories) == ("Humas", ("Berita", "ASN"))
    assert link.mark == "2024-09-18T01:00:00+00:00"


@pytest.mark.parametrize(
    "changes", [{"status": "draft"}, {"status": "private"}, {"content": {"protected": True}}, {"link": None}]
)
def test_what_is_not_public_is_left_out(changes: dict[str, Any]) -> None:
    assert reading([post(**changes)]).links == ()


def test_pages_follow_as_long_as_the_site_says_or_the_page_is_full() -> None:
    said = reading([post()], x_wp_totalpages="3")
    assert [(entry.url, entry.role) for entry in said.entries] == [(URL + "&page=2", "wordpress:2")]
    assert reading([post()], role="wordpress:3", x_wp_totalpages="3").entries == ()
    assert reading([post()]).entries == ()
    assert len(reading([post()] * 50).entries) == 1
    assert reading({"code": "rest_post_invalid_page_number"}, role="wordpress:4", status=400) == Reading()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"code": "rest_disabled"}, 401),
        ({"code": "rest_no_route"}, 404),
        (b"<!DOCTYPE html><html></html>", 200),
        (b"[" * 100_000, 200),
        ({"code": "x"}, 200),
    ],
)
def test_where_the_interface_is_off_the_feed_is_asked(body: object, status: int) -> None:
    found = reading(body, status=status)
    assert found.problem == "not-an-api"
    assert [(entry.url, entry.role) for entry in found.entries] == [("https://contoh.example/blog/feed/", "feed")]


def test_odd_posts_do_not_stop_the_others() -> None:
    assert len(reading([None, 3, {}, post(title=None, _embedded=[], date_gmt="0000-00-00T00:00:00")]).links) == 1


def test_the_first_entry_is_the_list_of_posts() -> None:
    assert first_entry("https://contoh.example/").url.startswith(
        "https://contoh.example/wp-json/wp/v2/posts?per_page=50"
    )
    assert (
        first_entry("https://contoh.example/?rest_route=/wp/v2/posts").url
        == "https://contoh.example/?rest_route=/wp/v2/posts"
    )


def test_a_later_visit_asks_for_what_changed_and_takes_nothing_for_vanished() -> None:
    url = since(URL, datetime(2024, 9, 18, 5, 0, tzinfo=UTC))
    assert url == URL + "&modified_after=2024-09-17T05:00:00"
    answer = Answer(url, 200, "application/json", {}, json.dumps([post()]).encode())
    assert not read(answer, "wordpress", Site(ZoneInfo("UTC"))).ordered_by_date
    assert reading([post()]).ordered_by_date
