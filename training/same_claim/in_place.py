"""Train on dossiers the network that reads tellings in place: `in_place.py --material FILE --out FOLDER`.

It goes on from a network that reads tellings by themselves, or, with `--alone`, makes that one better by the
same dossiers. Three things are learned at once: which tellings of a dossier lie near each other (they tell
one claim), what two tellings are to each other (same, contradict, other), and whose they are (one first hand,
two, or nobody's; not from the words alone). Fixed seeds.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from network import Judge, MeaningNetwork
from renamed import Renamer
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from train import MASK, WARMTH, fresh_network, learned, load_tokenizer, schedule_of

from firsthand.resources.spoken import MARKS, Row, Spoken, by_itself, in_place

SAME, CONTRADICT, OTHER = range(3)
ONE_HAND, TWO_HANDS, NOBODY = range(3)
TOLD = 30
"""Marked tellings of a dossier that are read at a time."""
VOICES_LEFT_OUT, AROUND_LEFT_OUT, HIDDEN = 0.15, 0.15, 0.08
"""Tellings whose voices and neighbours are left out, and pieces that are hidden, while training."""
DROPPED = 0.15
"""Of what a layer gives, while training: the dossiers are few, and soon known by heart."""


class InPlaceNetwork(nn.Module):
    """What reads a telling and judges two, and beside it what judges whose they are."""

    def __init__(self, told: MeaningNetwork, dropout: float = 0.1) -> None:
        super().__init__()
        self.told = told
        self.hands = Judge(dropout)

    def judge(self, one: Tensor, other: Tensor, of_one: Tensor, of_other: Tensor) -> Tensor:
        """Scores (pair, 6): same, contradict, other; one hand, two hands, nobody's."""
        given = one, other, of_one, of_other
        return torch.cat([self.told.judge(*given), self.hands(*given)], -1)


class Lesson(NamedTuple):
    """Some tellings, and pairs of them with what is to be learned of each."""

    tellings: list[dict[str, Any]]
    pairs: list[tuple[int, int]]
    claims: list[int]
    hands: list[int]
    weight: list[float]
    """What the hands of a pair weigh: of tellings of one claim more."""
    same: list[tuple[int, int]]


def load(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The dossiers of some files."""
    return [json.loads(row) for path in paths for row in path.read_text(encoding="utf-8").splitlines()]


def claims_of(dossier: dict[str, Any], a: dict[str, Any], b: dict[str, Any]) -> int:
    """What two tellings of one dossier are to each other."""
    if a["claim"] is None or b["claim"] is None:
        return OTHER
    if a["claim"] == b["claim"]:
        return SAME
    pair = {a["claim"], b["claim"]}
    return CONTRADICT if any(set(each) == pair for each in dossier["contradicts"]) else OTHER


def hands_of(a: dict[str, Any], b: dict[str, Any]) -> int:
    """Whose two tellings are."""
    if {a["hand"], b["hand"]} & {"?", None, ""}:
        return NOBODY
    return ONE_HAND if a["hand"] == b["hand"] else TWO_HANDS


def lesson(dossiers: Sequence[dict[str, Any]], chance: random.Random) -> Lesson:
    """All pairs within some dossiers, fewer of those that are other, and a few across them."""
    own, found = [], Lesson([], [], [], [], [], [])
    for number, dossier in enumerate(dossiers):
        marked = [each for each in dossier["tellings"] if each["claim"] is not None]
        marked = chance.sample(marked, min(TOLD, len(marked)))
        rest = [each for each in dossier["tellings"] if each["claim"] is None]
        rest = chance.sample(rest, min(len(rest), len(marked) + 1))
        found.tellings.extend(marked + rest)
        own.extend([number] * (len(marked) + len(rest)))
    for (i, a), (j, b) in combinations(enumerate(found.tellings), 2):
        within = own[i] == own[j]
        claims = claims_of(dossiers[own[i]], a, b) if within else OTHER
        if claims == OTHER and chance.random() > (0.4 if within else 0.05):
            continue
        if claims == SAME:
            found.same.append((i, j))
        known = within and a["claim"] is not None and b["claim"] is not None
        found.pairs.append((i, j))
        found.claims.append(claims)
        found.hands.append(hands_of(a, b) if known else NOBODY)
        found.weight.append((1.0 if claims == SAME else 0.3) if known else 0.0)
    return found


class Rows:
    """Tellings as rows of pieces, in their place or alone."""

    def __init__(self, tokenizer: Tokenizer, *, alone: bool = False) -> None:
        self._tokenizer = tokenizer
        self.alone = alone
        self._marks = [tokenizer.token_to_id(mark) for mark in MARKS]
        self._known: dict[str, list[int]] = {}

    def of(self, tellings: Sequence[dict[str, Any]], chance: random.Random | None = None) -> list[Tensor]:
        """Ids and the masks of what is read, told and judged, one row a telling.

        With `chance`, now and then a piece, the voices or the neighbours are hidden.
        """
        rows = [self._row(Spoken(*each["spoken"]), chance) for each in tellings]
        longest = max(len(row.pieces) for row in rows)
        found = np.zeros((4, len(rows), longest), dtype=np.int64)
        for number, row in enumerate(rows):
            for part, values in enumerate((row.pieces, [1] * len(row.pieces), row.told, row.judged)):
                found[part, number, : len(values)] = values
        return list(torch.from_numpy(found))

    def _row(self, spoken: Spoken, chance: random.Random | None) -> Row:
        if chance is not None and chance.random() < VOICES_LEFT_OUT:
            spoken = spoken._replace(voices=())
        if chance is not None and chance.random() < AROUND_LEFT_OUT:
            spoken = spoken._replace(before="", after="")
        row = by_itself(spoken, self._pieces) if self.alone else in_place(spoken, self._pieces, self._marks)
        if chance is None:
            return row
        first_word = 1000
        hidden = [MASK if each >= first_word and chance.random() < HIDDEN else each for each in row.pieces]
        return row._replace(pieces=hidden)

    def _pieces(self, text: str) -> list[int]:
        if text not in self._known:
            self._known[text] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return self._known[text]


def judged(
    network: InPlaceNetwork, rows: Sequence[Tensor], pairs: Sequence[tuple[int, int]]
) -> tuple[Tensor, Tensor]:
    """What the tellings are found by, and the six scores of each pair."""
    ids, mask, told, asked = rows
    kept, near = network.told(ids, mask, told)
    kept, part = closed_up(kept, asked)
    one, other = (torch.tensor([pair[side] for pair in pairs]) for side in (0, 1))
    return near.float(), network.judge(kept[one], kept[other], part[one], part[other]).float()


def closed_up(kept: Tensor, asked: Tensor) -> tuple[Tensor, Tensor]:
    """The pieces that are asked about, moved to the front of each row, and their mask."""
    order = (1 - asked).argsort(dim=1, stable=True)[:, : int(asked.sum(1).max())]
    return (
        kept.gather(1, order.unsqueeze(-1).expand(-1, -1, kept.shape[-1])),
        asked.gather(1, order).to(kept.dtype),
    )


def loss_of(network: InPlaceNetwork, rows: Rows, given: Lesson, chance: random.Random) -> Tensor:
    """Loss of what is near, of the claims and of the hands of one lesson."""
    near, scores = judged(network, rows.of(given.tellings, chance), given.pairs)
    weight = torch.tensor([1.3, 1.0, 1.0])
    claims, hands = torch.tensor(given.claims), torch.tensor(given.hands)
    loss = F.cross_entropy(scores[:, :3], claims, weight=weight, label_smoothing=0.03)
    alike = near @ near.T / WARMTH - 1e4 * torch.eye(len(near))
    chances = alike - alike.logsumexp(1, keepdim=True)
    same = torch.zeros_like(alike)
    for i, j in given.same:
        same[i, j] = same[j, i] = 1.0
    told = same.sum(1) > 0
    if told.any():
        loss = loss - ((chances * same).sum(1)[told] / same.sum(1)[told]).mean()
    weighs = torch.tensor(given.weight)
    if weighs.sum() > 0 and not rows.alone:
        each = F.cross_entropy(scores[:, 3:], hands, reduction="none", label_smoothing=0.05)
        loss = loss + (each * weighs).sum() / weighs.sum()
    return loss


def optimizer_of(network: InPlaceNetwork, rate: float) -> torch.optim.Optimizer:
    """AdamW: the encoder slowest, then what judges claims, what judges hands quickest."""
    slow, middle, quick = [], [], []
    for name, each in network.named_parameters():
        if each.requires_grad:
            (quick if name.startswith("hands") else slow if ".encoder." in name else middle).append(each)
    rates = ((slow, rate), (middle, 5e-4), (quick, 1e-3))
    return torch.optim.AdamW(
        [{"params": each, "lr": lr, "weight_decay": 0.01} for each, lr in rates], fused=True
    )


def train(
    network: InPlaceNetwork, dossiers: list[dict[str, Any]], rows: Rows, args: argparse.Namespace
) -> None:
    """Train in place, saving after each epoch."""
    chance, renamer = random.Random(args.seed), Renamer(dossiers)
    optimizer = optimizer_of(network, args.rate)
    total = -(-len(dossiers) // args.together) * args.epochs
    schedule = schedule_of(optimizer, total)
    begin = time.perf_counter()
    for number in range(args.epochs):
        network.train()
        losses = []
        order = chance.sample(dossiers, len(dossiers))
        for start in range(0, len(order), args.together):
            some = [renamer.told(each, chance) for each in order[start : start + args.together]]
            given = lesson(some, chance)
            if not given.pairs:
                continue
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, rows, given, chance)
            losses.append(learned(loss, network, optimizer, schedule))
        kept = network.told if args.alone else network
        torch.save(kept.state_dict(), args.out / "network.pt")
        print(f"epoch {number + 1} loss {np.mean(losses):.3f} {time.perf_counter() - begin:.0f}s", flush=True)


def main() -> None:
    """Train and save `network.pt`."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--material", type=Path, nargs="+", required=True)
    ask.add_argument("--start", type=Path, help="the network that reads tellings by themselves")
    ask.add_argument("--go-on", type=Path, help="go on from this network instead")
    ask.add_argument("--alone", action="store_true", help="it reads the words alone")
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=6)
    ask.add_argument("--rate", type=float, default=1.3e-4)
    ask.add_argument("--together", type=int, default=2, help="dossiers a step")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    network = InPlaceNetwork(fresh_network(DROPPED))
    if args.start:
        network.told.load_state_dict(torch.load(args.start))
    if args.go_on:
        network.load_state_dict(torch.load(args.go_on))
    dossiers = load(args.material)
    print(len(dossiers), "dossiers", sum(len(each["tellings"]) for each in dossiers), "tellings", flush=True)
    train(network, dossiers, Rows(load_tokenizer(), alone=args.alone), args)


if __name__ == "__main__":
    main()
