"""Settings: one documented table, read from `netra.toml` and NETRA_* variables; an unknown one is an error."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import available_timezones

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from storage.errors import SettingsError

FILE_NAME = "netra.toml"
PREFIX = "NETRA_"


class Settings(BaseModel):
    """Every setting with its default; units stand in the names, paths are relative to the working folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_folder: Path = Field(Path("data"), description="Where everything that a run writes is kept.")
    sources_folder: Path = Field(Path("crawler/sources"), description="The registered sources, one TOML file each.")
    contact: str = Field(
        "", description="E-mail or web address printed in the User-Agent; crawling real sites needs one."
    )
    timezone: str = Field("Asia/Jakarta", description="Zone of schedules, of the digest and of what readers see.")
    allow_hosts: tuple[str, ...] = Field(
        (), description="Loopback or private `host:port` that may be crawled all the same; for tests and sample sites."
    )
    download_delay_seconds: float = Field(
        2.0, ge=0, description="Least time between two requests to one site; a site's Crawl-delay may lengthen it."
    )
    serve_host: str = Field("127.0.0.1", description="Address that `serve` listens on.")
    serve_port: int = Field(8001, ge=1, le=65535, description="Port that `serve` listens on.")
    sample_first_port: int = Field(
        8711, ge=1, le=65500, description="The sample newsroom listens on this port and the next ones."
    )
    digest_weekday: str = Field("mon", description="Day on which the weekly digest is rendered: mon … sun.")
    digest_hour: int = Field(6, ge=0, le=23, description="Hour of that day, in `timezone`.")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError(f'"{value}" is no time zone; Indonesia has Asia/Jakarta, Asia/Makassar, Asia/Jayapura')
        return value

    @field_validator("digest_weekday")
    @classmethod
    def _known_weekday(cls, value: str) -> str:
        days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        if value not in days:
            raise ValueError(f'"{value}" is no weekday; use one of {", ".join(days)}')
        return value


def load_settings(folder: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Defaults, then `folder`/netra.toml, then the environment. Raises SettingsError naming where and what."""
    environment = os.environ if environment is None else environment
    values = _from_file(folder / FILE_NAME) | _from_environment(environment)
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "?"
        where = PREFIX + name.upper() if PREFIX + name.upper() in environment else f"{FILE_NAME}: {name}"
        raise SettingsError(f"{where}: {_reason(first)}") from None


def _reason(error: Mapping[str, object]) -> str:
    if error["type"] == "extra_forbidden":
        return f"there is no such setting. Known: {', '.join(Settings.model_fields)}."
    return str(error["msg"]).removeprefix("Value error, ") + "."


def _from_file(path: Path) -> dict[str, object]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not a TOML file: {error}.") from None


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for variable, text in environment.items():
        if variable.startswith(PREFIX):
            name = variable.removeprefix(PREFIX).lower()
            is_list = name == "allow_hosts"
            values[name] = [part for part in text.replace(",", " ").split() if part] if is_list else text
    return values
