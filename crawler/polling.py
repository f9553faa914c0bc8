"""How often a feed, sitemap, interface or listing is asked: as often as it really brings something new."""

from __future__ import annotations

from datetime import datetime, timedelta

from storage.polls import Poll

LONGEST = timedelta(days=1)  # a site that has been quiet for months may wake up today
GROWTH = 1.5


def interval_after(last: Poll | None, shortest: timedelta) -> timedelta:
    """From the last poll to the next: half of the last interval where it brought news, longer where it did not.

    Never below `shortest`, the source's own schedule, and never above a day or that schedule.
    """
    if last is None:
        return shortest
    interval = last.interval
    if last.news is not None:  # a poll that got no answer tells nothing
        interval = interval / 2 if last.news else interval * GROWTH
    return min(max(interval, shortest), max(LONGEST, shortest))


def is_due(last: Poll, interval: timedelta, shortest: timedelta, now: datetime) -> bool:
    """Whether the turn has come, to the nearest run of the source's schedule: runs never begin on the second."""
    return now >= last.polled_at + interval - shortest / 2
