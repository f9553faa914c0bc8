"""`archive`, `corpus`: evidence, and what is taken away from readers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from pipeline.commands.session import corpus_path, settings
from pipeline.commands.speak import note
from pipeline.run_lock import run_lock
from storage.errors import CorpusError

archive = typer.Typer(no_args_is_help=True, help="The pages as they were fetched.")
corpus = typer.Typer(no_args_is_help=True, help="Articles and findings.")


@corpus.command("withhold")
def withhold(
    what: Annotated[str, typer.Argument(help="An article's number, or statement:12, allegation:3 …", metavar="ID")],
    reason: Annotated[str, typer.Option(help="Why: a correction, a court, a person's right of reply.")],
) -> None:
    """Hide an article or a finding from every reader; the archive keeps the page."""
    from storage.corpus import Corpus

    kind, _, number = what.rpartition(":")
    if not number.isdecimal():
        raise CorpusError(f'"{what}" is no number of an article or finding; write 12, or statement:12.')
    if not corpus_path().exists():
        raise CorpusError(f"{corpus_path()}: there is no corpus yet. `python -m pipeline run` collects one.")
    with run_lock(settings().data_folder), Corpus.open(corpus_path()) as opened:
        opened.withhold(kind or "article", int(number), reason=reason, at=datetime.now(UTC))
    note(f"{kind or 'article'} {number} is withheld.")


@archive.command("list")
def list_runs() -> None:
    """x"""
