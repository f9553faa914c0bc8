"""Lines and brackets that name who wrote an article, not whom it speaks of."""

from __future__ import annotations

import re

ROLES = (
    r"oleh|reporter|pewarta|penulis|editor|penyunting|redaktur|redaksi|wartawan|jurnalis|kontributor|koresponden|laporan|fotografer|foto"
    r"|sumber(?: foto| berita)?|uploader|pengunggah|publisher|copyright|rilis|publikasi|admin|video|ilustrasi"
    r"|dok(?:umentasi)?"
)
LINE = re.compile(rf"^[ \t(\[*]{{0,6}}(?i:{ROLES})[ \t]{{0,3}}(?:[:/|]|©|\(c\))[^\n]{{0,160}}$", re.MULTILINE)
# "(man)", "(Tim IKP/red)", "[*]", "(N. Wira/A. Sari)" at the end of a paragraph: initials and short names of the desk
AT_THE_END = re.compile(r"(?<=[.”\"!?* ])[ ]{0,2}[(\[][\w .,/*&-]{0,40}[)\]][ *]{0,4}$", re.MULTILINE)
TEASER = re.compile(r"^[-•*►▶>] ?[A-Z][^.!?\n]{12,150}$", re.MULTILINE)  # a list of links to other articles
SMALL_WORDS = frozenset({"di", "dan", "ke", "dari", "yang", "untuk", "pada", "dengan", "soal", "bagi", "atas", "jadi"})
LOOKS_LIKE_DESK = re.compile(r"/|^[^\w]{0,2}[\w*]{1,6}[^\w]{0,2}$|\b(?i:red|adv|tim|hms|humas|ant|antara|rls)\b")


def byline_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches of a text that name its makers."""
    spans = [match.span() for match in LINE.finditer(text)]
    spans += [
        match.span() for match in AT_THE_END.finditer(text) if LOOKS_LIKE_DESK.search(match.group().strip(" ()[]"))
    ]
    spans += [match.span() for match in TEASER.finditer(text) if _is_headline(match.group())]
    return tuple(sorted(spans))


def _is_headline(line: str) -> bool:
    """Most words have a capital: the heading of another article."""
    words = [word for word in line.split() if word[0].isalpha() and word.lower() not in SMALL_WORDS]
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.9 * len(words)
