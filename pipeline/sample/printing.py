"""How the sample sites print: the template environment and Indonesian dates."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline.sample.content import HERE

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def template_environment() -> Environment:
    """Jinja over pipeline/sample/templates, escaping everything that the articles bring."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"hari": day_in_words, "tanggal": date_in_words, "iso": datetime.isoformat}
    environment.filters |= {"rfc822": format_datetime, "zulu": zulu}
    return environment


def date_in_words(moment: datetime) -> str:
    """17 September 2024"""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def day_in_words(moment: datetime) -> str:
    """Selasa, 17 September 2024"""
    return f"{WEEKDAYS[moment.weekday()]}, {date_in_words(moment)}"


def zulu(moment: datetime) -> str:
    """2024-09-17T02:30:00Z"""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
