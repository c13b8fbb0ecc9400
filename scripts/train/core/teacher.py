"""The teacher: a pretrained encoder, fine-tuned on the training sets, that labels text for the core.

It consists of the encoder (encoder.py) and the core's heads. The encoder sees neither capitals nor lexicons, so the
core's word features are added to the pieces before the tuned layers, and again before the heads.
"""

from __future__ import annotations

import copy
import pathlib
import random

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

import data
import loop
from encoder import Encoder, WIDTH
from heads import Heads, Sizes, name_loss
from kernels import soft_sign
from words import FEATURE_ROWS, FEATURE_WIDTH, WordTable

JOINED = 512
BATCH = 1000  # words
WIRE = 6000  # sentences of gmb

BOUNDS, UNKNOWN = (0, 2), 104  # pieces for the beginning and end of a sentence, and for unknown words
LONGEST = 510  # pieces per sentence


class Teacher(nn.Module):
    def __init__(self, folder: pathlib.Path, tags: list[str], relations: list[str]):
        super().__init__()
        self.encoder = Encoder(folder)
        self.features = nn.EmbeddingBag(FEATURE_ROWS + 1, FEATURE_WIDTH, mode="sum", padding_idx=FEATURE_ROWS)
        nn.init.normal_(self.features.weight, std=0.1)
        self.lift = nn.Linear(FEATURE_WIDTH, WIDTH, bias=False)  # adds word features to the pieces of the word
        nn.init.zeros_(self.lift.weight)
        self.join = nn.Linear(WIDTH + 3 * FEATURE_WIDTH, JOINED)
        self.heads = Heads(JOINED, Sizes(len(tags), len(relations), len(data.NAME_LABELS), len(data.SCHEME_ID),
                                         arc=320, relation=192, name=256))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces, piece_real, word_of, first, last, rows, real):
        feature = soft_sign(self.features(rows.flatten(0, 1)).view(*real.shape, -1)) * real[:, :, None]
        lifted = F.pad(self.lift(feature), (0, 0, 0, 1))  # the last row is for pieces outside words
        x = self.encoder(pieces, piece_real, lifted.gather(1, word_of[:, :, None].expand(-1, -1, WIDTH)))
        pick = lambda at: x.gather(1, at[:, :, None].expand(-1, -1, WIDTH))
        before = F.pad(feature, (0, 0, 1, 0))[:, :-1]
        after = F.pad(feature, (0, 0, 0, 1))[:, 1:]
        joined = torch.cat([(pick(first) + pick(last)) / 2, feature, before, after], 2)
        return self.drop(F.gelu(self.join(joined))) * real[:, :, None]


class Reader:
    """Turns sentences into tensors."""

    def __init__(self, folder: pathlib.Path, table: WordTable, tags: list[str], relations: list[str]):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.table = table
        self.tag_id = {t: i for i, t in enumerate(tags)}
        self.relation_id = {t: i for i, t in enumerate(relations)}
        self.known: dict[str, list[int]] = {}

    def pieces(self, form: str) -> list[int]:
        found = self.known.get(form)
        if found is None:
            found = self.tokenizer.encode(form, add_special_tokens=False).ids[:6] or [UNKNOWN]
            self.known[form] = found
        return found

    def batch(self, sentences):
        words = max(len(s.forms) for s in sentences)
        rows, owners, first, last = [], [], [], []
        for sentence in sentences:
            row, owner, begins, ends = [BOUNDS[0]], [words], [], []
            for number, form in enumerate(sentence.forms):
                ids = self.pieces(form)
                begins.append(len(row))
                row += ids
                owner += [number] * len(ids)
                ends.append(len(row) - 1)
            rows.append(row[:LONGEST] + [BOUNDS[1]])
            owners.append(owner[:LONGEST] + [words])
            first.append([min(b, LONGEST) for b in begins])
            last.append([min(e, LONGEST) for e in ends])
        pad = lambda lists, value=0: torch.tensor(
            [r + [value] * (max(map(len, lists)) - len(r)) for r in lists])
        real = pad([[1] * len(s.forms) for s in sentences]).bool()
        features = self.table.batch(sentences, words)[1].copy()
        features[:, :, 0] = FEATURE_ROWS  # the encoder already knows the word's identity
        return (pad(rows, 1), pad([[1] * len(r) for r in rows]).bool(), pad(owners, words), pad(first), pad(last),
                torch.from_numpy(features), real)


def heads_batch(sentences, words: int):
    """Heads and their shares for arc_loss: the gold head, or the teacher's most likely ones."""
    heads = np.zeros((len(sentences), words, data.ARCS), dtype=np.int64)
    shares = np.zeros((len(sentences), words, data.ARCS), dtype=np.float32)
    for i, sentence in enumerate(sentences):
        if sentence.arcs is not None:
            heads[i, :len(sentence.forms)], shares[i, :len(sentence.forms)] = sentence.arcs
        elif sentence.heads:
            heads[i, :len(sentence.forms), 0] = sentence.heads
            shares[i, :len(sentence.forms), 0] = 1
    heads[heads < 0] = words
    return torch.from_numpy(heads), torch.from_numpy(shares)


def labels_batch(sentences, tag_id, relation_id, words: int):
    """The labels of sentences; -100 if there is none."""
    pad = lambda lists, value: torch.tensor([r + [value] * (words - len(r)) for r in lists])
    none = lambda s: [-100] * len(s.forms)
    tags = pad([[tag_id.get(t, -100) for t in s.tags] if s.tags else none(s) for s in sentences], -100)
    relations = pad([[relation_id.get(r, -100) for r in s.relations] if s.relations else none(s)
                     for s in sentences], -100)
    allowed = pad([s.names if s.names else [0] * len(s.forms) for s in sentences], 0)
    allowed = (allowed[:, :, None] >> torch.arange(len(data.NAME_LABELS)) & 1).bool()
    return tags, heads_batch(sentences, words), relations, allowed


def arc_loss(scores: torch.Tensor, heads: torch.Tensor, shares: torch.Tensor) -> torch.Tensor:
    """Cross entropy with several weighted heads per word; heads and shares: batch × words × heads."""
    picked = scores.log_softmax(2).gather(2, heads)
    return -(picked * shares).sum() / shares.sum()


def losses(heads: Heads, x, real, gold, scheme, parse: bool, smooth: float = 0.05):
    tags, gold_heads, relations, allowed = gold
    parts = {}
    named = allowed.any(2)
    if named.any():
        parts["names"] = name_loss(heads.names(x, scheme)[named], allowed[named]).mean()
    if parse:
        parts["tags"] = F.cross_entropy(heads.tag(x).flatten(0, 1), tags.flatten(), ignore_index=-100,
                                        label_smoothing=smooth)
        parts["arcs"] = arc_loss(heads.arcs(x, real), *gold_heads)
        parts["relations"] = F.cross_entropy(heads.relations(x, gold_heads[0][:, :, 0]).flatten(0, 1),
                                             relations.flatten(), ignore_index=-100, label_smoothing=smooth)
    return parts


def labels_of(training) -> tuple[list[str], list[str]]:
    tags = sorted({t for s in training if s.tags for t in s.tags})
    relations = sorted({r for s in training if s.relations for r in s.relations})
    return tags, relations


CASES = (str.upper, str.lower, lambda form: form[:1].upper() + form[1:])  # all capitals, no capitals, headline case


def recased(sentence: data.Sentence, generator: random.Random) -> data.Sentence:
    """Changes the case of some sentences to all capitals, headline case or lower case."""
    chance = generator.random()
    if chance > 0.06:
        return sentence
    change = CASES[0] if chance < 0.025 else CASES[1] if chance < 0.04 else CASES[2]
    changed = copy.copy(sentence)
    changed.forms = [change(f) for f in sentence.forms]
    return changed


def plan_of(training: list[data.Sentence], generator: random.Random) -> list:
    """Batches: trees 2.5 times, other names once except those of offices and contracts, some of the newswire."""
    treebank, wire, other = loop.by_source(training)
    narrow = {data.SCHEME_ID["multiner"], data.SCHEME_ID["sec"]}
    other = [s for s in other if s.names and s.scheme not in narrow]
    half = generator.sample(treebank, len(treebank) // 2)
    plan = [batch for part in (treebank, treebank, half, other, generator.sample(wire, WIRE))
            for batch in data.batches(part, BATCH, generator)]
    generator.shuffle(plan)
    return plan


def train(training: list[data.Sentence], encoder: pathlib.Path, table: WordTable, out: pathlib.Path, seed: int,
          rate: float = 7e-5, report=lambda model, reader: None):
    """Tunes the encoder and its heads, and writes {"model", "tags", "relations"}. About 25 minutes on two cores."""
    torch.manual_seed(seed)
    generator = random.Random(seed)
    tags, relations = labels_of(training)
    model = Teacher(encoder, tags, relations)
    reader = Reader(encoder, table, tags, relations)
    plan = plan_of(training, generator)
    tuned = model.encoder.tuned()
    own = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": tuned, "lr": rate}, {"params": own, "lr": 15 * rate}],
                                  betas=(0.9, 0.98), weight_decay=0.01,
                                  fused=True)

    def losses_of(batch):
        batch = [recased(s, generator) for s in batch]
        inputs = reader.batch(batch)
        x = model(*inputs)
        gold = labels_batch(batch, reader.tag_id, reader.relation_id, x.shape[1])
        return losses(model.heads, x, inputs[-1], gold, loop.markers(batch, generator), batch[0].tags is not None)

    loop.run(model, plan, losses_of, optimizer, clip=2.0, rise=100, lowest=0.01, log_every=25)
    loop.write(out, {"model": model.state_dict(), "tags": tags, "relations": relations})
    report(model, reader)
