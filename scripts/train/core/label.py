"""Labels the training texts with the teacher: tags, trees, and probabilities of names.

Names are predicted with several markers and averaged, which keeps what the sets agree on.
"""

from __future__ import annotations

import pathlib
import random

import numpy as np
import torch
from torch.nn import functional as F

import data
from teacher import Reader, Teacher
from words import WordTable

READINGS = ("any", "uner", "gum", "wikigold", "gmb")


def chosen(training: list[data.Sentence], gmb: int, seed: int) -> list[int]:
    """The sentences to label: all except for gmb, of which only some are used."""
    generator = random.Random(seed)
    mine = [i for i, s in enumerate(training) if s.scheme == data.SCHEME_ID["gmb"]]
    kept = set(generator.sample(mine, min(gmb, len(mine))))
    return [i for i, s in enumerate(training) if s.scheme != data.SCHEME_ID["gmb"] or i in kept]


@torch.no_grad()
def label(training: list[data.Sentence], encoder: pathlib.Path, table: WordTable, teacher: pathlib.Path,
          out: pathlib.Path, seed: int, gmb: int = 20000):
    """Writes the teacher's labels for the chosen sentences by number: tags, the most likely heads (-1: the root) and
    their probabilities in 1/255, the relation to the first, and probabilities of names. Takes about 15 minutes on two
    cores."""
    checkpoint = torch.load(teacher)
    model = Teacher(encoder, checkpoint["tags"], checkpoint["relations"])
    model.load_state_dict(checkpoint["model"])
    model.eval()
    reader = Reader(encoder, table, checkpoint["tags"], checkpoint["relations"])
    for number, sentence in enumerate(training):
        sentence.number = number
    mine = [training[i] for i in chosen(training, gmb, seed)]
    numbers, sizes, tags, heads, relations, sure, names = [], [], [], [], [], [], []
    done = 0
    for batch in data.batches(mine, 1500, random.Random(0), shuffle=False):
        inputs = reader.batch(batch)
        x = model(*inputs)
        tag = model.heads.tag(x).argmax(2)
        arcs = model.heads.arcs(x, inputs[-1]).softmax(2)
        likely, head = F.pad(arcs, (0, data.ARCS)).topk(data.ARCS, 2)
        head = torch.where(head >= x.shape[1], x.shape[1], head)
        relation = model.heads.relations(x, head[:, :, 0]).argmax(2)
        name = sum(model.heads.names(x, torch.full((len(batch),), data.SCHEME_ID[s])).softmax(2)
                   for s in READINGS) / len(READINGS)
        for i, sentence in enumerate(batch):
            size = len(sentence.forms)
            numbers.append(sentence.number)
            sizes.append(size)
            tags.append(tag[i, :size].numpy().astype(np.uint8))
            own = head[i, :size].numpy()
            heads.append(np.where(own == x.shape[1], -1, own).astype(np.int16))
            sure.append(np.rint(likely[i, :size].numpy() * 255).astype(np.uint8))
            relations.append(relation[i, :size].numpy().astype(np.uint8))
            names.append(name[i, :size].numpy().astype(np.float16))
            done += size
        if len(numbers) % 50 == 0:
            print(f"{done} words", flush=True)
    part = out.with_suffix(".part.npz")
    np.savez(part, numbers=numbers, sizes=sizes, tags=np.concatenate(tags), heads=np.concatenate(heads),
             sure=np.concatenate(sure), relations=np.concatenate(relations), names=np.concatenate(names))
    part.rename(out)
