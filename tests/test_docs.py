"""Documents that fail when they lie: generated pages, links, and the commands that the README names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from pipeline.cli import app
from pipeline.reference_pages import FOLDER, reference_pages

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize(("name", "text"), reference_pages().items())
def test_generated_pages_are_current(name, text):
    assert (FOLDER / name).read_text(encoding="utf-8") == text, "Run `make docs` and commit what it wrote."


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_the_documents_exist(page: Path):
    for words in re.findall(r"python -m pipeline ((?:[a-z]+ ?)+)", page.read_text(encoding="utf-8")):
        command = get_command(app)
        for word in words.split():
            children = getattr(command, "commands", None)
            if children is None:
                break  # arguments follow
            assert word in children, f"{page.name}: `python -m pipeline {words}`: there is no {word}"
            command = children[word]


def test_make_targets_in_the_documents_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        for target in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8")):
            assert target in targets, f"{page.name} names `make {target}`"
