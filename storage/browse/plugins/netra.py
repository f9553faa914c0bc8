"""Hooks our pages, labels and limits into Datasette; the work is done in storage/browse."""

from __future__ import annotations

import shlex
from collections.abc import Awaitable, Callable, Generator
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from jinja2 import Environment

from storage.browse import labels, pages
from storage.browse.headers import App, with_safe_headers
from storage.browse.metadata import datasette_metadata
from storage.database import sqlite3

# A reader's query may build large values; past this SQLite refuses instead of taking the machine's memory.
HEAP_LIMIT_BYTES = 512 * 1024 * 1024

View = Callable[[Datasette, Request], Awaitable[Response]]


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    return [
        (r"/$", pages.home),
        (r"/cari$", pages.search),
        (r"/artikel/(?P<id>\d{1,18})$", pages.article),
        (r"/artikel/(?P<id>\d{1,18})/versi/(?P<version>\d{1,9})$", pages.version),
        (r"/orang/(?P<id>\d{1,18})$", pages.person),
        (r"/wilayah/(?P<code>\d\d(\.\d\d)?)$", pages.region),
        (r"/peraturan$", pages.regulation),
        (r"/sumber$", pages.sources),
        (r"/sumber/(?P<id>[a-z0-9-]+)$", pages.source),
        (r"/baru$", pages.source),
        (r"/peta$", pages.coverage),
        (r"/pernyataan$", pages.statements),
        (r"/pembicara$", pages.speakers),
        (r"/kutipan$", pages.citations),
    ]


@hookimpl
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    return datasette_metadata(pages.served_database(datasette).name)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.filters.update(label=lambda code, kind: labels.label(kind, code))
    env.filters.update(day=labels.day, moment=labels.moment, number=labels.number, shell=shlex.quote)
    env.filters.update(month=labels.month, last_day=labels.last_day, lookup_label=labels.lookup_label)


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    conn.execute(f"PRAGMA hard_heap_limit = {HEAP_LIMIT_BYTES}")


@hookimpl
def asgi_wrapper() -> Callable[[App], App]:
    return with_safe_headers


@hookimpl(wrapper=True)
def handle_exception(datasette: Datasette, request: Request, exception: Exception) -> Generator[None, Any, Any]:
    """Answer in place of Datasette, which would write a traceback for every mistyped address."""
    answers = yield
    told = pages.failure(exception)
    return answers if told is None else [lambda: pages.failed(datasette, request, told)]
