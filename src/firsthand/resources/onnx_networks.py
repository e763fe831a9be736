"""A network that ships as two files -> its sessions on one thread and its tokenizer; it reports to nobody."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from typing import Any, NamedTuple


class Networks(NamedTuple):
    """The parts of an encoder, as onnxruntime and tokenizers give them."""

    tokenizer: Any
    first: Any
    second: Any
    """The smaller network, which lies in the metadata of the first."""
    meta: dict[str, str]


def networks(weights: Path, vocabulary: Path, second: str) -> Networks:
    """The networks from their files; `second` names the smaller one in the metadata of the first.

    Raises what onnxruntime and tokenizers raise where they, or the files, are missing or broken.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # Builds of onnxruntime report to their maker unless told not to before they are imported. Nothing may
    # leave the machine, so this is no default that an environment can change.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    providers = ["CPUExecutionProvider"]
    # onnxruntime 1.32's fused layer norm is slower than its parts: 13,400 against 18,000 pieces a second.
    session = onnxruntime.InferenceSession(
        weights, options, providers=providers, disabled_optimizers=["SkipLayerNormFusion"]
    )
    tokenizer = Tokenizer.from_file(str(vocabulary))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    meta: dict[str, str] = session.get_modelmeta().custom_metadata_map
    inner = onnxruntime.InferenceSession(base64.b64decode(meta[second]), options, providers=providers)
    return Networks(tokenizer, session, inner, meta)
