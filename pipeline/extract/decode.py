"""Bytes to text: whatever charset a page claims, wrongly claims or forgets to name."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import ftfy
from ftfy.badness import is_bad

MAX_BYTES = 1_500_000  # an article stands well within them; keeps pages of 20 MB within time and memory

_SAMPLE = 50_000  # characters in which mojibake would show

_EMBEDDED = re.compile(rb"data:[\w/+.-]{3,60};base64,[A-Za-z0-9+/=]{200,}")  # pictures inside the markup
_ESCAPED_TAGS = 3  # from which a page is taken to show its own markup
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
# Not allowed in XML, so lxml refuses them; U+0085 is kept out because it is a cp1252 ellipsis decoded as Latin-1.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_WEB_LATIN = {"iso8859-1", "ascii", "latin-1", "cp1252"}  # the web reads all of these as windows-1252


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    charset: str  # the one that was used
    cut: bool  # the page is longer than MAX_BYTES and was read up to there


def decode_body(body: bytes, content_type: str) -> Decoded:
    """Read a page's bytes; never fails, never keeps characters that a parser refuses.

    Valid UTF-8 is UTF-8 whatever the page says (Latin-1 text is hardly ever valid UTF-8 by chance). Otherwise the
    declared charset decides; a page without one, or with invalid UTF-8, has its odd bytes read as windows-1252.
    """
    if len(body) > MAX_BYTES:
        body = _EMBEDDED.sub(b"", body)
    cut = len(body) > MAX_BYTES
    body = body[:MAX_BYTES]
    text, charset = _decode(body, content_type)
    text = _XML_DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    return Decoded(_unescaped(_CONTROLS.sub("", text)), charset, cut)


def _unescaped(text: str) -> str:
    """Markup that a system escaped once too often ("&lt;p&gt;" shown inside <pre>) is markup again."""
    escaped = text.count("&lt;/p&gt;") + text.count("&lt;br")
    if escaped < _ESCAPED_TAGS or text.count("</p>") + text.count("<br") > escaped:
        return text
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def mend_mojibake(text: str) -> tuple[str, bool]:
    """Undo text that was decoded wrongly before it was published; (text, whether anything was mended).

    Quotation marks, ligatures and widths stay as printed: only the encoding is mended.
    """
    if not is_bad(text[:_SAMPLE]):
        return text, False
    mended = ftfy.fix_encoding(text)
    return mended, mended != text


def _decode(body: bytes, content_type: str) -> tuple[str, str]:
    for mark, charset in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if body.startswith(mark):
            return body.decode(charset, errors="replace"), charset
    sixteen = _utf16_without_mark(body)
    if sixteen:
        return body.decode(sixteen, errors="replace"), sixteen
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = _declared_charset(body, content_type)
    if declared is not None and declared not in _WEB_LATIN and declared != "utf-8":
        try:
            return body.decode(declared, errors="replace"), declared
        except (LookupError, UnicodeError):
            pass
    return body.decode("utf-8", errors="netra-windows-1252"), "windows-1252"


def _declared_charset(body: bytes, content_type: str) -> str | None:
    """The codec's own name of the declared charset, None where none is declared or it is unknown."""
    header = _HEADER_CHARSET.search(content_type)
    meta = _META_CHARSET.search(body[:8192])
    for name in (header.group(1) if header else None, meta.group(1).decode("ascii", "replace") if meta else None):
        if name is None:
            continue
        try:
            codec = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        if codec.name not in ("utf-16", "utf-16-le", "utf-16-be", "utf-32") and _is_text_codec(codec):
            return codec.name
    return None


def _is_text_codec(codec: codecs.CodecInfo) -> bool:
    return bool(getattr(codec, "_is_text_encoding", True))


def _utf16_without_mark(body: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a NUL in every second byte."""
    head = body[:400]
    if len(head) < 40:
        return None
    if head[1::2].count(0) > len(head) * 0.4:
        return "utf-16-le"
    if head[0::2].count(0) > len(head) * 0.4:
        return "utf-16-be"
    return None


def _read_byte_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: one undecodable byte is a windows-1252 character, or nothing where that has none."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", errors="ignore"), error.start + 1


codecs.register_error("netra-windows-1252", _read_byte_as_windows_1252)
