"""The whole way on the sample newsroom: articles a second, and bytes of a second crawl over bytes of the first."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from storage.archive import Archive
from storage.corpus import Corpus


def main(reference: Path) -> None:
    """Run the main job twice on the same edition, in a folder that is thrown away."""
    del reference
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        seconds = [_run(data, edition="1") for _ in range(2)]
        with Archive.open(data, readonly=True) as archive, Corpus.open(data / "corpus.db") as corpus:
            second, first = (sum(source.bytes for source in run.sources) for run in archive.runs(newest=2))
            articles = corpus.counts().articles
    sys.stdout.write(
        f"  first run: {articles} articles in {seconds[0]:.1f} s, {articles / seconds[0]:.1f} articles/s\n"
    )
    sys.stdout.write(f"  second run: {seconds[1]:.1f} s\n")
    sys.stdout.write(f"  bytes: {first:,} in the first crawl, {second:,} in the second: {second / first:.2%}\n")


def _run(data: Path, edition: str) -> float:
    mark = data / "holds-the-sample-newsroom"
    if mark.exists():
        mark.write_text(edition, encoding="ascii")
    began = time.perf_counter()
    environment = os.environ | {"NETRA_DATA_FOLDER": str(data), "NETRA_SAMPLE_FIRST_PORT": "18711"}
    subprocess.run(
        [sys.executable, "-m", "pipeline", "run", "--sample"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began
