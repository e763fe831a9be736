"""Trained network -> the file that ships: `training/same_claim/export.py --network NETWORK --out DIR`.

With `--in-place` it is the network that reads tellings where they stand (needs `PYTHONPATH=src`).

The encoder becomes an ONNX graph with int8 weights; what judges two tellings becomes a second, small graph
that is carried in the metadata of the first.
"""

from __future__ import annotations

import argparse
import base64
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from network import WIDTH, MeaningNetwork
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import LONGEST, fresh_network


class Judging(nn.Module):
    """What judges two tellings, as a module of its own."""

    def __init__(self, *judges: nn.Module) -> None:
        super().__init__()
        self.judges = nn.ModuleList(judges)

    def forward(self, one: Tensor, other: Tensor, of_one: Tensor, of_other: Tensor) -> Tensor:
        """The scores of all judges, one after the other."""
        return torch.cat([judge(one, other, of_one, of_other) for judge in self.judges], -1)


def export_encoder(network: MeaningNetwork, path: Path, longest: int) -> None:
    """One row a text -> what is kept of its pieces, and what it is found by."""
    shape = {0: torch.export.Dim("texts", min=1), 1: torch.export.Dim("pieces", min=3, max=longest)}
    inputs = tuple(torch.ones(2, 9, dtype=torch.int64) for _ in range(3))
    program = torch.onnx.export(
        network, inputs, dynamo=True, dynamic_shapes=(shape, shape, shape),
        input_names=["ids", "mask", "told"], output_names=["kept", "near"],
    )  # fmt: skip
    assert program
    program.save(str(path))


def export_judge(judge: Judging, path: Path) -> None:
    """Two texts' pieces and masks, row by row -> three scores of each judge."""
    pairs, one, other = (torch.export.Dim(n, min=1, max=4096) for n in ("pairs", "of_one", "of_other"))
    inputs = (torch.randn(2, 9, WIDTH), torch.randn(2, 7, WIDTH), torch.ones(2, 9), torch.ones(2, 7))
    program = torch.onnx.export(
        judge, inputs, dynamo=True, output_names=["scores"],
        input_names=["one", "other", "of_one", "of_other"],
        dynamic_shapes=({0: pairs, 1: one}, {0: pairs, 1: other}, {0: pairs, 1: one}, {0: pairs, 1: other}),
    )  # fmt: skip
    assert program
    program.save(str(path))


def halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same graph with its large weights kept as 16-bit floats, made 32-bit again where they are used."""
    graph = model.graph
    for weights in list(graph.initializer):
        values = onnx.numpy_helper.to_array(weights)
        if values.dtype != np.float32 or values.size < 1000:
            continue
        name = weights.name
        graph.initializer.remove(weights)
        graph.initializer.append(onnx.numpy_helper.from_array(values.astype(np.float16), f"{name}.half"))
        graph.node.insert(
            0, onnx.helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT)
        )
    return model


def shortened(network: MeaningNetwork, longest: int) -> None:
    """Positions that no telling reaches are left out: fifth of a megabyte."""
    places = network.encoder.embeddings
    short = torch.nn.Embedding.from_pretrained(places.position_embeddings.weight[:longest].detach().clone())
    places.position_embeddings = short
    places.position_ids = places.position_ids[:, :longest]


def export(network: MeaningNetwork, judge: Judging, longest: int, name: str, stem: Path) -> None:
    """Write `<stem>.int8.onnx` and `<stem>.fp32.onnx`."""
    network.eval()
    judge.eval()
    shortened(network, longest)
    with tempfile.TemporaryDirectory() as folder:
        plain, small, second = (Path(folder) / f"{n}.onnx" for n in ("plain", "small", "judge"))
        export_encoder(network, plain, longest)
        export_judge(judge, second)
        quantize_dynamic(
            plain, small, per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip
        for source, sort in ((plain, "fp32"), (small, "int8")):
            model = onnx.load(source)
            held = base64.b64encode(halved(onnx.load(second)).SerializeToString()).decode()
            onnx.helper.set_model_props(model, {"name": name, "judge": held})
            onnx.save(model, stem.with_name(f"{stem.name}.{sort}.onnx"))


def mean_of(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of the weights of networks that went on from each other (model soups: Wortsman 2022)."""
    return {
        key: torch.stack([state[key].float() for state in states]).mean(0).to(first.dtype)
        for key, first in states[0].items()
    }


def main() -> None:
    """Export one network, or the mean of several."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--network", type=Path, required=True, nargs="+", help="of several, their mean")
    ask.add_argument("--name", default="meaning 6")
    ask.add_argument("--in-place", action="store_true", help="it reads tellings where they stand")
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    weights = mean_of([torch.load(each) for each in args.network])
    network = fresh_network(0.0)
    if args.in_place:
        from in_place import InPlaceNetwork

        from firsthand.resources.spoken import LONGEST_IN_PLACE

        whole = InPlaceNetwork(network)
        whole.load_state_dict(weights)
        judges = Judging(network.judge, whole.hands)
        export(network, judges, LONGEST_IN_PLACE, args.name, args.out / "in_place")
    else:
        network.load_state_dict(weights)
        export(network, Judging(network.judge), LONGEST + 2, args.name, args.out / "meaning")


if __name__ == "__main__":
    main()
