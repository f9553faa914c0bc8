"""`run`, `crawl`, `process`, `schedule`: the commands that fetch and read."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.commands.session import log_to_stderr, settings
from pipeline.commands.speak import SOURCES_FAILED, note, print_json, progress, say
from pipeline.run_lock import run_lock

if TYPE_CHECKING:
    from crawler.registry import Source
    from pipeline.jobs import ProcessReport

Json = Annotated[bool, typer.Option("--json", help="Print nothing but JSON.")]
SourceIds = Annotated[list[str] | None, typer.Argument(help="Ids of sources; all that are active when none is named.")]


def run(
    sample: Annotated[bool, typer.Option("--sample", help="Use the built-in sample newsroom, on loopback.")] = False,
    as_json: Json = False,
) -> None:
    """Crawl the registered sources once, read what came, and say what was found."""
    if sample:
        _run_sample(as_json)
        return
    sources = _registered(None)
    _collect(sources, settings().sources_folder, (), as_json)


def crawl(source: SourceIds = None) -> None:
    """Fetch what is new into the archive, without reading it."""
    from pipeline import jobs

    sources = _registered(source)
    with run_lock(settings().data_folder), progress("crawl") as tick:
        jobs.crawl(settings(), sources, settings().sources_folder, tick=tick)


def process(
    again: Annotated[bool, typer.Option("--again", help="All pages, also those that were read before.")] = False,
) -> None:
    """Extract and analyse what is pending in the archive."""
    from crawler.registry import load_sources

    with run_lock(settings().data_folder):
        report = _process(load_sources(settings().sources_folder), again=again)
    say(", ".join(f"{count} {outcome}" for outcome, count in sorted(report.outcomes.items())) or "Nothing is pending.")
    _exit_for(report)


def schedule() -> None:
    """Run as a service: every source by its own schedule, the digest once a week, until SIGTERM or Ctrl-C."""
    from pipeline.schedule import Service, digest_job, source_job
    from pipeline.service_jobs import collect_one, last_runs, render_digest_of_the_week

    log_to_stderr()
    sources = {source.id: source for source in _registered(None)}
    service = Service(settings().timezone)
    for wish in (signal.SIGTERM, signal.SIGINT):
        signal.signal(wish, lambda *_: service.stop())
    with run_lock(settings().data_folder):
        jobs = [
            source_job(source, lambda source_id: collect_one(settings(), sources[source_id], service.stopping))
            for source in sources.values()
        ]
        jobs.append(digest_job(settings(), lambda: render_digest_of_the_week(settings(), datetime.now(UTC))))
        service.start(jobs, last_runs(settings()), datetime.now(UTC))
        service.wait()
    note("Stopped; nothing was left half done.")


def _run_sample(as_json: bool) -> None:
    from pipeline.sample_run import sample_newsroom

    with sample_newsroom(settings().data_folder, settings().sample_first_port) as newsroom:
        note(f"The sample newsroom serves its edition {newsroom.edition} of {len(newsroom.sources)} sites on loopback.")
        _collect(newsroom.sources, newsroom.folder, newsroom.hosts, as_json)


def _registered(ids: Sequence[str] | None) -> tuple[Source, ...]:
    from crawler.registry import choose_sources, load_sources
    from pipeline.sample_run import refuse_sample_folder

    refuse_sample_folder(settings().data_folder)
    return choose_sources(load_sources(settings().sources_folder), ids or ())


def _collect(sources: Sequence[Source], folder: Path, allow_hosts: Sequence[str], as_json: bool) -> None:
    """Crawl, process, print the summary and render this week's digest."""
    from pipeline import jobs
    from pipeline.service_jobs import render_digest_of_the_week
    from pipeline.summary import print_summary, summary_of

    began = datetime.now(UTC)
    with run_lock(settings().data_folder):
        with progress("crawl") as tick:
            jobs.crawl(settings(), sources, folder, allow_hosts=allow_hosts, tick=tick)
        report = _process(sources)
        summary = summary_of(settings().data_folder, began)
        digest = render_digest_of_the_week(settings(), datetime.now(UTC))
    if as_json:
        print_json({**summary.as_dict(), "digest": [str(path) for path in digest]})
    else:
        print_summary(summary)
        say(f"\nThis week's digest: {digest[0]} and {digest[1].name}")
        say("Search:  .venv/bin/python -m pipeline search netralitas")
        say("Browse:  make serve")
    if summary.failed_sources:
        note(f"Failed: {', '.join(summary.failed_sources)}. `python -m pipeline health` says more.")
        raise typer.Exit(SOURCES_FAILED)
    _exit_for(report)


def _process(sources: Sequence[Source], *, again: bool = False) -> ProcessReport:
    from pipeline import jobs

    with progress("read") as tick:
        return jobs.process(settings().data_folder, sources, again=again, tick=tick)


def _exit_for(report: ProcessReport) -> None:
    if report.broken:
        note(f"{len(report.broken)} pages could not be read and stay pending; the log above says why.")
        raise typer.Exit(SOURCES_FAILED)
