"""The verbs of saying, out of `lexicon/reporting_verbs.csv`: their forms, the root they are stored by, what they need.

Forms that stand before a name or after a quotation (`kata`, `ujar`) are `bare`, with `-nya` they carry their speaker;
`active` forms follow their subject (`mengatakan`), `passive` ones precede the agent (`disampaikan Bupati`).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nlp.lexicon import common_words
from storage.errors import ReferenceDataError

VERBS_FILE = Path(__file__).parent / "lexicon" / "reporting_verbs.csv"
SHORTEST_MISPRINT = 8  # letters of a form that may have lost or gained one
NEEDS = frozenset({"", "clause", "wish", "report", "speech-noun", "quote"})


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of saying.

    `homograph`: the bare form is also another word. `needs`: what must follow an active form; "" any content, "clause"
    a clause and no bare object, "wish" agar or supaya, "report" bahwa or a predicate, "speech-noun" pesan or terima
    kasih, "quote" only a quotation.
    """

    root: str
    homograph: bool
    needs: str


@dataclass(frozen=True, slots=True)
class ReportingVerbs:
    active: dict[str, Verb]
    bare: dict[str, Verb]
    bare_nya: dict[str, Verb]
    passive: dict[str, Verb]
    passive_nya: dict[str, Verb]
    misprints: dict[str, Verb]  # active forms that lack one letter

    def active_form(self, word: str) -> Verb | None:
        """The verb that a word in small letters is an active form of, one letter too many or too few forgiven."""
        verb = self.active.get(word)
        if verb or len(word) < SHORTEST_MISPRINT or not word.startswith("me"):
            return verb
        if word in self.misprints:
            return self.misprints[word]
        return next((self.active[form] for form in _one_letter_less(word) if form in self.active), None)


def _one_letter_less(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def _forms(cell: str) -> list[str]:
    return [form for form in cell.split("|") if form]


@cache
def reporting_verbs() -> ReportingVerbs:
    """The lexicon, read once. Raises ReferenceDataError where the file contradicts itself."""
    verbs = ReportingVerbs({}, {}, {}, {}, {}, {})
    with VERBS_FILE.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            if row["needs"] not in NEEDS or row["evidence"] not in {"", "homograph"}:
                raise ReferenceDataError(f"{VERBS_FILE}:{line}: `needs` or `evidence` is none of the known words")
            verb = Verb(row["root"], row["evidence"] == "homograph", row["needs"])
            for kind, forms in (("active", verbs.active), ("bare", verbs.bare), ("passive", verbs.passive)):
                forms.update(dict.fromkeys(_forms(row[kind]), verb))
            verbs.bare_nya.update({f"{form}nya": verb for form in _forms(row["bare"])})
            verbs.passive_nya.update({f"{form}nya": verb for form in _forms(row["passive"])})
    for form, verb in verbs.active.items():
        if len(form) > SHORTEST_MISPRINT:
            verbs.misprints.update((short, verb) for short in _one_letter_less(form) if short not in common_words())
    return verbs
