"""Why an address gave no page: the closed list of reasons, each with the sentence that an operator reads."""

from __future__ import annotations

REASONS = {
    "not-found": "The site says that there is no such page (404).",
    "gone": "The site says that the page was taken away for good (410).",
    "access-denied": "The site refuses to show the page (401, 403, 451), or asks for a password.",
    "challenge": "In place of the page the host shows a test whether a browser asks.",
    "parked": "In place of the page stands an offer to buy the domain.",
    "client-error": "The site calls the request wrong (another 4xx status).",
    "server-error": "The site failed while answering (5xx).",
    "busy": "The site asked to come back later (429, 503); it is left alone until then.",
    "redirect-loop": "The redirects lead round in a circle, or there are more than ten.",
    "bad-redirect": "A redirect names no address that can be fetched.",
    "off-site": "The address lies on a host that does not belong to the source.",
    "too-large": "The body is larger than the crawler accepts.",
    "decompression-bomb": "The body unpacks to more than the crawler accepts.",
    "undecodable": "The body cannot be unpacked as its Content-Encoding says.",
    "incomplete": "The connection ended before the announced end of the body.",
    "timeout": "The site did not finish its answer in time.",
    "dns": "The host's name cannot be resolved.",
    "refused": "The host refuses connections.",
    "connection-lost": "The connection broke off.",
    "bad-certificate": "The host's certificate cannot be verified.",
    "robots-forbidden": "The site's robots.txt forbids the page.",
    "robots-unreachable": "The site's robots.txt failed with a server error, so nothing is asked.",
    "private-address": "The address leads into a private network; it is never asked.",
    "bad-address": "The address is no web address that can be fetched.",
    "not-html": "The address holds no HTML page (a picture, a PDF, a download).",
    "empty": "The answer has no body.",
    "not-a-feed": "The address does not hold a feed.",
    "not-a-sitemap": "The address does not hold a sitemap.",
    "not-an-api": "The site's WordPress interface is switched off or is not there.",
    "no-links": "The listing holds no links to articles.",
    "crawler-error": "The crawler itself stumbled over the page; the log has the details.",
}

# Tried once more in the same run, then again in later runs.
PASSING = frozenset(
    {"server-error", "timeout", "dns", "refused", "connection-lost", "incomplete", "bad-certificate"}
    | {"robots-unreachable", "crawler-error", "undecodable", "empty", "challenge", "parked"}
)
# A page for which the site says this after it had been there has been taken away.
DELETED = frozenset({"not-found", "gone"})
