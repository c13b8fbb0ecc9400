"""The core that ships: word features, two light bidirectional recurrent layers, heads."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import vectors
from heads import PlacedHeads, Sizes
from kernels import recurrence, soft_sign
from words import FEATURE_ROWS, FEATURES, FEATURE_WIDTH, WordTable

WIDTH, LAYERS, REACH = 256, 2, 2


class Core(nn.Module):
    def __init__(self, centroids: np.ndarray, tags: list[str], relations: list[str], names: int, schemes: int,
                 dropout: float):
        super().__init__()
        unknown = np.zeros((vectors.PARTS, 1, vectors.PART), dtype=np.float32)
        table = np.concatenate([centroids, unknown], 1).reshape(-1, vectors.PART)
        self.centroids = nn.Embedding.from_pretrained(torch.tensor(table), freeze=False)
        self.features = nn.EmbeddingBag(FEATURE_ROWS + 1, FEATURE_WIDTH, mode="sum", padding_idx=FEATURE_ROWS)
        nn.init.normal_(self.features.weight, std=0.1)
        self.join = nn.Linear(vectors.PARTS * vectors.PART + FEATURE_WIDTH, WIDTH)
        self.gates = nn.ModuleList(nn.Linear(WIDTH, 3 * WIDTH) for _ in range(LAYERS))
        self.beside = nn.ParameterList(torch.zeros(2 * REACH, 3 * WIDTH) for _ in range(LAYERS))
        self.heads = PlacedHeads(WIDTH, Sizes(len(tags), len(relations), names, schemes, arc=96, relation=80, name=128))
        self.dropout = dropout

    def drop(self, x):
        """Drops the same units for every word of a sentence (Gal, Ghahramani 2016)."""
        if not self.training:
            return x
        keep = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.dropout) / (1 - self.dropout)
        return x * keep

    def forward(self, codes, rows, real):
        batch, words = real.shape
        if self.training:  # word dropout: treat some words as unknown
            forgotten = (torch.rand(batch, words) < 0.06)[:, :, None]
            offset = torch.arange(vectors.PARTS) * (vectors.CENTROIDS + 1) + vectors.CENTROIDS
            codes = torch.where(forgotten, offset, codes)
            first = torch.zeros(FEATURES, dtype=torch.bool)
            first[0] = True
            rows = torch.where(forgotten & first, FEATURE_ROWS, rows)
        vector = self.centroids(codes).flatten(2)
        bag = soft_sign(self.features(rows.flatten(0, 1)).view(batch, words, -1))
        x = soft_sign(self.join(self.drop(torch.cat([vector, bag], 2))))
        sizes = real.sum(1)
        for gates, beside in zip(self.gates, self.beside):
            value = gates(self.drop(x)).view(batch, words, 2, 3 * WIDTH // 2)
            x = x.view(batch, words, 2, WIDTH // 2).contiguous()
            x = recurrence(value, x, sizes, beside).flatten(2)
        return self.drop(x) * real[:, :, None]


class Reader:
    def __init__(self, table: WordTable, tags: list[str], relations: list[str]):
        self.table = table
        self.tag_id = {t: i for i, t in enumerate(tags)}
        self.relation_id = {t: i for i, t in enumerate(relations)}

    def batch(self, sentences):
        longest = max(len(s.forms) for s in sentences)
        real = np.zeros((len(sentences), longest), dtype=bool)
        for i, s in enumerate(sentences):
            real[i, :len(s.forms)] = True
        codes, rows = self.table.batch(sentences, longest)
        return torch.from_numpy(codes), torch.from_numpy(rows), torch.from_numpy(real)
