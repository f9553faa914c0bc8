"""Names of writers: as printed, without titles, degrees and labels; and the lines that state them."""

from __future__ import annotations

import re

WRITER_LABEL = (
    r"(?:oleh|penulis|ditulis oleh|(?:redaktur|editor) ?(?:&|dan|/) ?(?:reporter|penulis|pewarta)|"
    r"reporter|rep(?=\s*[:.])|pewarta|wartawan|jurnalis|laporan(?: wartawan| reporter)?|kontributor|by|"
    r"written by|submitted by|dikirim oleh|dibuat oleh|author|posted by|"
    r"diposting oleh|dipublikasikan oleh|diterbitkan oleh|publisher|pengirim|diunggah oleh)"
)
_EDITOR_LABEL = (
    r"(?:editor|redaktur|red(?=\s*:)|penyunting|uploader|copyright|sumber|source|foto|fotografer|videografer|penerjemah|"
    r"translator|admin)"
)
_NAME = r"[A-Z][\w.'’`-]*(?:\s+(?:[A-Z][\w.'’`-]*|bin|binti|van|de|al|el)){0,5}"
_LABELLED = re.compile(
    rf"^[\s(\[*|–—-]*{WRITER_LABEL}\s*(?:[:;|]|\s)\s*(?P<name>[^|/:\n]{{2,80}}?)\s*(?=$|[|/\n)\]]|"
    rf"\s{_EDITOR_LABEL}\b|\s*[–—-]\s|,\s*{_EDITOR_LABEL}\b|\s*,?\s(?:di|pada|on|at|tanggal)\s|\s*,\s*\w+,?\s\d)",
    re.I,
)
_ACCOUNT = re.compile(r"(?:submitted|posted|written) by|(?:diposting|dikirim|diunggah|dipublikasikan) oleh", re.I)
_DESK = re.compile(r"admin\w*|humas|redaksi|operator|super ?user|tim\b.*", re.I)  # accounts that stand for a writer
_EDITOR_LINE = re.compile(rf"^[\s(\[*|–—-]*{_EDITOR_LABEL}\s*[:|]\s*\S.{{0,80}}$", re.I)
_BARE_NAME = re.compile(rf"^[\s(\[–—*-]*(?P<name>{_NAME})[\s)\]*–—-]*$")
_DEGREE = re.compile(
    r",?\s*\b(?:S|M|Dr|Drs|Dra|Ir|Prof|H|Hj|KH|A|Lc|Ph|SE|SH|ST|MM|MH|MSi|MPd|SPd|SSos|SIP|STP|"
    r"MAP)\.?(?:[A-Z][A-Za-z]{0,4}\.?)*(?=[\s,.]|$)"
)
_TITLES_BEFORE = re.compile(
    r"^(?:(?:Prof|Dr|Drs|Dra|Ir|H|Hj|KH|K\.H|R|Tgk|Ust|Pdt|dr|drg|apt)\b\.?(?:\s*\([^)]*\))?\s*)+"
)
_NOT_NAMES = re.compile(
    r"\b(?:kesimpulan|penutup|pendahuluan|selesai|sekian|tamat|terima kasih|wassalam\w*|salam|aamiin|amin|"
    r"bersambung|daftar|sumber|foto|video|"
    r"advertorial|siaran|pers|press|release|rilis|dokumentasi|load|more|read|next|share|humas|diskominfo|kominfo|redaksi|indonesia|kabupaten|kota|"
    r"provinsi|pemilu|pilkada|asn|netralitas|tantangan|rekomendasi|"
    r"unduh|formulir|klik|lihat|selengkapnya|latar|belakang|hasil|pembahasan|saran|lampiran|catatan|profil|biodata|jadwal|agenda)\b",
    re.I,
)
_URL = re.compile(r"^(?:https?:)?//|^www\.|^@|facebook\.com", re.I)


def labelled_name(line: str) -> str | None:
    """The writer's name in a line such as "Penulis: Rina Putri | Editor: Adi"; None in any other line."""
    found = _LABELLED.match(line)
    if not found:
        return None
    printed = found["name"]
    separator = line[found.start() : found.start("name")].rstrip()
    name = tidy_name(printed)
    if name is None or len(name.split()) > 6:
        return None
    if not separator.endswith((":", "|", ";")) and (
        not (re.fullmatch(_NAME, name) or _DESK.fullmatch(name) or _is_account(separator, name)) or len(line) > 80
    ):
        return None
    return name


def _is_account(label: str, name: str) -> bool:
    """Drupal and phpBB print the user name: "Submitted by humasbawaslu on …"."""
    return _ACCOUNT.search(label) is not None and re.fullmatch(r"[\w.-]{3,30}", name) is not None


def names_editor(line: str) -> bool:
    """Whether a line states an editor, photographer or source: "Editor: Rina"."""
    return _EDITOR_LINE.match(line) is not None


def bare_name(line: str) -> str | None:
    """The name of a line that is nothing but a person's name of two to four words."""
    found = _BARE_NAME.match(line)
    if not found or not_a_name(line) or (line.isupper() and len(line.split()) > 3):
        return None
    words = found["name"].split()
    if not 2 <= len(words) <= 4 or len(words[0].strip(".")) < 2:
        return None
    return tidy_name(found["name"])


def not_a_name(text: str) -> bool:
    """Whether a word stands in it that headings and closings have, and no name."""
    return _NOT_NAMES.search(text) is not None


def tidy_name(printed: str) -> str | None:
    """A name without titles, degrees, brackets and labels; None where nothing of a name is left."""
    name = " ".join(printed.split()).strip(' .,;:|*-–—()[]"“”')
    name = re.sub(r"\s*[(\[].*$|\s+[-–—|]\s+\S.*$", "", name)
    titles = _TITLES_BEFORE.match(name)
    if titles and titles.end() < len(name):
        name = name[titles.end() :]
    name = re.split(r",\s*(?=[A-Z]\.?[A-Za-z]*\.)", name)[0]
    name = _DEGREE.sub("", name) if "," in name else name
    name = name.strip(" .,;:|*-–—")
    if not 2 <= len(name) <= 60 or not re.search(r"[^\W\d_]", name) or _URL.search(name):
        return None
    return name
