"""Evaluates a model on development sets with gold tokens. The authoritative figures come from score.py."""

from __future__ import annotations

import pathlib
import random

import torch

import data

DEV_TREES = {"ewt": "ud/ewt/dev.conllu", "gum": "ud/gum/dev.conllu"}
DEV_NAMES = {"uner_ewt": "ner/uner_ewt/dev.conll", "gum_news": "ner/gum_named/dev_news.conll",
             "worldwide": "ner/worldwide/dev_4class.conll"}
COARSE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "person": "PER", "organization": "ORG", "place": "LOC"}

FOLLOWERS = {label: [i for i, after in enumerate(data.NAME_LABELS)
                     if (label[0] in "OES" and after[0] in "OBS")
                     or (label[0] in "BI" and after[0] in "IE" and after[2:] == label[2:])]
             for label in data.NAME_LABELS}


def transitions() -> torch.Tensor:
    table = torch.full((len(data.NAME_LABELS),) * 2, -1e4)
    for label, followers in FOLLOWERS.items():
        table[data.NAME_LABEL_ID[label], followers] = 0
    return table


def decode(scores: torch.Tensor, table: torch.Tensor) -> list[int]:
    """The best well-formed label sequence of a sentence (Viterbi)."""
    start = torch.tensor([0.0 if label[0] in "OBS" else -1e4 for label in data.NAME_LABELS])
    end = torch.tensor([0.0 if label[0] in "OES" else -1e4 for label in data.NAME_LABELS])
    best, back = scores[0] + start, []
    for row in scores[1:]:
        value, source = (best[:, None] + table).max(0)
        best = value + row
        back.append(source)
    label = int((best + end).argmax())
    path = [label]
    for source in reversed(back):
        label = int(source[label])
        path.append(label)
    return path[::-1]


def names_in(path: list[int]) -> set[tuple[int, int, str]]:
    spans, begin = set(), 0
    for i, label in enumerate(data.NAME_LABELS[p] for p in path):
        if label[0] in "BS":
            begin = i
        if label[0] in "ES":
            spans.add((begin, i + 1, label[2:]))
    return spans


@torch.no_grad()
def report(model, reader, folder: pathlib.Path, schemes=("any", "uner", "gum", "wikigold", "gmb")):
    model.eval()
    tag_names, relation_names = list(reader.tag_id), list(reader.relation_id)
    for name, file in DEV_TREES.items():
        counts = [0, 0, 0, 0]
        for batch in data.batches(data.read_conllu(folder / file), 1500, random.Random(0), shuffle=False):
            inputs = reader.batch(batch)
            x = model(*inputs)
            tags = model.heads.tag(x).argmax(2)
            heads = model.heads.arcs(x, inputs[-1]).argmax(2)
            relations = model.heads.relations(x, heads).argmax(2)
            words = x.shape[1]
            for i, sentence in enumerate(batch):
                for t, gold in enumerate(sentence.tags):
                    guess = tag_names[tags[i, t]]
                    head = sentence.heads[t] if sentence.heads[t] >= 0 else words
                    right = int(heads[i, t]) == head
                    relation = relation_names[relations[i, t]].split(":")[0]
                    counts[0] += 1
                    counts[1] += guess.split("|")[0] == gold.split("|")[0]
                    counts[2] += right
                    counts[3] += right and relation == sentence.relations[t].split(":")[0]
        print(f"  {name}: UPOS {100 * counts[1] / counts[0]:.2f} UAS {100 * counts[2] / counts[0]:.2f} "
              f"LAS {100 * counts[3] / counts[0]:.2f}", flush=True)
    table = transitions()
    for name, file in DEV_NAMES.items():
        sentences = data.read_conll(folder / file)
        line = []
        counts = {s: {k: [0, 0, 0] for k in ("PER", "ORG", "LOC")} for s in schemes}
        for batch in data.batches(sentences, 1500, random.Random(0), shuffle=False):
            inputs = reader.batch(batch)
            x = model(*inputs)
            for scheme in schemes:
                scores = model.heads.names(x, torch.full((len(batch),), data.SCHEME_ID[scheme]))
                for i, sentence in enumerate(batch):
                    found = names_in(decode(scores[i, : len(sentence.forms)], table))
                    gold = {(b, e, COARSE[k]) for b, e, k in sentence.gold if k in COARSE}
                    for kind, c in counts[scheme].items():
                        f, g = {s for s in found if s[2] == kind}, {s for s in gold if s[2] == kind}
                        c[0] += len(f & g)
                        c[1] += len(f)
                        c[2] += len(g)
        for scheme, by_kind in counts.items():
            f1 = lambda right, found, gold: 200 * right / max(1, found + gold)
            total = [sum(c[i] for c in by_kind.values()) for i in range(3)]
            line.append(f"{scheme} {f1(*total):.1f} ({' '.join(f'{f1(*c):.0f}' for c in by_kind.values())})")
        print(f"  {name}: " + "; ".join(line), flush=True)
