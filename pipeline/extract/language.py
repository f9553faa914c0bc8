"""In which language a text is written."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-zA-Z]+(?:-[a-zA-Z]+)?")
# Words of every Indonesian text; `_MALAY` are those that Malaysian texts print instead of an Indonesian one.
_COMMON = frozenset(
    [
        "yang",
        "dan",
        "di",
        "dengan",
        "untuk",
        "pada",
        "dari",
        "ini",
        "itu",
        "tidak",
        "dalam",
        "akan",
        "ke",
        "juga",
        "oleh",
        "sebagai",
        "adalah",
        "bahwa",
        "atau",
        "para",
        "karena",
        "telah",
    ]
)
_MALAY = frozenset(
    [
        "kerana",
        "ialah",
        "berkata",
        "mengikut",
        "beliau",
        "semasa",
        "pihaknya",
        "kerajaan",
        "daripada",
        "bagi",
        "boleh",
        "perdana",
        "jabatan",
        "polis",
        "sehingga",
        "menerusi",
        "susulan",
        "ahad",
        "isnin",
        "khamis",
        "jumaat",
    ]
)
_INDONESIAN = frozenset(
    [
        "karena",
        "bisa",
        "kata",
        "tersebut",
        "mengatakan",
        "kabupaten",
        "wali",
        "bupati",
        "provinsi",
        "kamis",
        "jumat",
        "senin",
        "minggu",
        "ujar",
        "ujarnya",
        "katanya",
        "seperti",
        "saat",
        "pihak",
        "pemerintah",
        "harus",
        "kantor",
        "polisi",
    ]
)
_ENOUGH = 0.09  # share of common words from which a text is Indonesian or Malay


def identify_language(text: str) -> str | None:
    """ISO 639-1 code; None for a text too short to tell."""
    words = [word.lower() for word in _WORD.findall(text[:6000])]
    if len(words) < 8:
        return None
    common = sum(1 for word in words if word in _COMMON) / len(words)
    if common >= _ENOUGH:
        malay = sum(1 for word in words if word in _MALAY)
        indonesian = sum(1 for word in words if word in _INDONESIAN)
        return "ms" if malay >= 4 and malay > 1.5 * indonesian else "id"
    import py3langid  # loads its model when the first text needs it

    code, _ = py3langid.classify(text[:4000])
    return str(code)
