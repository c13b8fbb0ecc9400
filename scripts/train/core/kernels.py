"""Fused operations that would take PyTorch many steps (kernels.cpp)."""

from __future__ import annotations

import pathlib

import torch
from torch.utils.cpp_extension import load

compiled = load("lede_kernels", [str(pathlib.Path(__file__).with_suffix(".cpp"))],
                extra_cflags=["-O3", "-march=native", "-fopenmp"], extra_ldflags=["-fopenmp"])


class SoftSign(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x = x.contiguous()
        ctx.save_for_backward(x)
        return compiled.soft_sign(x)

    @staticmethod
    def backward(ctx, grad):
        return compiled.soft_sign_backward(grad.contiguous(), *ctx.saved_tensors)


def soft_sign(x: torch.Tensor) -> torch.Tensor:
    """x / (1 + |x|): bounded by 1, and the same on every machine."""
    return SoftSign.apply(x)


class Recurrence(torch.autograd.Function):
    @staticmethod
    def forward(ctx, gates, x, sizes, beside):
        h, c, z = compiled.recurrence(gates, x, sizes, beside)
        ctx.save_for_backward(gates, x, c, z, sizes, beside)
        return h

    @staticmethod
    def backward(ctx, grad):
        gates, x, c, z, sizes, beside = ctx.saved_tensors
        of_gates, of_x, of_beside = compiled.recurrence_backward(grad.contiguous(), gates, x, c, z, sizes, beside)
        return of_gates, of_x, None, of_beside.view_as(beside)


def recurrence(gates: torch.Tensor, x: torch.Tensor, sizes: torch.Tensor, beside: torch.Tensor) -> torch.Tensor:
    """See kernels.cpp for shapes and method."""
    return Recurrence.apply(gates, x, sizes, beside)
