"""The training loop of the teacher and the core."""

from __future__ import annotations

import pathlib
import random
import time

import torch
from torch import nn

import data

ANY_MARKER = 0.3  # share of sentences trained without the marker of their set


def count_words(sentences) -> int:
    return sum(len(s.forms) for s in sentences)


def by_source(training: list[data.Sentence]):
    """Splits sentences into those with trees, those of gmb, and others."""
    gmb = data.SCHEME_ID["gmb"]
    return ([s for s in training if s.treebank], [s for s in training if s.scheme == gmb],
            [s for s in training if not s.treebank and s.scheme != gmb])


def markers(batch, generator: random.Random) -> torch.Tensor:
    return torch.tensor([s.scheme if generator.random() > ANY_MARKER else 0 for s in batch])


def run(model: nn.Module, plan: list, losses_of, optimizer, clip: float, rise: int, lowest: float, log_every: int,
        after_step=lambda: None, save_every: int = 400, save=lambda: None):
    """Takes one step per batch of the plan. losses_of(batch) returns the losses by name. The learning rate rises over
    `rise` steps and then falls linearly to `lowest` of its peak."""
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, 1) * max(lowest, 1 - step / len(plan)))
    start, words, sums = time.time(), 0, {}
    for step, batch in enumerate(plan, 1):
        model.train()
        parts = losses_of(batch)
        optimizer.zero_grad()
        sum(parts.values()).backward()
        nn.utils.clip_grad_norm_(model.parameters(), clip)
        optimizer.step()
        schedule.step()
        after_step()
        words += count_words(batch)
        for name, value in parts.items():
            sums.setdefault(name, []).append(value.item())
        if step % log_every == 0:
            print(f"{step}/{len(plan)} {words / (time.time() - start):.0f} words/s",
                  " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sums.items()), flush=True)
            sums = {}
        if step % save_every == 0 or step == len(plan):
            save()


def write(path: pathlib.Path, content: dict):
    """Writes atomically, so that an existing file is complete."""
    part = path.with_suffix(".part")
    torch.save(content, part)
    part.rename(path)
