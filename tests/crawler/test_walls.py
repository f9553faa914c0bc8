"""Pages that stand in the way are known by what their makers put into them, not by words that news might use."""

import pytest

from crawler.failures import REASONS
from crawler.walls import LONGEST_WALL_BYTES, wall_of


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'<form action="/wp-login.php?action=postpass" class="post-password-form" method="post">', "access-denied"),
        (b"<html><head><title>Just a moment...</title></head>", "challenge"),
        (b'<script src="/cdn-cgi/challenge-platform/h/b/orchestrate.js"></script>', "challenge"),
        (b"<title>You are being redirected...</title><script>sucuri_cloudproxy_js='';</script>", "challenge"),
        (b'<script src="/aes.js"></script><script>document.cookie="__test="+toHex()</script>', "challenge"),
        (b'<script src="https://img.sedoparking.com/templates/x.js"></script>', "parked"),
        (b"<title>contoh.example - Domain is for sale</title>", "parked"),
    ],
)
def test_walls_are_known(body: bytes, reason: str) -> None:
    found = wall_of(b"<!DOCTYPE html><html>" + body + b"</html>")
    assert found is not None
    assert found[0] == reason in REASONS


@pytest.mark.parametrize(
    "body",
    [
        b"<title>Situs Pemkab Dijual?</title><p>Just a moment... kata bupati. Domain is for sale, kata penipu.</p>",
        b"<p>Masukkan kata sandi Anda</p><form class='login'></form>",
        b"<title>Just a moment...</title>" + b" " * LONGEST_WALL_BYTES,
    ],
)
def test_pages_that_speak_of_walls_are_none(body: bytes) -> None:
    assert wall_of(body) is None
