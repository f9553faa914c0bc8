"""Writes the sample newsroom's source files with the addresses that its sites were given."""

from __future__ import annotations

from pathlib import Path

from pipeline.sample.content import HERE, SITE_IDS
from pipeline.sample.server import Newsroom


def write_sources(newsroom: Newsroom, folder: Path) -> tuple[Path, ...]:
    """One TOML file for each site in `folder`, the placeholder host replaced by host and port."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for site in SITE_IDS:
        (template,) = (HERE / "sources").glob(f"{site}-*.toml")
        text = template.read_text(encoding="utf-8").replace(f"http://{site}.sample.invalid", newsroom.sites[site])
        target = folder / template.name.removeprefix(f"{site}-")
        target.write_text(text, encoding="utf-8")
        written.append(target)
    return tuple(written)
