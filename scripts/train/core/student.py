"""Trains the core on gold labels, where available, and on the teacher's labels."""

from __future__ import annotations

import copy
import dataclasses
import pathlib
import random

import numpy as np
import torch
from torch.nn import functional as F

import data
import loop
from core import Core, Reader
from teacher import CASES, labels_batch, labels_of, losses, recased
from words import WordTable

GOLD_NAMES = 0.5  # weight of gold names relative to the teacher's, which has seen more news than the annotators
READ = 2  # weight of the teacher's names
TEACHER_ARCS = 0.35  # weight of the teacher's heads relative to gold heads
WIRE = 18000  # sentences of gmb per epoch


def add_silver(training: list[data.Sentence], file: pathlib.Path, tags: list[str], relations: list[str]):
    """Adds the teacher's names and heads to all sentences, and its tags and trees to those without gold ones."""
    stored = np.load(file)
    arrays = {k: stored[k] for k in ("tags", "heads", "sure", "relations", "names")}
    end = 0
    for number, size in zip(stored["numbers"].tolist(), stored["sizes"].tolist()):
        rows = {k: v[end:end + size] for k, v in arrays.items()}
        end += size
        sentence = training[number]
        sentence.read = rows["names"]
        heads, shares = rows["heads"].astype(np.int64), rows["sure"].astype(np.float32) / 255
        if sentence.treebank:
            sentence.arcs = beside_gold(sentence.heads, heads, shares)
        else:
            sentence.tags = [tags[t] for t in rows["tags"]]
            sentence.arcs = heads, shares
            sentence.relations = [relations[r] for r in rows["relations"]]


def beside_gold(gold: list[int], heads: np.ndarray, shares: np.ndarray):
    """Gold heads first, then the teacher's most likely others (after Anderson and
    Gómez-Rodríguez 2020, Distilling Neural Networks for Greener and Faster Dependency Parsing)."""
    first = np.array(gold, dtype=np.int64)[:, None]
    others = np.where(heads == first, 0, shares)
    order = np.argsort(-others, axis=1, kind="stable")[:, :data.ARCS - 1]
    picked = np.concatenate([first, np.take_along_axis(heads, order, 1)], 1)
    theirs = TEACHER_ARCS * np.take_along_axis(others, order, 1)
    return picked, np.concatenate([1 - theirs.sum(1, keepdims=True), theirs], 1).astype(np.float32)


@dataclasses.dataclass
class Course:
    words: float  # number of training words
    rate: float
    dropout: float
    trees: float  # how often the treebanks are used per epoch
    ewt: float  # how many more times EWT, the harder one, is used
    others: float  # share of the other sentences


WHOLE = Course(words=60e6, rate=4e-3, dropout=0.08, trees=1.5, ewt=0, others=1)
# The last stage gives more weight to gold trees.
TREES = Course(words=12e6, rate=1e-3, dropout=0.05, trees=1.5, ewt=1.5, others=0.5)


def mean(before: pathlib.Path, after: pathlib.Path) -> dict:
    """Interpolates weights two thirds of the way from before a stage to after it, which keeps the strengths of both
    (after Wortsman et al. 2022, Robust fine-tuning of zero-shot models)."""
    first, last = torch.load(before), torch.load(after)
    last["model"] = {key: (first["model"][key] + 2 * last["model"][key]) / 3 for key in last["model"]}
    return last


def repeated(sentences: list, count: int, generator: random.Random) -> list[list]:
    """Draws a number of sentences: all of them as often as possible, and some once more."""
    whole, rest = divmod(count, len(sentences))
    return [sentences] * whole + ([generator.sample(sentences, rest)] if rest else [])


def plan_of(training: list[data.Sentence], course: Course, generator: random.Random) -> list:
    treebank, wire, other = loop.by_source(training)
    ewt = [s for s in treebank if s.treebank == "ewt"]
    wire = [s for s in wire if s.read is not None]
    plan, planned = [], 0
    while planned < course.words:
        parts = [part for sentences, times in ((treebank, course.trees), (ewt, course.ewt), (other, course.others))
                 for part in repeated(sentences, int(times * len(sentences)), generator)]
        parts.append(generator.sample(wire, int(course.others * WIRE)))
        epoch = [batch for part in parts for batch in data.batches(part, 1500, generator)]
        generator.shuffle(epoch)
        plan += epoch
        planned += sum(map(loop.count_words, epoch))
    return plan


def train(training: list[data.Sentence], table: WordTable, stored, silver: pathlib.Path, out: pathlib.Path, seed: int,
          course: Course, start: pathlib.Path | None = None, report=lambda model, reader: None):
    """Trains the core or continues from an earlier one, and writes {"model", "tags", "relations"}. Takes about a
    minute per million words on two cores."""
    torch.manual_seed(seed)
    generator = random.Random(seed)
    tags, relations = labels_of(training)
    add_silver(training, silver, tags, relations)
    table.learn(form for s in training for f in s.forms for form in (f, *(change(f) for change in CASES)))
    reader = Reader(table, tags, relations)
    model = Core(stored["centroids"], tags, relations, len(data.NAME_LABELS), len(data.SCHEME_ID), course.dropout)
    if start:
        model.load_state_dict(torch.load(start)["model"])
    averaged = copy.deepcopy(model)  # Polyak averaging
    plan = plan_of(training, course, generator)
    optimizer = torch.optim.AdamW(model.parameters(), lr=course.rate, betas=(0.9, 0.98), weight_decay=1e-3,
                                  fused=True)

    def losses_of(batch):
        batch = [recased(s, generator) for s in batch]
        inputs = reader.batch(batch)
        x = model(*inputs)
        real, size = inputs[-1], x.shape[1]
        gold = labels_batch(batch, reader.tag_id, reader.relation_id, size)
        scheme = loop.markers(batch, generator)
        parts = losses(model.heads, x, real, gold, scheme, batch[0].tags is not None)
        if "names" in parts:
            parts["names"] = GOLD_NAMES * parts["names"]
        if all(s.read is not None for s in batch):
            # The shipped core imitates the teacher, without the marker of any set.
            wanted = torch.zeros(len(batch), size, len(data.NAME_LABELS))
            for i, sentence in enumerate(batch):
                wanted[i, :len(sentence.forms)] = torch.from_numpy(sentence.read.astype(np.float32))
            scores = model.heads.names(x, torch.zeros(len(batch), dtype=torch.long))
            parts["read"] = READ * F.cross_entropy(scores[real], wanted[real])
        return parts

    steps = 0

    @torch.no_grad()
    def average():
        nonlocal steps
        steps += 1
        keep = min(0.999, steps / (steps + 49))
        for ours, theirs in zip(averaged.parameters(), model.parameters()):
            ours.mul_(keep).add_(theirs, alpha=1 - keep)

    loop.run(model, plan, losses_of, optimizer, clip=2.0, rise=200, lowest=0.01, log_every=100, after_step=average)
    loop.write(out, {"model": averaged.state_dict(), "tags": tags, "relations": relations})
    report(averaged, reader)
