"""Classes of words learnt from unlabelled text: words with like neighbours get like numbers.

Positive pointwise mutual information of a word with its left and right neighbours, reduced to vectors by a truncated
singular value decomposition and grouped by k-means into a few coarse and many fine classes. Fixed seed, numpy only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

SEED = 20241119
LEAST_COUNT = 2
NEIGHBOURS = 800  # the commonest words serve as contexts
DIMENSIONS = 60
SIZES = (64, 256, 1024)  # classes, coarse to fine


def word_classes(
    sentences: Sequence[Sequence[str]], parts_of_speech: Iterable[Sequence[tuple[str, str]]]
) -> dict[str, tuple[str, ...]]:
    """Lower-case word → class ids of each size, then its commonest part of speech ("?" where none was seen)."""
    counts = Counter(word for sentence in sentences for word in sentence)
    words = sorted((word for word, n in counts.items() if n >= LEAST_COUNT), key=lambda w: (-counts[w], w))
    vectors = _vectors(sentences, words)
    groups = [_k_means(vectors, size) for size in SIZES]
    speech = _commonest_part_of_speech(parts_of_speech)
    return {word: (*(str(group[i]) for group in groups), speech.get(word, "?")) for i, word in enumerate(words)}


def _vectors(sentences: Sequence[Sequence[str]], words: Sequence[str]) -> np.ndarray:
    place = {word: i for i, word in enumerate(words)}
    together = np.zeros((len(words), 2 * NEIGHBOURS), dtype=np.float32)
    for sentence in sentences:
        ids = [-1, *(place.get(word, -1) for word in sentence), -1]
        for i in range(1, len(ids) - 1):
            if ids[i] < 0:
                continue
            if 0 <= ids[i - 1] < NEIGHBOURS:
                together[ids[i], ids[i - 1]] += 1
            if 0 <= ids[i + 1] < NEIGHBOURS:
                together[ids[i], NEIGHBOURS + ids[i + 1]] += 1
    of_word = together.sum(axis=1, keepdims=True) + 1
    of_context = (together.sum(axis=0, keepdims=True) + 1) ** 0.75  # smoothed: rare contexts else weigh too much
    share = together * (of_context.sum() / (of_word * of_context))
    information = np.log(np.maximum(share, 1.0))
    random = np.random.default_rng(SEED)
    basis = information @ random.standard_normal((information.shape[1], DIMENSIONS + 20)).astype(np.float32)
    for _ in range(3):
        basis, _ = np.linalg.qr(information @ (information.T @ basis))
    left, values, _ = np.linalg.svd(basis.T @ information, full_matrices=False)
    vectors = (basis @ left)[:, :DIMENSIONS] * np.sqrt(values[:DIMENSIONS])
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def _k_means(vectors: np.ndarray, size: int, rounds: int = 20) -> np.ndarray:
    random = np.random.default_rng(SEED + size)
    weights = np.arange(len(vectors), 0, -1, dtype=np.float64)  # common words first
    centres = vectors[random.choice(len(vectors), size, replace=False, p=weights / weights.sum())]
    nearest = np.zeros(len(vectors), dtype=np.int64)
    for _ in range(rounds):
        nearest = np.argmax(vectors @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return nearest


def _commonest_part_of_speech(sentences: Iterable[Sequence[tuple[str, str]]]) -> dict[str, str]:
    """A number is added to tell how often a word is a proper noun: NN0 never, NN3 nearly always."""
    tags: dict[str, Counter[str]] = {}
    for sentence in sentences:
        for word, tag in sentence:
            tags.setdefault(word.lower(), Counter())[tag] += 1
    speech = {}
    for word, of_word in tags.items():
        total = of_word.total()
        proper = of_word["NNP"] / total
        level = 0 if proper < 0.05 else 1 if proper < 0.5 else 2 if proper < 0.95 else 3
        other = max(((n, tag) for tag, n in of_word.items() if tag != "NNP"), default=(0, "NNP"))[1]
        speech[word] = f"{other if level < 3 else 'NNP'}{level}{'' if total > 2 else 'r'}"
    return speech
