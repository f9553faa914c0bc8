"""A certificate that cannot be verified is a failure, unless the source's file says why it is accepted."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.crawler.loopback import Site, Workplace, article


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Signed by nobody, for another host."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "lain.example")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=2))
        .not_valid_after(now + timedelta(days=2))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path


def test_a_wrong_certificate_is_told_or_accepted_with_a_note(
    open_site: Callable[..., Site], workplace: Workplace, certificate: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    strict, lenient = open_site(context), open_site(context)
    for site in (strict, lenient):
        site.answers = {"/feed": site.feed("/a"), "/a": article("A")}
    workplace.source(strict, urls=["/feed"], id="strict")
    note = 'bad_certificate_note = "Sertifikat situs kedaluwarsa sejak 2026-10; dilaporkan kepada admin."'
    workplace.source(lenient, urls=["/feed"], id="lenient", extra=note)
    crawl = workplace.crawl()
    assert crawl.reasons() == {strict.url + "/feed": "bad-certificate"}
    assert [page.url for page in crawl.pages] == [lenient.url + "/a"]
