"""Writes a trained core as src/resources/en/core.bin (layout: src/neural/core_model.h)."""

from __future__ import annotations

import struct

import numpy as np
import torch

import data
import vectors
from core import REACH
from heads import NEAREST
from kernels import soft_sign
from words import FEATURE_ROWS, FEATURE_WIDTH, WordTable

UNIT = 2048  # an activation of 1.0
PIECE_UNIT = 32 / UNIT
FEATURE_STEPS = 95  # steps of feature rows on either side of 0: fewer than a byte allows, so that they compress better
HEADROOM = 128  # for sums of products of activations, such as arc scores


def linear(weight: np.ndarray, bias: np.ndarray) -> bytes:
    largest = np.maximum(np.abs(weight).max(1), 1e-8)
    scale = (largest / 127).astype(np.float32)
    rounded = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
    return rounded.tobytes() + (scale / UNIT).astype("<f4").tobytes() + bias.astype("<f4").tobytes()


def name(text: str) -> bytes:
    raw = text.encode()
    return bytes([len(raw)]) + raw


def write(checkpoint: dict, table: WordTable, schemes: tuple[str, ...], common: list[str]) -> bytes:
    """Names are predicted with the mean of the markers of these sets."""
    state = {k: v.numpy() for k, v in checkpoint["model"].items()}
    tags, relations = checkpoint["tags"], checkpoint["relations"]
    keys = np.array(sorted(table.code_of), dtype=np.int64)
    codes = np.stack([table.code_of[int(k)] for k in keys])
    layers = sum(1 for k in state if k.startswith("gates.") and k.endswith("weight"))
    width, arc = state["join.weight"].shape[0], state["heads.dependent.weight"].shape[0]
    counts = [len(keys), FEATURE_ROWS, FEATURE_WIDTH, width, layers, REACH, len(tags),
              len(relations), len(data.NAME_LABELS), arc, state["heads.relation_dependent.weight"].shape[0],
              state["heads.name_hidden.weight"].shape[0], len(common)]
    out = [struct.pack("<14I", 3, *counts)]
    out += [name(t) for t in [*tags, *relations, *data.NAME_LABELS, *common]]
    steps = np.diff(keys, prepend=0)
    assert steps.max() < 1 << 24
    out += [((steps >> shift) & 255).astype(np.uint8).tobytes() for shift in (0, 8, 16)]
    out += [np.ascontiguousarray(codes[:, part]).astype(np.uint8).tobytes() for part in range(vectors.PARTS)]
    out.append(np.clip(np.rint(state["centroids.weight"] / PIECE_UNIT), -127, 127).astype(np.int8).tobytes())
    features = state["features.weight"][:FEATURE_ROWS]
    unit = np.float32(np.quantile(np.abs(features), 0.9999) / FEATURE_STEPS)
    out.append(np.clip(np.rint(features / unit), -127, 127).astype(np.int8).tobytes() + struct.pack("<f", unit))
    get = lambda key: (state[f"{key}.weight"], state.get(f"{key}.bias", np.zeros(len(state[f"{key}.weight"]))))
    out.append(linear(*get("join")))
    out += [linear(*get(f"gates.{i}")) + state[f"beside.{i}"].astype("<f4").tobytes() for i in range(layers)]
    heads = [get(f"heads.{k}") for k in ("tag", "dependent", "head", "relation_dependent", "relation_head", "relation")]
    out += [linear(*h) for h in heads]
    weight, bias = get("heads.name_hidden")
    marker = state["heads.scheme.weight"][[data.SCHEME_ID[scheme] for scheme in schemes]].mean(0)
    out.append(linear(weight, bias + marker))
    out.append(linear(*get("heads.name")))
    unit = UNIT * UNIT / HEADROOM / state["heads.arc_scale"]
    distance = state["heads.distance"]
    assert len(distance) == 2 * NEAREST + 1
    out.append(linear(state["heads.distance_of_head.weight"] * unit, distance * unit))
    out.append(linear(state["heads.distance_of_dependent.weight"] * unit, np.zeros_like(distance)))
    root = soft_sign(torch.from_numpy(state["heads.root"])).numpy()
    out.append(np.rint(root * UNIT).astype("<i2").tobytes())
    out.append(state["heads.relation_root"].astype("<f4").tobytes())
    out.append(state["heads.relation_distance"].astype("<f4").tobytes())
    return b"".join(out)
