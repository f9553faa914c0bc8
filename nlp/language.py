"""Indonesian text to a spaCy Doc: tokens with exact character offsets, and the boundaries of sentences.

spaCy's own Indonesian tokenizer loads 15,963 exceptions and needs time that grows with the square of a run of
punctuation; one linear expression does the same work here. Words of a reduplication (`anak-anak`) stay whole, two names
joined by a hyphen (`Sari-Wahyu`) are three tokens, the stop of an abbreviation (`Drs.`, `M.Si.`) belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

ABBREVIATIONS_FILE = Path(__file__).parent / "lexicon" / "abbreviations.txt"
OPENING_MARKS = "“‘„«"
CLOSING_MARKS = "”’»"
SENTENCE_ENDS = frozenset({".", "!", "?", "…", "...", "?!", "!?"})
AFTER_THE_END = frozenset("\"”’»)]'") | {"''", "[*]"}
QUOTE_MARKS = frozenset('"“”„«»')
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def _read_abbreviations() -> list[str]:
    lines = ABBREVIATIONS_FILE.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@cache
def _token_pattern() -> re.Pattern[str]:
    """Alternatives from the most special to any one character; possessive, so that no input makes it backtrack."""
    short = "|".join(sorted(map(re.escape, _read_abbreviations()), key=len, reverse=True))
    alternatives = (
        r"https?://[^\s\"”)\]]++|www\.[^\s\"”)\]]++|[\w.+-]{1,64}@[\w-]{1,64}(?:\.\w{2,12}){1,4}",
        r"\b(?:[A-Z][A-Za-z]{0,4}\.){2,8}(?:[A-Z][A-Za-z]{0,3}\b(?!\.\w))?",  # S.H. M.Si. S.STP S.Sos.I
        rf"\b(?:{short})\.(?!\.)",  # Drs. Jl. Muh.
        r"\b[A-Z][a-z]{0,2}\.[A-Z][A-Za-z]{0,3}\b",  # S.IP M.Si Ph.D
        r"\b[A-Z]\.(?!\.)",  # H. M.
        r"\d++(?:[.,:/-]\d++)*+(?:\w++)?",  # 297.096  2/2022  20:15  10-12
        r"(?i:(\w++)-\1)(?:n?ya)?\b",  # anak-anak, Undang-Undang
        r"\w++(?:['’`]\w++)*+(?:-(?=[a-z\d])\w++|(?<=[A-Z])-(?=[A-Z]{2,4}\b)\w++|-(?=RB\b)\w++)*+",
        r"([^\w\s])\2{2,}+",  # ... ===== a million quotation marks
        r"[^\w\s]",
    )
    return re.compile("|".join(f"(?:{alternative})" for alternative in alternatives))


def _words(text: str) -> Iterator[str]:
    """The tokens of a text, white space that is no single space among them."""
    position = 0
    for match in _token_pattern().finditer(text):
        if match.start() > position:
            yield text[position : match.start()]
        yield match.group()
        position = match.end()
    if position < len(text):
        yield text[position:]


class Tokenizer:
    """Callable that spaCy takes for a tokenizer: text in, Doc out, `doc.text` equal to the text."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for word in _words(text):
            if word[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True  # the first space belongs to the word before it
                word = word[1:]
            if word:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces, user_data={"text": text, "words": words})

    def to_disk(self, path: object, **_: object) -> None:
        """Nothing to write: the tokenizer is this code and its list of abbreviations."""

    def from_disk(self, path: object, **_: object) -> Tokenizer:
        return self

    def to_bytes(self, **_: object) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **_: object) -> Tokenizer:
        return self


@registry.tokenizers("netra.Tokenizer.v1")
def create_tokenizer() -> object:
    """The tokenizer by name, for the configuration of a trained pipeline."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(nlp.vocab)

    return make


@cache
def vocabulary() -> Vocab:
    return Vocab()


def read(text: str) -> Doc:
    """Tokens and sentence starts of a text. Offsets are those of the text; lone surrogates are read as U+FFFD."""
    doc = Tokenizer(vocabulary())(LONE_SURROGATE.sub("\ufffd", text))
    mark_sentences(doc)
    return doc


def text_of(doc: Doc) -> str:
    """`doc.text`, which spaCy joins anew at each asking; a Doc of `read` keeps it."""
    kept = doc.user_data.get("text")
    return kept if isinstance(kept, str) else doc.text


def tokens_of(doc: Doc) -> list[str]:
    """The text of every token, white space among them; kept by a Doc of `read`."""
    kept = doc.user_data.get("words")
    return kept if isinstance(kept, list) else [token.text for token in doc]


def mark_sentences(doc: Doc) -> Doc:
    """Set sentence starts: after . ! ? where a new sentence begins outside quotation marks, and at each line break."""
    if not len(doc):
        return doc
    words = tokens_of(doc)
    starts = np.full(len(words), -1, dtype=np.int32)
    starts[0] = 1
    quoted = _inside_quotes(words)
    ended = False
    for i, word in enumerate(words):
        if "\n" in word and word.isspace():
            ended = False
            if i + 1 < len(words):
                starts[i + 1] = 1
        elif word.isspace():
            continue
        elif ended and word not in AFTER_THE_END:
            if _can_begin(word) and not quoted[i]:
                starts[i] = 1
            ended = word in SENTENCE_ENDS
        elif word in SENTENCE_ENDS or _ends_as_abbreviation(words, i):
            ended = True
    doc.from_array([SENT_START], starts.reshape(-1, 1).astype(np.uint64))  # type: ignore[arg-type]
    return doc


def _can_begin(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or word[0] in '"“‘([*-–—' or word in QUOTE_MARKS


def _ends_as_abbreviation(words: list[str], i: int) -> bool:
    """A degree at the end of a line of names closes a sentence when a word that only begins sentences follows."""
    return words[i].endswith(".") and len(words[i]) > 2 and i + 1 < len(words) and words[i + 1] in SENTENCE_OPENERS


SENTENCE_OPENERS = frozenset(
    {"Ia", "Dia", "Beliau", "Menurut", "Sementara", "Selain", "Namun", "Hal", "Dalam", "Pada", "Sebelumnya", "Untuk"}
    | {"Kegiatan", "Acara", "Turut", "Mereka", "Kemudian", "Selanjutnya", "Adapun", "Saat", "Setelah", "Karena", "Oleh"}
)


def _inside_quotes(words: list[str]) -> list[bool]:
    """For each token whether it stands inside a pair of quotation marks that closes within the same paragraph."""
    inside = [False] * len(words)
    opened: int | None = None
    for i, word in enumerate(words):
        if "\n" in word and word.isspace():
            opened = None
        elif word in QUOTE_MARKS:
            if opened is None:
                opened = i if word not in CLOSING_MARKS else None
            elif word not in OPENING_MARKS:
                inside[opened + 1 : i + 1] = [True] * (i - opened)
                opened = None
    return inside
