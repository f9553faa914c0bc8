"""Writes docs/reference/*.md from the code: commands, settings, tables, and the closed lists of reasons."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer
from pydantic_core import PydanticUndefined

from crawler.failures import REASONS
from pipeline.cli import app
from pipeline.extract import REJECTION_REASONS
from pipeline.settings import PREFIX, Settings
from storage.tables import described_tables

FOLDER = Path(__file__).parent.parent / "docs" / "reference"
HEAD = "<!-- Written by `make docs`; change the code, not this page. -->\n\n"


def reference_pages() -> dict[str, str]:
    """File name → the page as it should stand."""
    pages = {
        "commands.md": _commands(),
        "settings.md": _settings(),
        "tables.md": _tables(),
        "reasons.md": _reasons(),
    }
    return {name: HEAD + text for name, text in pages.items()}


def _commands() -> str:
    parts = ["# Commands\n"]
    command = typer.main.get_command(app)
    for path, each in _walk(command, "python -m pipeline"):
        usage = " ".join(part for part in each.collect_usage_pieces(typer.Context(each, info_name=path)))
        parts.append(f"\n## `{path}`\n\n{(each.help or '').strip()}\n\n    {path} {usage}\n")
        for parameter in each.params:
            names = ", ".join(f"`{name}`" for name in parameter.opts) if parameter.param_type_name == "option" else ""
            label = names or f"`{parameter.metavar or parameter.name.upper()}`"
            if text := getattr(parameter, "help", None):
                parts.append(f"\n- {label}: {text}")
        parts.append("\n")
    return "".join(parts)


def _walk(command: Any, path: str) -> list[tuple[str, Any]]:
    children = getattr(command, "commands", None)
    if children is None:
        return [(path, command)]
    return [found for name, child in children.items() for found in _walk(child, f"{path} {name}")]


def _settings() -> str:
    lines = [
        "# Settings\n",
        f"\nIn `netra.toml` in the working folder, or as `{PREFIX}*` in the environment, which wins.\n",
        "\n| setting | default | meaning |\n|---|---|---|\n",
    ]
    for name, info in Settings.model_fields.items():
        default = "" if info.default is PydanticUndefined else f"`{info.default}`"
        lines.append(f"| `{name}` | {default} | {info.description} |\n")
    return "".join(lines)


def _tables() -> str:
    lines = ["# Tables of corpus.db\n"]
    for table in described_tables():
        lines.append(f"\n## {table.name}\n\n{table.text.english}\n\n| column | meaning |\n|---|---|\n")
        lines += [f"| `{name}` | {column.english} |\n" for name, column in table.columns.items()]
    return "".join(lines)


def _reasons() -> str:
    return (
        "# Reasons\n\n"
        + _list("A page that was fetched and gave no article", REJECTION_REASONS)
        + "\n"
        + _list("An address that gave no page", REASONS)
    )


def _list(title: str, reasons: Mapping[str, str]) -> str:
    rows = "".join(f"| `{reason}` | {meaning} |\n" for reason, meaning in reasons.items())
    return f"## {title}\n\n| reason | meaning |\n|---|---|\n{rows}"


def main() -> None:
    """Write every page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in reference_pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{FOLDER.relative_to(Path.cwd())}/{name}\n")


if __name__ == "__main__":
    main()
