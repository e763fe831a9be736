"""The encoder that tells of two tellings whether they say the same.

MiniLM-L6 reads each telling once. The mean of its pieces lies near those of tellings that say the same. More:
each piece looks for its like in the other telling (decomposable attention, Parikh et al. 2016; compared
by difference and product as in ESIM, Chen et al. 2017), and what the pieces found decides: same, contradict,
other. The answer is the same whichever of the two comes first.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from transformers import BertConfig, BertModel

ANSWERS = ("same", "contradict", "other")
WIDTH = 128
"""Width of what is kept of a piece."""


class MeaningNetwork(nn.Module):
    """`forward` gives what is kept of each piece, and what a text is found by, with length one."""

    def __init__(self, config: BertConfig, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        self.kept = nn.Linear(config.hidden_size, WIDTH)
        self.judge = Judge(dropout)

    def forward(self, ids: Tensor, mask: Tensor, told: Tensor) -> tuple[Tensor, Tensor]:
        """Rows of word pieces, with a mask of those that tell -> (row, piece, WIDTH) and (row, 384)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        part = told.unsqueeze(-1).to(hidden.dtype)
        near = (hidden * part).sum(1) / part.sum(1)
        return self.kept(hidden), F.normalize(near.float(), dim=-1)


class Judge(nn.Module):
    """Two texts' pieces and masks, row by row -> scores of the three answers."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.asks = nn.Linear(WIDTH, WIDTH)
        self.compare = nn.Sequential(
            nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Linear(WIDTH, WIDTH), nn.GELU()
        )
        self.answer = nn.Sequential(
            nn.Linear(6 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, len(ANSWERS))
        )

    def forward(self, one: Tensor, other: Tensor, of_one: Tensor, of_other: Tensor) -> Tensor:
        """Scores (pair, answer)."""
        alike = self.asks(one) @ self.asks(other).transpose(1, 2) / WIDTH**0.5
        bar = -1e4
        first = self._side(one, torch.softmax(alike + bar * (1 - of_other)[:, None, :], 2) @ other, of_one)
        second = self._side(
            other, torch.softmax(alike.transpose(1, 2) + bar * (1 - of_one)[:, None, :], 2) @ one, of_other
        )
        found: Tensor = self.answer(torch.cat([first + second, (first - second).abs()], -1))
        return found

    def _side(self, own: Tensor, found: Tensor, mask: Tensor) -> Tensor:
        """What the pieces of one side make of what they found: mean, largest, and their own mean."""
        each = self.compare(torch.cat([own, found, (own - found).abs(), own * found], -1))
        part = mask.unsqueeze(-1)
        count = part.sum(1).clamp(min=1.0)
        largest = (each * part).amax(1)
        return torch.cat([(each * part).sum(1) / count, largest, (own * part).sum(1) / count], -1)
