"""Scrapy's settings: every default that would be impolite, unsafe or unbounded is set here.

`crawler.run` adds what belongs to one run: the contact, the hosts that an operator allowed and the data folder.
"""

from __future__ import annotations

VERSION = "0.1"
AGENT = "Netra"  # the name that robots.txt rules are looked up by
MOST_BYTES = 10 * 1024 * 1024  # of a body, both packed and unpacked


def user_agent(contact: str | None = None) -> str:
    """How the crawler names itself to every site: what it is and where its operator can be reached."""
    return f"{AGENT}/{VERSION} (+{contact or 'no contact configured'})"


BOT_NAME = "netra"
SPIDER_MODULES = ["crawler.spider"]
USER_AGENT = user_agent()
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# Manners. The spider itself spaces the requests of a host: it knows Crawl-delay, quiet hours and busy times.
ROBOTSTXT_OBEY = True  # by crawler.robots, which keeps the rules for a day and takes 5xx for "nothing"
ROBOTSTXT_USER_AGENT = AGENT
CONCURRENT_REQUESTS = 64
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 0
DOWNLOAD_DELAY_JITTER = 0
NETRA_DELAY_SECONDS = 2.0  # between two requests to one host, when neither robots.txt nor the source asks for more
NETRA_PAGES_PER_DAY = 2000  # of one source

# Limits.
DOWNLOAD_MAXSIZE = MOST_BYTES
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_FAIL_ON_DATALOSS = True
DNS_TIMEOUT = 20

# Safety.
DOWNLOAD_VERIFY_CERTIFICATES = True
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False
COOKIES_ENABLED = False
REFERER_ENABLED = False
TWISTED_DNS_RESOLVER = "crawler.guard.GuardedResolver"
NETRA_ALLOW_HOSTS: list[str] = []
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}

# The frontier lives in SQLite and the spider keeps the answers as they came, so Scrapy's own ways are off.
REDIRECT_ENABLED = False
METAREFRESH_ENABLED = False
RETRY_ENABLED = False
COMPRESSION_ENABLED = False
HTTPCACHE_ENABLED = False
HTTPERROR_ALLOW_ALL = True
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
# What is not named here does not run: the lists replace Scrapy's own (whose mere import costs a second), and with them
# its proxy support, which would resolve names past the guard, its cookies, its off-site check and its telnet console.
DOWNLOADER_MIDDLEWARES_BASE: dict[str, int] = {}
DOWNLOADER_MIDDLEWARES = {
    "crawler.guard.GuardMiddleware": 10,
    "crawler.robots.RobotsMiddleware": 20,
    "scrapy.downloadermiddlewares.downloadtimeout.DownloadTimeoutMiddleware": 350,
    "scrapy.downloadermiddlewares.defaultheaders.DefaultHeadersMiddleware": 400,
    "scrapy.downloadermiddlewares.useragent.UserAgentMiddleware": 500,
}
SPIDER_MIDDLEWARES_BASE: dict[str, int] = {}
EXTENSIONS_BASE: dict[str, int] = {}
LOG_LEVEL = "INFO"
