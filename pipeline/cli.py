"""The command line: every command; the one place where an error becomes a message and an exit status.

Exit status: 0 done; 1 the user can mend it, the message says how; 2 wrong usage; 3 some sources failed.
"""

from __future__ import annotations

import os
import signal
import sys

import typer

from pipeline.commands import collect, find, inspect, keep, text
from storage.errors import NetraError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Netra collects coverage of the neutrality of civil servants in elections and finds who said what about it.",
)
app.command()(collect.run)
app.command()(collect.crawl)
app.command()(collect.process)
app.command()(collect.schedule)
app.command()(find.search)
app.command()(find.export)
app.command()(find.serve)
app.command()(inspect.health)
app.command()(text.extract)
app.command()(text.analyse)
app.add_typer(inspect.sources, name="sources")
app.add_typer(inspect.digest, name="digest")
app.add_typer(keep.archive, name="archive")
app.add_typer(keep.corpus, name="corpus")


def main() -> None:
    """Run one command; a NetraError is printed without a traceback and ends with status 1."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        app(prog_name="python -m pipeline")
    except NetraError as error:
        sys.stdout.flush()
        sys.stderr.write(f"Error: {error}\n")
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output went away: `search … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
