"""The layers hold: every import points down, and only one package knows each great library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_imports_point_down():
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


def test_an_import_that_points_up_is_found(tmp_path):
    for package in ("pipeline", "crawler", "nlp", "storage"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    (tmp_path / "pipeline" / "jobs.py").touch()
    (tmp_path / "storage" / "search.py").write_text("import pipeline.jobs\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    result = lint_imports(tmp_path)
    assert result.returncode != 0
    assert "storage.search -> pipeline.jobs" in result.stdout


def test_sql_and_the_environment_have_one_home():
    """What import-linter cannot see: SQL written in a string elsewhere, or the environment read below the top."""
    for package, word in (
        ("pipeline", ".execute("),
        ("nlp", ".execute("),
        ("nlp", "os.environ"),
        ("storage", "os.environ"),
    ):
        for module in (ROOT / package).rglob("*.py"):
            assert word not in module.read_text(encoding="utf-8"), f"{module} uses {word}"
