"""The teacher: a pretrained encoder, tuned on the training sets, that labels text for the core.

all-MiniLM-L6-v2 (Apache 2.0; 6 layers of width 384) with the heads of the core, and, since the encoder
does not see capitals, the shape of each word.
"""

from __future__ import annotations

import copy
import pathlib
import random

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

import data
import loop
from heads import Heads, Sizes, name_loss

WIDTH, LAYERS, PARTS = 384, 6, 12
SHAPES = 12


def shape(form: str) -> int:
    letters = [c for c in form if c.isalpha()]
    digits = any(c.isdigit() for c in form)
    if not letters:
        return 1 if digits else 2
    if digits:
        return 3 if letters[0].isupper() else 4
    if all(c.islower() for c in letters):
        return 5
    if all(c.isupper() for c in letters):
        return 6 if len(letters) == 1 else 7 if len(letters) < 5 else 8
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 9
    return 10 if letters[0].isupper() else 11


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x, mask, drop):
        batch, size, _ = x.shape
        q, k, v = (f(x).view(batch, size, PARTS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, size, WIDTH)
        x = self.norm1(x + drop(self.output(seen)))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x)))))


class Teacher(nn.Module):
    def __init__(self, folder: pathlib.Path, tags: list[str], relations: list[str]):
        super().__init__()
        weights = load_file(str(folder / "model.safetensors"))
        prefix = "bert." if any(k.startswith("bert.") for k in weights) else ""
        get = lambda name: weights[prefix + name]
        self.words = nn.Embedding.from_pretrained(get("embeddings.word_embeddings.weight"), freeze=True)
        self.places = nn.Parameter(get("embeddings.position_embeddings.weight").clone(), requires_grad=False)
        self.kind = nn.Parameter(get("embeddings.token_type_embeddings.weight")[0].clone(), requires_grad=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.load_state_dict({p: get(f"embeddings.LayerNorm.{p}") for p in ("weight", "bias")})
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                 "output": "attention.output.dense", "norm1": "attention.output.LayerNorm",
                 "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
        for number, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                part = {p: get(f"encoder.layer.{number}.{theirs}.{p}") for p in ("weight", "bias")}
                getattr(layer, ours).load_state_dict(part)
        self.shapes = nn.Embedding(SHAPES, 64)
        self.join = nn.Linear(WIDTH + 64 * 3, WIDTH)
        self.heads = Heads(WIDTH, Sizes(len(tags), len(relations), len(data.NAME_LABELS), len(data.SCHEME_ID),
                                        arc=256, relation=192, name=192))
        self.drop = nn.Dropout(0.1)
        self.frozen = 1

    def forward(self, pieces, piece_mask, first, last, shapes, real):
        size = pieces.shape[1]
        with torch.no_grad():
            x = self.norm(self.words(pieces) + self.places[:size] + self.kind)
        mask = piece_mask[:, None, None, :]
        for number, layer in enumerate(self.layers):
            if number < self.frozen:
                with torch.no_grad():
                    x = layer(x, mask, nn.Identity())
            else:
                x = layer(x, mask, self.drop)
        pick = lambda at: x.gather(1, at[:, :, None].expand(-1, -1, WIDTH))
        shape = self.shapes(shapes)
        before = F.pad(shape, (0, 0, 1, 0))[:, :-1]
        after = F.pad(shape, (0, 0, 0, 1))[:, 1:]
        joined = torch.cat([(pick(first) + pick(last)) / 2, shape, before, after], 2)
        return self.drop(F.gelu(self.join(joined))) * real[:, :, None]


class Reader:
    """Turns sentences into tensors."""

    def __init__(self, folder: pathlib.Path, tags: list[str], relations: list[str]):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.tag_id = {t: i for i, t in enumerate(tags)}
        self.relation_id = {t: i for i, t in enumerate(relations)}
        self.known: dict[str, list[int]] = {}

    def pieces(self, form: str) -> list[int]:
        found = self.known.get(form)
        if found is None:
            found = self.tokenizer.encode(form, add_special_tokens=False).ids[:6] or [100]
            self.known[form] = found
        return found

    def batch(self, sentences):
        rows, first, last = [], [], []
        for sentence in sentences:
            row, begins, ends = [101], [], []
            for form in sentence.forms:
                ids = self.pieces(form)
                begins.append(len(row))
                row += ids
                ends.append(len(row) - 1)
            rows.append(row[:510] + [102])
            first.append([min(b, 510) for b in begins])
            last.append([min(e, 510) for e in ends])
        pad = lambda lists, value=0: torch.tensor(
            [r + [value] * (max(map(len, lists)) - len(r)) for r in lists])
        pieces = pad(rows)
        real = pad([[1] * len(s.forms) for s in sentences]).bool()
        return (pieces, pad([[1] * len(r) for r in rows]).bool(), pad(first), pad(last),
                pad([[shape(f) for f in s.forms] for s in sentences]), real)


def heads_batch(sentences, words: int):
    """Heads and their shares, as arc_loss wants them: one of a person, or the teacher's likeliest."""
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
    """What sentences are labelled with; -100 where one has none."""
    pad = lambda lists, value: torch.tensor([r + [value] * (words - len(r)) for r in lists])
    none = lambda s: [-100] * len(s.forms)
    tags = pad([[tag_id.get(t, -100) for t in s.tags] if s.tags else none(s) for s in sentences], -100)
    relations = pad([[relation_id.get(r, -100) for r in s.relations] if s.relations else none(s)
                     for s in sentences], -100)
    allowed = pad([s.names if s.names else [0] * len(s.forms) for s in sentences], 0)
    allowed = (allowed[:, :, None] >> torch.arange(len(data.NAME_LABELS)) & 1).bool()
    return tags, heads_batch(sentences, words), relations, allowed


def arc_loss(scores: torch.Tensor, heads: torch.Tensor, shares: torch.Tensor) -> torch.Tensor:
    """Cross entropy with several heads a word, each with its share; heads and shares: batch × words × heads."""
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


def recased(sentence: data.Sentence, generator: random.Random) -> data.Sentence:
    """Now and then a sentence in capitals, in the capitals of a headline, or in none."""
    chance = generator.random()
    if chance > 0.06:
        return sentence
    change = str.upper if chance < 0.025 else str.lower if chance < 0.04 else \
        (lambda f: f[:1].upper() + f[1:])
    changed = copy.copy(sentence)
    changed.forms = [change(f) for f in sentence.forms]
    return changed


def train(training: list[data.Sentence], encoder: pathlib.Path, out: pathlib.Path, seed: int, gmb: int = 6000,
          epochs: int = 2, rate: float = 2e-4, start: pathlib.Path | None = None, report=lambda model, reader: None):
    """Tunes the encoder and its heads, or goes on from those of an earlier run; writes {"model", "tags",
    "relations"}. Some 20 minutes an epoch on one core."""
    torch.manual_seed(seed)
    generator = random.Random(seed)
    tags, relations = labels_of(training)
    model = Teacher(encoder, tags, relations)
    if start:
        model.load_state_dict(torch.load(start)["model"])
    reader = Reader(encoder, tags, relations)
    treebank, wire, other = loop.by_source(training)
    plan = []
    for epoch in range(epochs):
        plan += data.batches(treebank, 1000, generator)
        plan += data.batches(generator.sample(other, len(other) // 2 if epoch else len(other) * 2 // 3), 1000, generator)
        plan += data.batches(generator.sample(wire, gmb), 1000, generator)
    generator.shuffle(plan)
    tuned = [p for layer in model.layers[model.frozen:] for p in layer.parameters()]
    ids = {id(p) for p in tuned}
    rest = [p for p in model.parameters() if id(p) not in ids and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": tuned, "lr": rate}, {"params": rest, "lr": 10 * rate}], weight_decay=0.01)

    def losses_of(batch):
        batch = [recased(s, generator) for s in batch]
        inputs = reader.batch(batch)
        x = model(*inputs)
        gold = labels_batch(batch, reader.tag_id, reader.relation_id, x.shape[1])
        return losses(model.heads, x, inputs[-1], gold, loop.markers(batch, generator), batch[0].tags is not None)

    loop.run(model, plan, losses_of, optimizer, clip=5.0, rise=100, lowest=0.02, log_every=25)
    loop.write(out, {"model": model.state_dict(), "tags": tags, "relations": relations})
    report(model, reader)
