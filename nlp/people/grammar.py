"""How far an office goes: a walk over tagged words that ends at the first word that can only be a name."""

from __future__ import annotations

from nlp import lexicon
from nlp.lexicon import PositionForm
from nlp.people.names import NAME_TAGS, Words, skip_titles

AFTER_AN_OFFICE = lexicon.groups("office_words.txt")["after-an-office"]
PAPERS = lexicon.groups("office_words.txt")["papers"]
ABOVE_STAFF = frozenset({"regional_head", "state", "minister", "military", "police"})
STATUS = (
    ("penjabat", "sementara"), ("pelaksana", "tugas"), ("pelaksana", "harian"), ("bakal", "calon"),
    ("mantan", "penjabat"), ("penjabat",), ("pejabat",), ("pj",), ("pjs",), ("plt",), ("plh",), ("mantan",), ("eks",),
    ("bekas",), ("calon",), ("balon",), ("petahana",),
)  # fmt: skip
JOINERS = frozenset({"dan", "&", "serta", "/", "-"})
LINKS = lexicon.groups("office_words.txt")["links"]
PLACE_NOUNS = lexicon.groups("office_words.txt")["place-nouns"]
PLACED_BODIES = lexicon.groups("office_words.txt")["placed-bodies"]
NAMED_BODIES = lexicon.groups("office_words.txt")["named-bodies"]
MAX_OFFICE_WORDS = 30


def read_status(words: Words, i: int) -> int:
    j = i
    for _ in range(2):
        for status in STATUS:
            if tuple(words.lows[j : j + len(status)]) == status:
                j += len(status)
                if words.low(j) in {"(", "["} and words.low(j + 2) in {")", "]"}:
                    j += 3  # Penjabat (Pj.) Bupati
                break
    return j


def read_head(words: Words, i: int) -> tuple[PositionForm | None, int]:
    """The longest known position at word i, and the index after it."""
    for length in (4, 3, 2, 1):
        if i + length <= len(words):
            form = lexicon.positions().get(" ".join(words.lows[i : i + length]))
            if form and form.form == "ketua majelis" and words.low(i + 2) in lexicon.institution_words():
                continue  # Ketua Majelis Ulama: not of judges
            if form and "break" not in words.tags[i : i + length]:
                return form, i + length
    return None, i


def read_rest(words: Words, i: int, head: PositionForm) -> tuple[int, list[tuple[int, int]]]:
    """The index after the last word of the office, and the brackets inside it (first, last)."""
    j, good, brackets = i, i, []
    limit = min(len(words), i + MAX_OFFICE_WORDS)
    while j < limit:
        step = _bracket(words, j) if words.forms[j] in "([" else 0
        if step:
            brackets.append((j, j + step))
            j += step
            good = j
            continue
        step = _step(words, i, j, head)
        if not step:
            break
        j += step
        if words.tags[j - 1] not in {"lower", "punct"} or words.lows[j - 1] in AFTER_AN_OFFICE | {"kantor"}:
            good = j
    return good, brackets


def _bracket(words: Words, j: int) -> int:
    """The number of words of a bracket with an abbreviation or its reading in it, 0 where it is none."""
    for length in range(2, 9):
        k = j + length
        if k >= len(words) or words.tags[k] == "break":
            return 0
        if words.forms[k] in ")]":
            inside = range(j + 1, k)
            if k > j + 1 and read_head(words, j + 1)[1] == k:
                return length + 1  # Keuchik (kepala desa) X
            if all(
                words.tags[n] not in {"number", "break"}
                and (words.forms[n][0].isupper() or words.lows[n] in {"dan", "red", ",", "rb"})
                for n in inside
            ):
                return length + 1
            return 0
    return 0


def _step(words: Words, start: int, j: int, head: PositionForm) -> int:
    """How many words at j go on with the office that began before: 0 ends it."""
    tag, low = words.tags[j], words.lows[j]
    after = words.tag(j + 1)
    if (
        tag == "prefix"
        and low in {"jenderal", "jendral"}
        and words.low(j - 1) in {"direktorat", "sekretariat", "inspektorat"}
    ):
        return 1
    if tag in {"break", "prefix", "attached", "suffix"} or _is_paper(words, j):
        return 0
    if low == "," and (inside := _wider_place(words, j)):
        return inside
    if low == "/" and words.tag(j - 1) == "number" and words.tag(j + 1) in {"unknown", "region", "name"}:
        return 2  # Kodim 0611/X
    if low in JOINERS or (low == "," and _is_list(words, j)):
        return 1 if after in {"common", "body", "caps", "region"} and not _is_new_office(words, j + 1, head) else 0
    if tag == "region":
        return 0 if _starts_name(words, j, head) else 1
    if tag == "lower":
        return _lower_step(words, j, low)
    if tag in {"common", "body", "caps"}:
        if tag != "body" and j > start and _is_new_office(words, j, head) and words.low(j - 1) not in JOINERS:
            return 0
        return 0 if tag == "common" and _common_begins_name(words, j) else 1
    if tag == "number":
        numbered = words.tag(j - 1) in {"body", "common", "caps"} or words.low(j - 1) == ")"
        numbered = numbered or (j == start and head.group == "fused")  # Danramil 0611
        return int(numbered and len(words.forms[j]) <= 4 and not _is_year(low))
    if tag in NAME_TAGS:
        return _unknown_step(words, start, j, head)
    return 0


def _is_paper(words: Words, j: int) -> bool:
    """A circular or law behind the office that signed it ("Bupati SE Nomor 2"), or the columns of a table of posts."""
    if words.lows[j] == "jabatan" and words.low(j + 1) in {"lama", "baru"}:
        return True
    return words.lows[j] in PAPERS and (
        words.tag(j + 1) == "number" or words.low(j + 1) in {"nomor", "no", "nr", "tentang"}
    )


def _wider_place(words: Words, j: int) -> int:
    """The words of ", Kecamatan X" or ", Jawa Barat" after an office, when a comma follows them; else 0."""
    k = j + 1
    if words.low(k) in {"kecamatan", "desa", "kelurahan", "distrik"}:
        k += 1
        while words.tag(k) in {"unknown", "name", "common", "region"} and k - j < 6:
            k += 1
    else:
        k += words.low(k) in {"kabupaten", "kota", "provinsi", "propinsi"}
        while words.tag(k) == "region" and k - j < 6:
            k += 1
    return k - j if k > j + 1 and words.low(k) in {",", "("} else 0


def _is_year(low: str) -> bool:
    return len(low) == 4 and low[:2] in {"19", "20"}


def _lower_step(words: Words, j: int, low: str) -> int:
    after = words.tag(j + 1)
    if (
        low in LINKS
        and after in {"common", "body", "caps", "region"}
        and not (low in {"di", "pada", "dari"} and words.tag(j + 1) in {"region", "common"})
        and not (low == "di" and words.low(j + 1) in PLACE_NOUNS)
    ):
        return 1
    if low in LINKS and words.low(j + 1) in LINKS | {"umum"}:
        return 1
    if low in {"umum", "khusus", "utama", "kemasyarakatan", "hukum"} and words.low(j - 1) in LINKS | {
        "ketua",
        "sekretaris",
    }:
        return 1
    if low in lexicon.institution_words() and (
        after in {"common", "body", "caps", "region"} or words.low(j - 1) in LINKS
    ):
        return 1
    if low in lexicon.institution_words() and words.low(j + 1) in LINKS and words.tag(j + 2) == "body":
        return 1  # pengamat pemilu dari Universitas X
    if (low in {"kabupaten", "kota", "provinsi"} and after == "region") or low in AFTER_AN_OFFICE:
        return 1
    return 0


def _is_list(words: Words, j: int) -> bool:
    """Whether the comma at j stands in a body's name: "Badan Kepegawaian, Pendidikan dan Pelatihan"."""
    k = j + 1
    while k < len(words) and k - j < 9:
        if words.lows[k] in {"dan", "&", "serta"}:
            return k > j + 1 and words.tag(k + 1) in {"common", "caps"}
        if words.tags[k] not in {"common"} and words.lows[k] != ",":
            return False
        if words.lows[k] in lexicon.positions() and words.lows[k] not in lexicon.institution_words():
            return False
        k += 1
    return False


def _is_new_office(words: Words, j: int, head: PositionForm) -> bool:
    form, end = read_head(words, j)
    if form is None or form.form in {"ahli", "umum"} or words.lows[j] in lexicon.institution_words():
        return False
    if (
        words.low(j - 1)
        in {"ahli", "khusus", "ajudan", "sahli", "sekretariat", "istana", "kantor", "bicara", "jubir", ")"}
        and form.group in ABOVE_STAFF
    ):
        return False
    if head.form in {
        "staf ahli",
        "staff ahli",
        "asisten",
        "staf khusus",
        "ajudan",
        "sekretaris",
        "kepala",
    } and form.group in {"regional_head", "state", "minister"}:
        return False
    return end > j


def _starts_name(words: Words, j: int, head: PositionForm) -> bool:
    """A region's name that begins a person's: the office takes no region, and a name goes on after it."""
    return words.tag(j + 1) in {"name", "unknown"} and (
        head.takes in {"none", "ministry", "short-ministry"} or head.takes.startswith("literal")
    )


def _common_begins_name(words: Words, j: int) -> bool:
    """A word of the language that begins a name: after a region ("Sulsel Cahaya Wira"), or also a given name."""
    low, before = words.lows[j], words.low(j - 1)
    if words.tag(j + 1) not in {"name", "unknown"}:
        return False
    if low in lexicon.institution_words():
        return low in lexicon.given_names() and before not in {"mahkamah", "jaksa", "kejaksaan", "perlindungan"}
    return words.tag(j - 1) == "region"


def _is_place(words: Words, start: int, j: int, head: PositionForm) -> bool:
    """Whether an unknown word is the place of an office or body, whatever follows it: Camat X, Puskesmas X."""
    before = words.low(j - 1)
    if before in PLACE_NOUNS or (head.takes == "place" and (j == start or before in {")", "]"})):
        return True
    if head.takes == "place" and j == start + 1 and words.tag(j - 1) == "common" and words.tag(j + 1) in NAME_TAGS:
        return True  # Kepala Desa Sungai X, with the name behind it
    return before in PLACED_BODIES or f"{words.low(j - 2)} {before}" in PLACED_BODIES


def _unknown_step(words: Words, start: int, j: int, head: PositionForm) -> int:
    """Words that are in no list: a place after Desa or Camat, the proper name of a body, or the person's name (0)."""
    tag, after = words.tags[j], words.tag(j + 1)
    if tag == "initial" and words.low(j - 1) in {"komisi", "blok", "kelas"}:
        return 1  # Komisi A
    if tag == "unknown" and words.lows[j] in lexicon.rare_words() and after in {"common", "body", "caps", "region"}:
        return 1  # Ikatan Arbiter Indonesia
    run = j
    while run < len(words) and words.tags[run] in NAME_TAGS:
        run += 1
    length = run - j
    before = words.low(j - 1)
    if tag == "unknown" and _is_place(words, start, j, head):
        return 1
    if (
        run < len(words)
        and words.tags[run] in {"prefix", "attached"}
        and words.tag(j - 1) not in {"region"}
        and skip_titles(words, run) > run
    ):
        return length  # "Korem Praja Wira Brigjen …": the rank begins the name
    if (
        words.tag(run) in {"body", "region"}
        and words.tag(run - 1) == "unknown"
        and words.forms[run].lower() not in {"al"}
    ):
        return length if length <= 2 and "name" not in words.tags[j:run] else 0
    typed = words.low(run) in {"kabupaten", "kota", "provinsi"}
    if typed and head.takes == "body" and "name" not in words.tags[j:run]:
        return length  # Ketua Apdesi Kabupaten X
    ended = words.tag(run) == "break" or words.low(run) in {".", "(", "[", '"', "”"}
    if before == "relawan" and (ended or words.low(run) == ","):
        return length
    named = next((words.low(k) for k in (j - 1, j - 2, j - 3) if words.low(k) in NAMED_BODIES), "")
    if named and ended and (named in {"pt", "cv", "yayasan"} or "name" not in words.tags[j:run]):
        return length
    proper = before in NAMED_BODIES or (head.kind == "other" and "name" not in words.tags[j:run])
    if words.low(run) == "," and words.tag(skip_titles(words, run + 1)) in {"name", "unknown"}:
        return (
            length
            if proper or ("name" not in words.tags[j:run] and words.tag(j - 1) in {"common", "body", "punct"})
            else 0
        )
    if before in NAMED_BODIES and length >= 2:
        return 1
    return 0
