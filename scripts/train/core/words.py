"""The rows of words in the core's tables, as defined by the engine."""

from __future__ import annotations

import pathlib
import subprocess

import numpy as np

import vectors

FEATURE_ROWS, FEATURES, FEATURE_WIDTH = 4096 * 3 + 1024, 12, 64  # neural/word_features.h


class WordTable:
    """The rows of each word form, requested once from the engine."""

    def __init__(self, tool: pathlib.Path, model: pathlib.Path, words: np.ndarray, codes: np.ndarray):
        self.tool, self.model = tool, model
        keys = self.ask([str(w) for w in words])[:, 0]
        self.code_of: dict[int, np.ndarray] = {}
        self.words = len(words)
        for key, code in zip(keys.tolist(), codes):
            self.code_of.setdefault(key, code)
        self.known: dict[str, int] = {}
        self.codes = np.zeros((0, vectors.PARTS), dtype=np.int64)
        self.rows = np.zeros((0, FEATURES), dtype=np.int64)

    def ask(self, forms: list[str]) -> np.ndarray:
        answer = subprocess.run([self.tool, self.model], input="\n".join(forms).encode() + b"\n", check=True,
                                stdout=subprocess.PIPE).stdout
        return np.frombuffer(answer, dtype="<u4").reshape(len(forms), 2 + FEATURES).astype(np.int64)

    def learn(self, forms) -> None:
        new = sorted({f for f in forms if f not in self.known})
        if not new:
            return
        answer = self.ask([f.replace("\n", " ") for f in new])
        count = answer[:, 1:2]
        rows = np.where(np.arange(FEATURES)[None] < count, answer[:, 2:], FEATURE_ROWS)
        offset = np.arange(vectors.PARTS) * (vectors.CENTROIDS + 1)
        codes = np.array([self.code_of.get(int(k), np.full(vectors.PARTS, vectors.CENTROIDS)) for k in answer[:, 0]],
                         dtype=np.int64) + offset
        start = len(self.codes)
        self.codes = np.concatenate([self.codes, codes])
        self.rows = np.concatenate([self.rows, rows])
        for i, form in enumerate(new):
            self.known[form] = start + i

    def batch(self, sentences, longest: int) -> tuple[np.ndarray, np.ndarray]:
        """Codes and rows: sentences × longest × PARTS or FEATURES."""
        forms = [f for s in sentences for f in s.forms]
        if any(f not in self.known for f in forms):
            self.learn(forms)
        ids = np.zeros((len(sentences), longest), dtype=np.int64)
        for i, s in enumerate(sentences):
            ids[i, :len(s.forms)] = [self.known[f] for f in s.forms]
        return self.codes[ids], self.rows[ids]
