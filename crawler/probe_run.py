"""Runs a probe through the guarded crawler: `python -m crawler.probe_run URL`, one JSON object on stdout."""

from __future__ import annotations

import argparse
import asyncio
import base64
import dataclasses
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import scrapy
from scrapy import Request
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler import settings as scrapy_settings
from crawler.answers import headers_of, reason_of_exception
from crawler.decoding import ACCEPTED, TooLarge, Undecodable, unpack
from crawler.probe import Candidate, Fetched, Finding, Sample, check_entries, find_entries
from crawler.reading import Answer
from crawler.registry import SOURCES_FOLDER, Source, choose_sources, load_sources
from crawler.robots import MOST_REDIRECTS, Policy, origin_of, read_policy
from storage.errors import NetraError
from storage.records import PageHints

PAUSE_SECONDS = 1.0
LONGEST_PROBE_SECONDS = 600


def probe(
    url: str,
    *,
    source: Source | None = None,
    sources_folder: Path = SOURCES_FOLDER,
    contact: str | None = None,
    allow_hosts: Sequence[str] = (),
) -> Finding:
    """Look at a site (or at the entries of a registered source) in a process of its own; stores nothing.

    Raises NetraError with what the process said where it could not look at all.
    """
    command = [sys.executable, "-m", "crawler.probe_run", url, "--sources", str(sources_folder)]
    command += ["--source", source.id] if source else []
    command += ["--contact", contact] if contact else []
    command += [part for host in allow_hosts for part in ("--allow-host", host)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_PROBE_SECONDS, check=False)
    if done.returncode:
        raise NetraError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"{url}: the probe failed")
    return finding_from_json(done.stdout)


class ProbeSpider(scrapy.Spider):
    """Fetches one address after the other for `crawler.probe`, with the manners of a crawl."""

    name = "netra-probe"

    def __init__(self, url: str, source: Source | None, pause_seconds: float) -> None:
        super().__init__()
        self.url, self.source, self.pause_seconds = url, source, pause_seconds
        self.policies: dict[str, Policy] = {}
        self.found: Finding | None = None

    async def start(self) -> AsyncIterator[Any]:
        if self.source:
            self.found = await check_entries(self.fetch, self.source)
        else:
            self.found = await find_entries(self.fetch, self.url)
        return
        yield  # makes this an asynchronous generator, as Scrapy wants it

    async def fetch(self, url: str) -> Fetched:
        """One address, redirects followed, its host's robots.txt obeyed."""
        for _ in range(MOST_REDIRECTS):
            trouble = await self._rules(url)
            got = trouble or await self._ask(url)
            location = got.answer.headers.get("location") if got.answer else None
            if got.answer is None or not location or not 300 <= got.answer.status < 400:
                return got
            url = urljoin(url, location)
        return Fetched(None, "redirect-loop", url)

    async def _rules(self, url: str) -> Fetched | None:
        origin = origin_of(url)
        if origin not in self.policies:
            got = await self._ask(origin + "/robots.txt", robots=True)
            if got.answer is None:
                return got
            policy = read_policy(got.answer.status, got.answer.body, scrapy_settings.AGENT, datetime.now(UTC))
            self.policies[origin] = policy
        policy = self.policies[origin]
        return Fetched(None, *policy.unreachable) if policy.unreachable else None

    async def _ask(self, url: str, robots: bool = False) -> Fetched:
        pause = max([self.pause_seconds, *(policy.delay_seconds() for policy in self.policies.values())])
        headers = {"Accept-Encoding": ACCEPTED}
        try:
            request = Request(url, headers=headers, dont_filter=True, meta={"robots_txt": robots})
            await asyncio.sleep(pause)
            assert self.crawler.engine is not None  # noqa: S101 - it calls us
            response = await self.crawler.engine.download_async(request)
            names = headers_of(response)
            body = unpack(response.body, names.get("content-encoding", ""), scrapy_settings.MOST_BYTES)
        except TooLarge as error:
            return Fetched(None, "decompression-bomb", str(error))
        except Undecodable as error:
            return Fetched(None, "undecodable", str(error))
        except Exception as error:  # whatever a server can do to us is an answer here
            return Fetched(None, reason_of_exception(error), str(error)[:300])
        return Fetched(Answer(response.url, response.status, names.get("content-type", ""), names, body))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m crawler.probe_run", description="Look at a site; store nothing.")
    parser.add_argument("url")
    parser.add_argument("--source", metavar="ID", help="try the entries of this registered source instead")
    parser.add_argument("--sources", type=Path, default=SOURCES_FOLDER)
    parser.add_argument("--allow-host", action="append", default=[], metavar="HOST:PORT")
    parser.add_argument("--contact")
    options = parser.parse_args(arguments)
    try:
        source = choose_sources(load_sources(options.sources), [options.source])[0] if options.source else None
    except NetraError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    settings = Settings()
    settings.setmodule(scrapy_settings, priority="project")
    settings.set("NETRA_ALLOW_HOSTS", options.allow_host, priority="cmdline")
    settings.set("USER_AGENT", scrapy_settings.user_agent(options.contact), priority="cmdline")
    settings.set("LOG_LEVEL", "ERROR", priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(ProbeSpider)
    process.crawl(crawler, url=options.url, source=source, pause_seconds=0 if options.allow_host else PAUSE_SECONDS)
    process.start()
    found: Finding | None = getattr(crawler.spider, "found", None)
    if found is None:
        sys.stderr.write(f"{options.url}: the probe ended without a finding.\n")
        return 1
    sys.stdout.write(finding_to_json(found) + "\n")
    return 0


def finding_to_json(finding: Finding) -> str:
    def plain(value: Any) -> Any:
        if isinstance(value, bytes):
            return base64.b64encode(value).decode("ascii")
        return value.isoformat() if isinstance(value, datetime) else str(value)

    return json.dumps(dataclasses.asdict(finding), default=plain, ensure_ascii=False)


def finding_from_json(text: str) -> Finding:
    values = json.loads(text)

    def candidate(row: dict[str, Any]) -> Candidate:
        return Candidate(**{**row, "newest": row["newest"] and datetime.fromisoformat(row["newest"])})

    def sample(row: dict[str, Any]) -> Sample:
        hints, published = row["hints"], row["hints"]["published_at"]
        moment = published and datetime.fromisoformat(published)
        known = PageHints(**{**hints, "published_at": moment, "categories": tuple(hints["categories"])})
        return Sample(**{**row, "body": base64.b64decode(row["body"]), "hints": known})

    return Finding(
        **{
            **values,
            "candidates": tuple(candidate(row) for row in values["candidates"]),
            "chosen": values["chosen"] and candidate(values["chosen"]),
            "samples": tuple(sample(row) for row in values["samples"]),
        }
    )


if __name__ == "__main__":
    sys.exit(main())
