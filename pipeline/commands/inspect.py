"""`sources`, `digest`, `health`: what an operator looks at."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from pipeline.commands.session import corpus_path, settings
from pipeline.commands.speak import print_json, print_table, say
from storage.errors import CorpusError

Json = Annotated[bool, typer.Option("--json", help="Print nothing but JSON.")]
sources = typer.Typer(no_args_is_help=True, help="The registered sources.")
digest = typer.Typer(no_args_is_help=True, help="The weekly digest.")


@sources.command("list")
def list_sources(as_json: Json = False) -> None:
    """Every registered source with its status."""
    from crawler.registry import load_sources

    found = load_sources(settings().sources_folder)
    if as_json:
        print_json(found)
        return
    columns = ("id", "name", "kind", "region", "engine", "schedule", "status")
    print_table(f"{len(found)} sources", columns, [[getattr(s, name) for name in columns] for s in found])


@digest.command("preview")
def preview_digest() -> None:
    """Write this week's digest as HTML and text, sending nothing."""
    from pipeline.service_jobs import render_digest_of_the_week

    for path in render_digest_of_the_week(settings(), datetime.now(UTC)):
        say(str(path))


def health(as_json: Json = False) -> None:
    """Silent sources, broken promises, rejections and failures by reason."""
    from storage.corpus import Corpus

    if not corpus_path().exists():
        raise CorpusError(f"{corpus_path()}: there is no corpus yet. `python -m pipeline run` collects one.")
    with Corpus.open(corpus_path()) as corpus:
        states = corpus.check_sources(datetime.now(UTC))
        counts = {each.source_id: each for each in corpus.source_counts()}
    if as_json:
        print_json([{"health": state, "counts": counts.get(state.source_id)} for state in states])
        return
    columns = ("source", "state", "last fetched", "last article", "articles", "this week", "rejected", "failed", "note")
    rows = [
        (s.source_id, s.state, s.last_fetched_at, s.last_article_at, s.articles, s.articles_this_week, s.rejected,
         s.failed, s.note)
        for s in states
    ]  # fmt: skip
    print_table("Sources", columns, rows)
    reasons = [
        (each.source_id, kind, reason, count)
        for each in counts.values()
        for kind, found in (("rejected", each.rejected), ("not fetched", each.failed))
        for reason, count in found.items()
    ]
    print_table("Reasons", ("source", "what", "reason", "pages"), reasons)
