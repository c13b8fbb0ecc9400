"""Trains the core: on gold labels where a sentence has them, and on the teacher's."""

from __future__ import annotations

import argparse
import copy
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import data
from core import Core, Reader, WordTable
from evaluate import report
from teacher import labels_batch, labels_of, losses, recased

UNSURE = 128  # of 255: heads of which the teacher is less sure are not learned


def add_silver(training: list[data.Sentence], files: list[pathlib.Path], tags: list[str], relations: list[str]):
    """Gives sentences the teacher's tags and trees where they have none of their own, and its names."""
    for file in files:
        stored = np.load(file)
        ends = np.cumsum(stored["sizes"])
        arrays = {k: stored[k] for k in ("tags", "heads", "sure", "relations", "names")}
        for number, end, size in zip(stored["numbers"].tolist(), ends.tolist(), stored["sizes"].tolist()):
            sentence = training[number]
            rows = {k: v[end - size:end] for k, v in arrays.items()}
            sentence.read = rows["names"]
            if sentence.tags is None:
                sentence.tags = [tags[t] for t in rows["tags"]]
                sentence.heads = rows["heads"].tolist()
                sentence.relations = [relations[r] for r in rows["relations"]]
                sentence.unsure = (rows["sure"] < UNSURE).tolist()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--resources", type=pathlib.Path, default="src/resources/en")
    parser.add_argument("--tool", type=pathlib.Path, default="build/native/lede_word_features")
    parser.add_argument("--lexicons", type=pathlib.Path, default="build/native/en.lede")
    parser.add_argument("--vectors", type=pathlib.Path, required=True)
    parser.add_argument("--silver", type=pathlib.Path, nargs="*", default=[])
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--words", type=float, default=10e6, help="words to train on in all")
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--start", type=pathlib.Path, help="go on from this core: a second cycle of the rate")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    generator = random.Random(options.seed)

    training = data.read_training(options.data, options.resources)
    tags, relations = labels_of(training)
    for sentence in training:
        sentence.gold_tree = sentence.tags is not None
    add_silver(training, options.silver, tags, relations)
    stored = np.load(options.vectors)
    table = WordTable(options.tool, options.lexicons, stored["words"], stored["codes"])
    table.learn(f for s in training for f in s.forms)
    reader = Reader(table, tags, relations)
    model = Core(stored["centroids"], tags, relations, len(data.NAME_LABELS), len(data.SCHEME_ID))
    if options.start:
        model.load_state_dict(torch.load(options.start)["model"])
    averaged = copy.deepcopy(model)  # Polyak averaging
    treebank = [s for s in training if s.gold_tree]
    gmb = [s for s in training if s.scheme == data.SCHEME_ID["gmb"]
           and (not options.silver or hasattr(s, "read"))]
    other = [s for s in training if not s.gold_tree and s.scheme != data.SCHEME_ID["gmb"]]
    count = lambda sentences: sum(len(s.forms) for s in sentences)

    def epoch():
        batches = data.batches(treebank, 1500, generator) + data.batches(other, 1500, generator)
        batches += data.batches(generator.sample(gmb, 10000), 1500, generator)
        generator.shuffle(batches)
        return batches

    plan, planned = [], 0
    while planned < options.words:
        plan += epoch()
        planned = sum(count(b) for b in plan)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, betas=(0.9, 0.98), weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 200, 1) * max(0.01, 1 - step / len(plan)))
    start, words, sums = time.time(), 0, {}
    for step, batch in enumerate(plan):
        model.train()
        originals, batch = batch, [recased(s, generator) for s in batch]
        inputs = reader.batch(batch)
        x = model(*inputs)
        size = x.shape[1]
        gold = labels_batch(batch, reader.tag_id, reader.relation_id, size)
        for i, sentence in enumerate(batch):
            if hasattr(sentence, "unsure"):
                gold[1][i, :len(sentence.forms)][torch.tensor(sentence.unsure)] = -100
        scheme = torch.tensor([s.scheme if generator.random() > 0.3 else 0 for s in batch])
        read = all(hasattr(s, "read") for s in batch) and generator.random() < 0.6
        parts = losses(model.heads, x, inputs[-1], gold, scheme, batch[0].tags is not None)
        if read:  # what ships reads as the teacher does, with the marker of no set
            wanted = torch.zeros(len(batch), size, len(data.NAME_LABELS))
            for i, sentence in enumerate(batch):
                wanted[i, :len(sentence.forms)] = torch.from_numpy(sentence.read.astype(np.float32))
            scores = model.heads.names(x, torch.zeros(len(batch), dtype=torch.long))
            real = inputs[-1]
            distilled = F.cross_entropy(scores[real], wanted[real])
            parts["read"] = distilled
        optimizer.zero_grad()
        sum(parts.values()).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        with torch.no_grad():
            keep = min(0.999, (step + 1) / (step + 50))
            for ours, theirs in zip(averaged.parameters(), model.parameters()):
                ours.mul_(keep).add_(theirs, alpha=1 - keep)
        words += count(batch)
        for k, v in parts.items():
            sums.setdefault(k, []).append(v.item())
        if step % 100 == 99:
            print(f"{step + 1}/{len(plan)} {words / (time.time() - start):.0f} words/s",
                  " ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in sums.items()), flush=True)
            sums = {}
        if step % 1500 == 1499 or step + 1 == len(plan):
            torch.save({"model": averaged.state_dict(), "tags": tags, "relations": relations}, options.out)
            report(averaged, reader, options.data, options.resources, ("any", "uner"))


if __name__ == "__main__":
    main()
