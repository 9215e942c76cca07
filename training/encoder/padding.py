"""Rows of token ids of different lengths as one tensor."""

from collections.abc import Sequence

import torch
from torch import Tensor

PAD = 1


def pad(rows: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    """Token ids and their mask, both int64 (n, longest); mask : 1 for tokens."""
    longest = max(map(len, rows))
    ids = torch.tensor([[*row, *[PAD] * (longest - len(row))] for row in rows])
    return ids, (torch.arange(longest)[None, :] < torch.tensor([len(row) for row in rows])[:, None]).long()
