"""The teacher's pretrained encoder: the lower layers of all-mpnet-base-v2 (Apache 2.0).

Song, Tan, Qin, Lu, Liu 2020, MPNet: Masked and Permuted Pre-training for Language Understanding; relative positions
after Raffel et al. 2020 (T5). The top layers, which serve sentence embeddings, are dropped (Sajjad et al. 2020, On
the Effect of Dropping Layers of Pre-trained Transformer Models), and the lowest are frozen.
"""

from __future__ import annotations

import math
import pathlib

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F

WIDTH, ATTENTION_HEADS = 768, 12
LAYERS, FROZEN = 8, 4  # layers used, of twelve; layers not tuned
BFLOAT16 = torch.cpu._is_avx512_bf16_supported()  # for products, if the processor has it: twice as fast, no less accurate
ROWS_STEP = 128  # rows of products are padded to a multiple, because PyTorch generates new code for each size
FIRST_PLACE = 2  # the first position embedding
BUCKETS, FARTHEST = 32, 128


def bucket(distance: torch.Tensor) -> torch.Tensor:
    """The bucket of a relative position: exact when near, logarithmic when far, half of them for each direction."""
    half = BUCKETS // 2
    near = half // 2
    size = distance.abs()
    far = near + (torch.log(size.clamp(min=1).float() / near) / math.log(FARTHEST / near) * (half - near)).long()
    return torch.where(size < near, size, far.clamp(max=half - 1)) + (distance > 0).long() * half


def with_spare(x: torch.Tensor) -> torch.Tensor:
    """Appends a row of zeros, used to pad products to a multiple of ROWS_STEP."""
    return F.pad(x, (0, 0, 0, 1))


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.seen_by = nn.Linear(WIDTH, 3 * WIDTH)  # query, key, value
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x, at, mask, drop):
        """x: the pieces without padding × WIDTH, at positions `at` of batch · size (with one spare position at the
        end). Plain products, because on short sentences they are faster than fused attention."""
        batch, size = mask.shape[0], mask.shape[-1]
        seen_by = self.seen_by(x)
        padded = seen_by.new_zeros(batch * size + 1, 3 * WIDTH).index_copy(0, at, seen_by)
        q, k, v = padded[:-1].view(batch, size, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        weight = (q @ k.transpose(2, 3) / math.sqrt(q.shape[-1]) + mask).softmax(-1).to(v.dtype)
        seen = with_spare((weight @ v).transpose(1, 2).reshape(batch * size, WIDTH)).index_select(0, at)
        x = self.norm1(x + drop(self.output(seen)))
        return self.norm2(x + drop(self.down(F.gelu(self.up(x)))))


NAMES = {"output": ["attention.attn.o"], "seen_by": [f"attention.attn.{part}" for part in "qkv"],
         "norm1": ["attention.LayerNorm"], "up": ["intermediate.dense"], "down": ["output.dense"],
         "norm2": ["output.LayerNorm"]}


class Encoder(nn.Module):
    def __init__(self, folder: pathlib.Path):
        super().__init__()
        weights = load_file(str(folder / "model.safetensors"))
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        self.places = nn.Parameter(weights["embeddings.position_embeddings.weight"].clone(), requires_grad=False)
        self.relative = nn.Parameter(weights["encoder.relative_attention_bias.weight"].clone(), requires_grad=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.norm.load_state_dict({p: weights[f"embeddings.LayerNorm.{p}"] for p in ("weight", "bias")})
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            for ours, theirs in NAMES.items():
                joined = {kind: torch.cat([weights[f"encoder.layer.{number}.{name}.{kind}"] for name in theirs])
                          for kind in ("weight", "bias")}
                getattr(layer, ours).load_state_dict(joined)
        self.drop = nn.Dropout(0.1)

    def tuned(self):
        return [p for layer in self.layers[FROZEN:] for p in layer.parameters()]

    @torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16)
    def forward(self, pieces: torch.Tensor, real: torch.Tensor, added: torch.Tensor) -> torch.Tensor:
        """batch × pieces × WIDTH. `added` is added to the pieces before the tuned layers; `real` masks padding."""
        batch, size = pieces.shape
        place = torch.arange(size)
        bias = self.relative[bucket(place[None, :] - place[:, None])].permute(2, 0, 1)[None]
        mask = bias.masked_fill(~real[:, None, None, :], -1e9)
        at = real.flatten().nonzero()[:, 0]  # only these are multiplied
        at = F.pad(at, (0, -len(at) % ROWS_STEP), value=batch * size)
        with torch.no_grad():
            x = self.norm(self.words(pieces) + self.places[FIRST_PLACE:FIRST_PLACE + size])
            x = with_spare(x.flatten(0, 1)).index_select(0, at)
            for layer in self.layers[:FROZEN]:
                x = layer(x, at, mask, nn.Identity())
        x = x + with_spare(added.flatten(0, 1)).index_select(0, at)
        for layer in self.layers[FROZEN:]:
            x = layer(x, at, mask, self.drop)
        return x.new_zeros(batch * size + 1, WIDTH).index_copy(0, at, x)[:-1].view(batch, size, WIDTH)
