"""Trains the recogniser and writes `nlp/model`: `python -m nlp.training.train --data FOLDER`.

FOLDER holds `permissive/idner-news-2k` and `permissive/kumparan-postag`. Learns from the training split and prints the
scores on the development split. Fixed seeds throughout.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pycrfsuite

from nlp.recogniser import MODEL_FOLDER, load_recogniser
from nlp.recogniser_features import Lexicon, sentence_features
from nlp.training.corpus import Entity, Sentence, Tagged, one_convention, read_set, read_tagged_words, tagged, with_ends
from nlp.training.evaluate import score_set
from nlp.training.names import LISTS, NameMaker, name_lists, read_parts
from nlp.training.sentences import SentenceMaker, news_clauses
from nlp.training.word_classes import word_classes

REGIONS = Path(__file__).parents[2] / "storage" / "reference" / "regions.csv"
ALIASES = frozenset({"abbrev", "capital", "short_form", "alt_spelling", "old_name"})
FILES = ("names.crfsuite", "words.tsv", "lists.json")
SEED = 20241119
INVENTED = 6000  # sentences of our own
WEIGHT_OF_NEWS = 2  # how often labelled news is counted, beside so many invented sentences
RENAMED = 2  # how often it is counted again with other persons
UNKNOWN_NAMES = 0.35  # share of the invented names that the lists and classes are made not to know
SETTINGS: Mapping[str, float | int | bool] = {
    "c1": 0.2,
    "c2": 0.05,
    "max_iterations": 100,
    "feature.minfreq": 1,
    "feature.possible_transitions": True,
}


@dataclass(frozen=True, slots=True)
class Data:
    """The allowed sets, in one convention."""

    idner_train: list[Sentence]
    idner_dev: list[Sentence]
    news: list[list[tuple[str, str]]]  # words with parts of speech


def read_data(folder: Path) -> Data:
    permissive = folder / "permissive"
    idner = permissive / "idner-news-2k"
    return Data(
        [one_convention(s) for s in read_set(idner / "train.txt")],
        read_set(idner / "dev.txt"),
        read_tagged_words(permissive / "kumparan-postag" / "dataset_postag.txt.gz"),
    )


def region_names() -> list[str]:
    """Lower-case names, abbreviations and capitals of provinces, kabupaten and kota, without their type."""
    with REGIONS.open(encoding="utf-8", newline="") as rows:
        names = {row["short_name"].lower() for row in csv.DictReader(rows)}
    with REGIONS.with_name("region_aliases.csv").open(encoding="utf-8", newline="") as rows:
        names |= {
            row["alias"].lower() for row in csv.DictReader(rows) if row["kind"] in ALIASES and not row["ambiguous"]
        }
    return sorted(names)


def build_phrases() -> dict[str, list[str]]:
    """Kind of name → names, lower-case."""
    written = tomllib.loads((LISTS / "phrases.toml").read_text(encoding="utf-8"))
    phrases = {kind: sorted({name.strip() for name in names.split(";")}) for kind, names in written.items()}
    return {**phrases, "region": region_names()}


def build_lists() -> dict[str, set[str]]:
    cues = tomllib.loads((LISTS / "cues.toml").read_text(encoding="utf-8"))
    lists = {name: set(words.replace("_", " ").split()) for name, words in cues.items()}
    return {**lists, **name_lists(read_parts())}


def build_classes(data: Data) -> dict[str, tuple[str, ...]]:
    """Word classes from the running text of the sets."""
    texts = [[word.lower() for word, _ in sentence] for sentence in data.news]
    for sentence in data.idner_train:
        texts.append([word.lower() for word in tagged(sentence).words])
    return word_classes(texts, data.news)


def write_lexicon(folder: Path, classes: Mapping[str, Sequence[str]]) -> None:
    """Writes what `Lexicon.read` reads."""
    rows = ["\t".join((word, *ids)) for word, ids in sorted(classes.items())]
    (folder / "words.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    lists = {name: sorted(words) for name, words in sorted(build_lists().items())}
    stored = json.dumps({"lists": lists, "phrases": build_phrases()}, ensure_ascii=False, indent=0)
    (folder / "lists.json").write_text(stored + "\n", encoding="utf-8")


def training_sentences(data: Data) -> list[Tagged]:
    """Labelled news, the same with other persons, and sentences of our own."""
    random = Random(SEED)  # noqa: S311 - invents sentences, guards nothing
    names = NameMaker(random, read_parts())
    invented = SentenceMaker(random, names, news_clauses(data.news), REGIONS).sentences(INVENTED)
    with_persons = [s for s in data.idner_train if any(entity.label == "PER" for entity in s.entities)]
    renamed = [with_other_names(sentence, names) for _ in range(RENAMED) for sentence in with_persons]
    chosen = [tagged(sentence) for sentence in data.idner_train] * WEIGHT_OF_NEWS
    return chosen + [with_unknown_names(tagged(sentence), random) for sentence in [*renamed, *invented]]


def with_other_names(sentence: Sentence, names: NameMaker) -> Sentence:
    """The sentence with every person renamed, so that the words around a name are learnt with many names."""
    text = ""
    position = 0
    entities: list[Entity] = []
    for entity in sentence.entities:
        text += sentence.text[position : entity.start]
        position = entity.end
        printed = sentence.text[entity.start : entity.end]
        if entity.label == "PER":
            full = names.full()
            printed = full if " " in printed else names.short(full)
        entities.append(Entity(len(text), len(text) + len(printed), entity.label))
        text += printed
    return Sentence(text + sentence.text[position:], tuple(entities))


def with_unknown_names(sentence: Tagged, random: Random) -> Tagged:
    """Hides what lists and classes say of some names, so that the words around them must tell."""
    hidden: set[int] = set()
    hide = False
    for i, label in enumerate(sentence.labels):
        if label == "B-PER":
            hide = random.random() < UNKNOWN_NAMES
        if hide and label.endswith("PER"):
            hidden.add(i)
    return Tagged(sentence.words, sentence.labels, frozenset(hidden))


def fit(sentences: Iterable[Tagged], lexicon: Lexicon, path: Path) -> None:
    """Estimates the weights and writes them to `path`."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=dict(SETTINGS), verbose=False)
    for sentence in sentences:
        trainer.append(sentence_features(sentence.words, lexicon, sentence.unknown), with_ends(sentence.labels))
    trainer.train(str(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with permissive/")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER, help="folder to write, default nlp/model")
    arguments = parser.parse_args()
    folder: Path = arguments.model
    folder.mkdir(parents=True, exist_ok=True)
    data = read_data(arguments.data)
    write_lexicon(folder, build_classes(data))
    fit(training_sentences(data), Lexicon.read(folder), folder / "names.crfsuite")
    checksums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    (folder / "checksums.json").write_text(json.dumps(checksums, indent=1) + "\n", encoding="utf-8")
    for label, score in score_set(load_recogniser(folder), data.idner_dev).items():
        sys.stdout.write(f"idner-news-2k dev {label}: {score}\n")


if __name__ == "__main__":
    main()
