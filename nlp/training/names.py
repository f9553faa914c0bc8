"""Invents Indonesian names of persons: parts of many peoples' names, put together at random."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

LISTS = Path(__file__).parent / "lists"
LIST_OF_PART = {
    "male": "given", "female": "given", "given": "given", "first": "given", "caste": "given", "title": "family",
    "last": "family", "marga": "family", "fam": "family", "surname": "family", "second": "family", "daeng": "family",
}  # fmt: skip
MUHAMMAD = frozenset({"Muhammad", "Mohammad", "Muh", "Mohamad", "Abdul", "Abd", "Mochamad"})
ABBREVIATED = (
    "Th.",
    "Yoh.",
    "Fx.",
    "FX",
    "Fr.",
    "St.",
    "Sy.",
    "Rr.",
    "A.A.",
    "I.B.",
    "Mgr.",
    "Santa",
    "Siti",
    "R",
    "Ig.",
)
PARTICLES = ("bin", "binti", "al", "van", "der", "de", "da", "dos")
VOWELS = "aaaaaiiuueo"
CONSONANTS = ("b", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny", "sy", "z", "f")
CODAS = ("", "", "", "n", "r", "s", "l", "ng", "t", "h", "k", "m")


def read_parts(path: Path = LISTS / "names.toml") -> dict[str, dict[str, list[str]]]:
    parts = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        people: {
            part: words.replace("_", " ").split(" ") if part == "suffix" else _parts(words)
            for part, words in of.items()
        }
        for people, of in parts.items()
    }


def _parts(words: str) -> list[str]:
    return [word.replace("_", " ") for word in words.split()]


def name_lists(parts: Mapping[str, Mapping[str, list[str]]]) -> dict[str, set[str]]:
    """List name → lower-case words, for the recogniser's features. Single letters and particles stay out."""
    lists: dict[str, set[str]] = {"given": set(), "family": set()}
    for of_people in parts.values():
        for part, names in of_people.items():
            if part in LIST_OF_PART:
                for name in names:
                    words = [w.lower() for w in name.split() if len(w) > 2 or (len(w) == 2 and w.isalpha())]
                    lists[LIST_OF_PART[part]].update(word for word in words if word not in PARTICLES)
    lists["particle"] = set(PARTICLES)
    return lists


class NameMaker:
    """Names from a seeded generator: the same seed gives the same names."""

    def __init__(self, random: Random, parts: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.random = random
        self.parts = parts
        self.kinds: list[tuple[float, Callable[[], str]]] = [
            (22, self._javanese), (9, self._sundanese), (16, self._islamic), (9, self._batak), (7, self._eastern),
            (7, self._balinese), (6, self._minang), (7, self._bugis), (4, self._acehnese), (5, self._papuan),
            (4, self._chinese), (6, self._kalimantan), (12, self._modern), (2, self._foreign), (10, self._unheard),
        ]  # fmt: skip

    def full(self) -> str:
        """A name as an article first gives it."""
        weights = [weight for weight, _ in self.kinds]
        name = self.random.choices([make for _, make in self.kinds], weights)[0]()
        return self._with_initials(name)

    def short(self, name: str) -> str:
        """The form in which the article goes on: one word of the name, seldom two."""
        words = [word for word in name.split() if len(word) > 2 and not word.endswith(".") and word[0].isupper()]
        words = words or [name]
        roll = self.random.random()
        if roll < 0.6 or len(words) == 1:
            return words[0]
        return words[-1] if roll < 0.8 else " ".join(words[:2])

    def _pick(self, people: str, part: str) -> str:
        return self.random.choice(self.parts[people][part])

    def _chance(self, share: float) -> bool:
        return self.random.random() < share

    def _coined(self) -> str:
        """Su + tadi: a Javanese single name that no list need hold."""
        return self._pick("java", "prefix") + self._pick("java", "suffix")

    def _javanese(self) -> str:
        first = self._pick("java", "female" if self._chance(0.3) else "male")
        if self._chance(0.35):
            first = self._coined()
        roll = self.random.random()
        if roll < 0.25:
            return first
        middle = [self._pick("java", "male")] if self._chance(0.2) else []
        last = self._coined() if self._chance(0.25) else self._pick("java", "last")
        return " ".join([first, *middle, last])

    def _sundanese(self) -> str:
        first = self._pick("sunda", "female" if self._chance(0.25) else "male")
        if self._chance(0.1):
            return f"{first} {first}"
        return f"{first} {self._pick('sunda', 'last')}" + (
            f" {self._pick('sunda', 'last')}" if self._chance(0.1) else ""
        )

    def _islamic(self) -> str:
        if self._chance(0.3):
            words = [self._pick("islamic", "female")]
        else:
            words = [self._pick("islamic", "first") for _ in range(self.random.choice((1, 1, 2)))]
        if self._chance(0.8):
            words.append(self._pick("islamic", "last"))
        if self._chance(0.06):
            words += [self.random.choice(("bin", "binti")), self._pick("islamic", "first")]
        return " ".join(words)

    def _batak(self) -> str:
        middle = f" {self._pick('batak', 'given')}" if self._chance(0.25) else ""
        return f"{self._pick('batak', 'given')}{middle} {self._pick('batak', 'marga')}"

    def _eastern(self) -> str:
        people = "minahasa_maluku_ntt"
        middle = f" {self._pick(people, 'given')}" if self._chance(0.3) else ""
        return f"{self._pick(people, 'given')}{middle} {self._pick(people, 'fam')}"

    def _balinese(self) -> str:
        given = " ".join(self._pick("bali", "given") for _ in range(self.random.choice((1, 1, 2))))
        return f"{self._pick('bali', 'caste')} {given}"

    def _minang(self) -> str:
        title = f" {self._pick('minang_riau', 'title')}" if self._chance(0.08) else ""
        last = f" {self._pick('minang_riau', 'last')}" if self._chance(0.8) else ""
        return f"{self._pick('minang_riau', 'given')}{title}{last}"

    def _bugis(self) -> str:
        people = "bugis_makassar_buton"
        name = f"{self._pick(people, 'first')} {self._pick(people, 'second')}"
        if self._chance(0.3):
            name += f" {self._pick(people, 'second')}"
        return name + (f" {self._pick(people, 'daeng')}" if self._chance(0.07) else "")

    def _acehnese(self) -> str:
        name = f"{self._pick('aceh', 'second')} {self._pick('aceh', 'second')}"
        return f"{self._pick('aceh', 'first')} {name}" if self._chance(0.5) else name

    def _papuan(self) -> str:
        middle = f" {self._pick('papua', 'given')}" if self._chance(0.2) else ""
        return f"{self._pick('papua', 'given')}{middle} {self._pick('papua', 'fam')}"

    def _chinese(self) -> str:
        if self._chance(0.25):
            given = f"{self._syllables(1)} {self._syllables(1)}"
            return f"{self._pick('tionghoa', 'surname')} {self._pick('tionghoa', 'first')} {given}"
        return f"{self._pick('tionghoa', 'first')} {self._pick('tionghoa', 'surname')}"

    def _kalimantan(self) -> str:
        people = "kalimantan_sumatra_ntb"
        return f"{self._pick(people, 'given')} {self._pick(people, 'last')}"

    def _modern(self) -> str:
        words = [self._pick("modern", "first") for _ in range(self.random.choice((1, 1, 2)))]
        other = self.random.choice(("java", "sunda", "islamic", "modern", "modern"))
        return " ".join([*words, self._pick(other, "last")])

    def _foreign(self) -> str:
        return f"{self._pick('foreign', 'first')} {self._pick('foreign', 'last')}"

    def _unheard(self) -> str:
        """A name of free syllables: the sentence around it must tell that it is one."""
        return " ".join(
            self._syllables(self.random.choice((2, 2, 3, 3, 4))) for _ in range(self.random.choice((1, 2, 2, 3)))
        )

    def _syllables(self, count: int) -> str:
        pick = self.random.choice
        parts = [pick(CONSONANTS) + pick(VOWELS) for _ in range(count)]
        return "".join(parts).capitalize() + pick(CODAS)

    def _with_initials(self, name: str) -> str:
        words = name.split()
        letter = self.random.choice("ABCDEFGHIJKLMNOPRSTVWY")
        stop = self.random.choice((".", ".", ""))
        roll = self.random.random()
        if words[0] in MUHAMMAD and roll < 0.4:
            words[0] = self.random.choice(("M.", "M", "Moh.", "Muh.", "Muh", "Abd.", "Mohd."))
        elif len(words) > 1 and roll < 0.05:
            words[0] = words[0][0] + stop
        elif len(words) > 1 and roll < 0.10:
            words.insert(1, letter + stop)
        elif len(words) > 1 and roll < 0.12:
            words.insert(1, f"{letter}.{words[0][0]}.")
        elif len(words) > 1 and roll < 0.14:
            words[-1] = words[-1][0] + stop
        elif len(words) == 2 and roll < 0.16:
            words.append(letter + stop)
        elif len(words) > 1 and roll < 0.18:
            words.insert(0, self.random.choice(ABBREVIATED))
        elif roll < 0.20:
            words.insert(0, letter + stop)
        return " ".join(words)
