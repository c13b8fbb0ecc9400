#!/usr/bin/env python3
"""Trains the antecedent ranker, src/resources/en/coreference.bin, in one command:

    cmake --build build/native --target lede_coreference_features
    build/venv/bin/python scripts/train/coreference/train.py DATA

DATA is the data folder, with the scorer's folder beside it. The same seed and number of threads give the same model.
Takes five minutes; more threads do not help.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import shutil
import struct
import subprocess
import tempfile
import time

import numpy as np
import torch
from torch import nn

import data
from data import NAME, NOMINAL

ROOT = pathlib.Path(__file__).resolve().parents[3]
RESOURCES = ROOT / "src/resources/en"
ROWS, WIDTH, VECTOR = 4096, 48, 100  # as in neural/antecedent_model.h
ACTIVATION = 2048
FOLDS = 5
PRONOUNS = 3  # weight of a GAP article
NEWS = 0.4  # and of one of the project's own
# Costs of errors: missed antecedent, wrong antecedent, antecedent where there is none.
COSTS = (3.0, 1.0, 0.3)


class Ranker(nn.Module):
    def __init__(self):
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS, WIDTH, mode="sum")
        nn.init.normal_(self.table.weight, std=0.05)
        self.vectors = nn.Parameter(torch.randn(4, VECTOR, WIDTH) * 0.03)
        self.weights = nn.Parameter(torch.randn(WIDTH) * 0.2)

    def sums(self, rows, offsets, vectors, first):
        return self.table(rows, offsets) + vectors[:, 0] @ self.vectors[first] + vectors[:, 1] @ self.vectors[first + 1]

    def forward(self, batch):
        """Scores of all pairs of a batch, concatenated."""
        m = self.sums(*batch.anaphors, 0)
        a = self.sums(*batch.antecedents, 2)
        p = self.table(*batch.pairs)
        hidden = m[batch.anaphor_of] + p
        hidden = hidden.index_add(0, batch.real, a[batch.antecedent_of])
        if self.training:
            hidden = nn.functional.dropout(hidden, 0.3)
        return torch.relu(hidden) @ self.weights


def bags(rows):
    sizes = np.array([len(r) for r in rows])
    offsets = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
    return torch.from_numpy(np.concatenate(rows).astype(np.int64)), torch.from_numpy(offsets)


class Batch:
    """The pairs of some anaphors of one article. Each anaphor's last pair is the one without an antecedent."""

    def __init__(self, article: data.Article, anaphors: list[int], costs: tuple[float, float, float]):
        nothing, wrong, something = costs
        candidates = article.candidates
        used = sorted({a for m in anaphors for a in candidates[m].antecedents} | set(anaphors))
        place = {c: i for i, c in enumerate(used)}
        self.article, self.numbers = article, anaphors
        vectors = lambda some: torch.from_numpy(
            np.stack([candidates[c].vectors for c in some]).astype(np.float32) / ACTIVATION)
        self.anaphors = *bags([candidates[m].as_anaphor for m in anaphors]), vectors(anaphors)
        self.antecedents = *bags([candidates[c].as_antecedent for c in used]), vectors(used)
        rows, anaphor_of, antecedent_of, real, right, cost, ends = [], [], [], [], [], [], []
        for i, m in enumerate(anaphors):
            anaphor = candidates[m]
            found = False
            first = len(rows)
            for a, pair in zip(anaphor.antecedents, anaphor.pairs):
                if article.pronoun and candidates[a].kind == NOMINAL:
                    continue  # not annotated
                same = anaphor.chain >= 0 and candidates[a].chain == anaphor.chain
                found |= same
                real.append(len(rows))
                antecedent_of.append(place[a])
                rows.append(pair)
                right.append(same)
            rows.append(anaphor.nothing)
            right.append(not found)
            cost += [0.0 if r else wrong if found else something for r in right[first:-1]]
            cost.append(nothing if found else 0.0)
            anaphor_of += [i] * (len(rows) - first)
            ends.append(len(rows))
        self.pairs = bags(rows)
        self.anaphor_of, self.antecedent_of = torch.tensor(anaphor_of), torch.tensor(antecedent_of)
        self.real, self.right, self.cost = torch.tensor(real), torch.tensor(right), torch.tensor(cost)
        self.ends = ends


def batches(articles: list[data.Article], costs: tuple[float, float, float], size: int = 64):
    found = []
    for article in articles:
        groups, named, anaphors = set(), set(), []
        for m, c in enumerate(article.candidates):
            # A name's first mention may continue a chain that had no name so far.
            first = c.kind != NAME or c.group not in groups and c.chain not in named
            if c.kind == NAME:
                groups.add(c.group)
                if c.chain >= 0:
                    named.add(c.chain)
            if c.span in article.unsettled or article.pronoun and c.span != article.pronoun:
                continue
            if first and c.antecedents and (article.complete or c.chain >= 0):
                anaphors.append(m)
        found += [Batch(article, anaphors[i:i + size], costs) for i in range(0, len(anaphors), size)]
    # A pronoun whose name was not found is no training signal.
    return [b for b in found if not (b.article.pronoun and bool(b.right[-1]))]


def log_sum(scores, anaphor_of, count):
    most = torch.full((count,), -1e9).scatter_reduce(0, anaphor_of, scores, "amax")
    return most + torch.zeros(count).index_add(0, anaphor_of, (scores - most[anaphor_of]).exp()).clamp_min(1e-30).log()


def loss_of(model, batch):
    scores = model(batch) + batch.cost  # softmax-margin
    count = len(batch.numbers)
    right = torch.where(batch.right, scores, torch.full_like(scores, -1e9))
    return (log_sum(scores, batch.anaphor_of, count) - log_sum(right, batch.anaphor_of, count)).sum()


def write(model: Ranker) -> bytes:
    """The layout of neural/antecedent_model.h."""
    table, vectors, weights = (p.detach().numpy() for p in (model.table.weight, model.vectors, model.weights))
    most = max(np.percentile(np.abs(table), 99.9), 1e-6)
    # Half of a byte's range: the ranks stay the same, and the file compresses to a sixth less.
    unit = most / 63
    # A product with a vector is q · activation >> shift, in the table's units.
    shift = 0
    while shift < 20 and np.abs(vectors).max() / unit * 2 ** (shift + 1) / ACTIVATION <= 127:
        shift += 1
    weight_unit = np.abs(weights).max() / 32767
    q = lambda values, scale: np.clip(np.round(values * scale), -127, 127).astype(np.int8)
    return (struct.pack("<IfI", 1, unit * weight_unit, shift) + q(table, 1 / unit).tobytes()
            + q(vectors, 2 ** shift / unit / ACTIVATION).tobytes()
            + np.round(weights / weight_unit).astype("<i2").tobytes())


def number_of(article: data.Article) -> int:
    """The number of a GAP article: 17 for "development-17"."""
    return int(article.id.rsplit("-", 1)[1])


def write_held_out(source: pathlib.Path, out: pathlib.Path, fold: int):
    """Holds out every fifth article of OntoGUM's training part and of GAP, starting at an offset, for score.py --data."""
    text = (source / "ontogum/train_cleanlicence.conll").read_text(encoding="utf-8")
    documents = ["#begin document" + part for part in text.split("#begin document")[1:]]
    (out / "ontogum").mkdir(parents=True, exist_ok=True)
    (out / "ontogum/dev.conll").write_text("".join(documents[fold::FOLDS]), encoding="utf-8")
    header, *rows = (source / "gap/gap-development.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    (out / "gap").mkdir(parents=True, exist_ok=True)
    mine = [row for row in rows if int(row.split("\t")[0].rsplit("-", 1)[1]) % FOLDS == fold]
    (out / "gap/gap-development.tsv").write_text("".join([header, *mine]), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--model", type=pathlib.Path, default=ROOT / "build/native/en.lede")
    parser.add_argument("--out", type=pathlib.Path, default=RESOURCES / "coreference.bin")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--costs", type=float, nargs=3, default=COSTS)
    parser.add_argument("--fold", type=int, help="hold out every fifth article of OntoGUM and GAP, starting at this one")
    parser.add_argument("--held-out", type=pathlib.Path, help="write the held-out articles to this data folder")
    parser.add_argument("--news", type=float, default=NEWS, help="weight of the project's own articles")
    parser.add_argument("--without", nargs="*", default=[], help="own articles to leave out")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rounds", type=int, default=2,
                        help="training rounds; after the first, chains are predicted by the previous round's model")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    generator = random.Random(options.seed)
    tool = ROOT / "build/native/lede_coreference_features"
    evaluation = options.data.parent / "eval"
    read = lambda name, complete=True: data.read(evaluation, options.data / "coref" / name, complete)
    whole = read("ontogum/train_cleanlicence.conll")
    pronouns = data.read_pronouns(evaluation, options.data / "coref/gap/gap-development.tsv")
    if options.fold is not None:
        pronouns = [a for a in pronouns if number_of(a) % FOLDS != options.fold]
        whole = [a for i, a in enumerate(whole) if i % FOLDS != options.fold]
        if options.held_out:
            write_held_out(options.data / "coref", options.held_out / "coref", options.fold)
    news = [a for a in data.read_news(ROOT / "scripts/train") if a.id not in options.without]
    training = whole + read("litbank/all.conll", False) + pronouns + news
    data.describe(training, tool, options.model)
    model = learn(training, options, generator)
    for _ in range(1, options.rounds):
        with tempfile.TemporaryDirectory() as folder:
            last = pack(model, options.model.parent / "lede_pack", pathlib.Path(folder))
            data.describe(training, tool, last, as_read=True)
        model = learn(training, options, generator)
    options.out.write_bytes(write(model))


def pack(model: Ranker, tool: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    """Builds a model file with this ranker."""
    resources = folder / "en"
    shutil.copytree(RESOURCES, resources)
    (resources / "coreference.bin").write_bytes(write(model))
    subprocess.run([tool, resources, "first", folder / "first.lede"], check=True)
    return folder / "first.lede"


def learn(training: list[data.Article], options, generator: random.Random) -> Ranker:
    plan = batches(training, tuple(options.costs))
    model = Ranker()
    steps = options.epochs * len(plan)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / 200) * max(0.02, 1 - s / steps))
    started = time.time()
    for epoch in range(options.epochs):
        generator.shuffle(plan)
        model.train()
        total = count = 0
        for batch in plan:
            loss = loss_of(model, batch)
            optimizer.zero_grad()
            article = batch.article
            weight = PRONOUNS if article.pronoun else options.news if article.own else 1
            (loss * weight / 64).backward()
            optimizer.step()
            schedule.step()
            total += loss.item()
            count += len(batch.numbers)
        print(f"epoch {epoch + 1} {time.time() - started:.0f} s loss {total / count:.3f}", flush=True)
    return model


if __name__ == "__main__":
    main()
