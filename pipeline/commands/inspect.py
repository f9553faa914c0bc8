"""`sources`, `digest`, `health`: what an operator looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.session import settings
from pipeline.commands.speak import SOURCES_FAILED, note, print_json, print_table, printable, progress, say
from storage.errors import SourceFileError

if TYPE_CHECKING:
    from pipeline.site_look import SiteLook
    from storage.corpus import SourceHealth

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


@sources.command("check")
def check_sources(
    source: Annotated[list[str] | None, typer.Argument(help="Ids of sources; all when none is named.")] = None,
    as_json: Json = False,
) -> None:
    """Try sources without storing anything, and say what they would give."""
    from crawler.registry import choose_sources, load_sources
    from pipeline.site_look import look_at_source

    chosen = choose_sources(load_sources(settings().sources_folder), source or ())
    looks = []
    with progress("look") as tick:
        for done, each in enumerate(chosen, 1):
            looks.append(look_at_source(settings(), each, datetime.now(UTC)))
            tick(done, len(chosen))
    if as_json:
        print_json(looks)
    else:
        for look in looks:
            _print_look(look)
    if not all(look.works for look in looks):
        raise typer.Exit(SOURCES_FAILED)


@sources.command("add")
def add_source(
    url: Annotated[str, typer.Argument(help="The site's homepage.", metavar="URL")],
    region: Annotated[str | None, typer.Option(help="Kemendagri code of the site's region.", metavar="CODE")] = None,
    as_json: Json = False,
) -> None:
    """Find a site's feed, sitemap or API, read three articles, and write its file."""
    from crawler.registry import load_sources
    from pipeline import site_look

    known = load_sources(settings().sources_folder)
    look, path = site_look.add_source(settings(), url, region, known, datetime.now(UTC))
    if as_json:
        print_json({"look": look, "file": path})
    else:
        _print_look(look)
    if path is None:
        raise SourceFileError(f"{url}: nothing was written; no entry gives articles that can be read.")
    note(f"{path} is written. Look at it, then: python -m pipeline crawl {look.source_id}")


def _print_look(look: SiteLook) -> None:
    say(f"{look.source_id}  {look.homepage}" + (f"  {look.problem}" if look.problem else ""))
    for each in look.candidates:
        chosen = "*" if each == look.chosen else " "
        told = each.problem or f"{each.pages} pages, {each.dated} with a date"
        say(f" {chosen} {each.engine:<9} {each.url}  {told}")
    for sample in look.samples:
        say(f"   {printable(sample.title) if sample.title else sample.problem}  {sample.url}")
        if sample.first_words:
            say(f"     {sample.published or 'no date'}  {printable(sample.first_words)} …")
    say()


@digest.command("preview")
def preview_digest() -> None:
    """Write this week's digest as HTML and text, sending nothing."""
    from pipeline.service_jobs import render_digest_of_the_week

    for path in render_digest_of_the_week(settings(), datetime.now(UTC)):
        say(str(path))


def health(as_json: Json = False) -> None:
    """Per source: since when it is silent, what it promised and gave, and what failed for which reason."""
    from pipeline.health import check_health

    found = check_health(settings().data_folder, datetime.now(UTC))
    if as_json:
        print_json(found)
    else:
        _print_health(found)
    troubled = [each for each in found if each.troubled]
    for each in troubled:
        note(f"{each.source_id}: {each.state} since {each.silent_since}: {each.note}")
    if troubled:
        raise typer.Exit(SOURCES_FAILED)


def _print_health(found: Sequence[SourceHealth]) -> None:
    columns = (
        *("source", "state", "silent since", "last success", "last article", "articles", "this week", "promised"),
        *("no date", "no author", "rejected", "failed", "note"),
    )
    rows = [
        (s.source_id, s.state, s.silent_since, s.last_success_at, s.last_article_at, s.articles, s.articles_this_week,
         None if s.promised is None else f"{s.promised:g}", _percent(s.without_date), _percent(s.without_author),
         s.rejected, s.failed, s.note)
        for s in found
        if s.state != "never-fetched"
    ]  # fmt: skip
    print_table("Sources", columns, rows)
    if len(rows) < len(found):
        say(f"Registered and not crawled yet: {len(found) - len(rows)} more.")
    reasons = [
        (s.source_id, kind, reason, count)
        for s in found
        for kind, counts in (("rejected", s.rejected_by_reason), ("not fetched", s.failed_by_reason))
        for reason, count in counts.items()
    ]
    if reasons:
        print_table("Reasons", ("source", "what", "reason", "pages"), reasons)
    checks = [(s.source_id, printable(told)) for s in found for told in s.failed_checks]
    if checks:
        print_table("Checks that the last crawl did not pass", ("source", "what"), checks)


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share:.0%}"
