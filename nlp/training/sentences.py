"""Invented news sentences with marked names, grown from the grammar in `lists/sentences.txt`."""

from __future__ import annotations

import csv
import re
import string
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from nlp.training.corpus import Entity, Sentence
from nlp.training.names import LISTS, NameMaker
from storage.errors import ReferenceDataError

GRAMMAR = LISTS / "sentences.txt"
_SLOT = re.compile(r"\{(\w+)([?!]?)\}")
_MARK = re.compile(r"<(PER|ORG|LOC) |>")
_COMMON = re.compile(r"[a-z]{4,}")
_FIELDS = (
    "Fil Ling Ikom Psi Th Farm Gz Adm Stat Ars Kesos Trk Akun Tr.IP Bio Mat Ked Pel Tek Hub.Int Sn Ds Par AB AK PWK"
)
_DEEPEST = 12
VILLAGE_HEADS = (
    "Suka Sumber Karang Tanjung Batu Sungai Muara Kedung Banjar Cipa Ci Pasir Rawa Lubuk Pulau Gunung Bukit Wai Wono"
    " Rejo Tambak Kampung_ Talang_ Alue_"
)
VILLAGE_TAILS = (
    "maju jaya mulya sari rejo agung asri harjo tengah kulon wetan baru mukti raya bulan anyar indah makmur lor kidul"
    " mekar waru dadi wangi"
)


def read_grammar(path: Path = GRAMMAR) -> dict[str, list[str]]:
    """Symbol → its alternatives, repeated by their weight. A trailing blank belongs to the alternative."""
    grammar: dict[str, list[str]] = {}
    symbol = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            symbol = line.rstrip().removesuffix(":")
            grammar[symbol] = []
            continue
        weighted = re.fullmatch(r"    (.*?)(?: \*(\d+))?", line)
        if weighted is None:
            raise ReferenceDataError(f"{path}: {line!r} is no alternative; write four blanks, the words and a weight")
        grammar[symbol] += [weighted[1]] * int(weighted[2] or 1)
    return grammar


def news_clauses(news: Sequence[Sequence[tuple[str, str]]]) -> list[str]:
    """Sentences without a proper noun, as material to fill invented quotations with."""
    clauses = []
    for sentence in news:
        words = [word for word, _ in sentence]
        tags = {tag for _, tag in sentence}
        plain = all(word.islower() or word == "," for word in words[1:-1]) and words[0].istitle()
        if 5 <= len(words) <= 24 and plain and not tags & {"NNP", "FW"} and words[-1] == ".":
            joined = re.sub(r" (nya|lah|kah|pun|ku|mu)\b", r"\1", " ".join(words[:-1])).replace(" ,", ",")
            clauses.append(joined[0].lower() + joined[1:])
    return clauses


class SentenceMaker:
    """Sentences from a seeded generator: the same seed and lists give the same sentences."""

    def __init__(self, random: Random, names: NameMaker, clauses: Sequence[str], regions: Path) -> None:
        self.random = random
        self.names = names
        self.clauses = clauses
        self.grammar = read_grammar()
        self.last_name = ""
        with regions.open(encoding="utf-8", newline="") as rows:
            table = list(csv.DictReader(rows))
        self.provinces = [row["short_name"] for row in table if row["type"] == "province"]
        self.regencies = [row["short_name"] for row in table if row["type"] == "kabupaten"]
        self.cities = [row["short_name"] for row in table if row["type"] == "kota"]
        with regions.with_name("region_aliases.csv").open(encoding="utf-8", newline="") as rows:
            aliases = [row for row in csv.DictReader(rows) if not row["ambiguous"]]
        self.abbreviations = [row["alias"] for row in aliases if row["kind"] == "abbrev"]
        self.capitals = [row["alias"] for row in aliases if row["kind"] == "capital"]
        self.common_words = sorted({word for clause in clauses for word in clause.split() if _COMMON.fullmatch(word)})
        self.made: Mapping[str, Callable[[], str]] = {
            "name": self._name,
            "short": lambda: self.names.short(self.last_name),
            "single": lambda: names.short(names.full()),
            "prov": lambda: random.choice(self.provinces),
            "kab": lambda: f"Kabupaten {random.choice(self.regencies)}",
            "kota": lambda: f"Kota {random.choice(self.cities)}",
            "daerah": lambda: random.choice(self.regencies if random.random() < 0.7 else self.cities),
            "singkat": lambda: random.choice(self.abbreviations),
            "ibukota": lambda: random.choice(self.capitals),
            "kata_benda": lambda: random.choice(self.common_words).capitalize(),
            "gelar_bebas": self._degree,
            "inisial": lambda: "".join(random.choices(string.ascii_uppercase, k=random.choice((2, 2, 3, 3)))),
            "kecamatan": self._village,
            "desa": self._village,
            "angka": lambda: str(random.choice((random.randint(1, 31), random.randint(1, 99), random.randint(1, 999)))),
            "kalimat": lambda: _begin_large(random.choice(self.clauses)),
            "anak_kalimat": lambda: random.choice(self.clauses),
        }

    def sentences(self, count: int) -> Iterator[Sentence]:
        for _ in range(count):
            yield unmark(self.marked())

    def marked(self) -> str:
        """One sentence with its marks: "Bupati <LOC Lebak> <PER Sutadi> …"."""
        return _begin_large(self._expand("{sentence}", 0))

    def _expand(self, text: str, depth: int) -> str:
        if depth > _DEEPEST:
            raise ReferenceDataError(f"lists/sentences.txt: {text!r} never ends")

        def fill(slot: re.Match[str]) -> str:
            symbol, how = slot.groups()
            if how == "?" and self.random.random() < 0.5:
                return ""
            if symbol in self.made:
                filled = self.made[symbol]()
            else:
                filled = self._expand(self.random.choice(self.grammar[symbol]), depth + 1)
            return filled.upper() if how == "!" else filled

        return _SLOT.sub(fill, text)

    def _name(self) -> str:
        self.last_name = self.names.full()
        return self.last_name

    def _degree(self) -> str:
        """A degree of no list: S.Fil, M.Ling., ST.P; only its form tells."""
        field = self.random.choice(_FIELDS.split())
        stop = self.random.choice(("", "", "."))
        return self.random.choice(("S.", "S.", "M.", "M.", "S", "M", "A.Md.", "Sp.")) + field + stop

    def _village(self) -> str:
        head = self.random.choice(VILLAGE_HEADS.split()).replace("_", " ")
        name = head + self.random.choice(VILLAGE_TAILS.split())
        return name.title() + self.random.choice(
            ("", "", "", " Barat", " Timur", " Utara", " Selatan", " Tengah", " II")
        )


def unmark(marked: str) -> Sentence:
    """Turns marks into offsets; of nested marks the outer one counts."""
    text = ""
    entities: list[Entity] = []
    open_marks: list[tuple[str, int]] = []
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark[1]:
            open_marks.append((mark[1], len(text)))
        else:
            label, start = open_marks.pop()
            if not open_marks:
                entities.append(Entity(start, len(text), label))
    text += marked[position:]
    return Sentence(text, tuple(entities))


def _begin_large(text: str) -> str:
    """Capitalises the first letter, behind an opening mark too."""
    first = re.search(r"(?:^|(?<=[\"“]))(?!<)\w", text)
    if first is None or first.start() > 1:
        return text
    return text[: first.start()] + first[0].upper() + text[first.end() :]
