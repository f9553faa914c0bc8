"""What every command begins with: the settings of the working folder, the registered sources, the folder's guards."""

from __future__ import annotations

import logging
import sys
from functools import cache
from pathlib import Path

from pipeline.settings import Settings, load_settings


@cache
def settings() -> Settings:
    """Settings of the working folder and the environment. Raises SettingsError."""
    return load_settings(Path.cwd())


def corpus_path() -> Path:
    return settings().data_folder / "corpus.db"


def log_to_stderr() -> None:
    """Plain lines with their time, for services and long jobs."""
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
