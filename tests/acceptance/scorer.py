"""The reference folder's own scorer, loaded from there so that nobody measures with another rule."""

from __future__ import annotations

import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType


def load_scorer(reference: Path) -> ModuleType:
    """`bin/score` of the reference folder as a module; no bytecode is written beside it."""
    loader = SourceFileLoader("reference_scorer", str(reference / "bin" / "score"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    wrote, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = wrote
    return module


def token_f1(gold: str, found: str) -> float:
    """F1 of two bags of words."""
    from collections import Counter

    a, b = (Counter(text.lower().split()) for text in (gold, found))
    common = sum((a & b).values())
    return 2 * common / (a.total() + b.total()) if a or b else 1.0
