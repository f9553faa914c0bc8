"""`make accept`: measures against a reference folder; exit status 0 with a message where there is none."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.acceptance import findings, kills, pages, seeds, wordpress


def main(reference: Path) -> int:
    """Run every measurement; 1 when a floor or a target was missed."""
    if not (reference / "gold" / "GUIDE.md").is_file():
        sys.stdout.write(f"No reference folder at {reference}: nothing to measure. Name one with REFERENCE=…\n")
        return 0
    missed = [part.__name__ for part in (seeds, pages, findings, kills, wordpress) if part.main(reference)]
    sys.stdout.write(f"\nBelow its floors: {', '.join(missed)}\n" if missed else "\nEvery floor and target is met.\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")))
