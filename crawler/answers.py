"""Names what came back: a status, an exception or a content type becomes one of the reasons of crawler.failures."""

from __future__ import annotations

from datetime import datetime, timedelta
from http import HTTPStatus

from OpenSSL import SSL
from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    StopDownload,
    UnsupportedURLSchemeError,
)
from scrapy.http import Headers as ScrapyHeaders
from scrapy.http import Response
from service_identity import VerificationError
from twisted.internet.error import TimeoutError as ConnectTimeout

from crawler.failures import PASSING
from crawler.guard import PrivateAddress
from crawler.robots import RobotsForbidden
from storage.tasks import Task
from storage.warc import Exchange, Headers

BY_EXCEPTION: tuple[tuple[type[BaseException], str], ...] = (
    (PrivateAddress, "private-address"),
    (RobotsForbidden, "robots-forbidden"),
    (DownloadTimeoutError, "timeout"),
    (ConnectTimeout, "timeout"),
    (CannotResolveHostError, "dns"),
    (DownloadConnectionRefusedError, "refused"),
    (DownloadCancelledError, "too-large"),  # only the limit of DOWNLOAD_MAXSIZE cancels a download
    (ResponseDataLossError, "incomplete"),
    (UnsupportedURLSchemeError, "bad-address"),
    (StopDownload, "not-html"),
    (VerificationError, "bad-certificate"),
    (SSL.Error, "bad-certificate"),
)
BY_STATUS = {404: "not-found", 410: "gone", 401: "access-denied", 403: "access-denied", 451: "access-denied"}
BUSY = (429, 503)
HTML_TYPES = ("text/html", "application/xhtml+xml")
# Types that never hold a page; others are looked at, for many servers name none or a wrong one.
OTHER_TYPES = (
    *("image/", "video/", "audio/", "font/", "application/pdf", "application/zip", "application/octet-stream"),
    *("application/msword", "application/vnd.", "application/x-", "text/css", "text/javascript", "text/csv"),
)


RETRY_AFTER = timedelta(hours=6)
LONGEST_RETRY = timedelta(days=7)
MOST_ATTEMPTS = 8


def reason_of_exception(error: BaseException | None) -> str:
    """The reason for which a request gave no answer."""
    if error is None:
        return "connection-lost"
    for cause in _causes(error):
        for kind, reason in BY_EXCEPTION:
            if isinstance(cause, kind):
                return reason
    return "connection-lost"


def _causes(error: BaseException) -> list[BaseException]:
    """The exception and those inside it: Twisted hides the failed handshake in a list of reasons."""
    found: list[BaseException] = [error]
    for cause in found:
        inner = [cause.__cause__, *(getattr(reason, "value", None) for reason in getattr(cause, "reasons", None) or ())]
        found.extend(item for item in inner if item is not None and item not in found)
    return found


def reason_of_status(status: int) -> str:
    """The reason for which an answer is no page, by its status alone."""
    if status in BUSY:
        return "busy"
    if status >= 500:
        return "server-error"
    if status >= 400:
        return BY_STATUS.get(status, "client-error")
    return "bad-redirect" if status >= 300 else "empty"


def is_html(content_type: str, body: bytes) -> bool:
    """Whether a body may be a page: by its type, or by its look where the type says nothing."""
    kind = content_type.partition(";")[0].strip().lower()
    if kind in HTML_TYPES:
        return True
    if kind.startswith(OTHER_TYPES):
        return False
    start = body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<div", b"<p"))


def never_html(headers: ScrapyHeaders) -> bool:
    """Whether the headers alone tell that no page follows, so that its body need not travel."""
    kind = (headers.get("Content-Type") or b"").decode("latin-1").strip().lower()
    disposition = (headers.get("Content-Disposition") or b"").strip().lower()
    return kind.startswith(OTHER_TYPES) or disposition.startswith(b"attachment")


def next_attempt(task: Task, reason: str, now: datetime) -> datetime | None:
    """When to ask again after a failure: once more in the same run, then ever later, at last not at all."""
    if reason == "robots-forbidden":
        return now + LONGEST_RETRY if task.kind == "page" else None
    if reason not in PASSING or task.attempts + 1 >= MOST_ATTEMPTS:
        return None
    if task.attempts == 0:
        return now
    return now + min(RETRY_AFTER * 2 ** (task.attempts - 1), LONGEST_RETRY)


def exchange_of(request: Request, response: Response, asked_at: datetime, body: bytes) -> Exchange:
    """What went over the network, in the form of the archive."""
    host = request.url.split("://", 1)[1].partition("/")[0]
    return Exchange(
        url=response.url,
        asked_at=asked_at,
        request_headers=(("Host", host), *_headers(request.headers)),
        status=response.status,
        status_text=_phrase(response.status),
        response_headers=_headers(response.headers),
        body=body,
        ip_address=str(response.ip_address) if response.ip_address else None,
    )


def headers_of(response: Response) -> dict[str, str]:
    """The last value of each header, by name in small letters."""
    return {
        name.decode("latin-1").lower(): value.decode("latin-1")
        for name in response.headers
        if (value := response.headers.get(name)) is not None
    }


def _headers(headers: ScrapyHeaders) -> Headers:
    return tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name in headers
        for value in headers.getlist(name.decode("latin-1"))
    )


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
