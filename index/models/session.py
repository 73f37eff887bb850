"""ONNX Runtime and tokenizer of the built-in model and of what was tuned from it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
PADDING = 1  # the piece <pad>


def open_session(path: Path) -> Any:
    """An ONNX Runtime session on all processors, silent about all but errors. Its threads sleep between runs: where
    they wait busily, one model's threads take the processors from the other's (``bench.ask``)."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = os.cpu_count() or 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def open_tokenizer(folder: Path, longest: int) -> Any:
    """The model's tokenizer, cutting at so many pieces. folder: of the model."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(longest)
    tokenizer.no_padding()
    return tokenizer


def padded(tokens: Sequence[Sequence[int]]) -> tuple[Numbers, Numbers]:
    """Pieces of several texts and their mask, both shape (n, longest)."""
    ids = np.full((len(tokens), max(len(one) for one in tokens)), PADDING, np.int64)
    mask = np.zeros_like(ids)
    for row, one in enumerate(tokens):
        ids[row, : len(one)] = one
        mask[row, : len(one)] = 1
    return ids, mask
