"""Pages that stand in the way of a page although the server says 200: password forms, challenges, parked domains."""

from __future__ import annotations

import re

LONGEST_WALL_BYTES = 200_000  # a real page may quote such words; these pages say little else
# Marks that the makers of such pages put into them, not words that an article might use.
MARKS: tuple[tuple[str, str, re.Pattern[bytes]], ...] = (
    (
        "access-denied",
        "WordPress asks for the post's password",
        re.compile(rb"""<form[^>]+class=["'][^"']*post-password-form"""),
    ),
    (
        "challenge",
        "Cloudflare wants a browser",
        re.compile(rb"/cdn-cgi/challenge-platform/|cf-browser-verification|<title>Just a moment\.\.\.</title>"),
    ),
    (
        "challenge",
        "Sucuri wants a browser",
        re.compile(rb"sucuri_cloudproxy_js|<title>You are being redirected\.\.\.<"),
    ),
    ("challenge", "the host wants a browser", re.compile(rb"/aes\.js[\"'].{0,400}__test=", re.DOTALL)),
    (
        "parked",
        "the domain is parked or for sale",
        re.compile(
            rb"(?:sedoparking|parkingcrew|bodis|parklogic)\.(?:com|net)/|"
            rb"<title>[^<]{0,100}(?:domain (?:is )?(?:for sale|parked)|parked domain|domain ini dijual)",
            re.IGNORECASE,
        ),
    ),
)


def wall_of(body: bytes) -> tuple[str, str] | None:
    """Reason (of crawler.failures) and detail where a page is such a wall; None for a page of its own."""
    if len(body) > LONGEST_WALL_BYTES:
        return None
    return next(((reason, detail) for reason, detail, mark in MARKS if mark.search(body)), None)
