#!/usr/bin/env python3
"""Writes src/resources/en/name_evidence.tsv: how strongly the words in and around a capitalised phrase speak for a person,
an organisation, a place, another name, or no name at all. Learned from corpora whose licence allows it:

    python3 scripts/generate/name_evidence.py DATA

DATA holds the folder ner/ of the training sets named below. A log-linear model with one weight for each feature and
type, fitted by stochastic gradient descent in a fixed order and rounded to integers (8 = a factor of e)."""

import math
import random
import sys
from collections import Counter
from pathlib import Path

TYPES = ["person", "organisation", "place", "other", "none"]
LABELS = {
    "PER": 0, "person": 0, "per": 0, "politician": 0, "writer": 0, "musicalartist": 0, "scientist": 0,
    "ORG": 1, "org": 1, "organization": 1, "organisation": 1, "politicalparty": 1, "band": 1, "university": 1,
    "LOC": 2, "location": 2, "place": 2, "country": 2,
    "MISC": 3, "GPE": 3, "ART": 3, "EVE": 3, "event": 3, "election": 3, "misc": 3, "object": 3, "book": 3, "album": 3, "song": 3, "award": 3,
}
# Sets and whether their unmarked capitalised words are no names.
SETS = [
    ("gmb/train", True), ("redocred/train", True), ("wikigold/all", True), ("uner_ewt/train", False),
    ("gum_named/train_cleanlicence", False), ("masc/train_news_no_wsj", True), ("crossner_politics/train", True),
    ("crossner_politics/dev", True), ("crossner_literature/dev", True), ("crossner_music/dev", True), ("crossner_science/dev", True),
]
TITLES = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "prime", "minister", "secretary", "senator", "general", "king",
          "queen", "prince", "pope", "judge", "chancellor", "governor", "foreign", "defense", "state", "of", "vice", "colonel", "captain", "sir"}


def sentences(path):
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-DOCSTART-"):
            continue
        if not line.strip():
            if rows:
                yield rows
            rows = []
        else:
            word, tag = line.split("\t")[:2]
            rows.append((word, tag))
    if rows:
        yield rows


def fold(word):
    return word.lower().translate(str.maketrans("‘’ʼ`“”„«»", "''''\"\"\"\"\""))


def features(words, begin, end):
    inside = [fold(w) for w in words[begin:end]]
    out = ["f:" + inside[0], "l:" + inside[-1]] + ["i:" + w for w in inside]
    out.append("p:" + (fold(words[begin - 1]) if begin else "^"))
    out.append("n:" + (fold(words[end]) if end < len(words) else "$"))
    shape = "s:" + str(min(end - begin, 4))
    if end - begin == 1 and words[begin].isupper() and len(words[begin]) > 1:
        shape += "a"
    if begin == 0:
        shape += "^"
    out.append(shape)
    return out


def instances(path, complete):
    for rows in sentences(path):
        words = [w for w, _ in rows]
        n = len(rows)
        taken = [False] * n
        i = 0
        while i < n:
            tag = rows[i][1]
            if not tag.startswith("B-"):
                i += 1
                continue
            j = i + 1
            while j < n and rows[j][1] == "I-" + tag[2:]:
                j += 1
            for k in range(i, j):
                taken[k] = True
            begin = i
            label = LABELS.get(tag[2:])
            if label == 0:
                while begin + 1 < j and fold(words[begin]) in TITLES:
                    begin += 1
            if label is not None and begin < j:
                if fold(words[begin]) == "the" and begin + 1 < j:
                    begin += 1
                if words[begin][0].isupper() or words[begin][0].isdigit():
                    yield features(words, begin, j), label
            i = j
        if not complete:
            continue
        i = 0
        while i < n:
            if taken[i] or not words[i][0].isupper():
                i += 1
                continue
            j = i + 1
            while j < n and not taken[j] and words[j][0].isupper():
                j += 1
            yield features(words, i, j), 4
            i = j


def main():
    data = Path(sys.argv[1]) / "ner"
    rows = [x for name, complete in SETS for x in instances(data / (name + ".conll"), complete)]
    counts = Counter(f for fs, _ in rows for f in fs)
    known = {f for f, c in counts.items() if c >= (3 if f[0] != "i" else 4)}
    rows = [([f for f in fs if f in known], y) for fs, y in rows]
    weights = {f: [0.0] * 5 for f in known}
    gradients = {f: [1e-6] * 5 for f in known}
    shuffle = random.Random(1)
    for epoch in range(4):
        shuffle.shuffle(rows)
        for fs, y in rows:
            scores = [0.0] * 5
            for f in fs:
                w = weights[f]
                for t in range(5):
                    scores[t] += w[t]
            top = max(scores)
            exps = [math.exp(s - top) for s in scores]
            total = sum(exps)
            step = [(1.0 if t == y else 0.0) - exps[t] / total for t in range(5)]
            for f in fs:
                w, g = weights[f], gradients[f]
                for t in range(5):
                    d = step[t] - 0.0005 * w[t]
                    g[t] += d * d
                    w[t] += 0.2 * d / math.sqrt(g[t])
    out = Path(__file__).resolve().parents[2] / "src/resources/en/name_evidence.tsv"
    kept = 0
    with out.open("w", encoding="utf-8") as file:
        file.write("# Evidence for the type of a capitalised phrase by its words: f: first, l: last, i: any, p: before it, n: after it, s: shape;\n"
                   "# weights (8 = a factor of e) for person, organisation, place, other name, no name.\n"
                   "# Made by scripts/generate/name_evidence.py from GMB (CDLA-Sharing 1.0), Re-DocRED (MIT; text CC BY-SA), Wikigold (CC BY 4.0),\n"
                   "# Universal NER EWT (CC BY-SA 4.0), GUM (CC BY), MASC (free), CrossNER (MIT; text CC BY-SA). This table: CC BY-SA 4.0.\n")
        for f in sorted(weights):
            values = [round(8 * w) for w in weights[f]]
            if max(values) - min(values) < 6 or f != f.strip() or "\t" in f or f.endswith(" "):
                continue
            file.write(f + "\t" + " ".join(map(str, values)) + "\n")
            kept += 1
    print("name_evidence.tsv", kept, "of", len(weights), "from", len(rows))


main()
