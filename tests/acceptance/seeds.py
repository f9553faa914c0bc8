"""The seed pages from a web server to the corpus, through the main job, and one row per seed of what came out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from storage.database import open_corpus, rows
from tests.acceptance.scorer import load_scorer, token_f1

LEAST_BODY_F1 = 0.98
# Words of the pages' surroundings; none may stand in a body.
BOILERPLATE = (
    "Tinggalkan Balasan", "Alamat email Anda", "Ruas yang wajib", "Simak juga", "Berita Terkini", "Site Statistics",
    "Visits today", "Kode Pos", "Posting Komentar", "Arsip Blog", "Bagikan:", "Beranda", "[yarpp]", "Peringatan! Data",
)  # fmt: skip
SOURCE = """name = "Seed pages"
kind = "media"
homepage = "{base}/"
engine = "listing"
urls = ["{base}/"]
status = "active"
status_date = 2026-01-01
"""


class _Server(SimpleHTTPRequestHandler):
    """The pages, behind an index that holds bare links only."""

    def do_GET(self) -> None:
        if self.path != "/":
            return super().do_GET()
        folder = Path(self.directory)
        links = "".join(f'<a href="/{page.name}">{page.stem}</a>\n' for page in sorted(folder.glob("*.html")))
        body = f"<html><body>\n{links}</body></html>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass
class Row:
    """How one seed came out: what was right of how many, and what is wrong."""

    seed: str
    cells: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def exact(self, name: str, wanted: Any, found: Any) -> None:
        self.cells[name] = "ok" if wanted == found else "WRONG"
        if wanted != found:
            self.wrong.append(f"{name}: wanted {wanted!r}, found {found!r}")

    def share(self, name: str, right: int, wanted: int, false: list[str], missed: list[str]) -> None:
        self.cells[name] = f"{right}/{wanted}" + (f" +{len(false)}" if false else "")
        self.wrong += [f"{name}: missed {each}" for each in missed] + [f"{name}: false {each}" for each in false]


def main(reference: Path) -> int:
    """Crawl the seed pages as a source and print the table; 1 when a target is missed."""
    scorer = load_scorer(reference)
    golds = [json.loads(line) for line in (reference / "seeds/seeds.jsonl").read_text(encoding="utf-8").splitlines()]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(reference / "seeds/pages")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        _collect(Path(folder), f"127.0.0.1:{server.server_port}")
        server.shutdown()
        found = _read(Path(folder) / "data" / "corpus.db")
    results = [_compare(scorer, gold, found.get(gold["page"])) for gold in golds]
    _print(results)
    return 1 if any(row.wrong for row in results) else 0


def _collect(folder: Path, host: str) -> None:
    sources = folder / "sources"
    sources.mkdir()
    (sources / "seed-pages.toml").write_text(SOURCE.format(base=f"http://{host}"), encoding="utf-8")
    settings = {
        "NETRA_DATA_FOLDER": str(folder / "data"),
        "NETRA_SOURCES_FOLDER": str(sources),
        "NETRA_ALLOW_HOSTS": host,
        "NETRA_DOWNLOAD_DELAY_SECONDS": "0",
        "NETRA_CONTACT": "acceptance@netra.example",
    }
    subprocess.run([sys.executable, "-m", "pipeline", "run"], env=os.environ | settings, check=True)


def _read(corpus: Path) -> dict[str, dict[str, Any]]:
    """Page name → the article's row with its findings' rows."""
    db = open_corpus(corpus, readonly=True)
    found = {}
    for article in rows(db, "SELECT * FROM articles"):
        for table in ("mentions", "citations", "statements", "allegations"):
            article[table] = rows(db, f"SELECT * FROM {table} WHERE article_id = ?", [article["id"]])
        article["people"] = rows(
            db,
            "SELECT a.name, a.kind, o.position, o.institution, o.region FROM appearances a LEFT JOIN offices o ON "
            "o.article_id = a.article_id AND o.person_id = a.person_id WHERE a.article_id = ? ORDER BY o.start",
            [article["id"]],
        )
        found[article["url"].rsplit("/", 1)[-1]] = article
    return found


def _compare(scorer: Any, gold: dict[str, Any], article: dict[str, Any] | None) -> Row:
    row = Row(gold["id"])
    if article is None:
        row.wrong.append("the page gave no article")
        return row
    _compare_page(row, gold, article)
    _compare_findings(scorer, row, gold, article)
    return row


def _compare_page(row: Row, gold: dict[str, Any], article: dict[str, Any]) -> None:
    row.exact("title", gold["title"], article["title"])
    row.exact("author", gold["author"], article["author"])
    row.exact("date", gold["published"], article["published"])
    if time := gold.get("published_time"):
        row.exact("time", time, (article["published_at"] or "")[11:16])
    body = token_f1(gold["text"], article["text"])
    row.cells["body"] = f"{body:.3f}"
    if body < LEAST_BODY_F1:
        row.wrong.append(f"body: token F1 {body:.3f} is below {LEAST_BODY_F1}")
    row.exact("clean", [], [words for words in BOILERPLATE if words in article["text"]])
    row.exact("sponsored", gold["sponsored"], bool(article["sponsored"]))
    first = (gold.get("first_published_in"), gold.get("first_published"))
    found_in = article["first_published_in"]
    named = first[0] if found_in and first[0] and found_in.lower() == first[0].lower() else found_in
    row.exact("first in", first, (named, article["first_published"]))


def _compare_findings(scorer: Any, row: Row, gold: dict[str, Any], article: dict[str, Any]) -> None:
    people = _unique_people(article["people"])
    officials = [[p for p in group if p["kind"] == "official"] for group in (gold["people"], people)]

    def same_official(a: dict[str, Any], b: dict[str, Any]) -> float:
        same = scorer.name_key(a["name"]) == scorer.name_key(b["name"]) and a["region"] == b["region"]
        return float(same and scorer.same_office(a, b))

    _match(scorer, row, "officials", officials, same_official, scorer.show_person)
    others = [p["name"] for p in people if p["kind"] != "official"]
    row.exact("others", sorted(p["name"] for p in gold["people"] if p["kind"] != "official"), sorted(others))
    codes = {m["region"] for m in article["mentions"] if m["type"] == "region" and m["region"]}
    row.exact("regions", sorted(gold["regions"]), sorted(codes))
    laws = [
        sorted({(law["id"], law["pasal"]) for law in gold["regulations"]}, key=str),
        sorted({(law["instrument"], law["pasal"]) for law in article["citations"]}, key=str),
    ]
    _match(scorer, row, "regulations", laws, scorer.equal, str)
    _match(
        scorer, row, "statements", [gold["statements"], article["statements"]],
        lambda a, b: scorer.same_quote(a, b) * scorer.same_speaker(a["speaker"], b["speaker"]), scorer.show_statement,
    )  # fmt: skip
    row.exact("topic", gold["topic"], article["topic"])
    row.cells["flags"] = ", ".join(dict.fromkeys(_flagged(law) for law in article["citations"]))


def _flagged(law: dict[str, Any]) -> str:
    known = "known" if law["regulation_id"] else "UNKNOWN"
    return f"{law['instrument']} {known}" + (" and OUTDATED" if law["outdated"] else "")


def _unique_people(people: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row a person: the office that the article tells first."""
    first: dict[str, dict[str, Any]] = {}
    for person in people:
        first.setdefault(person["name"], person)
    return list(first.values())


def _match(scorer: Any, row: Row, name: str, sides: list[list[Any]], same: Any, show: Any) -> None:
    golds, systems = sides
    pairs = scorer.pair(golds, systems, same)
    right, left = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [show(gold) for i, gold in enumerate(golds) if i not in right]
    false = [show(system) for j, system in enumerate(systems) if j not in left]
    row.share(name, len(pairs), len(golds), false, missed)


def _print(results: list[Row]) -> None:
    names = list(dict.fromkeys(name for row in results for name in row.cells if name != "flags"))
    sys.stdout.write("\nseed pages, from the web server to the corpus (right/wanted, + false findings)\n")
    sys.stdout.write("  " + "seed".ljust(8) + "".join(name.rjust(12) for name in names) + "\n")
    for row in results:
        sys.stdout.write("  " + row.seed.ljust(8) + "".join(row.cells.get(n, "-").rjust(12) for n in names) + "\n")
    for row in results:
        if row.cells.get("flags"):
            sys.stdout.write(f"  {row.seed} instruments: {row.cells['flags']}\n")
        for line in row.wrong:
            sys.stdout.write(f"  {row.seed}: {line}\n")
