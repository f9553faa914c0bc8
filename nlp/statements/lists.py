"""The small words of attribution, out of `lexicon/statement_words.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

WORDS_FILE = Path(__file__).parent.parent / "lexicon" / "statement_words.toml"


def _read() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(WORDS_FILE.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}


WORDS_OF = _read()
