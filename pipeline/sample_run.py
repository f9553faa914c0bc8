"""The sample newsroom as the thing that is crawled: its ports, its source files, and which edition comes next."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from crawler.registry import Source, load_sources
from pipeline.sample import serve_newsroom, write_sources
from storage.errors import SettingsError

MARK = "holds-the-sample-newsroom"  # its content is the edition that the next run serves
LAST_EDITION = 2


@dataclass(frozen=True, slots=True)
class SampleSources:
    edition: int
    sources: tuple[Source, ...]
    folder: Path
    hosts: tuple[str, ...]  # host:port, the only ones on loopback that may be crawled


@contextmanager
def sample_newsroom(data_folder: Path, first_port: int) -> Iterator[SampleSources]:
    """Serve the edition that is due. Raises SettingsError when a port is taken, or the folder holds real pages."""
    mark = data_folder / MARK
    if not mark.exists() and (data_folder / "archive.db").exists():
        raise SettingsError(
            f"{data_folder} holds pages of real sites; the sample newsroom would mix invented persons with them. "
            "Give the sample a folder of its own: NETRA_DATA_FOLDER=data-sample python -m pipeline run --sample"
        )
    edition = int(mark.read_text(encoding="ascii")) if mark.exists() else 1
    data_folder.mkdir(parents=True, exist_ok=True)
    mark.write_text(str(edition), encoding="ascii")
    with serve_newsroom(edition, first_port=first_port) as newsroom, tempfile.TemporaryDirectory() as folder:
        write_sources(newsroom, Path(folder))
        hosts = tuple(urlsplit(base).netloc for base in newsroom.sites.values())
        yield SampleSources(edition, load_sources(Path(folder)), Path(folder), hosts)
    mark.write_text(str(min(edition + 1, LAST_EDITION)), encoding="ascii")


def refuse_sample_folder(data_folder: Path) -> None:
    """Raises SettingsError where real pages would join the sample newsroom's."""
    if (data_folder / MARK).exists():
        raise SettingsError(
            f"{data_folder} holds the sample newsroom, whose persons are invented; real pages must not join them. "
            'Name another folder (data_folder = "…" in netra.toml, or NETRA_DATA_FOLDER), or delete this one.'
        )
