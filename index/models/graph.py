"""ONNX graph of the encoder with 8-bit arithmetic, written node by node: no export through torch.

Weights are int8 per block of 128 inputs, activations are quantised to int8 per block while running (ONNX
Runtime's MatMulNBits at accuracy level 4). A text's vector then never depends on the texts embedded beside
it. The forms that were measured against it are in docs/decisions/0101."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from index.models.q4file import Floats, Q4File

_MS = "com.microsoft"
BLOCK = 128  # inputs that share a scale; divides 384 and 1536


class Graph:
    """Collects nodes and weights; ``model`` gives the finished ONNX model."""

    def __init__(self, file: Q4File) -> None:
        self.file, self.sizes = file, file.sizes
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def add(self, op: str, inputs: list[str], name: str, domain: str = "", **attributes: Any) -> str:
        """One node with one output of that name."""
        self.nodes.append(helper.make_node(op, inputs, [name], name, domain=domain, **attributes))
        return name

    def weight(self, name: str, value: npt.NDArray[Any]) -> str:
        """One constant."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def linear(self, x: str, name: str, dense: Floats, bias: Floats | None) -> str:
        """x @ dense.T + bias in 8-bit arithmetic. dense: shape (outputs, inputs)."""
        outputs, inputs = dense.shape
        codes, scales = per_row(dense.reshape(outputs * inputs // BLOCK, BLOCK))
        stored = (codes.astype(np.int16) + 128).astype(np.uint8).reshape(outputs, inputs // BLOCK, BLOCK)
        names = [x, self.weight(name + ".w", stored), self.weight(name + ".s", scales.reshape(-1))]
        if bias is not None:
            names += ["", "", self.weight(name + ".b", bias)]
        sizes = {"K": inputs, "N": outputs, "bits": 8, "block_size": BLOCK, "accuracy_level": 4}
        return self.add("MatMulNBits", names, name, _MS, **sizes)

    def norm(self, x: str, skip: str, name: str, key: str) -> str:
        """LayerNorm(x + skip)."""
        gamma = self.weight(name + ".g", self.file.floats(key + ".w"))
        beta = self.weight(name + ".o", self.file.floats(key + ".b"))
        ends = {"epsilon": self.sizes.epsilon}
        return self.add("SkipLayerNormalization", [x, skip, gamma, beta], name, _MS, **ends)

    def embed(self) -> str:
        """Sum of word, position and type rows, normalised."""
        width = self.sizes.hidden
        word = self._word_rows(self.file.matrix("emb.word", width))
        places = self.file.floats("emb.pos").reshape(-1, width) + self.file.floats("emb.type")[:width]
        self.weight("zero", np.array([0], np.int64))
        self.add("Shape", ["input_ids"], "length", start=1, end=2)
        self.add("Slice", [self.weight("places", places), "zero", "length", "zero"], "place")
        self.add("Add", [word, "place"], "sum")
        names = [self.weight(f"first.{end}", self.file.floats(f"emb.ln.{end}")) for end in "wb"]
        return self.add("LayerNormalization", ["sum", *names], "first", epsilon=self.sizes.epsilon)

    def _word_rows(self, dense: Floats) -> str:
        weights, scale = per_row(dense)
        self.add("Gather", [self.weight("words", weights), "input_ids"], "codes")
        self.add("Gather", [self.weight("word_scales", scale), "input_ids"], "code_scales")
        self.add("Cast", ["codes"], "code_floats", to=TensorProto.FLOAT)
        return self.add("Mul", ["code_floats", "code_scales"], "word")

    def layer(self, x: str, i: int) -> str:
        """One encoder layer: attention, then the inner network, each with its skip and norm."""
        width, at, f = self.sizes.hidden, f"l{i}.", self.file
        joined = np.concatenate([f.matrix(f"{at}{key}.w", width) for key in "qkv"])
        bias = np.concatenate([f.floats(f"{at}{key}.b") for key in "qkv"])
        qkv = self.linear(x, at + "qkv", joined, bias)
        parts = [at + "q", at + "k", at + "v"]
        self.nodes.append(helper.make_node("Split", [qkv], parts, at + "split", axis=2, num_outputs=3))
        heads = {"num_heads": self.sizes.heads}
        seen = self.add("MultiHeadAttention", [*parts, "", "mask"], at + "seen", _MS, **heads)
        out = self.linear(seen, at + "ao", f.matrix(at + "ao.w", width), f.floats(at + "ao.b"))
        x = self.norm(out, x, at + "aln", at + "aln")
        inner = self.linear(x, at + "fi", f.matrix(at + "fi.w", width), None)
        bent = self.add("BiasGelu", [inner, self.weight(at + "fib", f.floats(at + "fi.b"))], at + "gelu", _MS)
        out = self.linear(bent, at + "fo", f.matrix(at + "fo.w", self.sizes.inner), f.floats(at + "fo.b"))
        return self.norm(out, x, at + "oln", at + "oln")

    def model(self) -> onnx.ModelProto:
        """Inputs input_ids, attention_mask: int64 (n, length). Output: float32 (n, length, hidden)."""
        self.add("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
        x = self.embed()
        for i in range(self.sizes.layers):
            x = self.layer(x, i)
        self.add("Identity", [x], "last_hidden_state")
        shape: list[str | int | None] = ["n", "length"]
        inputs = [helper.make_tensor_value_info(n, TensorProto.INT64, shape) for n in ("input_ids", "attention_mask")]
        last = [*shape, self.sizes.hidden]
        output = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, last)
        graph = helper.make_graph(self.nodes, "e5", inputs, [output], self.weights)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(_MS, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10)


def per_row(dense: npt.NDArray[Any]) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """int8 codes, same shape, and scales, shape (rows, 1)."""
    scale = np.maximum(np.abs(dense).max(axis=1, keepdims=True) / 127.0, 1e-12).astype(np.float32)
    return np.rint(dense / scale).astype(np.int8), scale


def encoder(file: Q4File) -> onnx.ModelProto:
    """The whole encoder."""
    return Graph(file).model()
