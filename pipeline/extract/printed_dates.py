"""Dates as Indonesian pages print them: "Selasa (17/9/2024)", "Rabu, 23 Oktober 2024, 14.17 Wita"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

_MONTHS = {
    "januari": 1, "january": 1, "jan": 1, "februari": 2, "pebruari": 2, "february": 2, "feb": 2, "peb": 2, "maret": 3,
    "march": 3, "mar": 3, "mrt": 3, "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "june": 6, "jun": 6, "juli": 7,
    "july": 7, "jul": 7, "agustus": 8, "august": 8, "agu": 8, "agt": 8, "ags": 8, "agst": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "oktober": 10, "october": 10, "okt": 10, "oct": 10, "november": 11, "nopember": 11, "nov": 11,
    "nop": 11, "desember": 12, "december": 12, "des": 12, "dec": 12,
}  # fmt: skip
_ZONES = {"wib": 7, "wita": 8, "wit": 9}

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_TIME = (
    r"(?:(?:\s*(?:[,|/•·–—-]|(?:pukul|jam)(?:\s*:)?|at|pkl\.?|@|\())*\s*"
    r"(?P<hour>[01]?\d|2[0-3])\s?[:.]\s?(?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?!\d)"
    r"\s*(?P<half>[ap]\.?m\.?\b)?\s*(?P<zone>wib|wita|wit)?\b)?"
)
# "17 September 2024", "17-Sep-2024", "1st October, 2024"
_DAY_MONTH_YEAR = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[\s./-]+(?P<m1>{_MONTH})\.?,?[\s./-]+(?P<y1>{_YEAR})"
# "January 25, 2024"
_MONTH_DAY_YEAR = rf"(?P<m2>{_MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>{_YEAR})"
# "17/9/2024", "17-09-2024", "17.09.2024": day first, as Indonesia writes
_NUMERIC = r"(?P<d3>\d{1,2})\s?(?P<s3>[/.-])\s?(?P<m3>\d{1,2})\s?(?P=s3)\s?(?P<y3>(?:19|20)\d\d|\d\d(?!\d))"
# "2024-09-17", "2024/09/17"
_YEAR_FIRST = rf"(?P<y4>{_YEAR})(?P<s4>[/.-])(?P<m4>\d{{1,2}})(?P=s4)(?P<d4>\d{{1,2}})"
_DATE = re.compile(
    rf"(?<![\d/.-])(?:{_YEAR_FIRST}|{_DAY_MONTH_YEAR}|{_NUMERIC}|(?<![a-z]){_MONTH_DAY_YEAR})(?![\d/]|\.\d{{3}})[T)\]]?{_TIME}",
    re.I,
)
_TIME_BEFORE = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)\s*(?P<zone>wib|wita|wit)?\s*[,|/•·–-]*\s*(?:\w+,?\s*)?$", re.I
)
_RELATIVE = re.compile(r"\b(?P<count>\d{1,3}|se)\s?(?P<unit>menit|jam|hari|minggu|pekan) (?:yang )?lalu\b", re.I)
# A date that belongs to something else: "Nomor 5 tanggal …", "diperbarui …"
_UPDATED = re.compile(
    r"(?:diperbarui|diperbaharui|perbaruan|pembaruan|update[d]?|modified|diubah|diedit|last edited|"
    r"terakhir)\W*(?:\w+\W+){0,3}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """One date in a text; `moment` has the printed zone, or none where none is printed."""

    value: date
    moment: datetime | None
    zone_printed: bool
    printed: str
    start: int
    updated: bool  # the words before say that it is the date of a change


def find_printed_dates(text: str) -> Iterator[PrintedDate]:
    """Every full date in a short text, in order; impossible ones ("31/02/2024") are left out."""
    text = text.replace("’", "'").replace("`", "'")
    for found in _DATE.finditer(text):
        value = _date_of(found)
        if value is None:
            continue
        hour_match: re.Match[str] | None = (
            found if found["hour"] else _TIME_BEFORE.search(text[max(0, found.start() - 40) : found.start()])
        )
        moment = _moment(value, hour_match) if hour_match else None
        yield PrintedDate(
            value=value,
            moment=moment,
            zone_printed=moment is not None and moment.tzinfo is not None,
            printed=found.group().strip(" ,|/-–—()"),
            start=found.start(),
            updated=_UPDATED.search(text[max(0, found.start() - 60) : found.start()]) is not None,
        )


def read_iso(text: str) -> tuple[date, datetime | None] | None:
    """A machine-written date: ISO 8601 and its usual breaches ("2015-11-05 T10:08:58Z", "2023-11-02T20-59-53Z")."""
    found = _ISO.match(text.strip())
    if not found:
        return None
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
        if found["H"] is None:
            return day, None
        clock = time(int(found["H"]) % 24, int(found["M"]), int(found["S"] or 0))
    except ValueError:
        return None
    return day, datetime.combine(day, clock, tzinfo=_offset(found["zone"]))


_ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)[-/]?(?P<m>\d\d?)[-/]?(?P<d>\d\d?)"
    r"(?:(?:\s*T\s*|\s+|\s*,\s*)(?P<H>\d\d?)[:.\-]?(?P<M>\d\d)(?:[:.\-]?(?P<S>\d\d))?(?:[.,]\d+)?\s*"
    r"(?P<zone>Z|UTC|GMT|WIB|WITA|WIT|[+-]\d\d:?\d\d|[+-]\d\d)?)?",
    re.I,
)


def _offset(zone: str | None) -> tzinfo | None:
    if not zone:
        return None
    name = zone.lower()
    if name in ("z", "utc", "gmt"):
        return UTC
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name]))
    digits = name[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    if minutes > 14 * 60:
        return None
    return timezone(timedelta(minutes=minutes if name[0] == "+" else -minutes))


def _date_of(found: re.Match[str]) -> date | None:
    if found["y1"]:
        year, month, day = int(found["y1"]), _MONTHS[found["m1"].lower()], int(found["d1"])
    elif found["y2"]:
        year, month, day = int(found["y2"]), _MONTHS[found["m2"].lower()], int(found["d2"])
    elif found["y3"]:
        year, month, day = int(found["y3"]), int(found["m3"]), int(found["d3"])
        year += 2000 if year < 100 else 0
        if month > 12 >= day:  # 9/17/2024: an American theme
            month, day = day, month
    else:
        year, month, day = int(found["y4"]), int(found["m4"]), int(found["d4"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(value: date, found: re.Match[str]) -> datetime | None:
    groups = found.groupdict()
    hour = int(groups["hour"])
    half = (groups.get("half") or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    zone = _offset(groups.get("zone"))
    return datetime.combine(value, time(hour, int(groups["minute"]), int(groups.get("second") or 0)), tzinfo=zone)
