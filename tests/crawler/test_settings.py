"""Every default of Scrapy that would be impolite, unsafe or unbounded stays closed."""

from __future__ import annotations

import pytest
from scrapy.settings import Settings

from crawler import settings as ours
from crawler.failures import DELETED, PASSING, REASONS


@pytest.fixture
def settings() -> Settings:
    read = Settings()
    read.setmodule(ours, priority="project")
    return read


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ROBOTSTXT_OBEY", True),
        ("DOWNLOAD_VERIFY_CERTIFICATES", True),
        ("REMOTE_CONTROL_ENABLED", False),
        ("TELNETCONSOLE_ENABLED", False),
        ("COOKIES_ENABLED", False),
        ("HTTPCACHE_ENABLED", False),
        ("REDIRECT_ENABLED", False),
        ("COMPRESSION_ENABLED", False),
        ("DOWNLOAD_FAIL_ON_DATALOSS", True),
    ],
)
def test_what_is_open_by_default_is_closed(settings: Settings, name: str, value: bool) -> None:
    assert settings.getbool(name) is value


def test_bodies_and_waiting_are_bounded(settings: Settings) -> None:
    assert 0 < settings.getint("DOWNLOAD_MAXSIZE") <= 20 * 1024 * 1024
    assert 0 < settings.getint("DOWNLOAD_TIMEOUT") <= 120
    assert settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1


def test_only_what_is_named_runs(settings: Settings) -> None:
    assert settings.getdict("EXTENSIONS_BASE") == {}
    running = [name.rpartition(".")[2] for name in settings.getdict("DOWNLOADER_MIDDLEWARES")]
    assert running[:2] == ["GuardMiddleware", "RobotsMiddleware"]
    assert not {"HttpProxyMiddleware", "CookiesMiddleware", "RedirectMiddleware"} & set(running)
    assert settings.get("TWISTED_DNS_RESOLVER") == "crawler.guard.GuardedResolver"
    assert {name for name, handler in settings.getdict("DOWNLOAD_HANDLERS").items() if handler is None} >= {
        "file",
        "ftp",
    }


def test_the_crawler_names_itself_and_its_operator() -> None:
    assert ours.user_agent("redaksi@contoh.example") == "Netra/0.1 (+redaksi@contoh.example)"
    assert "Mozilla" not in ours.user_agent()


def test_every_reason_has_a_sentence() -> None:
    assert all(sentence.endswith(".") for sentence in REASONS.values())
    assert set(REASONS) >= PASSING | DELETED
