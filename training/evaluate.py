"""Mark voices with a trained network and score them: `training/evaluate.py --network NETWORK`.

Gold is the project's own test articles, or any JSON Lines file in the same form; a further scorer (a script
that takes GOLD PRED) can be given with `--scorer`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import torch
from articles import Row, load_articles, paragraphs, slugs
from network import VoiceNetwork
from score import score
from train import load_tokenizer, weights_folder
from transformers import BertConfig

from firsthand.resources.voices import VoiceModel, _load


def load_network(path: Path) -> VoiceNetwork:
    """A trained network from its file, its attention written out so that the export can fuse it."""
    network = VoiceNetwork(BertConfig.from_pretrained(weights_folder(), attn_implementation="eager"))
    network.load_state_dict(torch.load(path))
    return network.eval()


def torch_model(path: Path) -> VoiceModel:
    """The run-time instrument over a network that is not exported yet."""
    network = load_network(path)

    def encode(*inputs: np.ndarray) -> list[np.ndarray]:
        with torch.inference_mode():
            return [out.numpy() for out in network(*(torch.from_numpy(a) for a in inputs))]

    def pairs(*inputs: np.ndarray) -> np.ndarray:
        with torch.inference_mode():
            return network.pairs(*(torch.from_numpy(a) for a in inputs)).numpy()

    return VoiceModel(path.parent.name, load_tokenizer(), encode, pairs)


def predictions(model: VoiceModel, text: str) -> list[Row]:
    """The voices of a text in the form that scorers take."""
    return [
        {
            "id": str(i), "content": v.content, "cue": v.cue, "source": v.source,
            "parent": None if v.parent is None else str(v.parent), "kind": v.kind, "polarity": v.polarity,
            "certainty": v.certainty, "score": v.score,
        }
        for i, v in enumerate(model.mark(text, paragraphs(text)))
    ]  # fmt: skip


def put(path: Path, rows: list[Row]) -> None:
    """Rows as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def own_gold(name: str, folder: Path) -> Path:
    """The articles of one list of slugs as a gold file; a voice that neither affirms nor denies counts +."""
    chosen = [row for row in load_articles() if row["id"] in slugs(name)]
    for row in chosen:
        for gold in row["gold"]:
            gold["certainty"] = "unknown" if gold["polarity"] == "?" else gold["certainty"]
            gold["polarity"] = "-" if gold["polarity"] == "-" else "+"
    path = folder / f"{Path(name).stem}.gold.jsonl"
    put(path, chosen)
    return path


def main() -> None:
    """Predict and score."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--network", type=Path)
    ask.add_argument("--onnx", type=Path)
    ask.add_argument("--tokenizer", type=Path, default=weights_folder() / "tokenizer.json")
    ask.add_argument("--slugs", default="test_slugs.txt")
    ask.add_argument("--gold", nargs="*", type=Path, default=[])
    ask.add_argument("--scorer", type=Path)
    ask.add_argument("--keep", type=Path, default=Path("build/scores"))
    ask.add_argument("--threads", type=int, default=1)
    args = ask.parse_args()
    torch.set_num_threads(args.threads)
    args.keep.mkdir(parents=True, exist_ok=True)
    model = _load(args.onnx, args.tokenizer) if args.onnx else torch_model(args.network)
    for path in [own_gold(args.slugs, args.keep), *args.gold]:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        begin = time.process_time()
        found = [{"id": row["id"], "pred": predictions(model, row["text"])} for row in rows]
        words = sum(len(row["text"].split()) for row in rows)
        print(f"== {path.name}: {words / (time.process_time() - begin):.0f} words a CPU-second", flush=True)
        put(args.keep / f"{path.stem}.pred.jsonl", found)
        print(score([(row["text"], f["pred"], row["gold"]) for row, f in zip(rows, found, strict=True)]))
        if args.scorer:
            subprocess.run(
                [sys.executable, args.scorer, path, args.keep / f"{path.stem}.pred.jsonl"], check=True
            )


if __name__ == "__main__":
    main()
