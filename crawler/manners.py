"""When each host may be asked next: one request at a time, spaced, and not at all while it is busy or wants quiet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from crawler.registry import read_quiet_hours

WAITED_FOR = timedelta(seconds=30)  # a host that is busy for longer is left to a later run
LONGEST_PAUSE = timedelta(minutes=10)  # between two requests of one run; who asks for more gets one a run
FIRST_BACK_OFF = timedelta(minutes=1)
LONGEST_BACK_OFF = timedelta(days=1)


class HostClock:
    """The hosts of one run. Moments come from the caller, so that tests can move them."""

    def __init__(self) -> None:
        self._ready_at: dict[str, datetime] = {}  # hosts with something due, in the order of their turns
        self._pauses: dict[str, datetime] = {}
        self._closed: set[str] = set()
        self.asked: set[str] = set()  # hosts with a request under way

    def add(self, hosts: Iterable[str], now: datetime) -> None:
        """Note that these hosts have something due."""
        for host in hosts:
            if host not in self._closed:
                self._ready_at.setdefault(host, max(now, self._pauses.get(host, now)))

    def drop(self, host: str) -> None:
        """Note that the host has nothing due any more; when it may be asked again is remembered."""
        ready = self._ready_at.pop(host, None)
        if ready:
            self._pauses[host] = ready

    def close(self, host: str) -> None:
        """Ask the host nothing more in this run."""
        self._closed.add(host)
        self._ready_at.pop(host, None)

    def next_host(self, now: datetime) -> str | None:
        """The host whose turn it is, or None while every host is under way or has to wait."""
        for host, ready in self._ready_at.items():
            if ready <= now and host not in self.asked:
                return host
        return None

    def begin(self, host: str) -> None:
        self.asked.add(host)

    def end(self, host: str, now: datetime, pause: timedelta) -> None:
        """The answer came: the host rests for `pause`, and the others come first."""
        self.asked.discard(host)
        self._ready_at.pop(host, None)
        if host not in self._closed:
            self._ready_at[host] = now + pause

    def seconds_to_wait(self, now: datetime) -> float | None:
        """Until some host is ready; None when no host waits for anything but an answer."""
        waiting = [ready for host, ready in self._ready_at.items() if host not in self.asked]
        return max(0.0, (min(waiting) - now).total_seconds()) if waiting else None


def back_off(retry_after: str | None, times: int, now: datetime) -> datetime:
    """Until when a host that said 429 or 503 is left alone: as it asks, else twice as long each time."""
    asked = _retry_after(retry_after, now)
    if asked is None:
        asked = FIRST_BACK_OFF * 2 ** min(times, 12)
    return now + min(max(asked, timedelta(seconds=1)), LONGEST_BACK_OFF)


def _retry_after(value: str | None, now: datetime) -> timedelta | None:
    """RFC 9110, 10.2.3: seconds or a date."""
    text = (value or "").strip()
    if text.isdigit():
        return timedelta(seconds=min(int(text), 10**7))
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now


def is_quiet(quiet_hours: str | None, timezone: str, now: datetime) -> bool:
    """Whether the source wants to be left alone at this moment, by its own clock; spans may cross midnight."""
    if quiet_hours is None:
        return False
    begin, end = read_quiet_hours(quiet_hours)
    clock = now.astimezone(ZoneInfo(timezone)).time()
    return begin <= clock < end if begin <= end else clock >= begin or clock < end
