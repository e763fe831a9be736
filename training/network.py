"""The encoder and what is read from it: cues, what belongs to each cue, and how sure each voice is.

MiniLM-L6 reads a window once. One head finds cues; for every cue, a second head says of each piece whether it
is its source, its content or neither, so that a piece may belong to several nested voices; a third gives the
cue's kind, polarity and certainty.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

PAIR, NEAR = 64, 32
"""Width of the pair layers, and the number of distances told apart to either side."""
REACHES = (1, 2, 4, 8, 16)
"""Dilations of the pair layers: together a piece sees 31 pieces to either side."""
CUE_LABELS, ROLE_LABELS, CLASS_SIZES = 4, 3, (2, 3, 4)
TRAITS = (4, 4, 2)


class VoiceNetwork(nn.Module):
    """`forward` gives, for each piece: cue logits, class logits, and its two sides of a (cue, piece) pair."""

    def __init__(self, config: BertConfig, dropout: float = 0.0) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.case, self.quote, self.opening = (nn.Embedding(n, width) for n in TRAITS)
        for table in (self.case, self.quote, self.opening):
            nn.init.normal_(table.weight, std=0.01)
        self.cue = nn.Linear(width, CUE_LABELS)
        self.classes = nn.Sequential(nn.Linear(width, 96), nn.ReLU(), nn.Linear(96, sum(CLASS_SIZES)))
        self.asks = nn.Linear(width, PAIR)
        self.answers = nn.Linear(width, PAIR)
        self.pairs = PairLayers(dropout)

    def encode(self, ids: Tensor, mask: Tensor, traits: Tensor) -> Tensor:
        """Hidden states, one row a piece."""
        embedded = self.encoder.embeddings.word_embeddings(ids)
        embedded = embedded + self.case(traits // 8) + self.quote(traits // 2 % 4) + self.opening(traits % 2)
        hidden: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return hidden

    def forward(self, ids: Tensor, mask: Tensor, traits: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What run time needs of each piece; pairs are made outside, for the cues found."""
        hidden = self.encode(ids, mask, traits)
        return self.cue(hidden), self.classes(hidden), self.asks(hidden), self.answers(hidden)


class PairLayers(nn.Module):
    """A cue's side, the pieces' side and their signed distance -> role logits (cue, piece, label).

    Convolutions let a piece see its neighbours as this cue sees them, so that spans come out whole and a
    piece notices when another cue stands between.
    """

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.near = nn.Embedding(2 * NEAR + 1, PAIR)
        nn.init.normal_(self.near.weight, std=0.1)
        self.steps = nn.ModuleList(nn.Conv1d(PAIR, PAIR, 3, padding=d, dilation=d) for d in REACHES)
        self.norms = nn.ModuleList(nn.LayerNorm(PAIR) for _ in REACHES)
        self.dropout = nn.Dropout(dropout)
        self.roles = nn.Linear(PAIR, ROLE_LABELS)

    def forward(self, ask: Tensor, answers: Tensor, distance: Tensor) -> Tensor:
        """Logits for (cue, piece, label)."""
        layer = torch.relu(ask[:, None] + answers + self.near(bucket(distance)))
        for step, norm in zip(self.steps, self.norms, strict=True):
            layer = layer + self.dropout(torch.relu(step(norm(layer).transpose(1, 2)).transpose(1, 2)))
        logits: Tensor = self.roles(layer)
        return logits


def bucket(distance: Tensor) -> Tensor:
    """Signed distances in pieces -> 65 buckets: each one to 12, then in growing steps."""
    size = distance.abs()
    grown = 12 + (torch.log(size.clamp(min=12) / 12) * 6.6).long()
    near = torch.where(size <= 12, size, grown).clamp(max=NEAR)
    return torch.where(distance < 0, NEAR - near, NEAR + near)
