"""Trained network -> the two files that ship: `training/export.py --network NETWORK --out DIR`.

The encoder becomes an ONNX graph with int8 weights; the pair layers become a second, small graph that is
carried in the metadata of the first, so that one file holds the whole instrument.
"""

from __future__ import annotations

import argparse
import base64
import tempfile
from pathlib import Path

import onnx
import torch
from evaluate import load_network
from network import PAIR, VoiceNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from train import load_tokenizer


def export_encoder(network: VoiceNetwork, path: Path) -> None:
    """The encoder with its heads for single pieces."""
    shape = {0: torch.export.Dim("windows", min=1), 1: torch.export.Dim("pieces", min=3, max=512)}
    inputs = tuple(torch.ones(2, 9, dtype=torch.int64) for _ in range(3))
    program = torch.onnx.export(
        network, inputs, dynamo=True, dynamic_shapes=(shape, shape, shape),
        input_names=["ids", "mask", "traits"], output_names=["cue", "classes", "asks", "answers"],
    )  # fmt: skip
    assert program
    program.save(str(path))


def export_pairs(network: VoiceNetwork, path: Path) -> None:
    """The layers that look at a cue and the pieces around it."""
    cues, pieces = torch.export.Dim("cues", min=1), torch.export.Dim("around", min=3, max=1024)
    inputs = (torch.zeros(2, PAIR), torch.zeros(2, 9, PAIR), torch.zeros(2, 9, dtype=torch.int64))
    program = torch.onnx.export(
        network.pairs.eval(), inputs, dynamo=True, input_names=["asks", "answers", "distance"],
        output_names=["roles"], dynamic_shapes=({0: cues}, {0: cues, 1: pieces}, {0: cues, 1: pieces}),
    )  # fmt: skip
    assert program
    program.save(str(path))


def export(network: VoiceNetwork, name: str, out: Path) -> None:
    """Write `voices.fp32.onnx`, `voices.int8.onnx` and the tokenizer."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, small, pairs = (Path(folder) / f"{n}.onnx" for n in ("plain", "small", "pairs"))
        export_encoder(network, plain)
        export_pairs(network, pairs)
        quantize_dynamic(
            plain, small, per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
        for source, target in ((plain, "voices.fp32.onnx"), (small, "voices.int8.onnx")):
            model = onnx.load(source)
            onnx.helper.set_model_props(
                model,
                {"name": name, "pairs": base64.b64encode(onnx.load(pairs).SerializeToString()).decode()},
            )
            onnx.save(model, out / target)
    tokenizer = load_tokenizer()
    tokenizer.save(str(out / "voices.tokenizer.json"), pretty=False)


def main() -> None:
    """Export one network."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--network", type=Path, required=True)
    ask.add_argument("--name", default="voices 1")
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    export(load_network(args.network), args.name, args.out)


if __name__ == "__main__":
    main()
