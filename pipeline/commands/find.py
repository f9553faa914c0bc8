"""`search`, `export`, `serve`: how the corpus is asked."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from pipeline.commands.session import corpus_path, settings
from pipeline.commands.speak import note, print_json, printable, say
from storage.errors import SearchQueryError

if TYPE_CHECKING:
    from storage.search import Filters, SearchHit

Region = Annotated[str | None, typer.Option(help="Kemendagri code; a province includes its regencies.", metavar="CODE")]
Since = Annotated[str | None, typer.Option(help="Published on this day or later.", metavar="YYYY-MM-DD")]
Until = Annotated[str | None, typer.Option(help="Published on this day or before.", metavar="YYYY-MM-DD")]
Source = Annotated[str | None, typer.Option(help="Id of a source.", metavar="ID")]
Official = Annotated[str | None, typer.Option(help="Name of an official, or words of it.", metavar="NAME")]
Regulation = Annotated[str | None, typer.Option(help='A cited instrument: "UU 20/2023".', metavar="ID")]
Topic = Annotated[str | None, typer.Option(help="on: about the neutrality of civil servants; off: not.")]
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def search(
    query: Annotated[str, typer.Argument(help='Words; "a phrase", prefix*, OR, -without.')] = "",
    region: Region = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    official: Official = None,
    regulation: Regulation = None,
    topic: Topic = None,
    limit: Annotated[int, typer.Option(min=1, help="Articles to show, the newest first.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print nothing but JSON.")] = False,
) -> None:
    """Find articles by words and filters."""
    from storage.database import open_corpus
    from storage.search import search as find

    filters = _filters(region, since, until, source, official, regulation, topic)
    with closing(open_corpus(corpus_path(), readonly=True)) as db:
        result = find(db, query, filters, limit=limit)
    if as_json:
        print_json(result)
        return
    for hit in result.hits:
        _print_hit(hit)
    shown = f"{len(result.hits)} of {result.total}" if result.total > len(result.hits) else str(result.total)
    note(f"{shown} articles.")


def export(
    path: Annotated[Path, typer.Argument(help="The ending decides: .csv .jsonl .xlsx .parquet", metavar="PATH")],
    query: Annotated[str, typer.Option(help="Words, as in `search`.")] = "",
    region: Region = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    official: Official = None,
    regulation: Regulation = None,
    topic: Topic = None,
) -> None:
    """Write the articles that a search finds, with their findings and evidence, to a file."""
    from storage.database import open_corpus
    from storage.export import export_articles

    filters = _filters(region, since, until, source, official, regulation, topic)
    with closing(open_corpus(corpus_path(), readonly=True)) as db:
        count = export_articles(db, path, query, filters)
    note(f"{count} articles written to {path}.")


def serve() -> None:
    """Open Datasette on the corpus, until Ctrl-C."""
    from storage.browse import datasette_arguments
    from storage.database import open_corpus

    open_corpus(corpus_path(), readonly=True).close()  # says what is wrong before Datasette would
    host, port = settings().serve_host, settings().serve_port
    arguments = datasette_arguments(corpus_path(), port=port, host=host)
    say(f"Netra is at http://{host}:{port}/ (Ctrl-C ends it).")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606 - our own arguments


def _filters(
    region: str | None,
    since: str | None,
    until: str | None,
    source: str | None,
    official: str | None,
    regulation: str | None,
    topic: str | None,
) -> Filters:
    from storage.search import Filters

    if topic not in (None, "on", "off"):
        raise SearchQueryError(f'--topic "{topic}": write on or off.')
    return Filters(
        region=region,
        since=_day("--since", since),
        until=_day("--until", until),
        source=source,
        official=official,
        regulation=regulation,
        topic=cast(Literal["on", "off"] | None, topic),
    )


def _day(option: str, text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise SearchQueryError(f'{option} "{text}": no day of the calendar; write it as 2024-09-17.') from None


def _print_hit(hit: SearchHit) -> None:
    bold, plain = (BOLD, PLAIN) if sys.stdout.isatty() else ("", "")
    dated = hit.published or f"tanpa tanggal, terlihat {hit.first_seen_at[:10]}"
    say(f"{bold}{printable(hit.title)}{plain}")
    flags = [word for word, on in (("berbayar", hit.sponsored), ("sudah dihapus", hit.gone)) if on]
    say(f"  {dated} · {printable(hit.source_name)} · #{hit.article_id}" + "".join(f" · {flag}" for flag in flags))
    say(f"  {printable(hit.url)}")
    say(f"  {_marked(hit, bold, plain)}")
    for label, found in (("pejabat", hit.officials), ("daerah", hit.regions), ("aturan", hit.instruments)):
        if found:
            say(f"  {label}: {printable(', '.join(found))}")
    say()


def _marked(hit: SearchHit, bold: str, plain: str) -> str:
    """The snippet on one line, the words found in bold on a terminal, in asterisks elsewhere."""
    opening, closing_mark = (bold, plain) if bold else ("*", "*")
    snippet = printable(hit.snippet)  # as long as before: the marks still fit
    parts, position = [], 0
    for start, end in hit.marks:
        parts += [snippet[position:start], opening, snippet[start:end], closing_mark]
        position = end
    return " ".join("".join([*parts, snippet[position:]]).split())
