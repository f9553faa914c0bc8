"""What the name recogniser sees of a word: its form, its class, the lists it stands in, and its neighbours.

Training and application share this module, so a change here asks for a new model (`python -m nlp.training.train`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WINDOW = 3  # words to the left and to the right whose lists are seen
NEAR = 2  # words to the left and to the right whose own forms are seen
LONGEST_AFFIX = 4
MOST_CACHED_WORDS = 200_000  # bounds memory on endless input; a year of news has fewer forms

_SHAPE_PARTS = re.compile(r"([A-ZÀ-Þ]+)|([a-zß-ÿ]+)|(\d+)|([^A-Za-zÀ-ÿ\d])")


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """The features of one printed word, written out once for each place in the window."""

    here: list[str]
    at: dict[int, list[str]]  # offset, not 0 → features that the neighbour sees
    form: str
    kinds: str  # the lists that the word stands in, joined, for conjunctions
    shape: str


@dataclass(slots=True)
class Lexicon:
    """Word classes and lists of the model: data of `nlp/model`, the same in training and use.

    `classes`: lower-case word → class ids, from coarse to fine, the last one the word's commonest part of speech.
    `lists`: lower-case word → names of the lists that hold it.
    `phrases`: first word, lower-case, of a known name → the rests and kinds of name, longest first.
    """

    classes: Mapping[str, Sequence[str]]
    lists: Mapping[str, Sequence[str]]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    cache: dict[tuple[str, bool], WordFeatures] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Lexicon:
        """Load `words.tsv` (word, classes…) and `lists.json` of a model's folder."""
        classes: dict[str, tuple[str, ...]] = {}
        with (folder / "words.tsv").open(encoding="utf-8") as lines:
            for line in lines:
                word, *ids = line.rstrip("\n").split("\t")
                classes[word] = tuple(ids)
        stored = json.loads((folder / "lists.json").read_text(encoding="utf-8"))
        return cls.build(classes, stored["lists"], stored["phrases"])

    @classmethod
    def build(
        cls,
        classes: Mapping[str, Sequence[str]],
        lists: Mapping[str, Iterable[str]],
        phrases: Mapping[str, Iterable[str]],
    ) -> Lexicon:
        """`lists`: list name → words; `phrases`: kind of name → names such as "jawa barat"; all lower-case."""
        of_word: dict[str, list[str]] = {}
        for name in sorted(lists):
            for word in lists[name]:
                of_word.setdefault(word, []).append(name)
        rests: dict[str, dict[tuple[str, ...], str]] = {}
        for kind in sorted(phrases):
            for phrase in phrases[kind]:
                first, *rest = phrase.split()
                before = rests.setdefault(first, {}).get(tuple(rest))
                rests[first][tuple(rest)] = f"{before}+{kind}" if before else kind
        ordered = {first: sorted(of.items(), key=lambda item: (-len(item[0]), item[0])) for first, of in rests.items()}
        return cls(classes, of_word, ordered)

    def word(self, printed: str, known: bool = True) -> WordFeatures:
        """Features of a printed word; `known=False` hides what the lists and classes say of it."""
        key = (printed, known)
        found = self.cache.get(key)
        if found is None:
            if len(self.cache) >= MOST_CACHED_WORDS:
                self.cache.clear()
            found = self.cache[key] = self._describe(printed, known)
        return found

    def _describe(self, printed: str, known: bool) -> WordFeatures:
        form = printed.lower()
        shape = word_shape(printed)
        classes = self.classes.get(form, ()) if known else ()
        kinds = "+".join(self.lists.get(form, ())) if known else ""
        written = form if known and len(form) <= 30 else "?"
        here = [f"w={written}", f"s={shape}", f"k={kinds}", f"l={min(len(form), 8)}"]
        here += [f"c{level}={value}" for level, value in enumerate(classes)] or ["c=?"]
        here += [f"<{form[:n]}" for n in range(1, LONGEST_AFFIX + 1) if len(form) > n]
        here += [f">{form[-n:]}" for n in range(1, LONGEST_AFFIX + 1) if len(form) > n]
        at: dict[int, list[str]] = {}
        for offset in range(-WINDOW, WINDOW + 1):
            if offset:
                seen = [f"{offset}k={kinds}", f"{offset}s={shape}"] if kinds or abs(offset) <= NEAR else []
                if abs(offset) <= NEAR:
                    seen.append(f"{offset}w={written}")
                    seen += [f"{offset}c{level}={value}" for level, value in enumerate(classes) if level != 1]
                at[offset] = seen
        return WordFeatures(here, at, written, kinds, shape)


def word_shape(printed: str) -> str:
    """Runs of letters and digits by kind: "Sutadi" → "Xx", "S.H." → "X.X.", "KPU" → "XX", "2/2022" → "d/d"."""

    def part(match: re.Match[str]) -> str:
        upper, lower, digits, other = match.groups()
        if upper:
            return "X" if len(upper) == 1 else "XX"
        return "x" if lower else "d" if digits else other

    return _SHAPE_PARTS.sub(part, printed[:20])


def sentence_features(words: Sequence[str], lexicon: Lexicon, unknown: frozenset[int] = frozenset()) -> list[list[str]]:
    """One list of features for each word; `unknown` are the places whose word is treated as never seen."""
    described = [lexicon.word(word, i not in unknown) for i, word in enumerate(words)]
    places = _phrase_places([word.lower() for word in words], lexicon)
    capitals = _capitals(words)
    rows: list[list[str]] = []
    for i, own in enumerate(described):
        row = own.here + capitals
        for offset in range(-WINDOW, WINDOW + 1):
            if offset and 0 <= i + offset < len(words):
                row += described[i + offset].at[offset]
        if i == 0:
            row.append("first")
        else:
            before = described[i - 1]
            row += [f"-1w|w={before.form}|{own.form}", f"-1w|s={before.form}|{own.shape}"]
            row += [f"-1k|k={before.kinds}|{own.kinds}", f"-1s|s={before.shape}|{own.shape}"]
            if i > 1:
                row.append(f"-2w|-1w={described[i - 2].form}|{before.form}")
        if i + 1 == len(words):
            row.append("last")
        else:
            after = described[i + 1]
            row += [f"s|+1w={own.shape}|{after.form}", f"k|+1k={own.kinds}|{after.kinds}"]
        row += places[i]
        rows.append(row)
    return rows


def _capitals(words: Sequence[str]) -> list[str]:
    """Whether the sentence is written in capitals (headings, bylines), where the shape of a word says nothing."""
    letters = [word for word in words if word.isalpha()]
    large = sum(word.isupper() for word in letters)
    small = sum(word.islower() for word in letters)
    if large > 2 and not small:
        return ["capitals"]
    return ["headline"] if len(letters) > 3 and small * 5 < len(letters) else []


def _phrase_places(forms: Sequence[str], lexicon: Lexicon) -> list[list[str]]:
    """Marks the words of the longest known name that begins at each place, and the words beside it."""
    places: list[list[str]] = [[] for _ in forms]
    i = 0
    while i < len(forms):
        length, kind = 0, ""
        for rest, of_kind in lexicon.phrases.get(forms[i], ()):
            if tuple(forms[i + 1 : i + 1 + len(rest)]) == rest:
                length, kind = 1 + len(rest), of_kind
                break
        if not length:
            i += 1
            continue
        for place in range(i, i + length):
            part = "only" if length == 1 else "first" if place == i else "more"
            places[place].append(f"{kind}={part}")
            if i:
                places[place].append(f"{kind}={part}|{forms[i - 1]}")
        if i:
            places[i - 1].append(f"{kind}-next")
        if i + length < len(forms):
            places[i + length].append(f"{kind}-before")
        i += length
    return places
