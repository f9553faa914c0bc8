"""What reported speech says: where it begins and ends, and whether it says anything at all."""

from __future__ import annotations

from nlp.reporting_verbs import reporting_verbs
from nlp.statements.attributions import Attribution
from nlp.statements.lists import WORDS_OF
from nlp.statements.words import Sentence, Word

OPENERS = frozenset(
    {",", ":", "bahwa", "jika", "kalau", "bahwasanya", "bahwasannya", "pula", "-", "–", "kembali", "juga", "lagi"}
)
CLAUSE_WORDS = WORDS_OF["clause_words"]
WISH_WORDS = frozenset({"agar", "supaya", "untuk"})
REPORT_WORDS = frozenset(
    {",", "bahwa", "adanya", "telah", "sudah", "memiliki", "hanya", "ada", "jumlah", "sebanyak", "terdapat"}
)
SPEECH_NOUNS = WORDS_OF["speech_nouns"]
ADDRESSED = WORDS_OF["addressed"]
TOPIC_HEADS = WORDS_OF["topic_heads"]
TOPIC_COUNTS = frozenset({"sejumlah", "beberapa", "berbagai"})
TOPIC_NOUNS = frozenset(
    {"hal", "isu", "poin", "persoalan", "materi", "catatan", "alasan", "pertanyaan", "topik", "masalah"}
)
DELIVERED = WORDS_OF["delivered"]
DECLARED = frozenset({"dukungan", "sikap", "perang", "diri", "ikrar", "kesiapannya"})
SECURED = frozenset({"kemenangan", "tiket", "langkah", "gelar", "posisi", "tempat", "diri"})
UNCOVERED = frozenset({"kasus", "jaringan", "sindikat", "peredaran", "identitas", "praktik", "misteri"})
TAKEN = frozenset({"keterangan", "klarifikasi", "bantuan", "izin", "konfirmasi", "tanggapan"})
HEAD_STOPS = frozenset({"hal", "itu", "tersebut", "ini", "demikian", "begitu"})


def says_something(sentence: Sentence, attribution: Attribution) -> bool:
    """An attribution in front of its words reports content, and no bare topic or act."""
    words = sentence.words
    first = content_start(words, attribution.content)
    rest = words[first:]
    spoken = [word for word in rest if word.text[0].isalnum() or word.quote >= 0]
    if len(spoken) < 2:
        return False
    if attribution.form != "active":
        return len(spoken) >= 3
    if rest[0].lower in ("demikian", "begitu"):
        return False
    if (
        rest[0].lower == "hal"
        and len(rest) > 1
        and rest[1].lower in HEAD_STOPS
        and words[first - 1].text not in (",", "bahwa")
    ):
        return False
    linked = words[first - 1].lower in (",", ":", "bahwa", "jika", "kalau", "bahwasanya")
    return _fits_the_verb(words, attribution, rest, linked) and (linked or not _bare_topic(words, attribution, rest))


def _fits_the_verb(words: tuple[Word, ...], attribution: Attribution, rest: tuple[Word, ...], linked: bool) -> bool:
    """The verb counts with what follows it."""
    verb = reporting_verbs().active_form(words[attribution.verb].lower)
    if verb is None or words[content_start(words, attribution.content) - 1].lower == "bahwa":
        return True  # bahwa alone makes reported speech of any verb
    needs = verb.needs
    near = [word.lower for word in rest[:14]]
    if needs == "quote":
        return False
    if needs == "clause":
        return linked or any(word in CLAUSE_WORDS for word in near)
    if needs == "wish":
        return any(word in WISH_WORDS for word in near[:10])
    if needs == "report":
        return linked or near[0] in REPORT_WORDS
    if needs == "speech-noun":
        return near[0] in SPEECH_NOUNS and any(word in ADDRESSED for word in near[1:8])
    return True


def _bare_topic(words: tuple[Word, ...], attribution: Attribution, rest: tuple[Word, ...]) -> bool:
    """What follows only names a topic or an act: `menjelaskan sejumlah isu`, `meminta keterangan`."""
    head = rest[0].lower
    if head in TOPIC_HEADS:
        return True
    if head in TOPIC_COUNTS and len(rest) > 1 and rest[1].lower in TOPIC_NOUNS:
        return True
    root = attribution.root
    if root == "sampai" and head in DELIVERED:
        return True
    if root == "nyata" and head in DECLARED:
        return True
    if root == "pasti" and head in SECURED:
        return True
    if root == "ungkap" and head in UNCOVERED:
        return True
    return root in ("minta", "mohon") and head in TAKEN


def content_start(words: tuple[Word, ...], first: int) -> int:
    """Past the comma, `bahwa` and the like that link a verb to what is said."""
    while first < len(words) and words[first].lower in OPENERS:
        first += 1
    return first


def content_end(words: tuple[Word, ...], last: int) -> int:
    """Before the full stop, or the comma, that ends what is said; the index after its last word."""
    while last > 0 and words[last - 1].text in (".", ",", ";", ":", "...", "…"):
        last -= 1
    return last
