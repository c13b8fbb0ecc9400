"""The heads of an encoder for tags, trees and names, shared by the teacher and the core."""

from __future__ import annotations

import dataclasses

import torch
from torch import nn

from kernels import soft_sign

NEAREST = 16  # distances are clipped to this


def distances(words: int) -> torch.Tensor:
    """Distances between all pairs of words, where 0 means NEAREST or more words before; words × words."""
    place = torch.arange(words)
    return (place[None, :] - place[:, None]).clamp(-NEAREST, NEAREST) + NEAREST


@dataclasses.dataclass
class Sizes:
    tags: int
    relations: int
    names: int
    schemes: int
    arc: int = 96
    relation: int = 96
    name: int = 96


class Heads(nn.Module):
    def __init__(self, width: int, sizes: Sizes):
        super().__init__()
        self.sizes = sizes
        self.tag = nn.Linear(width, sizes.tags)
        self.dependent = nn.Linear(width, sizes.arc)
        self.head = nn.Linear(width, sizes.arc)
        self.root = nn.Parameter(torch.zeros(sizes.arc))
        self.arc_scale = nn.Parameter(torch.tensor(8.0))
        self.distance = nn.Parameter(torch.zeros(2 * NEAREST + 1))
        self.relation_dependent = nn.Linear(width, sizes.relation)
        self.relation_head = nn.Linear(width, sizes.relation, bias=False)
        self.relation_root = nn.Parameter(torch.zeros(sizes.relation))
        self.relation = nn.Linear(sizes.relation, sizes.relations)
        self.name_hidden = nn.Linear(width, sizes.name)
        self.scheme = nn.Embedding(sizes.schemes, sizes.name)
        self.name = nn.Linear(sizes.name, sizes.names)
        nn.init.normal_(self.scheme.weight, std=0.1)

    def arcs(self, x: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """batch × words × (words + 1): the score of each word as head of each other; the root comes last."""
        dependent, head = soft_sign(self.dependent(x)), soft_sign(self.head(x))
        words = x.shape[1]
        scores = dependent @ head.transpose(1, 2) * self.arc_scale + self.of_distance(x)
        scores = scores.masked_fill(~real[:, None, :], -1e4)
        scores = scores.masked_fill(torch.eye(words, dtype=torch.bool)[None], -1e4)
        root = (dependent @ soft_sign(self.root)) * self.arc_scale
        return torch.cat([scores, root[:, :, None]], 2)

    def of_distance(self, x: torch.Tensor) -> torch.Tensor:
        """The positional part of arc scores, for each word as dependent."""
        return self.distance[distances(x.shape[1])]

    def relations(self, x: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """batch × words × relations, given each word's head (the index `words` is the root)."""
        of_head = self.relation_head(x)
        of_head = torch.cat([of_head, self.relation_root.expand(x.shape[0], 1, -1)], 1)
        index = heads[:, :, None].expand(-1, -1, of_head.shape[2])
        return self.relation(soft_sign(self.relation_dependent(x) + of_head.gather(1, index) + self.of_place(heads)))

    def of_place(self, heads: torch.Tensor):
        """The positional part of relation scores."""
        return 0

    def names(self, x: torch.Tensor, scheme: torch.Tensor) -> torch.Tensor:
        hidden = self.name_hidden(x) + self.scheme(scheme)[:, None, :]
        return self.name(soft_sign(hidden))


class PlacedHeads(Heads):
    """Heads that also model distances: each word predicts how far away its head and its dependents are (instead of
    Stanza's distance model, Qi et al. 2018), and relation scores depend on the distance too. For the core, which
    sees less of a sentence than its teacher."""

    def __init__(self, width: int, sizes: Sizes):
        super().__init__(width, sizes)
        self.distance_of_head = nn.Linear(width, 2 * NEAREST + 1, bias=False)
        self.distance_of_dependent = nn.Linear(width, 2 * NEAREST + 1, bias=False)
        self.relation_distance = nn.Parameter(torch.zeros(2 * NEAREST + 2, sizes.relation))  # the last is for the root
        for layer in (self.distance_of_head, self.distance_of_dependent):
            nn.init.zeros_(layer.weight)

    def of_distance(self, x: torch.Tensor) -> torch.Tensor:
        batch, words, _ = x.shape
        to_head = distances(words)[None].expand(batch, -1, -1)
        of_dependents = self.distance_of_dependent(x).gather(2, to_head.transpose(1, 2)).transpose(1, 2)
        return self.distance[to_head] + self.distance_of_head(x).gather(2, to_head) + of_dependents

    def of_place(self, heads: torch.Tensor) -> torch.Tensor:
        words = heads.shape[1]
        away = (heads - torch.arange(words)).clamp(-NEAREST, NEAREST) + NEAREST
        return self.relation_distance[torch.where(heads == words, 2 * NEAREST + 1, away)]


def name_loss(scores: torch.Tensor, allowed: torch.Tensor) -> torch.Tensor:
    """The negative log of the total probability of all allowed labels; scores and allowed: words × labels."""
    return torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~allowed, -1e4), 1)
