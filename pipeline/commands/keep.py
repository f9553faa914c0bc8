"""`archive`, `corpus`: evidence, and what is taken away from readers."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from pipeline.commands.session import corpus_path, settings
from pipeline.commands.speak import note, print_json, print_table, say
from pipeline.run_lock import run_lock
from storage.errors import ArchiveError, CorpusError, InputFileError

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
def list_captures(
    source: Annotated[str | None, typer.Option(help="Id of a source.", metavar="ID")] = None,
    url: Annotated[str | None, typer.Option(help="One address: every time it was fetched.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Answers to show, the newest first.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help="Print nothing but JSON.")] = False,
) -> None:
    """Which answers are archived, and where their bytes lie."""
    from storage.archive import Archive
    from storage.evidence import captures

    with Archive.open(settings().data_folder, readonly=True) as opened:
        found = captures(opened.db, source_id=source, url=url, limit=limit)
    if as_json:
        print_json(found)
        return
    columns = ("fetched", "status", "bytes", "sha256", "record", "url")
    rows = [
        (
            f"{c.fetched_at:%Y-%m-%d %H:%M:%SZ}",
            c.status,
            c.bytes,
            c.sha256[:12],
            f"{c.warc_file}@{c.warc_offset}",
            c.url,
        )
        for c in found
    ]
    print_table(f"{len(found)} archived answers", columns, rows)


@archive.command("get")
def get_page(
    url: Annotated[str, typer.Argument(help="The address, as `archive list` prints it.", metavar="URL")],
    at: Annotated[str | None, typer.Option(help="The page as it stood then.", metavar="TIME")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file, in place of stdout.")] = None,
) -> None:
    """Write an archived page byte for byte; on stderr when it was fetched and its sha256."""
    from storage.archive import Archive
    from storage.evidence import capture_at

    with Archive.open(settings().data_folder, readonly=True) as opened:
        capture = capture_at(opened.db, url, _moment(at))
        body = opened.page(capture.page_id).body
    if output is None:
        sys.stdout.buffer.write(body)
        sys.stdout.flush()
    else:
        try:
            output.write_bytes(body)
        except OSError as error:
            raise InputFileError(f"{output}: cannot be written: {error.strerror}.") from None
    note(f"fetched {capture.fetched_at.isoformat()} status {capture.status} sha256 {capture.sha256}")
    note(f"{settings().data_folder / 'archive' / capture.warc_file}, record at byte {capture.warc_offset}")


@archive.command("verify")
def verify_archive(as_json: Annotated[bool, typer.Option("--json", help="Print nothing but JSON.")] = False) -> None:
    """Hash every archived record again, and name each that is damaged."""
    from storage.archive import Archive
    from storage.verification import verify

    with Archive.open(settings().data_folder, readonly=True) as opened:
        verified = verify(opened)
    if as_json:
        print_json(verified)
    else:
        for damage in verified.damages:
            say(f"{damage.file} at byte {damage.offset}: {damage.problem} {damage.url or ''}".rstrip())
        say(f"{verified.records} records of {verified.pages} pages in {verified.files} files were read again.")
    if verified.damages:
        raise ArchiveError(
            f"{len(verified.damages)} records are damaged. Restore the named files from a backup; "
            "pages whose records are gone are fetched again when their site shows them as changed."
        )


@archive.command("politeness")
def politeness(
    host: Annotated[str, typer.Argument(help="As in an address, with the port where there is one.", metavar="HOST")],
    as_json: Annotated[bool, typer.Option("--json", help="Print nothing but JSON.")] = False,
) -> None:
    """What a site was asked, when, why and how many bytes it sent: a log for its administrator."""
    from storage.archive import Archive
    from storage.verification import requests_to

    with Archive.open(settings().data_folder, readonly=True) as opened:
        requests = requests_to(opened, host)
    if as_json:
        print_json(requests)
        return
    rows = [(f"{r.asked_at:%Y-%m-%d %H:%M:%SZ}", r.why, r.status, r.reason, r.bytes, r.url) for r in requests]
    total = sum(request.bytes for request in requests)
    title = f"{host}: {len(requests)} requests, {total:,} bytes"
    print_table(title, ("asked", "why", "status", "problem", "bytes", "address"), rows)


def _moment(text: str | None) -> datetime | None:
    """A day (its end) or a moment, in the zone of the settings where none is written."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ArchiveError(f'--at "{text}": no time; write 2024-09-17 or 2024-09-17T08:30+07:00.') from None
    if len(text) == len("2024-09-17"):
        moment = datetime.combine(moment, time.max)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(settings().timezone))
