"""`make bench`: prints how fast each stage is on this machine; no test depends on it."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

from tests.benchmarks import analysis, collection, crawling, extraction, fts


def main(reference: Path) -> None:
    """Print the machine, then each stage's figures."""
    sys.stdout.write(f"{_machine()}\n")
    for part in (extraction, analysis, collection, crawling, fts):
        sys.stdout.write(f"\n{part.__doc__.splitlines()[0]}\n")
        sys.stdout.flush()
        part.main(reference)


def _machine() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.processor()
    return (
        f"{max(len(models), 1)} × {model}, {platform.system()} {platform.release()}, Python {platform.python_version()}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
