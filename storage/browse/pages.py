"""The pages that readers open: each reads the request, asks the corpus under a time limit, and fills a template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from datasette import Forbidden
from datasette.app import Datasette
from datasette.database import Database as ServedDatabase
from datasette.database import QueryInterrupted
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Base400, NotFound, Request, Response
from datasette.views.base import DatasetteError
from sqlite_utils import Database

from storage.browse import article_profile, profiles, questions
from storage.browse import map as region_map
from storage.browse.changes import changed_paragraphs
from storage.browse.search_page import read_search_form, search_context
from storage.corpus.counts import corpus_counts
from storage.database import sqlite3

Context = dict[str, Any]
Failure = tuple[int, str, str]  # HTTP status, title, text
Answer = TypeVar("Answer")

NOT_FOUND = "Tidak ada halaman seperti itu dalam korpus ini."
TOO_HEAVY = "Persempit pertanyaannya, misalnya dengan wilayah atau tanggal, lalu coba lagi."
TIME_LIMIT_MS = 3000  # of one page; readers' own SQL has Datasette's shorter limit


async def home(datasette: Datasette, request: Request) -> Response:
    def ask(db: Database) -> Context:
        sources = profiles.all_sources(db)
        week = questions.newest_week(db, _today())
        dots = region_map.dots(questions.coverage(db))
        return {"counts": corpus_counts(db), "sources": sources, "regions": _regions(db), "week": week, "dots": dots}

    context = await _read(datasette, ask)
    return await _page(datasette, request, "beranda.html", {**context, **_map_size()})


async def search(datasette: Datasette, request: Request) -> Response:
    form = read_search_form(request.args)

    def ask(db: Database) -> Context:
        return {**search_context(db, form), "regions": _regions(db), "sources": profiles.all_sources(db)}

    return await _page(datasette, request, "cari.html", await _read(datasette, ask))


async def article(datasette: Datasette, request: Request) -> Response:
    article_id = int(request.url_vars["id"])

    def ask(db: Database) -> Context | None:
        return article_profile.article_profile(db, article_id) or (
            {} if article_profile.is_withheld(db, article_id) else None
        )

    context = await _read(datasette, ask)
    if context == {}:
        return await _message(
            datasette,
            request,
            410,
            "Artikel ini ditahan dari pembaca",
            "Artikel ini tidak lagi ditampilkan, misalnya karena koreksi, putusan pengadilan, atau hak jawab.",
        )
    return await _profile(datasette, request, "artikel.html", context)


async def version(datasette: Datasette, request: Request) -> Response:
    article_id, wanted = int(request.url_vars["id"]), int(request.url_vars["version"])

    def ask(db: Database) -> Context | None:
        found = article_profile.version_texts(db, article_id, wanted)
        if found is None:
            return None
        new, old = found
        paragraphs = changed_paragraphs(old["text"] if old else new["text"], new["text"])
        return {"version": new, "earlier": old, "paragraphs": paragraphs}

    return await _profile(datasette, request, "versi.html", await _read(datasette, ask))


async def person(datasette: Datasette, request: Request) -> Response:
    person_id = int(request.url_vars["id"])
    context = await _read(datasette, lambda db: profiles.person_profile(db, person_id))
    return await _profile(datasette, request, "orang.html", context)


async def region(datasette: Datasette, request: Request) -> Response:
    code = request.url_vars["code"]
    context = await _read(datasette, lambda db: profiles.region_profile(db, code))
    return await _profile(datasette, request, "wilayah.html", context)


async def regulation(datasette: Datasette, request: Request) -> Response:
    instrument = " ".join((request.args.get("id") or "").split())[:200]
    context = await _read(datasette, lambda db: profiles.regulation_profile(db, instrument))
    return await _profile(datasette, request, "peraturan.html", context)


async def source(datasette: Datasette, request: Request) -> Response:
    source_id = request.url_vars.get("id") or request.args.get("id") or ""
    context = await _read(datasette, lambda db: profiles.source_profile(db, source_id))
    return await _profile(datasette, request, "sumber.html", context)


async def sources(datasette: Datasette, request: Request) -> Response:
    found = await _read(datasette, profiles.all_sources)
    return await _page(datasette, request, "semua_sumber.html", {"sources": found})


async def coverage(datasette: Datasette, request: Request) -> Response:
    def ask(db: Database) -> Context:
        form = _period_form(db, request)
        period = None if not (request.args.get("sejak") or request.args.get("sampai")) else form.period
        places = questions.coverage(db, period)
        provinces = questions.province_totals(db, period)
        inside: dict[str, list[region_map.Place]] = {}
        for place in places:
            if len(place.code) > 2 and place.articles:
                inside.setdefault(place.code[:2], []).append(place)
        return {"dots": region_map.dots(places), "provinces": provinces, "inside": inside, "period": period}

    return await _page(datasette, request, "peta.html", {**await _read(datasette, ask), **_map_size()})


async def statements(datasette: Datasette, request: Request) -> Response:
    return await _question(datasette, request, "pernyataan.html", questions.statements_said)


async def speakers(datasette: Datasette, request: Request) -> Response:
    return await _question(datasette, request, "pembicara.html", questions.speakers)


async def citations(datasette: Datasette, request: Request) -> Response:
    return await _question(datasette, request, "kutipan.html", questions.cited)


async def _question(
    datasette: Datasette,
    request: Request,
    template: str,
    question: Callable[[Database, questions.Scope], list[dict[str, Any]]],
) -> Response:
    """A question about a region and a period; where the region's name is unclear, the choice is the reader's."""
    typed = (request.args.get("wilayah") or "").strip()[:100]

    def ask(db: Database) -> Context:
        scope = _period_form(db, request)
        found = questions.find_regions(db, typed) if typed else []
        context: Context = {"typed": typed, "regions": _regions(db), "period": scope.period, "region": None}
        if typed and len(found) != 1:
            return {**context, "choices": found, "rows": []}
        scope = replace(scope, region=found[0]["code"] if found else None)
        return {**context, "region": found[0] if found else None, "choices": None, "rows": question(db, scope)}

    return await _page(datasette, request, template, await _read(datasette, ask))


def _period_form(db: Database, request: Request) -> questions.Scope:
    """The days that the form names; the newest week for a day left open or mistyped."""
    week = questions.newest_week(db, _today())
    until = _day(request.args.get("sampai")) or week.until
    since = _day(request.args.get("sejak")) or min(week.since, until)
    return questions.Scope(questions.Period(min(since, until), max(since, until)), None)


async def _read(datasette: Datasette, ask: Callable[[Database], Answer]) -> Answer:
    """Ask the corpus in Datasette's reading thread."""

    def in_thread(connection: sqlite3.Connection) -> Answer:
        with sqlite_timelimit(connection, TIME_LIMIT_MS):
            return ask(Database(connection, recursive_triggers=False, execute_plugins=False))

    database = served_database(datasette)
    if not await datasette.permission_allowed(None, "view-database", resource=database.name, default=True):
        raise Forbidden("view-database")
    return await database.execute_fn(in_thread)


def served_database(datasette: Datasette) -> ServedDatabase:
    """The corpus: the one file that is served."""
    return next(db for name, db in datasette.databases.items() if not name.startswith("_"))


async def _page(datasette: Datasette, request: Request, template: str, context: Context, status: int = 200) -> Response:
    context = {"database": served_database(datasette).name, **context}
    return Response.html(await datasette.render_template(template, context, request=request), status=status)


async def _profile(datasette: Datasette, request: Request, template: str, context: Context | None) -> Response:
    if context is None:
        return await _message(datasette, request, 404, "Tidak ditemukan", NOT_FOUND)
    return await _page(datasette, request, template, context)


async def _message(datasette: Datasette, request: Request, status: int, title: str, text: str) -> Response:
    return await _page(datasette, request, "pesan.html", {"title": title, "text": text}, status)


async def failed(datasette: Datasette, request: Request, told: Failure) -> Response:
    """A page for what a reader asked and cannot have."""
    status, title, text = told
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "status": status, "title": title, "error": text}, status=status)
    return await _message(datasette, request, status, title, text)


def failure(exception: Exception) -> Failure | None:
    """What a reader is told; None for a bug, whose traceback belongs in the log."""
    too_much = isinstance(exception, MemoryError) or str(exception) == "interrupted"
    if isinstance(exception, DatasetteError) and not exception.message_is_html:
        return exception.status, "Tidak dapat ditampilkan", exception.message
    if too_much or isinstance(
        exception, DatasetteError | QueryInterrupted
    ):  # as HTML, Datasette tells of its time limit
        return 503, "Pertanyaan ini terlalu berat", TOO_HEAVY
    if isinstance(exception, NotFound):
        return 404, "Tidak ditemukan", NOT_FOUND
    if isinstance(exception, Base400):
        return exception.status, "Tidak dapat ditampilkan", str(exception)
    return None


def _regions(db: Database) -> list[dict[str, Any]]:
    found = db.execute("SELECT code, name FROM regions ORDER BY code").fetchall()
    return [{"code": code, "name": name} for code, name in found]


def _map_size() -> Context:
    return {"map_width": region_map.WIDTH, "map_height": region_map.HEIGHT}


def _today() -> date:
    return datetime.now(UTC).date()


def _day(typed: str | None) -> date | None:
    try:
        return date.fromisoformat(typed or "")
    except ValueError:
        return None
