"""A reader's way through the pages in a real Chromium, and a picture of every page on a telephone and a desk."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from storage.browse import ROOT, datasette_arguments

pytestmark = pytest.mark.browser

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 30
WIDTHS = (390, 1280)
PATHS = (
    "/",
    "/cari?q=terbukti+OR+kampanye&topik=on",
    "/artikel/1",
    "/artikel/2",
    "/artikel/3/versi/2",
    "/artikel/4",
    "/orang/2",
    "/wilayah/33",
    "/peraturan?id=UU%205/2014",
    "/sumber",
    "/sumber/harian-teluk",
    "/peta",
    "/pernyataan",
    "/pernyataan?wilayah=semarang",
    "/pembicara",
    "/kutipan",
    "/corpus",
    "/corpus/articles",
    "/corpus/articles/2",
    "/corpus?sql=select+*+from+statements",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        reason = "Debian's chromium is not installed: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def served(corpus_file: Path) -> Iterator[str]:
    """The address of a real server on the small corpus."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile() as log:
        command = [sys.executable, *datasette_arguments(corpus_file, port)]
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
        try:
            _wait_for(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=10)


def _wait_for(address: str, server: subprocess.Popen[bytes], log: object) -> None:
    for _ in range(START_SECONDS * 10):
        if server.poll() is not None:
            break
        try:
            httpx.get(f"{address}/robots.txt", timeout=5)
            return
        except httpx.TransportError:
            time.sleep(0.1)  # a server can be awaited in no other way
    log.seek(0)  # type: ignore[attr-defined]
    pytest.fail(f"The server did not start: {log.read().decode()}")  # type: ignore[attr-defined]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(locale="id-ID")
    yield opened
    opened.close()


def test_a_reader_searches_opens_an_article_and_follows_an_official(page, served):
    page.goto(served)
    page.get_by_placeholder("Cari dalam artikel").fill("terbukti")
    page.get_by_role("button", name="Cari", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("1 artikel")
    expect(page.locator("mark").first).to_have_text("terbukti")

    page.get_by_role("link", name="Bawaslu: Lurah Terbukti Tidak Netral").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bawaslu: Lurah Terbukti Tidak Netral")
    expect(page.get_by_text("Dinyatakan terbukti").first).to_be_visible()
    expect(page.locator(".text a.region", has_text="Kota Semarang")).to_have_attribute("href", "/wilayah/33.74")
    expect(page.locator(".text .in-statement a.citation", has_text="UU 5/2014")).to_be_visible()
    expect(page.get_by_text("python -m pipeline archive get")).to_be_visible()

    page.locator(".text").get_by_role("link", name="Ratih Puspaningrum").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ratih Puspaningrum")
    expect(page.get_by_text("Ketua, Bawaslu Kota Semarang").first).to_be_visible()

    page.get_by_role("link", name="Kota Semarang").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kota Semarang")


def test_a_question_about_a_region_is_answered_without_sql(page, served):
    page.goto(served)
    form = page.locator("form", has_text="Apa yang dikatakan pekan ini")
    form.get_by_label("Wilayah").fill("semarang")
    form.get_by_role("button").click()
    page.get_by_role("link", name="Kota Semarang").click()
    expect(page.locator("blockquote").first).to_contain_text("terbukti mengunggah foto")
    page.locator(".tabs").get_by_role("link", name="Peraturan").click()
    expect(page.get_by_role("link", name="SKB 2/2022")).to_be_visible()


@pytest.fixture(scope="module", params=WIDTHS)
def screen(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """One window for all pictures of a width: opening one takes longer than most pages."""
    opened = browser.new_page(locale="id-ID", viewport={"width": request.param, "height": 900})
    yield opened
    opened.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_picture_of_each_page(screen, served, path):
    asked: list[str] = []
    complaints: list[str] = []
    listeners = {
        "request": lambda request: asked.append(request.url),
        "console": lambda message: complaints.append(message.text),
        "pageerror": lambda error: complaints.append(str(error)),
    }
    for event, listener in listeners.items():
        screen.on(event, listener)
    screen.goto(served + path)
    picture = screen.screenshot(full_page=True)
    for event, listener in listeners.items():
        screen.remove_listener(event, listener)
    width = screen.viewport_size["width"]
    assert len(picture) > 10_000, "an empty page"
    assert screen.evaluate("document.documentElement.scrollWidth") <= width, "the page is wider than the screen"
    assert complaints == []
    assert [url for url in asked if not url.startswith(served)] == []
    assert screen.locator("h1").count() == 1
    fields = "[...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
    assert screen.evaluate(f"{fields}.filter(field => !field.labels.length).length") == 0, "a field without a label"
    assert screen.evaluate("document.documentElement.lang") == "id"
