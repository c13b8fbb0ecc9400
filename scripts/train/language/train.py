#!/usr/bin/env python3
"""Trains the English detector: src/resources/en/language_words.tsv and language_vector.tsv.

    pip install wordfreq==3.1.1 stopwordsiso==0.7.1 scikit-learn==1.9.1
    python scripts/train/language/train.py DATA

DATA is the data folder. Takes a minute and is deterministic. Two things are learned:
- a logistic regression over the core's word vectors: is a lower-case word English or from another language?
- scores for the words with the largest errors of the regression, weighted by frequency.
English frequencies come from news and treebanks, excluding words inside names. Frequencies of other languages come from
wordfreq, or from stop word lists for languages that it lacks. Scores are natural log odds in 1/32.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import pathlib
import re
import struct

import numpy as np
import stopwordsiso
import wordfreq
from sklearn.linear_model import LogisticRegression

ROOT = pathlib.Path(__file__).resolve().parents[3]
RESOURCES = ROOT / "src/resources/en"
UNIT = 32  # scores, as in src/text/language.cpp
VECTOR_UNIT = 1024  # a vector's activation of 1.0
WEIGHT_UNIT = 64  # a stored weight of 1.0
SHIFT = 2.0  # prior per word: an article is assumed to be English
LISTED = 250
MOST = 7
QUOTED = 0.03  # share of the English words in texts in other languages that belongs to those languages
CONTRACTIONS = {"'s": 2, "'re": 3, "'ve": 3, "'ll": 3, "n't": 3}  # as the engine splits them
PARTS, PART_SIZE, CENTROIDS = 20, 5, 257  # as in neural/core_model.h

LATIN = "ms hu lv fi vi sh sl fil sk de da pl is cs tr nl id es it lt ro sv nb pt fr ca".split()
STOP_WORDS_ONLY = "sw af et so eu ga zu st ha yo gl eo".split()
STOP_WORDS_MASS = 0.2  # share of stop words in running text
# Lower-case words inside names of people and places.
PARTICLES = set(
    "abu al and ben bin bint da das de del della den der des di do dos du e el et i ibn la las le les los mac mc of "
    "ten ter ul und ur van ver von y zu zum zur".split()
)


def english_words(folder: pathlib.Path) -> dict[str, float]:
    """Frequencies of lower-case words. A word between capitalised words is probably part of a name."""
    texts = [json.loads(line)["text"] for line in open(folder / "freenews/freenews.jsonl", encoding="utf8")]
    for path in ("ner/gmb/train.conll", "ner/multiner_gov/train.conll"):
        for block in re.split(r"\n\s*\n", (folder / path).read_text("utf8")):
            texts.append(" ".join(re.split(r"[\t ]", line)[0] for line in block.split("\n") if line[:1] != "#"))
    for path in ("ud/ewt/train.conllu", "ud/gum/train_cleanlicence.conllu"):
        texts += re.findall(r"^# text = (.*)$", (folder / path).read_text("utf8"), re.M)
    counts: collections.Counter[str] = collections.Counter()
    total = 0
    word = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[^\w\s]")
    for line in (line for text in texts for line in text.split("\n")):
        words = [match if match.isalpha() else "" for match in word.findall(line)]
        for at, form in enumerate(words):
            total += form != ""
            if not form or form != form.lower():
                continue
            before, after = words[at - 1][:1] if at else "", words[at + 1][:1] if at + 1 < len(words) else ""
            counts[form] += 0.3 if after.isupper() and not before.isupper() else 0.02 if after.isupper() else 1
    return {form: count / total for form, count in counts.items() if count >= 1}


def other_words() -> list[dict[str, float]]:
    languages = [wordfreq.get_frequency_dict(language, "small") for language in LATIN]
    for language in STOP_WORDS_ONLY:
        words = sorted(word for word in stopwordsiso.stopwords(language) if word.isalpha())
        languages.append({word: STOP_WORDS_MASS / len(words) for word in words})
    return languages


def fnv_mix(word: str) -> int:
    """Mirrors WordReader::vector_key()."""
    h = 2166136261
    for byte in word.encode():
        h = ((h ^ byte) * 16777619) & 0xFFFFFFFF
    h ^= h >> 16
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    h = (h * 0xC2B2AE35) & 0xFFFFFFFF
    return h ^ (h >> 16)


class Vectors:
    """The vectors of core.bin; layout in neural/core_model.h."""

    def __init__(self, path: pathlib.Path):
        data = path.read_bytes()
        head = struct.unpack_from("<14I", data)
        count, tags, relations, names, common = head[1], head[7], head[8], head[9], head[13]
        at = 14 * 4
        for _ in range(tags + relations + names + common):
            at += 1 + data[at]
        planes = np.frombuffer(data, np.uint8, 3 * count, at).reshape(3, count).astype(np.int64)
        keys = np.cumsum(planes[0] + (planes[1] << 8) + (planes[2] << 16))
        self.rows = {int(key): row for row, key in enumerate(keys)}
        at += 3 * count
        self.codes = np.frombuffer(data, np.uint8, PARTS * count, at).reshape(PARTS, count)
        at += PARTS * count
        pieces = np.frombuffer(data, np.int8, PARTS * CENTROIDS * PART_SIZE, at)
        self.pieces = pieces.reshape(PARTS, CENTROIDS, PART_SIZE).astype(np.int32) * 32

    def __contains__(self, word: str) -> bool:
        return fnv_mix(word) in self.rows

    def __call__(self, words: list[str]) -> np.ndarray:
        codes = self.codes[:, [self.rows[fnv_mix(word)] for word in words]]
        return np.concatenate([self.pieces[part][codes[part]] for part in range(PARTS)], axis=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=pathlib.Path)
    folder = parser.parse_args().data
    english, others, spoken = english_words(folder), other_words(), wordfreq.get_frequency_dict("en", "small")
    vectors = Vectors(RESOURCES / "core.bin")
    words = sorted({word for words in [english, *others] for word in words if word.isalpha() and word in vectors})
    x = vectors(words)

    # Texts in other languages contain some English. Words frequent there only because of it do not count as theirs.
    theirs = np.array([sum(min(other.get(word, 0), 0.01) for other in others) / len(others) for word in words])
    ours = np.array([english.get(word, 0) for word in words])
    quoted = np.array([0.3 * spoken.get(word, 0) for word in words])
    theirs = np.where(ours > 0, np.maximum(theirs - quoted, 0), theirs)
    # Square roots, because the regression is for rare words; frequent ones are listed.
    weights = np.concatenate([np.sqrt(ours) / np.sqrt(ours).sum(), np.sqrt(theirs) / np.sqrt(theirs).sum()]) * len(words)
    labels = np.repeat([1, 0], len(words))
    used = weights > 0
    model = LogisticRegression(C=1.0, max_iter=1000)
    model.fit(np.concatenate([x, x])[used] / VECTOR_UNIT, labels[used], sample_weight=weights[used])
    coefficients = np.rint(model.coef_[0] * WEIGHT_UNIT).astype(int)
    bias = round((float(model.intercept_[0]) + SHIFT) * UNIT)
    scores = x @ coefficients / (VECTOR_UNIT * WEIGHT_UNIT) + bias / UNIT
    right = (weights[: len(words)] * (scores - SHIFT > 0)).sum() / len(words)
    wrong = (weights[len(words) :] * (scores - SHIFT > 0)).sum() / len(words)
    print(f"{len(words)} words; English words recognised: {right:.3f}, foreign words mistaken for English: {wrong:.3f}")

    rows = []
    for word, score in zip(words + list("eiouwyz"), list(scores) + [0.0] * 7):
        ours = english.get(word, 0)
        if ours > 1e-6 and word not in PARTICLES:
            ours = 0.7 * ours + 0.3 * spoken.get(word, 0)
        ranked = sorted((other.get(word, 0) for other in others), reverse=True)
        theirs = 0.25 * ranked[0] + 0.1 * ranked[1] + 1.5 * sum(ranked) / len(others)
        theirs = max(theirs - QUOTED * spoken.get(word, 0), 0)
        odds = math.log2((ours + 2e-6) / (theirs + 2e-6))
        # An English word that is frequent elsewhere too must not make a headline foreign.
        least = -5 if ours < 1e-6 else -4 if odds < -8.5 else -1
        target, predicted = max(least, min(MOST, odds)), max(-4, min(4, score))
        if abs(target - predicted) >= 1.5:
            rows.append((abs(target - predicted) * (ours + theirs), word, round(target)))
    rows.sort(reverse=True)
    listed = {word: said for _, word, said in rows[:LISTED]}
    for particle in PARTICLES & set(words):
        if particle not in listed:
            listed[particle] = round(max(-4, min(4, scores[words.index(particle)])))

    listed.update(CONTRACTIONS)

    licence = "# Made by scripts/train/language from freenews, GMB, multiNER, UD EWT and GUM, wordfreq 3.1.1, stopwordsiso 0.7.1. CC BY-SA 4.0."
    with open(RESOURCES / "language_words.tsv", "w", encoding="utf8") as file:
        print("# What frequent words say for English (-5 to 5), and which of them stand in lower case inside names.", file=file)
        print(licence, file=file)
        for word in sorted(listed):
            print(word, listed[word], *(["in names"] if word in PARTICLES else []), sep="\t", file=file)
    with open(RESOURCES / "language_vector.tsv", "w", encoding="utf8") as file:
        print("# What the vectors of the other words say for English: weights in 1/64, the bias in 1/32.", file=file)
        print(licence, file=file)
        print("bias", bias, sep="\t", file=file)
        print("weights", " ".join(str(value) for value in coefficients), sep="\t", file=file)


if __name__ == "__main__":
    main()
