"""When an article is looked at again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.settling import next_visit

FOUND = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("published", "now", "expected"),
    [
        (None, FOUND, FOUND + DAY),
        (None, FOUND + 2 * DAY, FOUND + 7 * DAY),  # a visit because the feed said so does not put off the others
        (None, FOUND + 8 * DAY, FOUND + 30 * DAY),
        (None, FOUND + 31 * DAY, None),
        (FOUND - 3 * DAY, FOUND, FOUND + 4 * DAY),
        (FOUND - 400 * DAY, FOUND, None),  # the whole past of a site is not fetched three times more
        (FOUND + 5 * DAY, FOUND, FOUND + DAY),  # a date in the future is a mistake of the site
    ],
)
def test_articles_are_visited_again_by_their_age(
    published: datetime | None, now: datetime, expected: datetime | None
) -> None:
    assert next_visit(FOUND, published, now) == expected
