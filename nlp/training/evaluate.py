"""Entity-level scores of a recogniser: on labelled sets in their own tokens, and on the names of news articles.

`python -m nlp.training.evaluate --data FOLDER [--test] [--articles FILE…]`: without `--test` only development splits.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlp.language import read
from nlp.recogniser import MODEL_FOLDER, Recogniser, load_recogniser
from nlp.training.corpus import Sentence, read_set, sentence_of


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    proposed: int
    gold: int

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.proposed + self.gold) if self.right else 0.0

    def __str__(self) -> str:
        precision = 100 * self.right / max(self.proposed, 1)
        recall = 100 * self.right / max(self.gold, 1)
        return f"F1 {self.f1:5.1f}  precision {precision:5.1f}  recall {recall:5.1f}  (gold {self.gold})"


def score_set(recogniser: Recogniser, sentences: Iterable[Sentence]) -> dict[str, Score]:
    """Label → exact spans in the set's own tokens, as the published scores count; "all" is the micro average."""
    right: Counter[str] = Counter()
    proposed: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for sentence in sentences:
        spans = [(f.start, f.end, label) for label, f in recogniser(read(sentence.text))]
        found = _in_own_tokens(spans, sentence.tokens)
        true = _in_own_tokens([(e.start, e.end, e.label) for e in sentence.entities], sentence.tokens)
        for label, of_label in (("PER", "PER"), ("ORG", "ORG"), ("LOC", "LOC"), ("all", "")):
            chosen_found = {span for span in found if span[2].startswith(of_label)}
            chosen_true = {span for span in true if span[2].startswith(of_label)}
            right[label] += len(chosen_found & chosen_true)
            proposed[label] += len(chosen_found)
            gold[label] += len(chosen_true)
    return {label: Score(right[label], proposed[label], gold[label]) for label in ("all", "PER", "ORG", "LOC")}


def _in_own_tokens(
    spans: Iterable[tuple[int, int, str]], tokens: Sequence[tuple[int, int]]
) -> set[tuple[int, int, str]]:
    result = set()
    for start, end, label in spans:
        inside = [i for i, (token_start, token_end) in enumerate(tokens) if token_start < end and token_end > start]
        if inside:
            result.add((inside[0], inside[-1], label))
    return result


@dataclass(frozen=True, slots=True)
class NameScore:
    """Full names of people in articles: how many are proposed exactly, in part, and what else is proposed."""

    names: int
    exact: int
    part: int
    proposed: int
    proposed_right: int
    missed: tuple[str, ...]
    false: tuple[str, ...]

    def __str__(self) -> str:
        return (
            f"full names {self.names}: exact {100 * self.exact / self.names:.1f} %, "
            f"at least in part {100 * self.part / self.names:.1f} %; proposed spans {self.proposed}, "
            f"of them made of a person's name words {100 * self.proposed_right / max(self.proposed, 1):.1f} %"
        )


def score_names(recogniser: Recogniser, articles: Iterable[Path]) -> NameScore:
    """Compares PER spans with the `people` (name, aliases) of articles in JSON lines."""
    names = exact = part = proposed = right = 0
    missed: list[str] = []
    false: list[str] = []
    for path in articles:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            people = [(person["name"], {person["name"], *person["aliases"]}) for person in article["people"]]
            spans = [found.surface for label, found in recogniser(read(article["text"])) if label == "PER"]
            for name, _ in people:
                names += 1
                exact += name in spans
                touching = [span for span in spans if set(span.split()) & set(name.split())]
                part += bool(touching)
                if name not in spans:
                    missed.append(f"{article['id']}: {name} | {touching[:2]}")
            allowed = {word for _, forms in people for form in forms for word in form.split()}
            for span in spans:
                proposed += 1
                if set(span.split()) <= allowed:
                    right += 1
                else:
                    false.append(f"{article['id']}: {span}")
    return NameScore(names, exact, part, proposed, right, tuple(missed), tuple(false))


def read_speakers(path: Path) -> list[Sentence]:
    """Paragraphs of a gzipped BILOU file with the persons that it labels (speakers only, other names are left out)."""
    paragraphs: list[list[tuple[str, str]]] = [[]]
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        columns = line.split()
        if not columns:
            paragraphs.append([])
            continue
        kind = columns[-1] if columns[-1].endswith("-PERSON") else "O"
        paragraphs[-1].append((columns[0], kind.replace("U-", "B-").replace("L-", "I-")))
    return [sentence_of(rows) for rows in paragraphs if rows]


def score_speakers(recogniser: Recogniser, sentences: Iterable[Sentence]) -> str:
    """How many labelled persons are proposed exactly, or but for words before the name (titles, ranks)."""
    total = exact = but_for_title = touched = 0
    for sentence in sentences:
        spans = {(found.start, found.end) for label, found in recogniser(read(sentence.text)) if label == "PER"}
        for entity in sentence.entities:
            total += 1
            exact += (entity.start, entity.end) in spans
            but_for_title += any(end == entity.end and start >= entity.start for start, end in spans)
            touched += any(start < entity.end and end > entity.start for start, end in spans)
    shares = " ".join(f"{100 * n / max(total, 1):.1f}" for n in (exact, but_for_title, touched))
    return f"persons {total}: exact, right but for words before the name, touched: {shares} %"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with permissive/")
    parser.add_argument("--model", type=Path, default=MODEL_FOLDER)
    parser.add_argument("--test", action="store_true", help="the test splits; once, when all is chosen")
    parser.add_argument("--articles", type=Path, nargs="*", default=[], help="JSON lines with text and people")
    parser.add_argument("--speakers", type=Path, nargs="*", default=[], help="gzipped BILOU files with PERSON")
    arguments = parser.parse_args()
    recogniser = load_recogniser(arguments.model)
    permissive = arguments.data / "permissive"
    splits = ["idner-news-2k/test.txt", "nergrit-indonlu/test.txt"] if arguments.test else []
    for split in ["idner-news-2k/dev.txt", "nergrit-indonlu/valid.txt", *splits]:
        for label, score in score_set(recogniser, read_set(permissive / split)).items():
            sys.stdout.write(f"{split} {label}: {score}\n")
    if arguments.articles:
        sys.stdout.write(f"{score_names(recogniser, arguments.articles)}\n")
    for path in arguments.speakers:
        sys.stdout.write(f"{path.name}: {score_speakers(recogniser, read_speakers(path))}\n")


if __name__ == "__main__":
    main()
